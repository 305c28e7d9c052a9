package extract

import "math/bits"

// features.go lays out what the model knows of a leaf: traits, shapes and
// neighbours go in, a row of numbers comes out. The order of the row is part of
// the model: after a change here, train again.

// hintColumns are the hints that have a column of their own, near and far.
var hintColumns = []struct {
	hint hints
	name string
}{
	{hintArticle, "article"}, {hintComment, "comment"}, {hintShare, "share"}, {hintRelated, "related"}, {hintNav, "navigation"}, {hintAside, "sidebar"},
	{hintAd, "advertisement"}, {hintSubscribe, "newsletter"}, {hintFooter, "footer"}, {hintHeader, "header"}, {hintMeta, "meta"}, {hintTags, "tags"},
	{hintCaption, "caption"}, {hintCookie, "pop-up"}, {hintForm, "form"}, {hintPull, "pull quote"}, {hintBio, "about the author"}, {hintTOC, "contents"},
	{hintNotes, "notes"}, {hintByline, "byline"}, {hintTitle, "headline"},
}

// reach is how many neighbours on either side a row tells of.
const reach = 3

// farUp is how many containers up the tree a row looks for what two leaves
// have in common; further is all the same.
const farUp = 8

// A row is being written.
type row struct {
	v []float32
	n int
}

func (r *row) add(x float32) { r.v[r.n] = x; r.n++ }

func (r *row) flag(on bool) {
	if on {
		r.add(1)
	} else {
		r.add(0)
	}
}

func (r *row) share(part, whole int32) {
	if whole <= 0 {
		r.add(0)
		return
	}
	r.add(float32(part) / float32(whole))
}

// log is a cheap logarithm to the base 2 with three bits of fraction.
func (r *row) log(n int32) { r.add(log2(n)) }

func log2(n int32) float32 {
	if n <= 0 {
		return 0
	}
	b := bits.Len32(uint32(n)) - 1
	frac := uint32(n) << (31 - b) & 0x7fffffff >> 28
	return float32(b) + float32(frac)/8
}

// features writes leaf i's row.
func (s *selection) features(i int, r *row) {
	r.n = 0
	s.own(i, r)
	s.place(i, r)
	s.around(i, r)
	for d := 1; d <= reach; d++ {
		s.neighbour(i, i-d, r)
		s.neighbour(i, i+d, r)
	}
	s.whole(r)
	if s.main {
		s.mainRow(i, r)
		return
	}
	for _, n := range s.traits[i].service {
		r.add(float32(n))
	}
}

// own writes what a leaf is by itself.
func (s *selection) own(i int, r *row) {
	l, t, m := &s.p.leaves[i], &s.traits[i], &s.measures[i]
	n := int32(l.text.len())
	r.log(n)
	r.log(t.words)
	r.share(l.linked, n)
	r.share(l.styled, n)
	r.share(l.marked, n)
	r.share(t.digits, n)
	r.share(t.uppers, t.letters)
	r.log(t.sentences)
	r.share(t.commas, t.words)
	r.share(n, t.words)
	for f := traitSentence; f <= traitDek; f <<= 1 {
		r.flag(t.flags&f != 0)
	}
	r.add(float32(t.title))
	r.add(float32(t.about))
	r.add(float32(t.stated))
	r.add(float32(l.kind))
	r.add(float32(l.level))
	r.add(float32(l.images))
	r.log(m.prose)
	v := s.verdicts[i]
	r.flag(v.keep)
	r.add(float32(v.why))
}

// columnTags are the elements with a column of their own: is the leaf
// directly in one, is it inside one.
var columnTags = []tag{tagP, tagLi, tagTd, tagDiv, tagBlockquote, tagDd, tagFigcaption, tagSection}

// place writes where a leaf stands in the tree.
func (s *selection) place(i int, r *row) {
	p := s.p
	l := &p.leaves[i]
	n := &p.nodes[l.node]
	for _, t := range columnTags {
		r.flag(n.tag == t)
	}
	in := s.inside[l.node]
	r.flag(in&insideArticle != 0)
	r.flag(in&insideMain != 0)
	r.flag(in&insideList != 0)
	r.flag(in&insideTable != 0)
	r.flag(in&insideQuote != 0)
	switch {
	case in&insideBody != 0:
		r.add(1)
	case s.bodyEnd > 0:
		r.add(-1) // another part of the page is marked
	default:
		r.add(0)
	}
	near := n.hints
	if n.parent > 0 {
		up := &p.nodes[n.parent]
		near |= up.hints
		if up.parent > 0 {
			near |= p.nodes[up.parent].hints
		}
	}
	far := s.shapes[l.node].far
	for _, c := range hintColumns {
		switch {
		case near&c.hint != 0:
			r.add(2)
		case far&c.hint != 0:
			r.add(1)
		default:
			r.add(0)
		}
	}
	r.add(float32(s.depths[l.node]))
	r.flag(s.why[l.node] != 0)
}

// around writes what the containers around a leaf hold.
func (s *selection) around(i int, r *row) {
	p := s.p
	l := &p.leaves[i]
	total := &s.shapes[0]
	at := l.node
	rows := int32(0)
	for k := range 4 {
		sh := &s.shapes[at]
		r.log(sh.text)
		r.share(sh.linked, sh.text)
		r.share(sh.sentences, sh.leaves)
		if k > 0 {
			r.log(sh.leaves)
		}
		rows = max(rows, sh.rows)
		if at > 0 {
			at = p.nodes[at].parent
		}
	}
	r.share(s.shapes[at].text, total.text)
	r.log(rows)
	s.unitRow(i, r)
	s.orderRow(i, r)
	s.headingRow(i, r)
	s.anchorRow(i, s.headline, r)
	s.anchorRow(i, s.anchor, r)
	s.leadRow(i, r)
	r.share(s.kinProse[s.kin[l.node]], s.prose[0])
	r.log(s.traits[i].linkedHeadings)
	if s.headline != none {
		r.log(s.traits[i].linkedHeadings - s.traits[s.headline].linkedHeadings)
	} else {
		r.add(-1)
	}
}

// orderRow writes how a leaf stands to the text's container, to the headline and
// to the running text, and where it stands on the page.
func (s *selection) orderRow(i int, r *row) {
	p := s.p
	l := &p.leaves[i]
	top := s.top
	r.flag(p.within(l.node, top))
	up := int32(0)
	for n := top; n > 0 && up < farUp && !p.within(l.node, n); n = p.nodes[n].parent {
		up++
	}
	r.add(float32(up))
	r.share(s.prose[top], s.prose[0])
	h1 := s.headline
	r.flag(h1 != none && int32(i) > h1)
	if h1 != none {
		r.add(signedLog(int32(i) - h1))
	} else {
		r.add(-16)
	}
	r.add(signedLog(int32(i) - s.firstProse))
	r.add(signedLog(int32(i) - s.lastProse))
	r.share(int32(i), int32(len(p.leaves)))
	r.share(l.text.start, int32(len(p.text)))
}

// anchorRow writes how a leaf and an anchor, the headline or the first running
// text of the container, stand to each other in the tree.
func (s *selection) anchorRow(i int, anchor int32, r *row) {
	if anchor == none {
		r.add(-1)
		r.add(0)
		return
	}
	p := s.p
	up, n := int32(0), p.leaves[i].node
	for ; n > 0 && up < farUp && !p.within(p.leaves[anchor].node, n); n = p.nodes[n].parent {
		up++
	}
	r.add(float32(up))
	r.share(s.shapes[n].text, s.shapes[0].text)
}

// leadRow writes how a leaf stands to the lead, the first running text below
// the headline: on the page of a short article that is all there is of it.
func (s *selection) leadRow(i int, r *row) {
	s.anchorRow(i, s.lead, r)
	if s.lead == none {
		r.add(-16)
		r.add(0)
		r.add(-1)
		r.add(0)
		return
	}
	p := s.p
	n := p.leaves[i].node
	r.add(signedLog(int32(i) - s.lead))
	r.flag(s.kin[n] == s.kin[p.leaves[s.lead].node])
	r.flag(p.within(n, s.headed))
	r.share(s.prose[s.headed], s.prose[0])
}

func signedLog(n int32) float32 {
	if n < 0 {
		return -log2(-n + 1)
	}
	return log2(n + 1)
}

// unitRow writes about the list or table that a leaf is a part of.
func (s *selection) unitRow(i int, r *row) {
	unit := s.measures[i].unit
	if unit == none {
		r.add(0)
		r.add(-1)
		r.add(-1)
		return
	}
	sh := &s.shapes[unit]
	r.log(sh.leaves)
	r.share(sh.linked, sh.text)
	r.share(sh.sentences, sh.leaves)
}

// headingRow writes about the heading above a leaf.
func (s *selection) headingRow(i int, r *row) {
	h := s.traits[i].heading
	if h == none {
		r.add(16)
		r.add(0)
		r.add(0)
		r.add(0)
		return
	}
	r.add(log2(int32(i) - h + 1))
	r.add(float32(s.p.leaves[h].level))
	r.flag(s.traits[h].flags&traitAdded != 0)
	r.share(s.p.leaves[h].linked, int32(s.p.leaves[h].text.len()))
}

// neighbour writes about the leaf j beside leaf i.
func (s *selection) neighbour(i, j int, r *row) {
	p := s.p
	if j < 0 || j >= len(p.leaves) {
		for range 6 {
			r.add(-1)
		}
		return
	}
	l, m := &p.leaves[j], &s.measures[j]
	n := int32(l.text.len())
	r.log(n)
	r.share(l.linked, n)
	r.flag(m.prose > 0)
	r.add(float32(l.kind))
	r.flag(s.verdicts[j].keep)
	r.flag(l.node == p.leaves[i].node || p.nodes[l.node].parent == p.nodes[p.leaves[i].node].parent)
}

// whole writes what the page is as a whole.
func (s *selection) whole(r *row) {
	sh := &s.shapes[0]
	r.log(sh.text)
	r.share(sh.linked, sh.text)
	r.log(sh.leaves)
	r.share(sh.sentences, sh.leaves)
	r.log(s.prose[0])
	r.add(float32(s.articles))
	r.add(float32(s.stated))
}

// insideBits say which elements a container is in.
type insideBits uint8

const (
	insideArticle insideBits = 1 << iota
	insideMain
	insideList
	insideTable // of data
	insideQuote
	insideBody // marked as the article's body (itemprop)
)

// maxColumns is more than the longest row has.
const maxColumns = 256
