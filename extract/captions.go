package extract

import (
	"slices"
	"strings"
)

// captions.go gives captions to pictures, tables, players and quotes.

// captionLeaf adds text to the caption of the figure or table that is open.
func (b *builder) captionLeaf(l *leaf) {
	line := b.line(&b.aside, l)
	owner := &b.stack[max(len(b.stack)-2, 0)]
	if b.top().kind == frameCredit {
		owner.credits = append(owner.credits, line.Text)
		return
	}
	owner.captionFirst = owner.captionFirst || len(owner.children) == 0
	owner.captions = append(owner.captions, line)
}

// joinLines makes one line of several, with a line feed between two.
func joinLines(lines []Line) Line {
	lines = slices.DeleteFunc(lines, func(l Line) bool { return l.Text == "" })
	switch len(lines) {
	case 0:
		return Line{}
	case 1:
		return lines[0]
	}
	texts := make([]string, len(lines))
	var runs []Inline
	markup := false
	for i, l := range lines {
		texts[i] = l.Text
		if i > 0 {
			runs = append(runs, Inline{Text: "\n"})
		}
		if len(l.Inlines) > 0 {
			runs, markup = append(runs, l.Inlines...), true
		} else {
			runs = append(runs, Inline{Text: l.Text})
		}
	}
	if !markup {
		runs = nil
	}
	return Line{Text: strings.Join(texts, "\n"), Inlines: runs}
}

// looseCaption takes a leaf whose class says caption as that of the picture
// just before it, as WordPress and many others write it.
func (b *builder) looseCaption(l *leaf) bool {
	f := b.top()
	if b.p.nodes[l.node].hints&hintCaption == 0 || len(f.children) == 0 || l.kind == leafHeading {
		return false
	}
	last := &f.children[len(f.children)-1]
	if last.Type != Figure || last.Text != "" || last.Image == nil {
		return false
	}
	b.setCaption(last, b.line(&b.aside, l))
	return true
}

// closeFigure gives the figure's caption to what it holds: to the first piece
// if the caption stands above, else to the last.
func (b *builder) closeFigure(f *frame) {
	caption := joinLines(f.captions)
	if caption.Text == "" && len(f.children) > 0 && f.children[len(f.children)-1].Type == QuoteBlock {
		b.creditLast(b.signature(f.node))
	}
	owner := none
	for i := range f.children {
		if takesCaption(&f.children[i]) && (owner == none || !f.captionFirst) {
			owner = i
		}
	}
	for i := range f.children {
		b.at = f.places[i]
		c := &f.children[i]
		if i == owner && caption.Text != "" {
			b.caption(c, caption)
		}
		b.add(*c)
	}
	if owner == none && caption.Text != "" && len(f.children) > 0 { // code, maths: the caption is a line below
		b.separate()
		b.add(Block{Type: Paragraph, Text: b.write(caption.Text), Inlines: caption.Inlines})
	}
}

// takesCaption reports whether a block has a place for a caption that is free.
func takesCaption(c *Block) bool {
	switch c.Type {
	case Figure:
		return c.Text == "" && c.Image != nil
	case Embed:
		return c.Title == ""
	case Table:
		return c.Caption == ""
	}
	return c.Type == QuoteBlock
}

// caption gives a block its caption.
func (b *builder) caption(c *Block, caption Line) {
	switch c.Type {
	case Figure:
		b.setCaption(c, caption)
	case Embed:
		c.Title = oneLine(caption.Text)
	case Table:
		c.Caption = caption.Text
	case QuoteBlock:
		b.creditLast(caption.Text)
	}
}
