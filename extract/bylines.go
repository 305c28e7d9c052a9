package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bylines.go reads who wrote the article off the lines around its headline and
// just after its text.

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
// in another style, or after a cue with a colon. A rule may end the text, too.
func (m *metadata) signature(z *zone) {
	if z.last == none {
		return
	}
	leaves := m.p.leaves
	for i := z.last; i >= max(z.until, z.last-tailLeaves); i-- {
		if i == z.last || leaves[i+1].kind == leafRule {
			if name := m.signed(&leaves[i]); name != "" {
				m.person(name, "", i, fromByline)
				return
			}
		}
	}
}

// signed returns the name that a line is.
func (m *metadata) signed(l *leaf) string {
	if l.text.len() >= longName {
		return ""
	}
	name := clean(string(m.p.textOf(l)))
	if rest, ok := afterCue(name, false); ok && strings.Contains(name, ":") {
		name = cutName(rest)
	} else if int(l.styled)*2 <= l.text.len() {
		return ""
	}
	if !looksLikeName(name) || isRole(name) {
		return ""
	}
	return name
}

// bylineDate claims the date of a byline.
func (m *metadata) bylineDate(text string) {
	if len(text) > 2*longByline {
		return
	}
	if date, start, _, ok := m.findDate(text); ok {
		if c := cueOf(text[:start]); c != cueOther {
			m.claim(c.dateField(), fromByline, date)
		}
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
	if n := l.text.len(); (n < longByline || int(l.linked)*2 > n) && !m.linkedPersons(l, i, from) && n < longName && !m.namedByClass(l, i, text) && from == fromHeader {
		m.namedByDate(l, i, text)
	}
	return ""
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
	return authorPaths.lead(path) && m.isOwnPage(href)
}

// isOwnPage reports whether an address is on the page's own site, or that is
// not known.
func (m *metadata) isOwnPage(href string) bool {
	return m.addr.site == "" || m.addr.internal(m.addr.resolve(href))
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
func (m *metadata) namedByClass(l *leaf, i int32, text string) bool {
	n := &m.p.nodes[l.node]
	if n.hints&hintByline == 0 || n.hints&(hintBio|hintShare) != 0 || l.kind == leafHeading && l.level < 3 {
		return false
	}
	name := cutName(m.afterDate(text))
	if !looksLikeName(name) || isRole(name) {
		return false
	}
	m.person(name, "", i, fromClassName)
	return true
}

// namedByDate claims a line beside the headline that is a name and nothing
// else, and no link as a section's would be, where the date is the line before
// or after.
func (m *metadata) namedByDate(l *leaf, i int32, text string) {
	if l.kind != leafHeading && l.linked == 0 && looksLikeName(text) && !isRole(text) && !strings.Contains(text, ",") && !m.inTitle(text) && (m.mailOrDate(i) || m.isDateLine(i-1)) {
		m.person(text, "", i, fromByline)
	}
}

// afterDate returns what follows the date that a line begins with: "March 4,
// 2026 · Ann Lee". Another line it returns whole.
func (m *metadata) afterDate(text string) string {
	if !hasDigit([]byte(text)) {
		return text
	}
	_, start, end, ok := m.findDate(text)
	const breaks = " |·•–—-,"
	if rest := strings.Trim(text[end:], breaks); ok && rest != "" && strings.Trim(text[:start], breaks) == "" {
		return rest
	}
	return text
}

// inTitle reports whether a text stands in one of the page's titles.
func (m *metadata) inTitle(text string) (in bool) {
	folded := string(foldWords(nil, []byte(text)))
	for i := range m.claims {
		c := &m.claims[i]
		in = in || c.field == fieldTitle && strings.Contains(string(foldWords(nil, []byte(c.value))), folded)
	}
	return in
}

// isDateLine reports whether leaf i is a date and little else.
func (m *metadata) isDateLine(i int32) bool {
	if i < 0 || m.p.leaves[i].text.len() > longName {
		return false
	}
	return m.mostlyDate(string(m.p.textOf(&m.p.leaves[i])))
}

// mostlyDate reports whether more than half of a text is a date.
func (m *metadata) mostlyDate(text string) bool {
	_, start, end, ok := m.findDate(text)
	return ok && (end-start)*2 > len(text)
}

// mailOrDate reports whether the line after leaf i is an e-mail address or a date.
func (m *metadata) mailOrDate(i int32) bool {
	for j := i + 1; j < min(i+3, int32(len(m.p.leaves))); j++ {
		l := &m.p.leaves[j]
		if l.flags != 0 || l.text.empty() {
			continue
		}
		text := string(m.p.textOf(l))
		return m.mostlyDate(text) || len(text) < longName && strings.Contains(text, "@")
	}
	return false
}

// isSlug reports whether the last part of a path is a name: /av/saga-lindvall.
func isSlug(href, name string) bool {
	href = strings.TrimRight(strings.ToLower(href), "/")
	slug := strings.ReplaceAll(string(foldWords(nil, []byte(name))), " ", "-")
	return strings.HasSuffix(href, "/"+slug) && !tagPaths.lead(href) && !categoryPaths.lead(href)
}
