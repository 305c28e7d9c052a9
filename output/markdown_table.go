package output

// A table block comes in; a GFM pipe table goes out, or HTML where the table
// is more than that can hold.

import (
	"bytes"
	"strings"

	"pressclip/extract"
)

// table writes b. A pipe table has one head row (an empty one where the page
// has none), no spans, and one line of runs in a cell.
func (m *markdown) table(b *extract.Block) {
	columns := 0
	for _, row := range b.Rows {
		columns = max(columns, len(row))
	}
	if columns == 0 {
		m.paragraph(line{text: b.Caption}.styled(extract.Emphasis))
		return
	}
	if b.HeaderRows > 1 || !isPipeTable(b.Rows) {
		m.write(m.html.table(m.article, b))
		return
	}
	m.paragraph(line{text: oneLine(b.Caption)}.styled(extract.Emphasis))
	if !isRagged(b.Rows, columns) {
		m.pipeTable(b.Rows, b.HeaderRows == 1, columns)
		return
	}
	for rows, first := b.Rows, true; len(rows) > 0; first = false {
		n, columns := alike(rows)
		m.pipeTable(rows[:n], first && b.HeaderRows == 1, columns)
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
	head := []extract.Cell(nil)
	if headed {
		rows, head = rows[1:], rows[0]
	}
	out := m.row(nil, head, columns)
	out = append(out, '\n', '|')
	out = append(out, strings.Repeat(" --- |", columns)...)
	for _, row := range rows {
		out = append(out, '\n')
		out = m.row(out, row, 1) // readers fill up short rows
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

// row appends a line of cells, at least n of them.
func (m *markdown) row(out []byte, cells []extract.Cell, n int) []byte {
	out = append(out, '|')
	for i := range cells {
		c := &cells[i]
		m.buf = m.inline(m.buf[:0], line{c.Text, c.Inlines}, place{brk: "<br>"})
		out = append(out, ' ')
		out = appendPipes(out, m.buf)
		out = append(out, " |"...)
	}
	return append(out, strings.Repeat("  |", max(0, n-len(cells)))...)
}

// appendPipes appends a cell's Markdown with its pipes escaped, also those in
// code spans: GFM takes these backslashes off before it reads the cell (4.10).
func appendPipes(out, cell []byte) []byte {
	for more := true; more; {
		var part []byte
		part, cell, more = bytes.Cut(cell, []byte("|"))
		out = append(out, part...)
		if more {
			out = append(out, `\|`...)
		}
	}
	return out
}

// isPipeTable reports whether each cell can stand in a pipe table.
func isPipeTable(rows [][]extract.Cell) bool {
	for _, row := range rows {
		for i := range row {
			c := &row[i]
			if c.Colspan > 1 || c.Rowspan > 1 || len(c.Body) > 0 || !fitsPipes(c.Text) {
				return false
			}
			for j := range c.Inlines {
				if r := &c.Inlines[j]; !fitsPipes(r.Text) || !fitsPipes(r.TeX) || !fitsPipes(r.Href) || !fitsPipes(r.Title) {
					return false
				}
			}
		}
	}
	return true
}

// fitsPipes reports whether s has no backslash before a pipe: readers do not
// agree on what `\\|` in a cell means.
func fitsPipes(s string) bool { return !strings.Contains(s, `\|`) }
