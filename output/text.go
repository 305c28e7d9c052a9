package output

// An article comes in; its title and its plain text go out.

import (
	"io"
	"strings"
	"unicode/utf8"

	"pressclip/extract"
)

// writeText writes the title, an empty line and Article.Text: what a person
// would read aloud. Neither marks nor addresses, captions or names of authors.
func writeText(w io.Writer, a *extract.Article, _ Options) error {
	title, text, gap := oneLine(a.Title), strings.Trim(clean(a.Text), "\n"), ""
	if title != "" && text != "" {
		gap = "\n\n"
	}
	for _, s := range []string{title, gap, text, "\n"} {
		if _, err := io.WriteString(w, s); err != nil {
			return err
		}
	}
	return nil
}

// clean returns s as valid UTF-8 without control characters: line feeds and
// tabs stay, other white space becomes a space, the rest goes. The record has
// none of them; an Article made by hand may.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r' || r == '\v' || r == '\f' || r == 0x85:
			return ' '
		case isControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

func isClean(s string) bool {
	for i, r := range s {
		if isControl(r) && r != '\n' && r != '\t' {
			return false
		}
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			return false
		}
	}
	return true
}

// isControl reports the control characters (Unicode category Cc) and the byte
// order mark, which readers strip from the head of a file.
func isControl(r rune) bool {
	return r < 0x20 || 0x7F <= r && r < 0xA0 || r == 0xFEFF
}

// oneLine returns s, cleaned, with each stretch of white space as one space.
func oneLine(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }
