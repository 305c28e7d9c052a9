package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"pressclip/internal/dates"
)

// titles.go makes the headline of the claims about it: the page's heading, what
// its head says, and the names of its site, which are no part of a headline.

// maxHeadings is how many headings, and how many elements whose class says
// headline, are looked at.
const maxHeadings = 8

// fromHeadings claims the first headings of the highest rank, and elements
// whose class says headline.
func (m *metadata) fromHeadings() {
	p := m.p
	found := 0
	for i := range p.leaves {
		l := &p.leaves[i]
		if l.kind == leafHeading && l.level == 1 && l.flags == 0 && found < maxHeadings && p.nodes[l.node].hints&(hintNav|hintFooter|hintCookie) == 0 && !m.leadsHome(l) {
			m.claimHeading(int32(i))
			found++
		}
	}
	found = 0
	for i := range p.marks {
		mk := &p.marks[i]
		if mk.kinds&markTitle == 0 {
			continue
		}
		from := fromMicrodata
		if mk.from != fromItemprop {
			if found++; found > maxHeadings {
				continue
			}
			from = fromClassName
		}
		m.claim(fieldTitle, from, firstString(p.str(mk.value), m.markText(mk)))
	}
}

// claimHeading claims a heading, and each of its lines where it has two or
// three: a kicker or a dek may be one. A line is believed only if the head has
// just its words.
func (m *metadata) claimHeading(i int32) {
	text := m.headline(&m.p.leaves[i])
	n := len(m.claims)
	if m.claim(fieldTitle, fromHeading, m.cutDate(text)); len(m.claims) > n {
		m.claims[n].leaf = i
	}
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if len(lines) < 2 || len(lines) > 3 {
		return
	}
	for _, line := range lines {
		n := len(m.claims)
		if m.claim(fieldTitle, fromHeading, line); len(m.claims) > n {
			m.claims[n].part = true
		}
	}
}

// leadsHome reports whether all of a heading is a link to the site's front
// page: the site's name or its sign.
func (m *metadata) leadsHome(l *leaf) bool {
	if !isLink(l) || m.onFront() {
		return false
	}
	for r := l.run0; r < l.run1; r++ {
		if run := &m.p.runs[r]; run.link != none && !isFront(m.p.bytes(m.p.links[run.link].href)) {
			return false
		}
	}
	return true
}

// isLinkedHeading reports whether a claim is a heading that is a link: of several,
// the headline of another page.
func (m *metadata) isLinkedHeading(c *claim) bool {
	return c.source == fromHeading && !c.part && isLink(&m.p.leaves[c.leaf])
}

// isLink reports whether all of a leaf is a link.
func isLink(l *leaf) bool { return l.linked > 0 && int(l.linked) >= l.text.len()*9/10 }

// onFront reports whether the page is a site's front page itself.
func (m *metadata) onFront() bool {
	path := m.path()
	return path == "/" || path == "" && m.addr.page != ""
}

// headline is the text of a heading, or of the element in it that its class
// calls the headline: a kicker stands beside that in many newspapers.
func (m *metadata) headline(l *leaf) string {
	for i := range m.p.marks {
		if mk := &m.p.marks[i]; mk.kinds&markTitle != 0 && !mk.dark && mk.text.start >= l.text.start && mk.text.end <= l.text.end && mk.text.len() > 0 {
			return m.markText(mk)
		}
	}
	return m.withoutSubtitle(l)
}

// withoutSubtitle is the text of a heading without an element at its beginning
// or end whose class calls it a subtitle.
func (m *metadata) withoutSubtitle(l *leaf) string {
	text := l.text
	for i := range m.p.marks {
		mk := &m.p.marks[i]
		switch {
		case mk.kinds&markSubtitle == 0 || mk.dark || mk.text.len() == 0 || mk.text.len() >= text.len():
		case mk.text.start == text.start && mk.text.end < text.end:
			text.start = mk.text.end
		case mk.text.start > text.start && mk.text.end == text.end:
			text.end = mk.text.start
		}
	}
	return string(trimSpace(m.p.text[text.start:text.end]))
}

// cutDate cuts a date off the start of a heading: some pages put it there. One
// that the head begins with too is part of the headline, or a version's number.
func (m *metadata) cutDate(s string) string {
	if s == "" || !hasDigit([]byte(s[:min(len(s), 12)])) {
		return s
	}
	_, start, end, ok := dates.Find(s, "")
	if !ok || start != 0 || len(s)-end < 15 {
		return s
	}
	for i := range m.claims {
		if c := &m.claims[i]; c.field == fieldTitle && c.source != fromHeading && strings.HasPrefix(c.value, s[:end]) {
			return s
		}
	}
	return strings.Trim(s[end:], " :–—-|•·")
}

// headFirst are the sources of the head, in the order in which they are
// believed where no heading is the headline.
var headFirst = []source{
	fromJSONLD, fromCitation, fromOpenGraph, fromMicrodata, fromParsely, fromSailthru, fromTwitter, fromTitleTag, fromClassName, fromDublinCore, fromMeta, fromHeading,
}

// likeHeadline is how much, in per cent, a heading must have in common with
// what the head says to be the headline.
const likeHeadline = 38

// clearly is by how much, in per cent, a later heading must be more like the
// head than an earlier one.
const clearly = 10

// chooseTitle believes the heading that is most like what the head of the page
// says: a heading is what readers see, the head is written for search engines.
// Without such a heading it believes the head.
func (m *metadata) chooseTitle() string {
	names := m.siteNames()
	refs := m.titleClaims(names)
	best := m.frontTitle()
	if best == nil {
		best = m.likeHead(names, refs)
	}
	heading := best
	if best == nil {
		best = m.shownPart()
	}
	if best == nil && len(refs) == 1 && refs[0].source == fromTitleTag && namesSite(refs[0].value) {
		best = m.onlyHeading(names)
	}
	if m.shown = (shownTitle{}); best == heading {
		m.shown = newShownTitle(heading, refs)
	}
	for _, from := range headFirst {
		m.eachOf(fieldTitle, from, func(c *claim) {
			if best == nil && c.folded != "" && !isName(c.folded, names) {
				best = c
			}
		})
	}
	if best == nil {
		return m.frontName()
	}
	best.won = true
	return repaired(best, refs)
}

// likeHead returns the heading, or the marked headline, that is most like what the
// head says, without what is none of it.
func (m *metadata) likeHead(names []string, refs []*claim) (best *claim) {
	most, several := likeHeadline-clearly, m.counts[fieldTitle][fromHeading] > 1
	for _, from := range []source{fromHeading, fromMicrodata, fromClassName} {
		teasers := from == fromClassName && m.counts[fieldTitle][from] > 2
		m.eachOf(fieldTitle, from, func(c *claim) {
			s := c.likeAny(refs)
			switch {
			case s <= most+clearly, c.folded == "", best.goesOnFrom(c), isName(c.folded, names), several && c.inside(refs):
			case s < 100 && (teasers || c.part || several && isNumbered(c.value) || (isSite(c.value, names) || several && m.isLinkedHeading(c)) && !c.begins(refs)):
			default:
				best, most = c, s
			}
		})
	}
	if best == nil {
		return nil
	}
	if part := m.beforeSection(best, refs); part != nil {
		return part
	}
	return unlabelled(best, refs)
}

// goesOnFrom reports whether a heading has all of a marked headline and goes on:
// programs that mark elements take the short form that the head has.
func (c *claim) goesOnFrom(marked *claim) bool {
	return c != nil && c.source == fromHeading && marked.source != fromHeading && strings.HasPrefix(c.folded, marked.folded+" ")
}

// eachOf calls f with the claims of one source for a field.
func (m *metadata) eachOf(fd field, from source, f func(c *claim)) {
	for i := range m.claims {
		if c := &m.claims[i]; c.field == fd && c.source == from {
			f(c)
		}
	}
}

func (m *metadata) frontTitle() (found *claim) {
	m.eachOf(fieldTitle, fromFrontMatter, func(c *claim) {
		if found == nil {
			found = c
		}
	})
	return found
}

// titleClaims cuts the site's names off every claim for the title and returns
// those of the head that headings are compared with.
func (m *metadata) titleClaims(names []string) (refs []*claim) {
	var seen [sourceCount]bool
	for i := range m.claims {
		c := &m.claims[i]
		if c.field != fieldTitle {
			continue
		}
		c.folded = m.cutTitle(c, names)
		if c.source == fromHeading || c.source == fromClassName || c.source == fromMicrodata || seen[c.source] || isName(c.folded, names) {
			continue
		}
		seen[c.source] = true
		refs = append(refs, c)
	}
	return refs
}

// cutTitle cuts what is none of the headline off a claim for the title and
// returns the words by which it is compared: none, if it tells no more than
// that this is a site.
func (m *metadata) cutTitle(c *claim, names []string) (folded string) {
	if c.source != fromFrontMatter {
		trimmed := trimBreaks(c.value)
		if len(trimmed) < len(c.value) && isSite(trimmed, names) {
			return ""
		}
		cut := cutLabel(cutSite(trimmed, names))
		if homeWords[strings.ToLower(cut)] {
			return ""
		}
		if m.onFront() && len(cut) < len(trimmed) && strings.HasSuffix(trimmed, cut) {
			c.value = trimmed // the front page's title is that of the site: after its name comes a motto
			return string(foldWords(nil, []byte(cut)))
		}
		c.value = cut
	}
	return string(foldWords(nil, []byte(c.value)))
}

// likeAny is how much, in per cent, a claim has in common with the one of refs
// that is most like it.
func (c *claim) likeAny(refs []*claim) (most int) {
	for _, r := range refs {
		if c.folded == r.folded {
			return 100
		}
		most = max(most, (shared(c.folded, r.folded)+shared(r.folded, c.folded))/2)
	}
	return most
}

// begins reports whether one of refs begins with all of a claim.
func (c *claim) begins(refs []*claim) bool {
	return slices.ContainsFunc(refs, func(r *claim) bool { return strings.HasPrefix(r.folded, c.folded) })
}

// inside reports whether a heading is no more than words out of the middle of
// what the head says: a section about one of the things that the headline
// names, or the site.
func (c *claim) inside(refs []*claim) (is bool) {
	for _, r := range refs {
		if c.folded == r.folded || strings.HasPrefix(r.folded, c.folded+" ") || strings.HasSuffix(r.folded, " "+c.folded) {
			return false
		}
		is = is || strings.Contains(r.folded, " "+c.folded+" ")
	}
	return is
}

// shared is the part of a's words, in per cent of their length, that b has too.
// Both are as foldWords gives them. Writing without spaces is one word.
func shared(a, b string) int {
	total, found := 0, 0
	for word := range strings.FieldsSeq(a) {
		total += len(word)
		if i := strings.Index(b, word); i >= 0 && (hasWord(b, word) || word[0] >= utf8.RuneSelf) {
			found += len(word)
		}
	}
	if total == 0 {
		return 0
	}
	return found * 100 / total
}

// hasWord reports whether a folded text has a word.
func hasWord(text, word string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		i += at
		at = i + len(word)
		if (i == 0 || text[i-1] == ' ') && (at == len(text) || text[at] == ' ') {
			return true
		}
	}
}
