package extract

import (
	"bytes"
	"strings"
)

// build.go turns the kept leaves into the article's body: leaves in reading
// order go in, nested blocks come out. Their texts are pieces of one string,
// the article's text.

// A frameKind is what an open structure becomes.
type frameKind uint8

const (
	frameBody frameKind = iota
	frameList
	frameItem
	frameQuote
	frameDefinitions
	frameTerm
	frameDefinition
	frameTable
	frameCaption
	frameRow
	frameCell
	frameFigure
	frameFigcaption
	frameNotes
	frameNote
	frameCredit
	frameKinds // how many there are
)

// between is what stands between two texts of a structure.
var between = [...]string{
	frameBody: "\n\n", frameList: "\n", frameItem: "\n", frameQuote: "\n\n", frameDefinitions: "\n", frameTerm: "\n", frameDefinition: "\n",
	frameTable: "\n", frameCaption: "\n", frameRow: "\t", frameCell: "\n", frameFigure: "\n\n", frameFigcaption: "\n", frameNotes: "\n", frameNote: "\n", frameCredit: "\n",
}

// A frame is an open structure: a list, an item, a table.
type frame struct {
	kind         frameKind
	node         int32
	start        int     // where its text begins
	links        int     // links of the record before it
	at           int32   // its first run
	children     []Block // blocks inside, until it ends
	places       []int32 // by child: the run that it begins with
	items        []Item
	rows         [][]Cell
	cells        []Cell
	terms        []Line
	captionFirst bool     // the caption stands above what the figure holds
	first        *int32   // of a list: the number of its first item, if given
	captions     []Line   // pieces of its caption
	next         int32    // of a row: the node after its last cell
	credits      []string // pieces of its attribution
	noteAt       int      // where the text of its last child, if footnotes, begins
	heads        int      // rows of th from the top
	body         bool     // a row that is no head was seen
	given        bool     // its children went into the body as they are
	allHead      bool     // of a row: every cell so far is a th
}

// A builder builds the body.
type builder struct {
	p           *page
	s           *selection
	out         *Article
	addr        *addresses
	text        strings.Builder // Article.Text; block texts are pieces of it
	aside       strings.Builder // captions and credits, which are no text of the article
	stack       []frame
	nestings    []nesting   // by container
	chain       []int32     // scratch: structures of the current leaf
	copied      int         // bytes of text that structures repeat
	marked      int         // bytes of addresses and styles in runs
	inlines     []Inline    // runs of all blocks; blocks hold pieces
	ints        []int       // numbers that the record points to
	styles      []styleList // lists of styles that the runs share
	notes       notes
	image       []int32 // by picture: index into Article.Images, plus one
	credits     []credit
	creditIndex map[string]int // by credit.body: the first with it
	hrefs       []address      // by link
	linkOf      int32          // the link added last, plus one
	linkAt      []int32        // by Article.Links: the run that it stands in
	at          int32          // the run that the block in hand begins with
	leafAt      int32          // the leaf in hand
	starts      []int32        // by Article.Body: the run that it begins with
}

// A credit is the attribution line of a quote in the body.
type credit struct {
	text   string
	cite   string
	body   string
	signed bool // its last line is the attribution
}

// buildBody fills Body, Text, Links and Images.
func (b *builder) buildBody() {
	p := b.p
	size, runs := 0, 0
	for i := range p.leaves {
		if l := &p.leaves[i]; b.s.verdicts[i].keep {
			size += l.text.len() + len(between[frameBody])
			runs += int(l.run1 - l.run0)
		}
	}
	b.text.Grow(size)
	b.inlines = make([]Inline, 0, runs)
	b.image = make([]int32, len(p.pictures))
	b.notes.find(b)
	b.findNestings()
	body := b.countOutermost()
	b.stack = append(b.stack[:0], frame{kind: frameBody, node: none, children: make([]Block, 0, body), places: make([]int32, 0, body)})
	for i := range p.leaves {
		if b.leafAt = int32(i); b.s.verdicts[i].keep {
			b.enter(&p.leaves[i])
			b.leaf(&p.leaves[i])
		}
	}
	b.closeTo(1)
	b.trimRules(&b.stack[0])
	b.out.Text = b.text.String()
}

// countOutermost returns how many blocks the body will have, about: pictures
// and figures may make several of one.
func (b *builder) countOutermost() (n int) {
	last := int32(none) // the outermost structure of the last leaf
	for i := range b.p.leaves {
		if !b.s.verdicts[i].keep {
			continue
		}
		top := b.nestings[b.p.leaves[i].node].outer
		if top == none || top != last {
			n++
		}
		last = top
	}
	return n
}

// trimRules makes the body of the outermost structure, without rules at its
// ends and doubled ones.
func (b *builder) trimRules(f *frame) {
	out := f.children[:0]
	for i := range f.children {
		if f.children[i].Type == Rule && (len(out) == 0 || out[len(out)-1].Type == Rule) {
			continue
		}
		b.starts = append(b.starts, f.places[i])
		out = append(out, f.children[i])
	}
	for len(out) > 0 && out[len(out)-1].Type == Rule {
		out = out[:len(out)-1]
	}
	b.out.Body, b.starts = out, b.starts[:len(out)]
}

// top is the innermost open structure.
func (b *builder) top() *frame { return &b.stack[len(b.stack)-1] }

// separate writes what stands between the text so far and text that follows.
func (b *builder) separate() {
	if b.text.Len() == 0 {
		return
	}
	sep := between[frameBody]
	for i := len(b.stack) - 1; i >= 0; i-- {
		if f := &b.stack[i]; f.start < b.text.Len() || i == 0 { // the innermost structure with text of its own
			sep = between[f.kind]
			break
		}
	}
	b.text.WriteString(sep)
	for i := len(b.stack) - 1; i > 0 && b.stack[i].start == b.text.Len()-len(sep); i-- {
		b.stack[i].start = b.text.Len()
	}
}

// leaf adds one leaf to the innermost structure.
func (b *builder) leaf(l *leaf) {
	b.at = l.run0
	switch l.kind {
	case leafRule:
		b.add(Block{Type: Rule})
	case leafEmbed:
		b.embed(l)
	case leafMath:
		b.separate()
		tex := clean(b.p.str(l.tex))
		b.add(Block{Type: Math, TeX: tex, Text: b.write(tex)})
	case leafPre:
		b.code(l)
	default:
		for l.text.len() > longLeaf {
			head, rest, ok := b.p.cutLeaf(l)
			if !ok {
				break
			}
			b.flowing(&head)
			l, b.at = &rest, rest.run0
		}
		b.flowing(l)
	}
}

// write appends to the article's text and returns the piece.
func (b *builder) write(s string) string {
	start := b.text.Len()
	b.text.WriteString(s)
	return b.text.String()[start:]
}

// flowing adds a leaf of text or of pictures.
func (b *builder) flowing(l *leaf) {
	p := b.p
	text := p.textOf(l)
	if blank(text) {
		b.pictures(l)
		return
	}
	if isCaption[b.top().kind] {
		b.captionLeaf(l)
		return
	}
	if f := b.top(); f.kind == frameQuote && l.cited && len(f.children) > 0 { // WordPress: <blockquote><p>…</p><cite>…</cite>
		f.credits = append(f.credits, b.line(&b.aside, l).Text)
		return
	}
	if b.looseCaption(l) {
		return
	}
	b.separate()
	if tex, ok := displayTeX(text); ok && l.kind == leafText {
		b.add(Block{Type: Math, TeX: tex, Text: b.write(tex)})
		return
	}
	line := b.line(&b.text, l)
	if line.Text == "" {
		return
	}
	block := Block{Type: Paragraph, Text: line.Text, Inlines: line.Inlines}
	if l.kind == leafHeading {
		block.Type, block.Level, block.ID = Heading, int(l.level), b.headingID(l)
	}
	b.add(block)
}

// headingID returns the anchor of a heading: its own id, or that of the
// element around it that starts with it.
func (b *builder) headingID(l *leaf) string {
	n := &b.p.nodes[l.node]
	if n.id.empty() && n.parent > 0 {
		if up := &b.p.nodes[n.parent]; up.tag == tagSection && up.first == n.first {
			n = up
		}
	}
	return clean(b.p.str(n.id))
}

// pictures adds a leaf of pictures as figures.
func (b *builder) pictures(l *leaf) {
	for r := l.run0; r < l.run1; r++ {
		run := &b.p.runs[r]
		if run.image == none {
			continue
		}
		if i, ok := b.addImage(run.image); ok {
			b.linkImage(run.link, r)
			b.at = r
			b.add(Block{Type: Figure, Image: b.int(i)})
		}
	}
}

// code adds a leaf of code.
func (b *builder) code(l *leaf) {
	b.separate()
	text := bytes.Trim(b.p.textOf(l), "\n")
	if i := bytes.IndexFunc(text, func(r rune) bool { return r != ' ' && r != '\t' && r != '\n' }); i > 0 {
		if nl := bytes.LastIndexByte(text[:i], '\n'); nl >= 0 { // empty lines at the top
			text = text[nl+1:]
		}
	}
	b.add(Block{Type: Code, Language: b.language(l), Text: b.write(string(text))})
}

// languageReach is how many containers around a <pre> may name its language:
// highlighters wrap it in one or two.
const languageReach = 3

func (b *builder) language(l *leaf) string {
	p := b.p
	for n, i := l.node, 0; n > 0 && i <= languageReach; n, i = p.nodes[n].parent, i+1 {
		if node := &p.nodes[n]; !node.extra.empty() && node.tag != tagBlockquote {
			return lowerASCII(clean(p.str(node.extra)))
		}
	}
	return ""
}

// add puts a block into the innermost structure. What is no text of a caption
// belongs to what the caption is of.
func (b *builder) add(block Block) {
	i := len(b.stack) - 1
	for i > 0 && isCaption[b.stack[i].kind] {
		i--
	}
	f := &b.stack[i]
	switch f.kind {
	case frameList, frameNotes, frameDefinitions:
		b.addLoose(f, block)
	case frameTable: // text between rows is a row: browsers show it before the table, where it would part the text
		f.rows, f.body = append(f.rows, []Cell{cellOf(block)}), true
	case frameRow:
		f.cells, f.allHead = append(f.cells, cellOf(block)), false
	default:
		f.take(b.at, block)
	}
}

// isCaption tells the structures that are lines of the one around them.
var isCaption = [frameKinds]bool{frameFigcaption: true, frameCaption: true, frameCredit: true}

// cellOf makes a cell of one block.
func cellOf(block Block) Cell {
	it := itemOf([]Block{block})
	return Cell{Text: it.Text, Inlines: it.Inlines, Body: it.Body}
}

// take adds blocks that begin with a run.
func (f *frame) take(at int32, blocks ...Block) {
	for range blocks {
		f.places = append(f.places, at)
	}
	f.children = append(f.children, blocks...)
}

// addLoose takes a block straight inside a list: a nested list joins the item
// before it (what authors mean by <ul> under <ul>), anything else is an item.
func (b *builder) addLoose(f *frame, block Block) {
	if n := len(f.items); n > 0 && block.Type == List {
		f.items[n-1].Body = append(f.items[n-1].Body, block)
		return
	}
	f.items = append(f.items, itemOf([]Block{block}))
}

// int keeps a number that the record points to.
func (b *builder) int(n int) *int {
	b.ints = append(b.ints, n)
	return &b.ints[len(b.ints)-1]
}
