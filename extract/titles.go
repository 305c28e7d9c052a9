package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressclip/internal/dates"
	"pressclip/internal/weburl"
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
		if l.kind == leafHeading && l.level == 1 && l.flags == 0 && found < maxHeadings && p.nodes[l.node].hints&(hintNav|hintFooter|hintCookie) == 0 {
			m.claim(fieldTitle, fromHeading, cutDate(m.headline(l)))
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

// headline is the text of a heading, or of the element in it that its class
// calls the headline: a kicker stands beside that in many newspapers.
func (m *metadata) headline(l *leaf) string {
	for i := range m.p.marks {
		if mk := &m.p.marks[i]; mk.kinds&markTitle != 0 && !mk.dark && mk.text.start >= l.text.start && mk.text.end <= l.text.end && mk.text.len() > 0 {
			return m.markText(mk)
		}
	}
	return string(m.p.textOf(l))
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
	if best == nil {
		for _, from := range []source{fromHeading, fromMicrodata, fromClassName} {
			m.eachOf(fieldTitle, from, func(c *claim) {
				if s := c.likeAny(refs); s > most+clearly && c.folded != "" && !isName(c.folded, names) {
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
	return best.value
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

// unlabelled returns the claim that is a heading without the label before it:
// "Thread: …", a kicker.
func unlabelled(h *claim, refs []*claim) *claim {
	for _, r := range refs {
		label, ok := strings.CutSuffix(h.folded, " "+r.folded)
		if ok && strings.Count(r.folded, " ") >= 1 && strings.Count(label, " ") < 3 {
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

// siteNames are the folded names that the site goes by.
func (m *metadata) siteNames() (names []string) {
	for i := range m.claims {
		if c := &m.claims[i]; c.field == fieldSite {
			names = append(names, string(foldWords(nil, []byte(c.value))))
		}
	}
	if host := m.host(); host != "" {
		names = append(names, string(foldWords(nil, []byte(host))), strings.ReplaceAll(hostName(host), "-", ""))
	}
	return names
}

// host is the page's host without "www.", or "".
func (m *metadata) host() string {
	url := firstString(m.c.url, m.addr.page, m.addr.site)
	if url == "" {
		m.eachOf(fieldURL, fromOpenGraph, func(c *claim) { url = firstString(url, c.value) })
	}
	return strings.TrimPrefix(weburl.Host(url), "www.")
}

// hostName is the label of a host that names its owner: "example" of
// news.example.co.uk.
func hostName(host string) string {
	labels := strings.Split(host, ".")
	n := len(labels) - 1 // the top-level domain
	if n > 1 && len(labels[n]) == 2 && len(labels[n-1]) <= 3 {
		n-- // co.uk, com.br
	}
	if n < 1 {
		return host
	}
	return labels[n-1]
}

// titleBreaks part a headline from the site's name.
var titleBreaks = []string{" | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " › ", " « ", " ‹ ", " / ", ": ", "｜", "_", " : ", " |", "-"}

// cutSite cuts the site's name off the end or the start of a title, and
// nothing else.
func cutSite(title string, names []string) string {
	for _, sep := range titleBreaks {
		if i := strings.LastIndex(title, sep); i > 0 && isSite(title[i+len(sep):], names) {
			return strings.TrimSpace(title[:i])
		}
		if i := strings.Index(title, sep); i > 0 && sep != "-" && isName(string(foldWords(nil, []byte(title[:i]))), names) {
			return strings.TrimSpace(title[i+len(sep):])
		}
	}
	return title
}

// isName reports whether a folded text is one of the site's names, spaces or no.
func isName(folded string, names []string) bool {
	squeezed := unspaced(folded)
	for _, n := range names {
		if squeezed != "" && squeezed == unspaced(n) {
			return true
		}
	}
	return false
}

func unspaced(folded string) string { return strings.ReplaceAll(folded, " ", "") }

// siteWords say what a site is, beside its name: "Example News".
var siteWords = map[string]bool{
	"the": true, "forum": true, "forums": true, "blog": true, "news": true, "magazine": true, "online": true, "official": true, "site": true, "website": true,
	"community": true, "com": true, "org": true, "net": true, "inc": true, "llc": true, "ltd": true, "and": true, "of": true, "for": true, "newsroom": true,
	"documentation": true, "docs": true, "wiki": true, "zeitung": true, "magazin": true, "de": true, "der": true, "die": true, "das": true, "uk": true, "us": true,
}

// isSite reports whether the end of a title is the site's name: one of its
// names, that with a word such as "Blog", or its initials.
func isSite(part string, names []string) bool {
	folded := string(foldWords(nil, []byte(part)))
	if folded == "" || len(folded) > 80 {
		return false
	}
	if isName(folded, names) {
		return true
	}
	for _, n := range names {
		if len(n) > 2 && (initials(folded) == unspaced(n) || initials(n) == folded) || len(n) > 3 && spells(folded, unspaced(n)) {
			return true
		}
	}
	return false
}

// spells reports whether folded words are a squeezed name, in pieces, beside
// words that say what a site is.
func spells(folded, name string) bool {
	covered, other := 0, 0
	for word := range strings.FieldsSeq(folded) {
		switch {
		case len(word) > 1 && strings.Contains(name, word): // a piece
			covered += len(word)
		case len(word) == 1 || siteWords[word] || word[0] >= '0' && word[0] <= '9':
		default:
			other++
		}
	}
	return other == 0 && covered*10 >= len(name)*6
}

// initials are the first letters of folded words that are no small words.
func initials(folded string) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(folded) {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsLetter(r) && word != "and" && word != "of" && word != "the" && word != "for" {
			b.WriteRune(r)
		}
	}
	if b.Len() < 3 {
		return ""
	}
	return b.String()
}
