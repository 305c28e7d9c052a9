package extract

// tables.go tells tables of data from tables that only place things.

// A tableShape is what is counted of one table.
type tableShape struct {
	node               int32
	rows, cells, heads int
	blocks             int  // headings, lists of links and other blocks in cells
	nested             bool // a table stands inside it
	longest            int32
	text               int32
	marked             bool // has a caption or a head: only data has
}

// dataTables says, by node, which tables are data. Sums go one level up only,
// so nesting costs nothing.
func dataTables(p *page) []bool {
	data := make([]bool, len(p.nodes))
	var shapes []tableShape
	owner := make([]int32, len(p.nodes)) // the shape of the innermost table that a node is in, plus one
	for i := 1; i < len(p.nodes); i++ {
		n := &p.nodes[i]
		owner[i] = owner[n.parent]
		up := owner[i]
		switch {
		case n.tag == tagTable:
			if up > 0 {
				shapes[up-1].nested = true
			}
			shapes = append(shapes, tableShape{node: int32(i)})
			owner[i] = int32(len(shapes))
		case up > 0:
			shapes[up-1].count(p, n)
		}
	}
	for i := range shapes {
		t := &shapes[i]
		data[t.node] = t.isData(&p.nodes[t.node])
	}
	return data
}

// count adds a node inside the table.
func (t *tableShape) count(p *page, n *node) {
	switch n.tag {
	case tagTr:
		t.rows++
	case tagTh:
		t.heads++
		t.cells++
		t.cell(p, n)
	case tagTd:
		t.cells++
		t.cell(p, n)
	case tagCaption, tagThead:
		t.marked = true
	case tagH1, tagH2, tagH3, tagForm, tagArticle, tagSection, tagNav:
		t.blocks++
	}
}

func (t *tableShape) cell(p *page, n *node) {
	size := int32(0)
	if n.last > n.first {
		size = p.leaves[n.last-1].text.end - p.leaves[n.first].text.start
	}
	t.text += size
	t.longest = max(t.longest, size)
}

// longCell is the length, in bytes, from which a cell holds running text.
const longCell = 600

// isData decides by the table's shape.
func (t *tableShape) isData(n *node) bool {
	switch {
	case n.flags&nodeLayout != 0 || t.nested || t.rows == 0:
		return false
	case t.marked || t.heads > 0 && t.rows > 1:
		return t.blocks == 0 || t.heads > 1
	case t.rows < 2 || t.cells < 2*t.rows:
		return false // one row or one column places things
	}
	return t.blocks == 0 && t.longest < longCell
}
