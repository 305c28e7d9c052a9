package extract

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressclip/internal/dates"
)

// bylines.go reads who wrote the article off the lines around its headline and
// just after its text.

// authorCues stand before a name in a byline, in lower case.
var authorCues = []string{
	"view all posts by", "see all posts by", "all posts by", "more posts by", "more from", "posts by", "articles by", "veröffentlicht von", "erstellt von", "verfasst von", "eingestellt von", "posted by", "written by", "reported by", "published by", "article by", "text by", "story by", "words by", "recipe by", "created by", "contributed by", "post by", "started by", "asked by", "guest post by", "a post by", "by",
	"written and photographed by", "words and pictures by", "authors", "author", "author(s)", "von", "ein beitrag von", "ein artikel von", "geschrieben von", "autorin", "autoren", "autor", "text von", "par", "écrit par", "publié par", "rédigé par", "auteur",
	"por", "escrito por", "publicado por", "autora", "di", "a cura di", "scritto da", "autore", "door", "geschreven door", "av", "af", "skrevet av", "text", "autorka", "přidal", "przez", "yazan", "yazar",
	"автор", "текст", "автор текста", "文", "取材・文", "記者", "记者", "作者", "撰文", "기자", "بقلم", "كتبت", "كتب", "كُتب بواسطة", "بواسطة", "الكاتب", "نویسنده",
}

// midCues are those that also stand within a line: "May 4 by Ann Lee".
var midCues = []string{" by ", "\u00a0by ", " von ", " par ", " por ", " door ", " Author: ", " Autor: ", " By ", " Von ", " Par "}

// notBefore are words before a cue that make it somebody else's: "Photo by".
var notBefore = []string{
	"photo", "photos", "photography", "photograph", "image", "images", "picture", "illustration", "illustrations", "video", "reviewed", "edited", "checked", "updated", "sponsored", "powered", "presented", "brought to you", "translated", "followed",
	"supported", "funded", "foto", "fotos", "bild", "geprüft", "edited and reviewed", "approved", "verified", "modified", "medically reviewed", "fact checked", "fact-checked", "designed", "owned", "hosted", "image", "caused", "used", "tested", "contributions", "contributions from", "with contributions from", "curated", "produced",
}

// authorPaths are the parts of a path that lead to a person's page.
var authorPaths = pathParts("author", "authors", "auteur", "autor", "autoren", "autore", "autori", "contributor", "contributors", "writer", "writers", "people", "person", "team", "staff", "profile", "profiles", "profil", "userprofile", "autores", "auteurs", "user", "users", "members", "member", "byline", "by", "columnist", "journalist", "redakteur", "u")

// tailLines is how many leaves after the text are looked at for a byline.
const tailLines = 40

// fromBylines reads the lines of the article's header, then those after its
// text that the selection did not keep.
func (m *metadata) fromBylines(sel *selection, z *zone) {
	p := m.p
	label := ""
	for i := z.from; i < z.until; i++ {
		if l := &p.leaves[i]; i != z.h1 && l.flags == 0 && !l.text.empty() && z.inHeader(i, l.node) {
			label = m.authorLine(l, i, label, z.source(i))
		}
	}
	m.signature(z)
	label = ""
	for i := range p.leaves[:min(int(z.last)+tailLines, len(p.leaves))] {
		v, l := sel.verdicts[i], &p.leaves[i]
		if int32(i) >= z.from && int32(i) < z.until || l.flags != 0 || v.keep || l.text.empty() || !z.holds(&mark{node: l.node, leaf: int32(i)}) {
			continue
		}
		if int32(i) > z.last || v.why == dropByline || v.why == dropDebris {
			label = m.authorLine(l, int32(i), label, fromByline)
		}
		if v.why == dropByline || v.why == dropDebris || sel.bylines[i] {
			m.bylineDate(string(p.textOf(l)))
		}
	}
}

// signature claims the name that the text ends with as a line of its own: set
// in another style, or after a cue with a colon.
func (m *metadata) signature(z *zone) {
	if z.last == none {
		return
	}
	l := &m.p.leaves[z.last]
	if l.text.len() >= longName {
		return
	}
	name := clean(string(m.p.textOf(l)))
	if rest, ok := afterCue(name, false); ok && strings.Contains(name, ":") {
		name = cutName(rest)
	} else if int(l.styled)*2 <= l.text.len() {
		return
	}
	if looksLikeName(name) && !isRole(name) {
		m.person(name, "", z.last, fromByline)
	}
}

// bylineDate claims the date of a byline.
func (m *metadata) bylineDate(text string) {
	if len(text) > 2*longByline {
		return
	}
	if date, start, _, ok := dates.Find(text, m.p.str(m.p.lang)); ok {
		m.claim(cueOf(text[:start]).dateField(), fromByline, date)
	}
}

// authorLine claims the persons that a line names and returns what it is a
// label for: the next line's "By".
func (m *metadata) authorLine(l *leaf, i int32, label string, from source) string {
	n := l.text.len()
	if n > 2*longByline || l.kind == leafPre {
		return ""
	}
	text := string(m.p.textOf(l))
	lines := strings.Split(text, "\n")
	if len(lines) == 1 || len(lines) > 6 || !hasCue(lines[1:]) {
		return m.authorText(l, i, text, label, from)
	}
	for _, line := range lines {
		if label != "" || startsWithCue(line) || isAuthorLabel(line) {
			label = m.authorText(l, i, line, label, from)
		}
	}
	return label
}

// hasCue reports whether one of the lines begins with an author's cue.
func hasCue(lines []string) bool {
	for _, line := range lines {
		if startsWithCue(line) || isAuthorLabel(line) {
			return true
		}
	}
	return false
}

// authorText claims the persons that a text of leaf i names.
func (m *metadata) authorText(l *leaf, i int32, text, label string, from source) string {
	if isAuthorLabel(text) {
		return text
	}
	if namesOthers(text) {
		if !strings.HasSuffix(strings.TrimRight(strings.ToLower(text), ": "), " by") && !strings.HasSuffix(text, ":") {
			m.linkedPersons(l, i, from) // others before the name
			return ""
		}
		return text
	}
	if namesOthers(label) {
		return ""
	}
	rest, ok := afterCue(text, l.kind == leafHeading)
	if !ok && label != "" {
		rest, ok = text, true
	}
	if ok {
		m.personClaim(l, i, from, rest)
		return ""
	}
	if n := l.text.len(); (n < longByline || int(l.linked)*2 > n) && !m.linkedPersons(l, i, from) && n < longName {
		m.namedByClass(l, i, text)
	}
	return ""
}

// isAuthorLabel reports whether a line is a cue and nothing else.
func isAuthorLabel(text string) bool {
	if len(text) > 40 {
		return false
	}
	var buf [64]byte
	return cueSet[string(foldString(buf[:0], strings.Trim(clean(text), " :：|")))]
}

// namesOthers reports whether a line or a label names those who did something
// else: "Reviewed by", "Photos:".
func namesOthers(text string) bool {
	const most = 40 // bytes before the "by" or the colon
	i := indexBy(text)
	if i < 0 {
		i = strings.IndexByte(text, ':')
	}
	if i < 0 || i > utf8.UTFMax*most {
		return false
	}
	head := strings.ToLower(text[:i])
	return len(head) < most && endsWithAny(head, notBefore) && !startsWithCue(text)
}

// startsWithCue reports whether a line begins with an author's cue: "by Ann Lee
// – updated: …".
func startsWithCue(text string) bool {
	at, c := findCue(text)
	return at >= 0 && at <= len(c)+2
}

// othersBefore reports whether the words before place at of a leaf say that the
// name there is of somebody who did something else: "… Fact checked by: Bo Ek".
func (m *metadata) othersBefore(l *leaf, at int32) bool {
	before := strings.ToLower(clean(string(m.p.text[max(l.text.start, at-longCueBefore):at])))
	before = strings.TrimRight(before, ": \u00a0")
	return endsWithAny(strings.TrimSuffix(before, " by"), notBefore)
}

// longJoin is how many bytes join the names of one list: ", and ".
const longJoin = 6

// longCueBefore is how many bytes before a name are read for who it is.
const longCueBefore = 40

// indexBy returns the place of the first " by" in any case of letters, or none.
func indexBy(text string) int {
	for i := 0; i+2 < len(text); i++ {
		if text[i] == ' ' && text[i+1]|0x20 == 'b' && text[i+2]|0x20 == 'y' {
			return i
		}
	}
	return none
}

// afterCue returns what stands after an author's cue in a line.
func afterCue(text string, heading bool) (string, bool) {
	if rest, ok := strings.CutPrefix(text, "By"); ok && rest != "" && unicode.IsUpper(rune(rest[0])) && looksLikeName(cutName(rest)) {
		return rest, true // set apart by style alone
	}
	if at, c := findCue(text); at >= 0 && c != "" {
		rest := text[at:]
		if strings.HasSuffix(c, "by") || strings.ContainsAny(text[:at], ":：/／") || rest != "" && rest[0] >= utf8.RuneSelf || looksLikeName(firstWords(cutName(rest), 3)) {
			return rest, len(strings.Fields(cutName(rest))) < 12
		}
	}
	if heading || len(text) > longByline || len(text) > labelLength && endsSentence([]byte(text)) {
		return "", false
	}
	for _, c := range midCues {
		i := strings.Index(text, c)
		if i < 0 {
			continue
		}
		rest := text[i+len(c):]
		if first := cutName(rest); looksLikeName(firstWords(first, 2)) && !particle(first) && !endsWithAny(strings.ToLower(text[:i]), notBefore) {
			return rest, true
		}
	}
	return "", false
}

// personClaim claims the name at the start of text, with the links of the line
// that are names in it.
func (m *metadata) personClaim(l *leaf, i int32, from source, text string) {
	name := cutName(text)
	if name == "" || !startsName(name) {
		return
	}
	url, links := "", 0
	for r := l.run0; r < l.run1; r++ {
		run := &m.p.runs[r]
		if run.link == none {
			continue
		}
		if s := clean(string(m.p.text[run.text.start:run.text.end])); s != "" && strings.Contains(name, s) && startsName(s) && !m.othersBefore(l, run.text.start) {
			url = m.p.str(m.p.links[run.link].href)
			if m.authorHref(url) && strings.HasPrefix(name, s) && (!joins(name[len(s):]) || runsOn(name[len(s):])) {
				name = s // what follows without a space is another line
			}
			if links++; s != name && m.authorHref(url) {
				m.person(s, url, i, from)
			}
		}
	}
	if links != 1 {
		url = ""
	}
	m.person(name, url, i, from)
}

// joins reports whether a text goes on with another name.
func joins(rest string) bool {
	if strings.Contains(rest, ",") {
		return true
	}
	for _, w := range nameBreaks {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// runsOn reports whether a text begins with a capital, without a space.
func runsOn(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r)
}

// person claims a person named in leaf i.
func (m *metadata) person(name, url string, i int32, from source) {
	n := len(m.claims)
	m.linked(fieldAuthor, from, name, url)
	if len(m.claims) > n {
		m.claims[n].leaf = i
	}
}

// authorHref reports whether an address leads to a person's page.
func (m *metadata) authorHref(href string) bool {
	path, _, _ := strings.Cut(href, "?")
	return authorPaths.within(path) && (m.addr.site == "" || m.addr.internal(m.addr.resolve(href)))
}

// linkedPersons claims the texts of links to persons' pages.
func (m *metadata) linkedPersons(l *leaf, i int32, from source) (found bool) {
	others := int32(none)
	for r := l.run0; r < l.run1; r++ {
		run := &m.p.runs[r]
		if run.link == none || run.text.len() > longName {
			continue
		}
		name := clean(string(m.p.text[run.text.start:run.text.end]))
		proper := looksLikeName(name) || isTeam(name)
		if !proper && !isLogin(name) {
			continue
		}
		if m.othersBefore(l, run.text.start) || others != none && run.text.start-others <= longJoin {
			others = run.text.end // and those that it is joined with
			continue
		}
		href := m.p.str(m.p.links[run.link].href)
		if m.authorHref(href) || proper && isSlug(href, name) && m.mailOrDate(i) {
			m.person(name, href, i, from)
			found = true
		}
	}
	return found
}

// namedByClass claims a short line whose element is called byline or author.
func (m *metadata) namedByClass(l *leaf, i int32, text string) {
	n := &m.p.nodes[l.node]
	if n.hints&hintByline == 0 || n.hints&(hintBio|hintShare) != 0 || l.kind == leafHeading && l.level < 3 {
		return
	}
	if name := cutName(text); looksLikeName(name) && !isRole(name) {
		m.person(name, "", i, fromClassName)
	}
}

// mailOrDate reports whether the line after leaf i is an e-mail address or a date.
func (m *metadata) mailOrDate(i int32) bool {
	for j := i + 1; j < min(i+3, int32(len(m.p.leaves))); j++ {
		l := &m.p.leaves[j]
		if l.flags != 0 || l.text.empty() {
			continue
		}
		text := string(m.p.textOf(l))
		_, start, end, ok := dates.Find(text, m.p.str(m.p.lang))
		return ok && (end-start)*2 > len(text) || len(text) < longName && strings.Contains(text, "@")
	}
	return false
}

// isSlug reports whether the last part of a path is a name: /av/saga-lindvall.
func isSlug(href, name string) bool {
	href = strings.TrimRight(strings.ToLower(href), "/")
	slug := strings.ReplaceAll(string(foldWords(nil, []byte(name))), " ", "-")
	return strings.HasSuffix(href, "/"+slug) && !tagPaths.lead(href) && !categoryPaths.lead(href)
}

// cueTable has the authors' cues by their first byte, cueSet as a set.
var cueTable, cueSet = func() (t [256][]string, set map[string]bool) {
	set = make(map[string]bool, len(authorCues))
	for _, c := range authorCues {
		t[c[0]] = append(t[c[0]], c)
		set[c] = true
	}
	return t, set
}()

// findCue finds an author's cue as whole words and returns where the text after
// it begins, "-1" if there is none. A cue without a colon stands at the start.
func findCue(text string) (int, string) {
	if text == "" {
		return -1, ""
	}
	var buf [2 * longByline]byte
	lower := foldString(buf[:0], text)
	if len(lower) != len(text) {
		return -1, ""
	}
	for _, cue := range cueTable[lower[0]] {
		if len(lower) >= len(cue) && string(lower[:len(cue)]) == cue && !goesOn(lower[len(cue):]) {
			if rest := afterColon(text[len(cue):]); rest != "" {
				return len(text) - len(rest), cue
			}
		}
	}
	for _, colon := range [...]string{":", "："} {
		i := bytes.Index(lower, []byte(colon))
		if i <= 0 {
			continue
		}
		if at, cue := cueBefore(text, string(lower[:i]), i); at >= 0 {
			return at, cue
		}
	}
	return -1, ""
}

// cueBefore finds the cue that ends where the colon at place i of a text is,
// before which it is lower in lower case.
func cueBefore(text, lower string, i int) (int, string) {
	head := strings.TrimRight(lower, " \u00a0")
	for _, cue := range authorCues {
		start := len(head) - len(cue)
		if start < 0 || head[start:] != cue || start > 0 && isWordByte(head[start-1]) {
			continue
		}
		if rest := afterColon(text[i:]); rest != "" && !endsWithAny(strings.TrimRight(head[:start], " "), notBefore) {
			return len(text) - len(rest), cue
		}
	}
	return -1, ""
}

// afterColon cuts what stands between a cue and a name.
func afterColon(s string) string { return strings.TrimLeft(s, ":： /／|\u00a0") }

// goesOn reports whether a text begins with a letter or digit of a writing that
// puts spaces between words.
func goesOn(s []byte) bool {
	r, _ := utf8.DecodeRune(s)
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
