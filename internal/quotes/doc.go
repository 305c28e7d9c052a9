// Package quotes finds the quotations in an article's paragraphs of plain text:
// which words are somebody's, and whose.
//
//	for _, q := range quotes.Find(paras, "en-GB") {
//		words := paras[q.Para].Text[q.Start:q.End]
//	}
//
// # How it works
//
// scan.go pairs the marks of marks.go into spans, one pass over each paragraph;
// speech.go finds speech that dashes open and tags inside marks, block.go reads
// set-off quotations and their credits. context.go cuts the sentence around a
// span into tokens; cue.go (after it) and lead.go (before it) look there for a
// verb of saying and its subject, which phrase.go and run.go read; cjk.go does
// the same for Chinese and Japanese, arabic.go for Arabic. link.go lets a span
// without a cue take that of its neighbour, kind.go tells speech from phrases,
// and pull.go finds display copies.
//
// mentions.go lists the names of the article, people.go judges which are
// somebody's by what stands around them (a verb of saying, a role, an age, an
// honorific) and whom a pronoun means, and names.go looks up the fullest form of
// each speaker's name; roll.go and inflect.go do so where names have no capitals
// or stand in a case.
//
// The words of each language are rows in the lang_*.go files; lang.go says what
// each list means.
//
// # Limits
//
// Nothing looks further than window bytes from a mark, so the time is linear in
// the text whatever it holds. There is no grammar and no model: a speaker is
// named only where a known verb, a credit or a neighbour names one.
package quotes
