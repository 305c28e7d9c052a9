package extract

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// comments.go reads how many comments a page tells that it has.

// commentParts are the fragments that links to a page's comments have.
var commentParts = []string{"#comments", "#respond", "#disqus_thread", "#comment"}

// commentLinks reads the links to the article's comments.
func (m *metadata) commentLinks(l *leaf) {
	p := m.p
	for r := l.run0; r < l.run1; r++ {
		run := &p.runs[r]
		if run.link == none {
			continue
		}
		href := p.str(p.links[run.link].href)
		for _, part := range commentParts {
			if strings.HasSuffix(href, part) {
				m.claimComments(fromByline, string(p.text[run.text.start:run.text.end]))
			}
		}
	}
}

// noComments are the texts of links to comments that are not there yet.
var noComments = []string{"leave a comment", "no comments", "add a comment", "comment", "comments", "leave a reply", "kommentar schreiben", "keine kommentare", "aucun commentaire"}

// claimComments claims a number of comments.
func (m *metadata) claimComments(from source, text string) {
	text = strings.ToLower(clean(text))
	if n, ok := leadingNumber(text); ok {
		m.claim(fieldComments, from, itoa(n))
		return
	}
	for _, s := range noComments[:3] {
		if strings.HasPrefix(text, s) {
			m.claim(fieldComments, from, "0")
			return
		}
	}
}

// leadingNumber reads the number that a text begins with: "1,234 comments".
func leadingNumber(s string) (int, bool) {
	n, digits := 0, 0
	for _, r := range s {
		if unicode.IsDigit(r) && r < utf8.RuneSelf {
			n = n*10 + int(r-'0')
			digits++
			if digits > 9 {
				return 0, false
			}
			continue
		}
		if (r == ',' || r == '.') && digits > 0 {
			continue
		}
		break
	}
	return n, digits > 0
}

func itoa(n int) string { return strconv.Itoa(n) }
