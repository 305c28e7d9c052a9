package extract

import "unicode/utf8"

// buttons.go keeps sentences whole: a paragraph that a button has parted goes
// in, one leaf comes out. In a browser a button stands in its line as a word
// does, and pages make buttons of the words that open a note: the terms of a
// glossary, the people whom a text names.

// A button is the last one that began after text in a paragraph: what must be
// known of it when text follows. The zero value is none.
type button struct {
	node    int32 // its container
	leaf    int32 // how many leaves there were before it; the last is the text that it parts
	marks   int32 // how many marks, targets and pictures there were
	targets int32
	images  int32
	before  bool // white space stood before it
	after   bool // white space has come since its end
}

// sentenceParts are the elements whose sentences a button may stand in.
var sentenceParts = named("p", "li", "dd", "blockquote")

// longButton is the length, in bytes, from which a button's text is no part of a sentence.
const longButton = labelLength

// beginButton is told of a button before it opens.
func (s *scanner) beginButton() {
	p, f := s.page, &s.flow
	s.button = button{}
	if f.open && f.breaks == 0 && f.leaf.kind == leafText && sentenceParts.has(p.nodes[f.leaf.node].tag) {
		s.button = button{
			node: int32(len(p.nodes)), leaf: int32(len(p.leaves)) + 1,
			marks: int32(len(p.marks)), targets: int32(len(p.targets)), images: int32(len(p.pictures)), before: f.space,
		}
	}
}

// resume opens the leaf before the last button again where the text b, which
// comes now, goes on with its sentence: the button's words, if it has any, are
// part of it.
func (s *scanner) resume(b []byte) {
	p, at := s.page, s.button
	s.button = button{}
	words := int32(len(p.leaves)) - at.leaf // leaves of the button
	if words < 0 || words > 1 || int32(len(p.nodes)) != at.node+words || int32(len(p.marks)) != at.marks ||
		int32(len(p.targets)) != at.targets || int32(len(p.pictures)) != at.images || s.darkness > 0 {
		return
	}
	l := p.leaves[at.leaf-1]
	if l.node != s.node || l.flags != s.hiddenFlags() || l.images > 0 || s.kind != leafText || s.pre > 0 ||
		!breaksOff(p.textOf(&l)) || !continues(b) {
		return
	}
	if words == 1 {
		inner := &p.leaves[at.leaf]
		text := p.textOf(inner)
		if inner.node != at.node || p.nodes[at.node].tag != tagButton || inner.flags != l.flags || inner.kind != leafText || len(text) >= longButton || isAddedLine(text, inner) {
			return
		}
		l.linked, l.styled, l.run1 = l.linked+inner.linked, l.styled+inner.styled, inner.run1
		s.closeGap(&l, at.before || standsApart(p.textOf(&l), text))
		p.nodes = p.nodes[:at.node]
	}
	p.leaves = p.leaves[:at.leaf-1]
	s.flow = flow{open: true, leaf: l}
	if at.after || words == 0 && at.before {
		s.flow.space, s.flow.spaced = true, s.markup()
	}
}

// closeGap puts the text of a leaf and that of the next, which a line feed parts,
// into one line: with a space between them or without. The leaf has the runs of
// both already.
func (s *scanner) closeGap(l *leaf, spaced bool) {
	p := s.page
	gap := l.text.end
	first := l.run1 // of the next leaf's runs
	for first > l.run0 && p.runs[first-1].text.start > gap {
		first--
	}
	if spaced {
		p.text[gap] = ' '
		if around := s.markup(); p.runs[first-1].same(&around) {
			p.runs[first-1].text.end++
		} else {
			p.runs[first].text.start--
		}
		return
	}
	p.text = append(p.text[:gap], p.text[gap+1:]...)
	for i := first; i < l.run1; i++ {
		p.runs[i].text.start--
		p.runs[i].text.end--
	}
}

// standsApart reports whether a button's text and that before it need a space
// where the page has none: the button is a box with a border of its own.
func standsApart(before, text []byte) bool {
	last, _ := utf8.DecodeLastRune(before)
	first, _ := utf8.DecodeRune(text)
	return bitsOf(last)&runeIdeograph == 0 && bitsOf(first)&(runeWord|runeIdeograph) == runeLetter
}

// breaksOff reports whether text breaks off within a sentence: after a word or a
// comma.
func breaksOff(text []byte) bool {
	r, _ := utf8.DecodeLastRune(text)
	return r == ',' || bitsOf(r)&runeWord != 0
}

// continues reports whether text goes on with a sentence: with a word, or with
// a mark that follows one.
func continues(text []byte) bool {
	switch r, _ := utf8.DecodeRune(text); r {
	case '.', ',', ';', ':', '!', '?', ')', '’', '\'', '”', '"', '»':
		return true
	default:
		return bitsOf(r)&runeWord != 0
	}
}
