package extract

// mainrow.go lays out what only the models of --keep main know of a leaf: the
// panel or the group of like items that it is in, and how likely the page is of
// each kind. It ends the row of features.go.

// mainWords are the words in the names around a leaf that have a column: those
// of some kinds of page, and of some parts of pages.
var mainWords = []struct {
	bit  int
	name string
}{
	{kindForum, "a forum"}, {kindListing, "a list"}, {kindProduct, "a product"}, {kindDocumentation, "documentation"}, {kindOther, "an offer"},
	{nameReview, "a review"}, {nameLegal, "small print"},
}

// mainRow writes leaf i's columns for --keep main.
func (s *selection) mainRow(i int, r *row) {
	p := s.p
	l := &p.leaves[i]
	n := &p.nodes[l.node]
	r.flag(l.panel)
	r.flag(l.text.len() <= longPrice && s.items[l.node]&(1<<itemPrice) != 0)
	near := n.kinds
	if n.parent > 0 {
		up := &p.nodes[n.parent]
		near |= up.kinds
		if up.parent > 0 {
			near |= p.nodes[up.parent].kinds
		}
	}
	far := s.names[l.node]
	for _, w := range mainWords {
		switch {
		case near&(1<<w.bit) != 0:
			r.add(2)
		case far&(1<<w.bit) != 0:
			r.add(1)
		default:
			r.add(0)
		}
	}
	g := &s.groups[s.groupOf[l.node]]
	r.log(g.items)
	r.share(g.text, s.shapes[0].text)
	r.share(g.linked, g.text)
	r.share(g.prose, s.shapes[0].sentences)
	r.share(g.with[itemPrice], g.items)
	r.share(max(g.with[itemDate], g.with[itemPerson]), g.items)
	r.share(min(g.with[itemLink], g.with[itemHeading]), g.items)
	for _, score := range s.kind.scores {
		r.add(score)
	}
}

// sumAlike sums up the first scores by group of like items and by kind of
// container, weighted by text: what stands in like places is kept or dropped alike.
func (s *selection) sumAlike() {
	p := s.p
	s.groupSums, s.kinSums = sized(s.groupSums, len(s.groups)), sized(s.kinSums, kinSlots)
	for i := range p.leaves {
		if !s.isScored(i) {
			continue
		}
		l := &p.leaves[i]
		w := float32(l.text.len())
		for _, sum := range [...]*scoreSum{&s.groupSums[s.groupOf[l.node]], &s.kinSums[s.kin[l.node]]} {
			sum.weight += w
			sum.kept += w * s.scores[i]
			sum.best = max(sum.best, s.scores[i])
		}
	}
}

// mainSecond writes what the second model of --keep main knows beside: the
// scores of what is like the leaf.
func (s *selection) mainSecond(i int, r *row) {
	at := s.p.leaves[i].node
	for _, sum := range [...]*scoreSum{&s.groupSums[s.groupOf[at]], &s.kinSums[s.kin[at]]} {
		if sum.weight > 0 {
			r.add(sum.kept / sum.weight)
		} else {
			r.add(-1)
		}
		r.add(sum.best)
		r.log(int32(sum.weight))
	}
}

// mainNames are the names of these columns, for explain.
func mainNames() []string {
	names := []string{"in a panel that opens", "a price"}
	for _, w := range mainWords {
		names = append(names, "element named like "+w.name)
	}
	names = append(names, "like items around it", "share of the like items in the text", "share of links in the like items", "share of running text in the like items",
		"share of the like items with a price", "share of the like items with an author or a date", "share of the like items with a linked heading")
	for _, kind := range kindNames {
		names = append(names, "the page looks like kind "+string(kind))
	}
	return names
}
