// Package quotes finds the quotations in an article's paragraphs of plain text:
// which words are somebody's, and whose.
//
//	for _, q := range quotes.Find(paras, "en-GB") {
//		words := paras[q.Para].Text[q.Start:q.End]
//	}
//
// # How it works
//
// scan.go pairs the marks of marks.go into spans, one pass over each paragraph.
// context.go cuts the sentence around a span into tokens and cue.go looks there
// for a verb of saying and its subject, read by phrase.go; cjk.go does the same
// for Chinese and Japanese. link.go lets a span without a cue take that of its
// neighbour, kind.go tells speech from phrases, pull.go finds display copies,
// and names.go looks up the fullest name of each speaker. The words of each
// language are rows of lang.go and its lang_*.go files.
//
// # Limits
//
// Nothing looks further than window bytes from a mark, so the time is linear in
// the text whatever it holds. There is no grammar and no model: a speaker is
// named only where a known verb, a credit or a neighbour names one.
package quotes
