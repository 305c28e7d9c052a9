package extract

import (
	"bytes"
	"strings"
)

// header.go finds what stands around the headline for readers to see: the page
// and its selection go in, the lines that speak of the article come out.

// A zone is the part of a page where marked elements speak of the article and
// not of others: around its headline, in its element, just after its text.
type zone struct {
	p           *page
	sel         *selection
	top         int32 // the innermost <article> or <main> around the text, or none
	first, last int32 // the first and last kept leaf, or none
	h1          int32 // the headline's leaf, or none
	from, until int32 // the article's header: leaves[from:until]
}

const (
	// How many leaves before and after the headline its lines may stand.
	beforeHeadline = 8
	afterHeadline  = 24
	// How far before the first kept leaf a header line may stand where the page
	// has no headline, and how far after the last one a footer line.
	headLeaves = 15
	tailLeaves = 12
	// So many bytes of running text end the header: a dek and a first paragraph.
	bodyLength = 480
)

func newZone(p *page, sel *selection, title string) *zone {
	z := &zone{p: p, sel: sel, top: none, first: none, last: none}
	for i := range sel.verdicts {
		if sel.verdicts[i].keep {
			if z.first == none {
				z.first = int32(i)
			}
			z.last = int32(i)
		}
	}
	for n := sel.top; n > 0; n = p.nodes[n].parent {
		if t := p.nodes[n].tag; t == tagArticle || t == tagMain && z.top == none {
			z.top = n
		}
	}
	z.h1 = p.headline(title, z.first)
	z.findHeader()
	return z
}

// headline finds the leaf that shows the headline: a heading before another
// line, the last before the text, which begins at leaf first if that is known.
func (p *page) headline(title string, first int32) int32 {
	if title == "" {
		return none
	}
	folded := string(foldWords(nil, []byte(title)))
	best, rank := int32(none), 0
	var buf [256]byte
	for i := range p.leaves {
		l := &p.leaves[i]
		n := l.text.len()
		if l.flags != 0 || n*2 < len(folded) || n > 4*len(title)+16 || best != none && first != none && int32(i) > first+2 {
			continue
		}
		r := 1
		if l.kind == leafHeading {
			r = 8 - int(min(l.level, 6))
		}
		if r < rank || first == none && r == rank {
			continue
		}
		text := p.textOf(l)
		if i := bytes.IndexByte(text, '\n'); i > 0 && l.kind == leafText {
			text = text[:i] // a line in big letters, and others below it
		}
		if isFolded(text, folded) || r > 4 && strings.Contains(string(foldWords(buf[:0], text)), folded) {
			best, rank = int32(i), r
		}
	}
	return best
}

// findHeader finds where the article's header begins and ends.
func (z *zone) findHeader() {
	count := int32(len(z.p.leaves))
	at, before := z.h1, int32(beforeHeadline)
	if at == none {
		at, before = z.first, headLeaves
	}
	if at == none {
		z.until = min(count, afterHeadline)
		return
	}
	z.from, z.until = max(0, at-before), at+1
	for text := 0; z.until < min(count, at+afterHeadline) && text < bodyLength; z.until++ {
		l := &z.p.leaves[z.until]
		if n := l.text.len(); n >= labelLength && l.kind == leafText && l.linked*2 < int32(n) && endsSentence(z.p.textOf(l)) {
			text += n
		}
	}
}

// inHeader reports whether leaf i is in the article's header and not in
// furniture there. Furniture that holds the headline too is none.
func (z *zone) inHeader(i, node int32) bool {
	const spared = hintMeta | hintByline
	if i < z.from || i >= z.until {
		return false
	}
	p := z.p
	if z.sel.why[node]&notInHeader == 0 || (p.nodes[node].hints|p.nodes[max(p.nodes[node].parent, 0)].hints)&spared != 0 {
		return true
	}
	for n := node; n > 0; n = p.nodes[n].parent {
		if k := &p.nodes[n]; k.hints&notInHeader != 0 && (z.h1 < k.first || z.h1 >= k.last) {
			return false
		}
	}
	return z.h1 != none
}

// inFooter reports whether leaf i is just after the text and not about others.
func (z *zone) inFooter(i, node int32) bool {
	return z.last != none && i > z.last && i <= z.last+termLines && z.sel.why[node]&(notOurs&^hintComment) == 0
}

// source is the source of what leaf i of the header says: the head of a page
// often shows the day of reading far above the headline.
func (z *zone) source(i int32) source {
	if z.h1 != none && i < z.h1-3 {
		return fromByline
	}
	return fromHeader
}

// notInHeader are the hints of containers that speak of other pages even beside
// the headline; notOurs are those elsewhere.
const (
	notInHeader = hintComment | hintNav | hintCookie | hintRelated
	notOurs     = notInHeader | hintAside | hintAd
)

// holds reports whether a mark is in the zone.
func (z *zone) holds(mk *mark) bool {
	p := z.p
	if z.inHeader(mk.leaf, mk.node) {
		return true
	}
	if z.sel.why[mk.node]&notOurs != 0 || p.nodes[mk.node].hints&notOurs != 0 {
		return false
	}
	if z.top != none && p.within(mk.node, z.top) {
		return mk.leaf > z.last || z.near(mk)
	}
	if z.top != none && z.h1 == none {
		return false
	}
	return z.near(mk)
}

// near reports whether a mark stands between the headline and the end of the
// article, or close to it.
func (z *zone) near(mk *mark) bool {
	if z.first == none {
		return true
	}
	start := z.first - headLeaves
	if z.h1 != none {
		start = min(z.h1-3, z.first)
	}
	return mk.leaf >= start && mk.leaf <= z.last+tailLeaves
}
