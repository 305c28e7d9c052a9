package output

// The spans of a table's cells come in; how many empty cells stand in for them
// in each row of a pipe table goes out.

import "pressclip/extract"

// Empty cells may stand in for spans in a table of at most gridColumns, and as
// many as fillPerSpan for each cell and spanFree more: a span takes few bytes of
// a page, and must not take many of the output.
const (
	gridColumns = 64
	fillPerSpan = 2
	spanFree    = 1000
)

// A grid knows, row by row, which columns cells from above reach into.
type grid struct {
	columns int
	down    []int // by column: rows below that its cell still reaches into; nil: there are no spans
	left    int   // empty cells that may still be written
	written int   // cells of this row so far
	rest    int   // cells of this row that are still to come
}

func newGrid(rows [][]extract.Cell, columns int) *grid {
	g := &grid{columns: columns, left: spanFree}
	for _, row := range rows {
		g.left += fillPerSpan * len(row)
		for i := range row {
			if columns <= gridColumns && g.down == nil && (row[i].Colspan > 1 || row[i].Rowspan > 1) {
				g.down = make([]int, columns)
			}
		}
	}
	return g
}

// begin begins a row of n cells.
func (g *grid) begin(n int) {
	if g.down != nil {
		for ; g.written < g.columns; g.written++ { // the row before ended here
			g.down[g.written] = max(0, g.down[g.written]-1)
		}
	}
	g.written, g.rest = 0, n
}

// fill appends empty cells where cells from above reach into the row.
func (g *grid) fill(out []byte) []byte {
	for g.down != nil && g.hasRoom() && g.down[g.written] > 0 {
		out = g.empty(out, g.down[g.written]-1)
	}
	return out
}

// add counts the cell c, which was written, and appends empty cells for its
// further columns.
func (g *grid) add(out []byte, c *extract.Cell) []byte {
	g.rest--
	if g.down == nil {
		g.written++
		return out
	}
	rows := max(0, c.Rowspan-1)
	g.down[g.written] = rows
	g.written++
	for n := 1; n < c.Colspan && g.hasRoom(); n++ {
		out = g.empty(out, rows)
	}
	return out
}

// hasRoom reports whether an empty cell leaves room for the cells to come:
// readers drop what is beyond the columns of the head.
func (g *grid) hasRoom() bool { return g.written+g.rest < g.columns && g.left > 0 }

func (g *grid) empty(out []byte, rows int) []byte {
	g.down[g.written] = rows
	g.written++
	g.left--
	return append(out, "  |"...)
}
