package output

// A table block comes in; a GFM pipe table (GFM 4.10) goes out.

import (
	"bytes"
	"strings"

	"pressclip/extract"
)

// table writes b. A pipe table has one head row (an empty one where the page
// has none) and one line of runs in a cell; empty cells stand in for spans.
// More is for HTML to say, which readers that trust nobody leave out.
func (m *markdown) table(b *extract.Block) {
	columns := 0
	for _, row := range b.Rows {
		columns = max(columns, len(row))
	}
	if columns == 0 {
		m.paragraph(line{text: b.Caption}.styled(extract.Emphasis))
		return
	}
	m.paragraph(line{text: oneLine(b.Caption)}.styled(extract.Emphasis))
	if !isRagged(b.Rows, columns) {
		m.pipeTable(b.Rows, b.HeaderRows > 0, columns)
		return
	}
	for rows, first := b.Rows, true; len(rows) > 0; first = false {
		n, columns := alike(rows)
		m.pipeTable(rows[:n], first && b.HeaderRows > 0, columns)
		rows = rows[n:]
	}
}

// alike returns how many rows from the first on are of about its length, half
// to double, and the most cells of one.
func alike(rows [][]extract.Cell) (n, columns int) {
	size := len(rows[0])
	for n < len(rows) && 2*len(rows[n]) >= size && len(rows[n]) <= 2*size {
		columns = max(columns, len(rows[n]))
		n++
	}
	return n, max(columns, 1)
}

// pipeTable writes rows, the first of which may be the head.
func (m *markdown) pipeTable(rows [][]extract.Cell, headed bool, columns int) {
	g := newGrid(rows, columns)
	var out []byte
	if headed {
		out, rows = m.row(out, rows[0], g), rows[1:]
	} else {
		out = append(out, '|')
	}
	out = append(out, strings.Repeat("  |", columns-g.written)...) // the head says how many columns there are
	out = append(out, "\n|"...)
	out = append(out, strings.Repeat(" --- |", columns)...)
	for _, row := range rows {
		out = m.row(append(out, '\n'), row, g)
		if g.written == 0 { // readers fill up short rows, but a row has to be one
			out = append(out, "  |"...)
		}
	}
	m.write(out)
}

// Readers fill up the short rows of a pipe table. A table may make them make
// fillPerCell cells for each that it has, and fillFree more; one that would
// make more becomes several.
const (
	fillPerCell = 16
	fillFree    = 100_000
)

// isRagged reports whether a few long rows would make readers fill up many.
func isRagged(rows [][]extract.Cell, columns int) bool {
	cells := 0
	for _, row := range rows {
		cells += len(row)
	}
	return columns*len(rows) > fillPerCell*cells+fillFree
}

// row appends a line of cells, with empty ones for spans.
func (m *markdown) row(out []byte, cells []extract.Cell, g *grid) []byte {
	g.begin(len(cells))
	out = append(out, '|')
	for i := range cells {
		c := &cells[i]
		out = g.fill(out)
		m.buf = m.inline(m.buf[:0], m.cell.line(m.article, c), place{brk: " ", piped: true})
		out = append(out, ' ')
		out = appendPipes(out, m.buf)
		out = append(out, " |"...)
		out = g.add(out, c)
	}
	return out
}

// appendPipes appends a cell's Markdown with its pipes escaped, also those in
// code spans: GFM takes these backslashes off before it reads the cell (4.10).
// A pipe behind a backslash, which stands in no code span, becomes a reference:
// readers do not agree on what "\\\|" is.
func appendPipes(out, cell []byte) []byte {
	for more := true; more; {
		var part []byte
		part, cell, more = bytes.Cut(cell, []byte("|"))
		out = append(out, part...)
		switch {
		case more && bytes.HasSuffix(part, []byte(`\`)):
			out = append(out, "&#124;"...)
		case more:
			out = append(out, `\|`...)
		}
	}
	return out
}
