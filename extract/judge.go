package extract

// judge.go decides about leaves by rules: about each by itself, about lists and
// tables as a whole.

// judge decides about each leaf by itself or by its list or table.
func (s *selection) judge() {
	p := s.p
	top := &p.nodes[s.top]
	for i := range p.leaves {
		s.verdicts[i] = verdict{false, dropOutside, 0}
	}
	first, last := s.proseRange(top)
	s.firstProse, s.lastProse, s.goesOn = first, last, last+1
	for i := top.first; i < top.last; i++ {
		l, m := &p.leaves[i], &s.measures[i]
		if v, ok := s.unseen(int(i)); ok {
			s.verdicts[i] = v
			continue
		}
		if h := s.why[l.node]; h != 0 {
			s.verdicts[i] = verdict{false, dropFurniture, h}
			continue
		}
		if m.unit != none {
			s.verdicts[i] = s.judgeUnit(m.unit, i, first, last)
			continue
		}
		s.verdicts[i] = s.judgeLeaf(i, first, last)
	}
}

// bareText is the running text, in bytes, below which a page is one of labels:
// names, figures, a form. It keeps them.
const bareText = 140

// bare reports whether the container has no running text to speak of.
func (s *selection) bare() bool { return s.prose[s.top] < bareText }

// proseRange returns the first and the last leaf of a container that are
// running text outside furniture.
func (s *selection) proseRange(n *node) (first, last int32) {
	first, last = n.last, n.first-1
	for i := n.first; i < n.last; i++ {
		if s.measures[i].prose == 0 || s.why[s.p.leaves[i].node] != 0 || s.isByline(i) {
			continue
		}
		first = min(first, i)
		last = i
	}
	return first, last
}

// judgeUnit decides about a list or a table as a whole, once: its later leaves
// follow its first.
func (s *selection) judgeUnit(unit, i, first, last int32) verdict {
	p := s.p
	n := &p.nodes[unit]
	if i > n.first {
		for j := n.first; j < i; j++ { // the first leaf that was not furniture
			if v := s.verdicts[j]; v.keep || v.why == dropLinks || v.why == dropLabel || v.why == dropByline {
				return v
			}
		}
	}
	var text, linked, marked, sentences int32
	for j := n.first; j < n.last; j++ {
		l := &p.leaves[j]
		if l.flags != 0 {
			continue
		}
		text, linked, marked = text+int32(l.text.len()), linked+l.linked, marked+l.marked
		if s.measures[j].prose > 0 {
			sentences++
		}
	}
	outside := n.last <= first || n.first > last
	switch {
	case text == 0 && outside: // a row of icons
		return verdict{false, dropMedia, 0}
	case marked*2 > text:
		return verdict{false, dropByline, 0}
	case linked*10 > text*7 && !(s.data[unit] && text > 400):
		return verdict{false, dropLinks, 0}
	case outside && sentences == 0 && linked*3 > text && !s.data[unit] && !s.bare():
		return verdict{false, dropLinks, 0}
	case n.last <= first && sentences == 0 && !s.data[unit] && !s.bare():
		return verdict{false, dropLabel, 0}
	}
	return verdict{true, keptProse, 0}
}

// judgeLeaf decides about a leaf that stands by itself.
func (s *selection) judgeLeaf(i, first, last int32) verdict {
	p := s.p
	l, m := &p.leaves[i], &s.measures[i]
	text := p.textOf(l)
	n := int32(len(text))
	switch {
	case l.kind == leafRule, l.kind == leafEmbed, l.kind == leafMath:
		if i < first || i > last {
			return s.mediaOutside(i, last)
		}
		return verdict{true, keptWith, 0}
	case n == 0:
		return s.judgePicture(i, first, last)
	case s.repeatsTitle(text) && (l.kind == leafHeading || i <= first && i < last):
		return verdict{false, dropTitle, 0}
	case isDebris(i, text):
		return verdict{false, dropDebris, 0}
	case s.isByline(i) && (i < first || i > last || n < labelLength):
		return verdict{false, dropByline, 0}
	case l.kind == leafHeading:
		return verdict{i < last, keptWith, 0}.or(dropHeading)
	case l.kind == leafPre:
		return verdict{true, keptProse, 0}
	case isAddedLine(text, l):
		return verdict{false, dropPhrase, 0}
	case l.linked*10 > n*7 && !s.bare() && !s.between(i, first, last) && !s.isLinkedText(i, first, last) && !s.closes(i, last):
		return verdict{false, dropLinks, 0}
	case m.prose > 0:
		return verdict{true, keptProse, 0}
	case s.bare(): // there is no text for the labels to be around
		return verdict{true, keptWith, 0}
	case s.isPiece(i, first, last) || s.isLinkedText(i, first, last) || s.closes(i, last):
		return verdict{true, keptWith, 0}
	}
	return verdict{false, dropLabel, 0}
}

// isLinkedText reports whether a leaf is a whole paragraph inside a link, just
// before, among or after the running text: a first paragraph that leads to its
// source is common in blogs.
func (s *selection) isLinkedText(i, first, last int32) bool {
	l := &s.p.leaves[i]
	return s.p.nodes[l.node].tag == tagP && s.measures[i].sentence && l.text.len() >= labelLength && i >= first-1 && i <= last+1
}

// closes reports whether a leaf is a paragraph that goes on after the last
// running text, beside it in the same container: sources, a last link.
func (s *selection) closes(i, last int32) bool {
	p := s.p
	if i <= last || last < 0 {
		return false
	}
	n, end := &p.nodes[p.leaves[i].node], &p.nodes[p.leaves[last].node]
	if n.tag != tagP || end.tag != tagP || n.parent != end.parent {
		return false
	}
	for s.goesOn < i && (s.verdicts[s.goesOn].keep || s.verdicts[s.goesOn].why == dropMedia) {
		s.goesOn++ // leaves are judged in their order: what was looked at stays as it is
	}
	return s.goesOn >= i
}

// or gives the reason for a leaf that is not kept.
func (v verdict) or(why reason) verdict {
	if !v.keep {
		v.why = why
	}
	return v
}

// mediaOutside decides about a player before or after the running text: just
// after the text it belongs to it, as it does at its beginning.
func (s *selection) mediaOutside(i, last int32) verdict {
	l := &s.p.leaves[i]
	if l.kind == leafEmbed && (s.prose[s.top] == 0 || i <= last+3) {
		return verdict{true, keptWith, 0}
	}
	return verdict{false, dropOutside, 0}
}

// judgePicture decides about a leaf of pictures only.
func (s *selection) judgePicture(i, first, last int32) verdict {
	switch {
	case !s.showsPicture(&s.p.leaves[i]):
		return verdict{false, dropMedia, 0}
	case i <= last+2 || last < first:
		return verdict{true, keptWith, 0}
	}
	return verdict{false, dropOutside, 0}
}

// iconSize is the size, in CSS pixels, up to which a picture is an icon.
const iconSize = 40

func (p *page) isIcon(pic *picture) bool {
	return pic.width > 0 && pic.height > 0 && pic.width <= iconSize && pic.height <= iconSize
}

// between reports whether a leaf stands among running text in a paragraph or a
// cell of its own: a link as the whole of a paragraph may be the article's.
func (s *selection) between(i, first, last int32) bool {
	l := &s.p.leaves[i]
	if i <= first || i >= last || !pieces.has(s.p.nodes[l.node].tag) {
		return false
	}
	return l.text.len() > longLink || s.beside(i, i-1) && s.beside(i, i+1)
}

// longLink is the length, in bytes, from which a link that is a whole paragraph
// is no "More" or "Share".
const longLink = 15

// beside reports whether leaf j is running text in the same container as the
// paragraph i.
func (s *selection) beside(i, j int32) bool {
	p := s.p
	a, b := &p.nodes[p.leaves[i].node], &p.nodes[p.leaves[j].node]
	return s.measures[j].prose > 0 && a.tag == tagP && b.tag == tagP && a.parent == b.parent
}

// pieces are the elements that authors write into articles by hand.
var pieces = named("p", "blockquote", "li", "dd", "dt", "td", "th", "pre", "figcaption", "caption", "summary")

// isPiece reports whether a short leaf is part of the article all the same:
// marked as a paragraph, standing among its text.
func (s *selection) isPiece(i, first, last int32) bool {
	p := s.p
	l := &p.leaves[i]
	n := &p.nodes[l.node]
	if n.hints&hintCaption != 0 {
		return i <= last+2
	}
	if pieces.has(n.tag) {
		return i >= first-2 && i <= last+2 && (l.linked*2 < int32(l.text.len()) || i < last)
	}
	return i > first && i < last && (s.measures[i].sentence || l.node == s.top || l.styled*2 > int32(l.text.len()))
}
