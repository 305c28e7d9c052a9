// Package output writes articles: *extract.Article in, bytes out.
//
//	f, ok := output.Lookup("md")
//	err := f.Write(os.Stdout, article, output.Options{})
//
// # Formats
//
// json is the record as it is. yaml is made from the tokens of that JSON, so
// both have the same names in the same order. md is CommonMark with GFM tables
// and footnotes under a YAML front matter, for people and for site generators.
// text is the title and the plain text. Every output is valid UTF-8 and ends
// with exactly one line feed.
//
// # Where to read
//
// output.go is the table of formats. fields.go, values.go and select.go reach
// into the record by paths such as "authors.name"; schema.go describes it as a
// JSON Schema. markdown.go places blocks, markdown_inlines.go and
// markdown_marks.go set a line of runs, markdown_escape.go decides which
// characters of the text need a backslash, markdown_target.go writes addresses.
//
// # What it does not do
//
// It never fetches, and it writes no HTML into Markdown: what a pipe table can
// not hold is put into one line of a cell.
package output
