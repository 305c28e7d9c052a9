package extract

// tables.go tells tables of data from tables that only place things.

// A tableShape is what is counted of one table.
type tableShape struct {
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
	var shapes map[int32]*tableShape
	owner := make([]int32, len(p.nodes)) // the innermost table that a node is in
	for i := range p.nodes {
		n := &p.nodes[i]
		if i == 0 {
			owner[i] = none
			continue
		}
		owner[i] = owner[n.parent]
		if n.tag == tagTable {
			if shapes == nil {
				shapes = map[int32]*tableShape{}
			}
			if up := shapes[owner[i]]; up != nil {
				up.nested = true
			}
			shapes[int32(i)] = &tableShape{}
			owner[i] = int32(i)
			continue
		}
		if t := shapes[owner[i]]; t != nil {
			t.count(p, n)
		}
	}
	for i, t := range shapes {
		data[i] = t.isData(&p.nodes[i])
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
