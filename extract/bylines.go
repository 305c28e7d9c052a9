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
	"written and photographed by", "words and pictures by", "authors", "author", "von", "ein beitrag von", "ein artikel von", "geschrieben von", "autorin", "autoren", "autor", "text von", "par", "écrit par", "publié par", "rédigé par", "auteur",
	"por", "escrito por", "publicado por", "autora", "di", "a cura di", "scritto da", "autore", "door", "geschreven door", "av", "af", "skrevet av", "text", "autorka", "přidal", "przez", "yazan", "yazar",
	"автор", "текст", "автор текста", "文", "取材・文", "記者", "记者", "作者", "撰文", "기자", "بقلم", "كتبت", "كتب", "كُتب بواسطة", "بواسطة", "الكاتب", "نویسنده",
}

// midCues are those that also stand within a line: "May 4 by Ann Lee".
var midCues = []string{" by ", "\u00a0by ", " von ", " par ", " por ", " door ", " Author: ", " Autor: ", " By ", " Von ", " Par "}

// notBefore are words before a cue that make it somebody else's: "Photo by".
var notBefore = []string{
	"photo", "photos", "photography", "photograph", "image", "images", "picture", "illustration", "illustrations", "video", "reviewed", "edited", "checked", "updated", "sponsored", "powered", "presented", "brought to you", "translated", "followed",
	"supported", "funded", "foto", "fotos", "bild", "geprüft", "edited and reviewed", "approved", "verified", "modified", "medically reviewed", "fact checked", "fact-checked", "designed", "owned", "hosted", "image", "caused", "used",
}

// authorPaths are the parts of a path that lead to a person's page.
var authorPaths = pathParts("author", "authors", "auteur", "autor", "autoren", "autore", "autori", "contributor", "contributors", "writer", "writers", "people", "person", "team", "staff", "profile", "profiles", "user", "users", "members", "member", "byline", "by", "columnist", "journalist", "redakteur", "u")

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

// signature claims the name that the text ends with as a line of its own, set
// in another style.
func (m *metadata) signature(z *zone) {
	if z.last == none {
		return
	}
	l := &m.p.leaves[z.last]
	if l.text.len() < longName && int(l.styled)*2 > l.text.len() {
		if name := clean(string(m.p.textOf(l))); looksLikeName(name) && !isRole(name) {
			m.person(name, "", z.last, fromByline)
		}
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
	if isAuthorLabel(text) {
		return text
	}
	if namesOthers(text) {
		if !strings.HasSuffix(strings.TrimRight(strings.ToLower(text), ": "), " by") && !strings.HasSuffix(text, ":") {
			return "" // with the name
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
	if (n < longByline || int(l.linked)*2 > n) && !m.linkedPersons(l, i, from) && n < longName {
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
	return len(head) < most && endsWithAny(head, notBefore)
}

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

// firstWords cuts a text after its first n words.
func firstWords(s string, n int) string {
	if words := strings.Fields(s); len(words) > n {
		return strings.Join(words[:n], " ")
	}
	return s
}

func endsWithAny(s string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
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
		if s := clean(string(m.p.text[run.text.start:run.text.end])); s != "" && strings.Contains(name, s) && startsName(s) {
			url = m.p.str(m.p.links[run.link].href)
			if m.authorHref(url) && strings.HasPrefix(name, s) && !joins(name[len(s):]) {
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
	for r := l.run0; r < l.run1; r++ {
		run := &m.p.runs[r]
		if run.link == none || run.text.len() > longName {
			continue
		}
		name := clean(string(m.p.text[run.text.start:run.text.end]))
		proper := looksLikeName(name)
		if !proper && !isLogin(name) {
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

// isLogin reports whether a link's text can be the name that somebody goes by.
func isLogin(s string) bool {
	return len(s) > 2 && len(s) < 30 && !strings.Contains(s, " ") && startsName(s) && !lineWords[strings.ToLower(s)]
}

// startsName reports whether a name can begin so: with a capital, a digit, or a
// letter without case, or as a login of one word.
func startsName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return false
	}
	return !unicode.IsLower(r) || !strings.Contains(s, " ") || particle(s)
}

// particles begin family names in lower case.
var particles = []string{"de ", "van ", "von ", "der ", "den ", "la ", "le ", "du ", "di ", "da ", "el ", "al-", "bin ", "ibn ", "ter ", "zu "}

func particle(s string) bool {
	for _, p := range particles {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// looksLikeName reports whether a line is a person's name and nothing else: two
// to four words, each with a capital, or a particle.
func looksLikeName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 || len(s) > 50 {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !particle(w+" ") || strings.ContainsAny(w, "0123456789@/:!?#%&()") {
			return false
		}
		if lineWords[strings.ToLower(strings.Trim(w, ".,"))] {
			return false
		}
	}
	return true
}

// lineWords are in lines beside the headline that are no names.
var lineWords = map[string]bool{
	"min": true, "read": true, "minutes": true, "minute": true, "views": true, "comments": true, "share": true, "updated": true, "published": true, "the": true, "and": true, "for": true, "your": true, "by": true, "follow": true, "about": true, "author": true, "more": true, "editor": true, "writer": true, "news": true,
	"contributor": true, "director": true, "manager": true, "senior": true, "chief": true, "reporter": true, "blog": true, "posts": true, "view": true, "all": true, "see": true, "our": true, "sign": true, "log": true, "login": true, "join": true, "get": true, "recent": true, "website": true, "featured": true, "items": true, "written": true, "category": true, "username": true, "post": true, "page": true, "subscribe": true, "search": true, "menu": true, "home": true, "contact": true, "reply": true, "find": true, "free": true, "read:": true, "guides": true, "tips": true, "resources": true,
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

// nameEnds are what follows a name in a byline.
var nameEnds = []string{
	"|", "·", "•", "»", "\n", " on ", " in ", " at ", " – ", " — ", " - ", "(", " am ", " le ", " el ", ", staff", " @", "/", " Published", " Updated", " Posted", " published", " updated", " View", " Follow", " Read", " is ", " via ", " Share", " [", "<", "…", " Last ", " Date", " Datum", "—", " Stand", " Lesezeit", " minutes", " mins",
}

// cutName cuts a byline's rest after the name.
func cutName(text string) string {
	for _, end := range nameEnds {
		if i := strings.Index(text, end); i > 0 {
			text = text[:i]
		}
	}
	if _, start, _, ok := dates.Find(text, ""); ok {
		text = text[:start]
	}
	text = strings.TrimSpace(clean(text))
	for _, w := range []string{" on", " in", " at", " am", " –", " the"} {
		text = strings.TrimSuffix(text, w)
	}
	return strings.Trim(cutNumbers(text), " ,;:.|–—-")
}

// cutNumbers cuts a name where a number or a sentence follows: "Ann Lee 5 min
// read", "Ann Lee. Last …".
func cutNumbers(s string) string {
	for i := 1; i+1 < len(s); i++ {
		if s[i] != ' ' {
			continue
		}
		if s[i+1] >= '0' && s[i+1] <= '9' {
			return s[:i]
		}
		if s[i-1] == '.' && i > 5 && isLower(s[i-2]) && isLower(s[i-3]) && isLower(s[i-4]) {
			return s[:i-1]
		}
	}
	return s
}

func isLower(c byte) bool { return c >= 'a' && c <= 'z' }
