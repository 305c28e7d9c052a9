package extract

import (
	"bytes"

	"pressclip/internal/dates"
	"pressclip/internal/weburl"
)

// kindsigns.go collects what speaks for a page's kind: a page goes in, with its
// selection prepared, and numbers come out that each can be said in words.

// A signs is what speaks for a page's kind.
type signs struct {
	stated, named, platform, address, settled, titled, entitled, classes, phrases kindCounts

	slug, depth          int32 // words of the address's last part, and its parts
	root, dated          bool  // the address is the site's start; has a date
	published, author    bool  // the page names a date of publication, an author
	headings, linkedHead int32
	prices, code         int32 // leaves
	links, nav           int32 // leaves that are links; leaves in navigation
	h1, forms            int32
	pre                  int32 // bytes of code
	longest              int32 // bytes of the longest running text
	questions            int32 // headings that ask
	replies, replied     int32 // containers named as comments; leaves of running text in them
	teased               int32 // leaves of running text in cards
	inTop                shape
	topProse             int32
	best                 group // the group of like items with most text
	cards                group // the one with most items that have a link and a heading
	posts                group // the one with most running text whose items have a date or a person
}

// collect fills the signs.
func (g *signs) collect(s *selection, m *metadata) {
	*g = signs{}
	p := s.p
	g.stated, g.classes = p.stated, p.classCounts
	for _, r := range p.jsonld {
		eachType(p.bytes(r), func(name []byte) { g.stated.add(statedKinds.find(name)) })
	}
	g.head(p)
	g.fromAddress(m)
	g.published, g.author = m.has(fieldPublished), m.has(fieldAuthor)
	for i := range p.leaves {
		if l := &p.leaves[i]; l.flags == 0 {
			g.leaf(s, i, l)
		}
	}
	for i := range p.nodes {
		n := &p.nodes[i]
		if n.hints&hintComment != 0 {
			g.replies++
		}
		if n.tag == tagForm {
			g.forms++
		}
	}
	g.prices = s.prices
	g.inTop, g.topProse = s.shapes[s.top], s.prose[s.top]
	g.groups(s)
}

// head reads what the page's head and its root say.
func (g *signs) head(p *page) {
	for _, f := range p.facts {
		if metaKeys[f.key].field != fieldKind {
			continue
		}
		if metaKeys[f.key].source == fromOpenGraph {
			g.named.add(namedKinds.find(trimSpace(p.bytes(f.value))))
		} else {
			platformKinds.words(p.bytes(f.value), 1, g.platform.add)
		}
	}
	platformKinds.tokens(p.bytes(p.rootNames), g.platform.add)
	title := p.bytes(p.title)
	addressKinds.words(title[:min(len(title), maxTitle)], 2, g.titled.add) // "c" is a folder, "vitamin C" a subject
	settledKinds.words(title[:min(len(title), maxTitle)], 2, g.entitled.add)
}

// maxTitle is how much of the title is read, in bytes.
const maxTitle = 512

// maxAddress is how much of an address is read, in bytes.
const maxAddress = 2048

// fromAddress reads the page's address.
func (g *signs) fromAddress(m *metadata) {
	address := firstString(m.c.url, m.p.str(m.p.saved), m.p.str(m.p.canonical), m.firstClaim(fieldURL))
	host := weburl.Host(address)
	if host == "" || len(address) > maxAddress {
		return
	}
	path := []byte(address[min(len(address), bytes.Index(bytes.ToLower([]byte(address)), []byte(host))+len(host)):])
	if i := bytes.IndexAny(path, "?#"); i >= 0 {
		path = path[:i]
	}
	addressKinds.words([]byte(host), 1, g.address.add)
	addressKinds.words(path, 1, g.address.add)
	settledKinds.words([]byte(host), 1, g.settled.add)
	settledKinds.words(path, 1, g.settled.add)
	path = bytes.Trim(path, "/")
	g.root = len(path) == 0
	_, g.dated = dates.FromPath(string(path))
	g.depth = int32(bytes.Count(path, []byte("/"))) + 1
	g.slug = int32(bytes.Count(path[bytes.LastIndexByte(path, '/')+1:], []byte("-"))) + 1
}

// longPhrase is the length, in bytes, from which a leaf is no button or label.
const longPhrase = 60

// leaf counts one leaf.
func (g *signs) leaf(s *selection, i int, l *leaf) {
	n := int32(l.text.len())
	if prose := s.measures[i].prose; prose > 0 {
		g.longest = max(g.longest, prose)
		if s.shapes[l.node].far&hintComment != 0 {
			g.replied++
		}
		if s.cards[l.node] {
			g.teased++
		}
	}
	if l.linked*2 > n {
		g.links++
	}
	if s.shapes[l.node].far&hintNav != 0 && n > 0 {
		g.nav++
	}
	switch l.kind {
	case leafHeading:
		g.headings++
		if l.level == 1 {
			g.h1++
		}
		if l.linked*2 > n {
			g.linkedHead++
		}
		if s.traits[i].flags&traitQuestion != 0 {
			g.questions++
		}
	case leafPre:
		g.code++
		g.pre += n
	}
	if n > 0 && n < longPhrase && l.kind != leafPre {
		g.phrase(s.p.textOf(l))
	}
}

// phrase counts a short text.
func (g *signs) phrase(text []byte) {
	bits := phraseKinds.find(text)
	if bits&(1<<poweredBy) != 0 {
		platformKinds.words(text, 1, g.platform.add)
	}
	g.phrases.add(bits &^ (1 << poweredBy))
}

// groups chooses the groups that tell most.
func (g *signs) groups(s *selection) {
	cards, posts := int32(0), int32(0)
	for i := range s.groups {
		row := &s.groups[i]
		if row.items == 0 || s.why[row.first]&(hintNav|hintFooter) != 0 {
			continue
		}
		if row.text > g.best.text {
			g.best = *row
		}
		if n := min(row.with[itemLink], row.with[itemHeading]); n > cards {
			cards, g.cards = n, *row
		}
		if min(row.with[itemDate]+row.with[itemPerson], row.items) >= leastItems && row.prose > posts {
			posts, g.posts = row.prose, *row
		}
	}
}

// say reports whether anything on the page says that it is of a kind: a name or
// a word of that kind, or what only such pages have.
func (g *signs) say(kind int) bool {
	switch {
	case g.stated[kind] > 0, g.platform[kind] > 0, g.address[kind] > 0, g.phrases[kind] > 0, g.classes[kind] > 0:
		return true
	case g.titled[kind] > 0 && kind != kindForum: // articles have headlines about questions and discussions, too
		return true
	case kind == kindForum:
		return g.posts.items > 0
	case kind == kindListing:
		return g.cards.items > 0
	case kind == kindProduct:
		return g.prices > 0
	case kind == kindDocumentation:
		return g.code > 0
	}
	return false
}

// eachType calls f with the name of each @type in a JSON-LD script, without
// the vocabulary. It reads no JSON: a type is the string, or the strings in
// brackets, after the key.
func eachType(b []byte, f func(name []byte)) {
	key := []byte(`"@type"`)
	for {
		i := bytes.Index(b, key)
		if i < 0 {
			return
		}
		b = bytes.TrimLeft(b[i+len(key):], " \t\r\n:")
		end := 1
		if len(b) > 0 && b[0] == '[' {
			end = bytes.IndexByte(b, ']')
		} else if len(b) > 0 && b[0] == '"' {
			end = bytes.IndexByte(b[1:], '"') + 2
		}
		if end < 2 {
			continue
		}
		for part := range bytes.SplitSeq(b[:end], []byte(`"`)) {
			name := part[bytes.LastIndexAny(part, "/#:")+1:]
			if len(name) > 1 && len(name) <= longKindWord {
				f(name)
			}
		}
		b = b[end:]
	}
}

// has reports whether a source makes a claim for a field.
func (m *metadata) has(fd field) bool {
	for from := range m.counts[fd] {
		if m.counts[fd][from] > 0 {
			return true
		}
	}
	return false
}

// firstClaim is the first claim of a field, "" without one.
func (m *metadata) firstClaim(fd field) string {
	for i := range m.claims {
		if m.claims[i].field == fd {
			return m.claims[i].value
		}
	}
	return ""
}
