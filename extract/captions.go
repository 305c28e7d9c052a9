package extract

import (
	"bytes"
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

const (
	// How many leaves after a picture its caption may stand: its credit may
	// stand between.
	captionReach = 2
	// The most leaves of a caption.
	captionLines = 3
	// The length, in bytes, from which a line is no caption unless its class
	// says so, and that of what follows a credit's sign.
	longCaption, longCredit = 400, 80
)

// findCaptions finds the lines that are captions though they may stand in no
// figure: by the name of their element, by that of the one around them if it
// holds little else, or since they stand just after a picture and end by saying
// who made it.
func (s *selection) findCaptions() {
	p := s.p
	picture := int32(-captionReach - 1) // the last leaf with one
	for i := range p.leaves {
		l := &p.leaves[i]
		if l.images > 0 {
			picture = int32(i)
		}
		n := &p.nodes[l.node]
		up := &p.nodes[max(n.parent, 0)]
		near := int32(i)-picture <= captionReach && l.kind == leafText && l.text.len() <= longCaption
		switch {
		case n.hints&hintCaption != 0:
			s.captions[i] = n.tag != tagTable
		case up.hints&hintCaption != 0 && up.last-up.first <= captionLines && l.kind == leafText && (near || up.tag == tagFigcaption):
			s.captions[i] = true
		case near:
			s.captions[i] = endsInCredit(p.textOf(l))
		}
	}
}

// agencies end the credits of pictures that have no sign before the name, in
// lower case: "Jo Smith/Reuters", "Someone via Getty Images".
var agencies = []string{
	"getty images", "gettyimages", "reuters", "afp", "ap", "shutterstock", "istock", "alamy", "adobe stock", "unsplash", "pexels", "pixabay",
	"dpa", "imago", "picture alliance", "keystone", "epa", "efe", "ansa", "anadolu", "anadolu agency", "xinhua", "tass", "тасс", "риа новости", "lusa", "belga", "ritzau",
}

// endsInCredit reports whether a line says at its end who made a picture.
func endsInCredit(text []byte) bool {
	if !bytes.ContainsAny(text, ":/|©：") && !bytes.Contains(text, []byte(" by ")) && !bytes.Contains(text, []byte(" via ")) {
		return false
	}
	line := string(text)
	if _, credit := splitCredit(line); credit != "" && len(credit) <= longCredit {
		return true
	}
	line = strings.TrimRight(strings.ToLower(line), " \u00a0)].")
	for _, name := range agencies {
		if before, ok := strings.CutSuffix(line, name); ok && len(line) <= longAgency && beforeAgency(before) {
			return true
		}
	}
	return false
}

// longAgency is the most bytes of a line that ends with an agency's name: longer
// ones have more to say than who made the picture.
const longAgency = 240

// beforeAgency reports whether a credit may have text before an agency's name.
func beforeAgency(text string) bool {
	text = strings.TrimRight(text, " \u00a0")
	return strings.HasSuffix(text, " via") || strings.HasSuffix(text, "©") || len(text) > 0 && strings.IndexByte("/|", text[len(text)-1]) >= 0
}

// looseCaption takes a leaf that is a caption outside a figure, as WordPress and
// many others write it, as that of the picture just before it. In <figcaption>
// and beside a picture it is no text of the article, whosever it is.
func (b *builder) looseCaption(l *leaf) bool {
	if !b.s.captions[b.leafAt] || l.kind == leafHeading {
		return false
	}
	beside := b.isAside(l)
	if f := b.top(); len(f.children) > 0 {
		if last := &f.children[len(f.children)-1]; last.Type == Figure && last.Image != nil && (last.Text == "" || beside) {
			b.addCaption(last, b.line(&b.aside, l))
			return true
		}
	}
	return beside
}

// addCaption adds a line to a figure's caption, which may have its credit already.
func (b *builder) addCaption(figure *Block, caption Line) {
	credit := b.out.Images[*figure.Image].Credit
	b.setCaption(figure, joinLines([]Line{{Text: figure.Text, Inlines: figure.Inlines}, caption}))
	if img := &b.out.Images[*figure.Image]; img.Credit == "" {
		img.Credit = credit
	}
}

// isAside reports whether a caption is left out of the text where no picture takes
// it: if it is of one that was not kept, and the article alone was asked for.
func (b *builder) isAside(l *leaf) bool {
	if b.s.main || b.s.verdicts[b.leafAt].why == keptAsked {
		return false
	}
	n := &b.p.nodes[l.node]
	return n.tag == tagFigcaption || b.p.nodes[max(n.parent, 0)].tag == tagFigcaption || b.besidePicture(b.leafAt)
}

// besidePicture reports whether a picture stands in leaf i or near it.
func (b *builder) besidePicture(i int32) bool {
	for j := max(i-captionReach, 0); j <= min(i+captionReach, int32(len(b.p.leaves))-1); j++ {
		if b.p.leaves[j].images > 0 {
			return true
		}
	}
	return false
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
