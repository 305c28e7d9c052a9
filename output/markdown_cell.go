package output

// The blocks of a table's cell come in; one line of runs goes out, which is
// all that a cell of a pipe table holds.

import (
	"strings"

	"pressclip/extract"
)

// A cellLiner joins what is in a cell to one line. Blocks, items and the cells
// of a table inside stand a space apart; nothing else is added to their text.
type cellLiner struct {
	article *extract.Article
	runs    []extract.Inline // reused
	stack   []cellFrame
}

// A cellFrame is what is still to be joined of a list of blocks, items or rows.
type cellFrame struct {
	blocks []extract.Block
	items  []extract.Item
	rows   [][]extract.Cell
	cells  []extract.Cell
}

// line returns the cell as one line. Its runs are valid until the next call.
func (l *cellLiner) line(a *extract.Article, c *extract.Cell) line {
	own := line{c.Text, c.Inlines}
	if len(c.Body) == 0 {
		return own
	}
	l.article, l.runs = a, l.runs[:0]
	l.add(own)
	l.stack = append(l.stack[:0], cellFrame{blocks: c.Body})
	for len(l.stack) > 0 {
		top := &l.stack[len(l.stack)-1]
		switch {
		case len(top.blocks) > 0:
			b := &top.blocks[0]
			top.blocks = top.blocks[1:]
			l.push(l.block(b))
		case len(top.items) > 0:
			it := &top.items[0]
			top.items = top.items[1:]
			for _, t := range it.Terms {
				l.add(line{t.Text, t.Inlines}.styled(extract.Strong))
			}
			l.add(line{it.Text, it.Inlines})
			l.push(cellFrame{blocks: it.Body})
		case len(top.cells) > 0:
			c := &top.cells[0]
			top.cells = top.cells[1:]
			l.add(line{c.Text, c.Inlines})
			l.push(cellFrame{blocks: c.Body})
		case len(top.rows) > 0:
			cells := top.rows[0]
			top.rows = top.rows[1:]
			l.push(cellFrame{cells: cells})
		default:
			l.stack = l.stack[:len(l.stack)-1]
		}
	}
	return line{inlines: l.runs}
}

// push puts f on the stack, in the place of what has come to its end.
func (l *cellLiner) push(f cellFrame) {
	if top := &l.stack[len(l.stack)-1]; len(top.blocks)+len(top.items)+len(top.rows)+len(top.cells) == 0 {
		*top = f
		return
	}
	l.stack = append(l.stack, f)
}

// block adds the lines of b itself and returns what it contains.
func (l *cellLiner) block(b *extract.Block) cellFrame {
	own := line{b.Text, b.Inlines}
	switch b.Type {
	case extract.List, extract.Definitions, extract.Footnotes:
		return cellFrame{items: b.Items}
	case extract.QuoteBlock:
		return l.quoted(b)
	case extract.Code:
		l.addStyled(b.Text, extract.CodeText)
	case extract.Math:
		if tex := oneLine(b.TeX); tex != "" {
			l.addStyled(tex, extract.CodeText)
		} else {
			l.add(line{text: b.Text})
		}
	case extract.Table:
		l.add(line{text: b.Caption})
		return cellFrame{rows: b.Rows}
	case extract.Figure:
		if im := image(l.article, b.Image); im != nil {
			l.add(line{inlines: []extract.Inline{{Image: b.Image, Href: im.Href}}})
		}
		l.add(own)
	case extract.Embed:
		l.add(embedLine(b))
		if len(b.Body) > 0 || b.Text != b.Title {
			return l.quoted(b)
		}
	case extract.Rule:
	default: // Heading, Paragraph
		l.add(own)
	}
	return cellFrame{}
}

// quoted returns the body of a quote, or adds its text where there is none.
func (l *cellLiner) quoted(b *extract.Block) cellFrame {
	if len(b.Body) == 0 {
		l.add(line{text: b.Text})
	}
	return cellFrame{blocks: b.Body}
}

// addStyled adds s, whose line breaks a code span can not hold.
func (l *cellLiner) addStyled(s string, style extract.Style) {
	s = strings.ReplaceAll(strings.Trim(clean(s), "\n"), "\n", " ")
	l.add(line{inlines: []extract.Inline{{Text: s, Style: []extract.Style{style}}}})
}

func (l *cellLiner) add(own line) {
	if own.text == "" && len(own.inlines) == 0 {
		return
	}
	if len(l.runs) > 0 {
		l.runs = append(l.runs, extract.Inline{Text: " "})
	}
	l.runs = append(l.runs, own.runs()...)
}
