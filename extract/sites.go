package extract

import (
	"bytes"
	"strings"

	"pressclip/internal/weburl"
)

// sites.go names the publication that a page belongs to.

// chooseSite believes the publication's name and gives its address.
func (m *metadata) chooseSite(out *Article) *Site {
	m.siteFromTitle(out.Title)
	site := Site{Name: m.first(fieldSite, m.ownName)}
	if base := firstString(out.URL, out.CanonicalURL); base != "" {
		if i := strings.Index(base, "://"); i > 0 {
			host := base[i+3:]
			if j := strings.IndexAny(host, "/?#"); j >= 0 {
				host = host[:j]
			}
			site.URL = base[:i+3] + host + "/"
		}
	}
	if site == (Site{}) {
		return nil
	}
	return &site
}

// ownName accepts a claim for the site's name, but the publisher's only where no
// other source gives the name that the title element ends with: a company is
// not what readers call its site.
func (m *metadata) ownName(c *claim) (string, bool) {
	tag := clean(m.p.str(m.p.title))
	if c.source != fromJSONLD || tag == "" || containsWords(tag, c.value) {
		return c.value, true
	}
	end, better := titleEnds(tag)[0], false
	m.eachOf(fieldSite, fromOpenGraph, func(o *claim) { better = better || sameWords(o.value, end) })
	return c.value, !better
}

// containsWords reports whether a text has the words of another in a row.
func containsWords(text, words string) bool {
	return strings.Contains(string(foldWords(nil, []byte(text))), string(foldWords(nil, []byte(words))))
}

// longSite is the most bytes of a site's name in a title.
const longSite = 60

// siteFromTitle claims what stands beside the headline in the title element, at
// its end or its beginning, if the page says elsewhere that this is its name:
// in its host, in a link to the front page, in a heading, in a copyright line.
func (m *metadata) siteFromTitle(headline string) {
	tag := clean(m.p.str(m.p.title))
	if tag == "" || m.claimed(fieldSite) {
		return
	}
	names := m.siteNames()
	for _, part := range titleEnds(tag) {
		if part == "" || len(part) > longSite || sameWords(part, headline) {
			continue
		}
		folded := string(foldWords(nil, []byte(part)))
		if isSite(part, names) || m.isHome(folded) || m.isOtherHeading(folded) || m.isOwner(part) {
			m.claim(fieldSite, fromTitleTag, part)
			return
		}
	}
}

func (m *metadata) claimed(fd field) bool {
	for i := range m.claims {
		if m.claims[i].field == fd {
			return true
		}
	}
	return false
}

// titleEnds returns the last and the first part of a title.
func titleEnds(tag string) [2]string {
	var ends [2]string
	last, first := -1, len(tag)
	for _, sep := range titleBreaks {
		if i := strings.LastIndex(tag, sep); i >= 0 && sep != "-" && i+len(sep) > last {
			last = i + len(sep)
		}
		if i := strings.Index(tag, sep); i >= 0 && sep != "-" && i < first {
			first = i
		}
	}
	if last >= 0 {
		ends[0] = strings.TrimSpace(tag[last:])
	}
	if first < len(tag) {
		ends[1] = strings.TrimSpace(tag[:first])
	}
	return ends
}

// isHome reports whether a link to the site's front page has a name as its text
// or title.
func (m *metadata) isHome(folded string) bool {
	p := m.p
	same := func(b []byte) bool { return len(b) > 0 && isFolded(b, folded) }
	for i := range p.links {
		a := &p.links[i]
		if m.isRoot(p.bytes(a.href)) && same(p.bytes(a.title)) {
			return true
		}
	}
	for r := range p.runs {
		run := &p.runs[r]
		if run.link == none || !m.isRoot(p.bytes(p.links[run.link].href)) {
			continue
		}
		if same(p.text[run.text.start:run.text.end]) || run.image != none && same(p.bytes(p.pictures[run.image].alt)) {
			return true
		}
	}
	return false
}

// isRoot reports whether an address is that of this site's front page.
func (m *metadata) isRoot(href []byte) bool {
	return isFront(href) && (m.addr.site == "" || !bytes.Contains(href, []byte("://")) || weburl.SameHost(string(href), m.addr.site))
}

// isFront reports whether an address is that of the front page of a site.
func isFront(href []byte) bool {
	switch string(href) {
	case "":
		return false
	case "/", "./", "index.html", "/index.html", "index.php", "./index.php":
		return true
	}
	if len(href) > 80 || !bytes.Contains(href, []byte("://")) {
		return false
	}
	_, path, _ := bytes.Cut(href, []byte("://"))
	_, path, _ = bytes.Cut(path, []byte("/"))
	return len(path) == 0
}

// isOtherHeading reports whether a first-rank heading is a name.
func (m *metadata) isOtherHeading(folded string) (is bool) {
	m.eachOf(fieldTitle, fromHeading, func(c *claim) { is = is || c.folded == folded })
	return is
}

// isOwner reports whether a copyright line has a name.
func (m *metadata) isOwner(name string) bool {
	text := m.p.text
	name = strings.TrimPrefix(name, "The ")
	for from := 0; ; {
		i := bytes.Index(text[from:], []byte("©"))
		if i < 0 {
			return false
		}
		from += i + len("©")
		if bytes.Contains(text[from:min(from+120, len(text))], []byte(name)) {
			return true
		}
	}
}
