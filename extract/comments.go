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

// commentWords are words for comments, in lower case, as they begin.
var commentWords = []string{
	"comment", "kommentar", "comentario", "comentário", "commento", "commenti", "reactie", "komentarz", "komentář", "комментари", "коментар", "yorum", "评论", "評論", "留言", "コメント", "댓글", "تعليق", "نظر", "σχόλι", "hozzászólás", "kommentti", "responses",
}

// longCommentLine is the most bytes of a line that tells how many there are.
const longCommentLine = 60

// commentLines reads the lines that count comments: headings of the comments,
// and lines of the article's header. Those of teasers are neither.
func (m *metadata) commentLines(z *zone) {
	p := m.p
	for i := range p.leaves {
		l := &p.leaves[i]
		if l.linked > 0 && l.flags == 0 && l.text.len() < 4*longByline && (z.holds(&mark{node: l.node, leaf: int32(i)}) || z.inFooter(int32(i), l.node)) {
			m.commentLinks(l)
		}
		if l.text.len() > longCommentLine || l.text.len() < 2 || l.flags != 0 || int32(i) < z.from {
			continue
		}
		heading := l.kind == leafHeading && l.level > 1 && (z.last == none || int32(i) > z.last-2 || z.sel.why[l.node]&hintComment != 0)
		if !heading && !z.inHeader(int32(i), l.node) {
			continue
		}
		text := p.textOf(l)
		if !hasDigit(text) {
			continue
		}
		if n, ok := commentCount(string(text)); ok {
			m.claim(fieldComments, fromByline, itoa(n))
		}
	}
}

// commentCount reads "12 Comments", "Kommentare (14)" and "37条评论", with a few
// words or none beside them.
func commentCount(text string) (int, bool) {
	text = strings.ToLower(text)
	for _, w := range commentWords {
		i := strings.Index(text, w)
		if i < 0 {
			continue
		}
		before := strings.TrimRight(text[:i], " \u00a0条條件個个개")
		if start := strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsDigit(r) && r != ',' && r != '.' && r != '\u00a0' }); start+1 < len(before) {
			_, size := utf8.DecodeRuneInString(before[max(start, 0):])
			if start < 0 {
				size = 0
			}
			if n, ok := leadingNumber(before[max(start, 0)+size:]); ok {
				return n, true
			}
		}
		if before != "" {
			continue
		}
		if j := strings.IndexAny(text[i:], "(:0123456789"); j >= 0 && j < len(w)+8 {
			return leadingNumber(strings.TrimLeft(text[i+j:], "(: "))
		}
	}
	return 0, false
}

// noComments are the texts of links to comments that are not there yet.
var noComments = []string{"leave a comment", "no comments", "add a comment"}

// claimComments claims a number of comments.
func (m *metadata) claimComments(from source, text string) {
	text = strings.ToLower(clean(text))
	if n, ok := leadingNumber(text); ok {
		m.claim(fieldComments, from, itoa(n))
		return
	}
	if n, ok := commentCount(text); ok {
		m.claim(fieldComments, from, itoa(n))
		return
	}
	for _, s := range noComments {
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
