package extract

import (
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
			m.claimHeading(l)
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
func (m *metadata) claimHeading(l *leaf) {
	text := m.headline(l)
	m.claim(fieldTitle, fromHeading, cutDate(text))
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
	if int(l.linked) < l.text.len()*9/10 || m.onFront() {
		return false
	}
	for r := l.run0; r < l.run1; r++ {
		if run := &m.p.runs[r]; run.link != none && !isFront(m.p.bytes(m.p.links[run.link].href)) {
			return false
		}
	}
	return l.linked > 0
}

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

// cutDate cuts a date off the start of a heading: some pages put it there.
func cutDate(s string) string {
	if s == "" || !hasDigit([]byte(s[:min(len(s), 12)])) {
		return s
	}
	if _, start, end, ok := dates.Find(s, ""); ok && start == 0 && len(s)-end >= 15 {
		return strings.Trim(s[end:], " :–—-|•·")
	}
	return s
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
	best, most := m.frontTitle(), likeHeadline-clearly
	several := m.counts[fieldTitle][fromHeading] > 1
	if best == nil {
		for _, from := range []source{fromHeading, fromMicrodata, fromClassName} {
			m.eachOf(fieldTitle, from, func(c *claim) {
				if s := c.likeAny(refs); s > most+clearly && c.folded != "" && !isName(c.folded, names) && !(c.part && s < 100) && !(several && c.inside(refs)) {
					best, most = c, s
				}
			})
		}
		if best != nil {
			best = unlabelled(best, refs)
		}
	}
	if best == nil {
		best = m.shownPart()
	}
	if best == nil && len(refs) == 1 && refs[0].source == fromTitleTag && namesSite(refs[0].value) {
		best = m.onlyHeading(names)
	}
	for _, from := range headFirst {
		m.eachOf(fieldTitle, from, func(c *claim) {
			if best == nil && c.folded != "" && !isName(c.folded, names) {
				best = c
			}
		})
	}
	if best == nil {
		return m.first(fieldTitle, plain)
	}
	best.won = true
	return repaired(best, refs)
}

// namesSite reports whether a title reads like the name of a site or of a
// standing page: a name and a motto, "Home page".
func namesSite(title string) bool {
	for _, sep := range titleBreaks {
		if sep != "-" && sep != "_" && sep != ": " && strings.Contains(title, sep) {
			return true
		}
	}
	return strings.Count(title, " ") < 2
}

// onlyHeading returns the heading of the highest rank if the page has one and
// it is as long as headlines are: where the head has nothing but a title element
// that says something else, and that is the site's, the heading is right.
func (m *metadata) onlyHeading(names []string) (only *claim) {
	if m.counts[fieldTitle][fromHeading] != 1 {
		return nil
	}
	m.eachOf(fieldTitle, fromHeading, func(c *claim) {
		if strings.Count(c.folded, " ") >= 3 && !isName(c.folded, names) {
			only = c
		}
	})
	return only
}

// shownPart returns the claim of the title element, cut to the part that the page
// shows as a line of its own: where no heading is the headline, a line in big
// letters is. The start of a title is rather the headline than its end.
func (m *metadata) shownPart() (found *claim) {
	colon := true // without other claims of the head, a colon may end the site's name
	for i := range m.claims {
		c := &m.claims[i]
		colon = colon && (c.field != fieldTitle || c.source == fromTitleTag || c.source == fromHeading || c.source == fromClassName)
	}
	m.eachOf(fieldTitle, fromTitleTag, func(c *claim) {
		start, end := "", ""
		for _, sep := range titleBreaks {
			if strings.Trim(sep, " :")+" " == " " && !colon || !strings.Contains(sep, " ") {
				continue
			}
			if i := strings.Index(c.value, sep); i > 0 {
				start, end = m.longerShown(start, c.value[:i]), m.longerShown(end, c.value[i+len(sep):])
			}
			if i := strings.LastIndex(c.value, sep); i > 0 {
				start, end = m.longerShown(start, c.value[:i]), m.longerShown(end, c.value[i+len(sep):])
			}
		}
		if part := firstString(start, end); part != "" {
			c.value, c.folded, found = part, string(foldWords(nil, []byte(part))), c
		}
	})
	return found
}

// longerShown returns part if it is longer than best and a line of the page that
// does not lead to its front.
func (m *metadata) longerShown(best, part string) string {
	part = strings.TrimSpace(part)
	if len(part) <= len(best) || !strings.Contains(part, " ") && len(part) < 10 {
		return best
	}
	i := m.p.headline(part, none)
	if i == none || !sameWords(firstLine(string(m.p.textOf(&m.p.leaves[i]))), part) || m.isHome(string(foldWords(nil, []byte(part)))) {
		return best
	}
	return part
}

// firstLine cuts a text at its first line break.
func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
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
		if c.source != fromFrontMatter {
			c.value = cutLabel(cutSite(c.value, names))
		}
		c.folded = string(foldWords(nil, []byte(c.value)))
		if c.source == fromHeading || c.source == fromClassName || c.source == fromMicrodata || seen[c.source] || isName(c.folded, names) {
			continue
		}
		seen[c.source] = true
		refs = append(refs, c)
	}
	return refs
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

// longKicker is the most words of a label before a headline of as many.
const longKicker = 8

// unlabelled returns the claim that is a heading without the label before it:
// "Thread: …", a kicker.
func unlabelled(h *claim, refs []*claim) *claim {
	for _, r := range refs {
		label, ok := strings.CutSuffix(h.folded, " "+r.folded)
		most := 3
		if before, apart := strings.CutSuffix(h.value, r.value); !apart || !strings.HasSuffix(before, ": ") {
			most = max(most, min(strings.Count(r.folded, " ")+1, longKicker))
		}
		if ok && strings.Contains(r.folded, " ") && strings.Count(label, " ") < most {
			return r
		}
	}
	return h
}

// titleLabels stand before the headline in titles that forum and blog programs
// make, folded.
var titleLabels = map[string]bool{
	"view topic": true, "thread": true, "topic": true, "blog archive": true, "thema anzeigen": true, "thema": true, "thème": true, "tópico": true, "тема": true,
}

// cutLabel cuts such a label off.
func cutLabel(title string) string {
	for _, sep := range titleBreaks {
		if i := strings.Index(title, sep); i > 0 && i < 30 && titleLabels[string(foldWords(nil, []byte(title[:i])))] {
			return strings.TrimSpace(title[i+len(sep):])
		}
	}
	return title
}
