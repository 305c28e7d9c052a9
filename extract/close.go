package extract

import (
	"strings"
)

// close.go ends structures: what an open list, table, quote or figure has
// collected becomes a block of the one around it.

// closeTo ends the open structures from the innermost down to place n.
func (b *builder) closeTo(n int) {
	for len(b.stack) > n {
		last := &b.stack[len(b.stack)-1]
		f := *last
		b.stack = b.stack[:len(b.stack)-1]
		b.at = f.at
		b.close(&f)
		if f.given {
			f.children = nil
		}
		*last = frame{children: f.children, places: f.places}
	}
}

// textFrom is the article's text since a structure began.
func (b *builder) textFrom(f *frame) string {
	return b.text.String()[min(f.start, b.text.Len()):]
}

// close turns an ended structure into a piece of the one around it.
func (b *builder) close(f *frame) {
	up := b.top()
	switch f.kind {
	case frameList:
		b.closeList(f)
	case frameItem:
		b.closeItem(f, up)
	case frameNote:
		b.closeNote(f, up)
	case frameNotes:
		if len(f.items) > 0 {
			b.add(Block{Type: Footnotes, Text: b.textFrom(f), Items: f.items})
		}
	case frameQuote:
		b.closeQuote(f)
	case frameDefinitions:
		if len(f.items) > 0 || len(f.terms) > 0 {
			b.add(Block{Type: Definitions, Text: b.textFrom(f), Items: withTerms(f.items, f.terms)})
		}
	case frameTerm:
		b.closeTerm(f, up)
	case frameDefinition:
		b.closeDefinition(f, up)
	case frameTable:
		b.closeTable(f)
	case frameRow:
		b.closeRow(f, up)
	case frameCell:
		b.closeCell(f, up)
	case frameFigure:
		b.closeFigure(f)
	}
}

// item makes an item of what a structure holds.
func (f *frame) item() Item {
	it := itemOf(f.children)
	f.given = f.given || len(it.Body) > 0
	return it
}

// itemOf makes an item of its blocks: a paragraph at the start is its text.
func itemOf(children []Block) Item {
	switch {
	case len(children) == 0:
		return Item{}
	case children[0].Type == Paragraph:
		return Item{Text: children[0].Text, Inlines: children[0].Inlines, Body: rest(children)}
	}
	return Item{Body: children}
}

func rest(blocks []Block) []Block {
	if len(blocks) < 2 {
		return nil
	}
	return blocks[1:]
}

// spill puts what a structure holds into the one around it, where the markup
// has it out of its place: an li without a list, a dd without a dl.
func (b *builder) spill(f *frame) {
	for i := range f.children {
		b.at = f.places[i]
		b.add(f.children[i])
	}
}

func (b *builder) closeList(f *frame) {
	if len(f.items) == 0 {
		return
	}
	n := &b.p.nodes[f.node]
	block := Block{Type: List, Ordered: n.tag == tagOl, Text: b.textFrom(f), Items: f.items}
	first := f.first // the number of the first item, if it was given
	if first == nil && n.flags&nodeNumSet != 0 {
		first = &n.num
	}
	if block.Ordered && first != nil && *first != 1 {
		block.Start = b.int(int(*first))
	}
	b.add(block)
}

func (b *builder) closeItem(f *frame, up *frame) {
	if len(f.children) == 0 {
		return
	}
	if up.kind != frameList { // an li without a list
		b.spill(f)
		return
	}
	if n := len(up.items); n > 0 && len(f.children) == 1 && f.children[0].Type == List && b.startsNested(f) {
		up.items[n-1].Body = append(up.items[n-1].Body, f.children[0]) // <li style="list-style:none"><ul>: the nested list of the item before
		return
	}
	if n := &b.p.nodes[f.node]; len(up.items) == 0 && n.flags&nodeNumSet != 0 {
		up.first = &n.num
	}
	up.items = append(up.items, f.item())
}

// startsNested reports whether an item is but a wrapper around a nested list.
func (b *builder) startsNested(f *frame) bool {
	n := &b.p.nodes[f.node]
	return int(f.node)+1 < len(b.p.nodes) && b.p.nodes[f.node+1].first == n.first && b.p.nodes[f.node+1].last == n.last && n.kind == 0
}

func (b *builder) closeTerm(f *frame, up *frame) {
	line := lineOf(f.children)
	if up.kind != frameDefinitions {
		b.spill(f)
		return
	}
	if line.Text != "" {
		up.terms = append(up.terms, line)
	}
}

// lineOf joins the texts of blocks to one line.
func lineOf(blocks []Block) Line {
	lines := make([]Line, len(blocks))
	for i := range blocks {
		lines[i] = Line{blocks[i].Text, blocks[i].Inlines}
	}
	return joinLines(lines)
}

func (b *builder) closeDefinition(f *frame, up *frame) {
	if up.kind != frameDefinitions {
		b.spill(f)
		return
	}
	item := f.item()
	item.Terms, up.terms = up.terms, nil
	if len(f.children) > 0 || len(item.Terms) > 0 {
		up.items = append(up.items, item)
	}
}

// withTerms keeps terms at the end of a list that has no definition for them.
func withTerms(items []Item, terms []Line) []Item {
	if len(terms) > 0 {
		items = append(items, Item{Terms: terms})
	}
	return items
}

func (b *builder) closeTable(f *frame) {
	if len(f.rows) == 0 {
		return
	}
	b.add(Block{Type: Table, Caption: joinLines(f.captions).Text, HeaderRows: f.heads, Text: b.textFrom(f), Rows: f.rows})
}

func (b *builder) closeRow(f *frame, up *frame) {
	if up.kind != frameTable || len(f.cells) == 0 {
		return
	}
	row := &b.p.nodes[f.node]
	b.emptyCells(f, row.end)
	f.skipCells(row.gap)
	head := f.allHead || b.p.nodes[row.parent].tag == tagThead
	if head && !up.body {
		up.heads++
		for i := range f.cells {
			f.cells[i].Header = false // told by HeaderRows
		}
	} else {
		up.body = true
	}
	up.rows = append(up.rows, f.cells)
}

func (b *builder) closeCell(f *frame, up *frame) {
	n := &b.p.nodes[f.node]
	if up.kind != frameRow {
		b.spill(f)
		return
	}
	b.emptyCells(up, f.node)
	up.skipCells(n.gap)
	up.next = n.end
	item := f.item()
	cell := spanned(Cell{Text: item.Text, Inlines: item.Inlines, Body: item.Body, Header: n.tag == tagTh}, n)
	if n.tag != tagTh {
		up.allHead = false
	}
	up.cells = append(up.cells, cell)
}

// emptyCells adds the cells of a row that nothing is kept of, between its last
// cell and the node end, so that columns stay where they are.
func (b *builder) emptyCells(row *frame, end int32) {
	p := b.p
	for c := max(row.next, row.node+1); c < end; c = p.nodes[c].end {
		if n := &p.nodes[c]; n.tag == tagTd || n.tag == tagTh {
			row.skipCells(n.gap)
			row.cells = append(row.cells, spanned(Cell{}, n))
		}
	}
}

// skipCells adds empty cells.
func (f *frame) skipCells(n int32) {
	f.cells = append(f.cells, make([]Cell, n)...)
}

// spanned returns a cell with the spans of its element.
func spanned(c Cell, n *node) Cell {
	if n.num > 1 {
		c.Colspan = int(n.num)
	}
	if n.rows > 1 {
		c.Rowspan = int(n.rows)
	}
	return c
}

// closeQuote ends a block quote: its attribution is no part of its text.
func (b *builder) closeQuote(f *frame) {
	n := &b.p.nodes[f.node]
	if len(f.children) == 0 {
		return
	}
	f.given = true
	cite := b.addr.web(b.p.str(n.extra))
	block := Block{Type: QuoteBlock, Cite: cite, Text: b.textFrom(f), Body: f.children}
	if n.hints&hintTweet != 0 {
		b.addPost(f, block)
		return
	}
	text := strings.Join(f.credits, " ")
	if text == "" {
		text = b.signature(f.node)
	}
	b.credits = append(b.credits, credit{text: text, cite: cite, body: block.Text, signed: text == "" && b.looseEnd(f)})
	b.add(block)
}

// addPost adds a post of a social network that came with its text.
func (b *builder) addPost(f *frame, block Block) {
	block.Type = Embed
	for i := len(b.out.Links) - 1; i >= f.links; i-- {
		if name, ok := provider(b.out.Links[i].URL); ok {
			block.Provider, block.URL = name, b.out.Links[i].URL // the last one: the post's own date line
			break
		}
	}
	b.credits = append(b.credits, credit{cite: block.URL, body: block.Text, signed: true})
	b.add(block)
}

// creditLast gives an attribution to the quote that was closed last.
func (b *builder) creditLast(text string) {
	if n := len(b.credits); n > 0 && b.credits[n-1].text == "" {
		b.credits[n-1].text = text
	}
}
