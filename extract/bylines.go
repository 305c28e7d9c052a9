package extract

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressclip/internal/dates"
)

// bylines.go reads what stands in the article's own header and footer lines:
// who, when, how many comments.

// authorCues stand before a name in a byline, in lower case.
var authorCues = []string{
	"posted by", "written by", "reported by", "published by", "by", "author", "von", "autor", "par", "por", "di", "door", "av",
	"автор", "текст", "文", "記者", "作者", "بقلم", "كتب",
}

// editCues stand before the date of an edit.
var editCues = []string{"updated", "last updated", "last modified", "modified", "aktualisiert", "mis à jour", "actualizado", "atualizado", "aggiornato", "bijgewerkt", "обновлено", "更新"}

// fromBylines reads the header and footer lines that the selection has found.
func (m *metadata) fromBylines(sel *selection, z *zone) {
	p := m.p
	for i := range p.leaves {
		v, l := sel.verdicts[i], &p.leaves[i]
		if v.keep || l.text.len() > 4*longByline || v.why != dropByline && v.why != dropDebris && v.why != dropFurniture && v.why != dropOutside && v.why != dropLinks && v.why != dropLabel {
			continue
		}
		if !z.holds(&mark{node: l.node, leaf: int32(i)}) {
			continue
		}
		if v.why == dropByline || v.why == dropDebris || sel.bylines[i] {
			m.bylineText(string(p.textOf(l)), l)
		}
		m.commentLinks(l)
	}
}

// bylineText reads one line: "Posted by: Ann Lee October 4, 2016 in Food".
func (m *metadata) bylineText(text string, l *leaf) {
	lang := m.p.str(m.p.lang)
	at, cue := findCue(text, authorCues)
	rest := text
	if at >= 0 {
		rest = text[at:]
	}
	date, start, _, dated := dates.Find(rest, lang)
	if at >= 0 && cue != "" {
		name := rest
		if dated {
			name = rest[:start]
		}
		m.bylineName(name, l)
	}
	if !dated {
		return
	}
	if e, _ := findCue(text, editCues); e >= 0 && (at < 0 || e < at) {
		m.claim(fieldModified, fromByline, date)
		return
	}
	m.claim(fieldPublished, fromByline, date)
}

// bylineName claims the name at the start of text, the linked one if there is a link.
func (m *metadata) bylineName(text string, l *leaf) {
	name := cutName(text)
	if name == "" {
		return
	}
	url := ""
	for r := l.run0; r < l.run1; r++ {
		run := &m.p.runs[r]
		if run.link != none && clean(string(m.p.text[run.text.start:run.text.end])) == name {
			url = m.p.str(m.p.links[run.link].href)
		}
	}
	m.linked(fieldAuthor, fromByline, name, url)
}

// findCue finds one of the cues as whole words and returns where the text after
// it begins, "-1" if there is none. A cue without a colon stands at the start.
func findCue(text string, cues []string) (int, string) {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		return -1, ""
	}
	for _, cue := range cues {
		for from := 0; ; {
			i := strings.Index(lower[from:], cue)
			if i < 0 {
				break
			}
			i += from
			end := i + len(cue)
			from = end
			after := strings.TrimLeft(text[end:], " \u00a0")
			colon := strings.HasPrefix(after, ":") || strings.HasPrefix(after, "：")
			if i > 0 && isWordByte(lower[i-1]) || end < len(text) && isWordByte(lower[end]) && cue[0] < 0x80 {
				continue
			}
			if i == 0 || colon {
				return len(text) - len(strings.TrimLeft(after, ":： /／|")), cue
			}
		}
	}
	return -1, ""
}

// nameEnds are what follows a name in a byline.
var nameEnds = []string{"|", "·", "•", "\n", " on ", " in ", " at ", " – ", " — ", " - ", "(", " am ", " le ", " el ", ", staff", " @", "/", " Published", " Updated"}

// cutName cuts a byline's rest after the name.
func cutName(text string) string {
	for _, end := range nameEnds {
		if i := strings.Index(text, end); i > 0 {
			text = text[:i]
		}
	}
	return strings.Trim(clean(text), " ,;:.|")
}

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
