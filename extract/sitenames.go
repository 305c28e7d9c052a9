package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressclip/internal/weburl"
)

// sitenames.go knows the names of a page's site and cuts them off headlines: a
// title goes in, the title without them comes out.

// siteNames are the folded names that the site goes by.
func (m *metadata) siteNames() (names []string) {
	for i := range m.claims {
		c := &m.claims[i]
		if c.field != fieldSite || m.isHeadline(c.value) {
			continue
		}
		names = append(names, string(foldWords(nil, []byte(c.value))))
		if strings.Contains(c.value, ".") && !strings.Contains(c.value, " ") {
			names = append(names, strings.ReplaceAll(strings.ToLower(hostName(c.value)), "-", "")) // "Example.com"
		}
	}
	if host := m.host(); host != "" {
		names = append(names, string(foldWords(nil, []byte(host))), strings.ReplaceAll(hostName(host), "-", ""))
	}
	if name := m.homeName(); name != "" {
		names = append(names, name)
	}
	return names
}

// longSiteName is the most spaces of a site's name that is a heading, too.
const longSiteName = 4

// isHeadline reports whether what is said to be the site's name is a heading, and
// as long as headlines are: a program has filled in the wrong field.
func (m *metadata) isHeadline(name string) (is bool) {
	if strings.Count(name, " ") > longSiteName {
		m.eachOf(fieldTitle, fromHeading, func(c *claim) { is = is || sameWords(c.value, name) })
	}
	return is
}

// homeWords are what a front page is called that has no title.
var homeWords = map[string]bool{
	"home": true, "homepage": true, "home page": true, "startseite": true, "accueil": true, "inicio": true, "início": true, "strona główna": true, "hem": true, "главная": true, "ホーム": true, "首页": true,
}

// homeName is the folded end of the title element if a link to the site's front
// page or a copyright line has it, too. After a colon the headline goes on.
func (m *metadata) homeName() string {
	if m.home != nil {
		return *m.home
	}
	m.home = new(string)
	title := clean(m.p.str(m.p.title))
	part := titleEnds(title)[0]
	if i := strings.LastIndexByte(title, '-'); i > 0 && (part == "" || i > len(title)-len(part)-1) && !isLatin(title[i+1:]) {
		part = title[i+1:] // writing without spaces
	}
	if part == "" || len(part) > longSite || strings.HasSuffix(strings.TrimSuffix(title, part), ": ") {
		return ""
	}
	if folded := string(foldWords(nil, []byte(part))); m.isHome(folded) || m.isOwner(part) || !siteWords[folded] && m.isFirstLink(folded) {
		*m.home = folded
	}
	return *m.home
}

// firstLinks is how many links at the start of a page may be the sign of its site.
const firstLinks = 3

// isFirstLink reports whether one of the page's first links has a name as its text.
func (m *metadata) isFirstLink(folded string) bool {
	n := 0
	for r := range m.p.runs {
		run := &m.p.runs[r]
		if run.link == none || run.text.empty() {
			continue
		}
		if isFolded(m.p.text[run.text.start:run.text.end], folded) {
			return true
		}
		if n++; n == firstLinks {
			break
		}
	}
	return false
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
var titleBreaks = []string{" | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " › ", " « ", " ‹ ", " / ", ": ", "｜", "：", "_", " : ", " |", "-"}

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
