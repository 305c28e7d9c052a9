package extract

// nesting.go says which containers become structures of the body and opens and
// closes them as the leaves come by.

// maxNesting is how deep lists, quotes and tables may stand in each other in
// the body; deeper ones are laid out in the last level.
const maxNesting = 16

// A structure repeats the text of those inside it in its own Text. Once a body
// holds more than copiesPerByte bytes of such copies per byte of the page,
// structures nest flatNesting deep only: no page becomes many times its size.
const (
	copiesPerByte = 4
	flatNesting   = 4
	indentation   = 16 // bytes that a structure adds to each piece of text in it, about, in indented formats
)

// A nesting is a container's place among the structures.
type nesting struct {
	top   int32 // the innermost structure that it is or is in; none
	outer int32 // the outermost one
	depth uint8 // structures around it, itself included
	kind  frameKind
}

// findNestings finds the structures among the containers. A parent stands before
// what it holds, so one pass does.
func (b *builder) findNestings() {
	p := b.p
	b.nestings = sized(p.spare.nestings, len(p.nodes))
	p.spare.nestings = b.nestings
	b.nestings[0] = nesting{top: none, outer: none}
	for i := 1; i < len(p.nodes); i++ {
		up := b.nestings[p.nodes[i].parent]
		around := frameBody
		if up.top != none {
			around = b.nestings[up.top].kind
		}
		at := &b.nestings[i]
		*at = nesting{top: up.top, outer: up.outer, depth: up.depth}
		if up.depth == maxNesting {
			continue
		}
		if kind, ok := b.structure(int32(i), around); ok {
			*at = nesting{top: int32(i), outer: up.outer, depth: up.depth + 1, kind: kind}
			if up.depth == 0 {
				at.outer = int32(i)
			}
		}
	}
}

// structure says what a container becomes in the body, in a structure of kind around.
func (b *builder) structure(i int32, around frameKind) (frameKind, bool) {
	if b.notes.isNote(i) {
		return frameNote, true
	}
	switch b.p.nodes[i].tag {
	case tagUl, tagOl:
		if b.notes.isList(i) {
			return frameNotes, true
		}
		return frameList, true
	case tagLi:
		return frameItem, true
	case tagBlockquote:
		return frameQuote, true
	case tagDl:
		return frameDefinitions, true
	case tagDt:
		return frameTerm, true
	case tagDd:
		return frameDefinition, true
	case tagFigure:
		return frameFigure, true
	case tagFigcaption:
		return frameFigcaption, around == frameFigure
	case tagFooter:
		return frameCredit, around == frameQuote // HTML Standard 4.4.4: a quote's attribution may be in its footer
	case tagDiv, tagP:
		return frameCredit, around == frameQuote && b.p.nodes[i].hints&hintSigned != 0 && b.endsQuote(i)
	case tagTable:
		return frameTable, b.s.data[i]
	case tagTr:
		return frameRow, around == frameTable
	case tagTd, tagTh:
		return frameCell, around == frameRow
	case tagCaption:
		return frameCaption, around == frameTable
	}
	return 0, false
}

// enter closes the structures that a leaf is not in and opens those it is in.
func (b *builder) enter(l *leaf) {
	b.readChain(l)
	n := 1
	for n < len(b.stack) && n-1 < len(b.chain) && b.stack[n].node == b.chain[n-1] {
		n++
	}
	b.closeTo(n)
	for _, c := range b.chain[n-1:] {
		b.open(frame{kind: b.nestings[c].kind, node: c, start: b.text.Len(), at: l.run0, links: len(b.out.Links), allHead: true})
	}
}

// open opens a structure. It uses the arrays of the last one at its depth again,
// unless they went into the body.
func (b *builder) open(f frame) {
	if n := len(b.stack); n < cap(b.stack) {
		old := &b.stack[:n+1][n]
		f.children, f.places = old.children[:0], old.places[:0]
	}
	b.stack = append(b.stack, f)
}

// readChain finds the structures that a leaf is in, the outermost first.
func (b *builder) readChain(l *leaf) {
	top := b.nestings[l.node].top
	depth := 0
	if top != none {
		depth = int(b.nestings[top].depth)
	}
	b.chain = append(b.chain[:0], make([]int32, depth)...)
	copies := 0
	for i := depth - 1; i >= 0; i-- {
		b.chain[i] = top
		if repeatsText[b.nestings[top].kind] {
			copies++
		}
		top = b.nestings[b.p.nodes[top].parent].top
	}
	if b.copied += copies * (l.text.len() + indentation); b.copied > allowance(b.p.size, copiesPerByte, copiesFree) && depth > flatNesting {
		b.chain = b.chain[:flatNesting]
	}
}

// copiesFree are the bytes of copies that any page may have.
const copiesFree = 16 << 10

// repeatsText tells the structures whose block has the text of all it holds.
var repeatsText = [frameKinds]bool{frameList: true, frameQuote: true, frameDefinitions: true, frameTable: true, frameNotes: true}

// endsQuote reports whether a container is one short line, the last of the
// quotation around it.
func (b *builder) endsQuote(i int32) bool {
	n := &b.p.nodes[i]
	if n.last-n.first != 1 || b.p.leaves[n.first].text.len() > maxSignature {
		return false
	}
	up := &b.p.nodes[n.parent]
	return up.last == n.last && up.first < n.first
}
