package extract

// stack.go keeps the open elements: which start tags end which elements, what
// an end tag ends, and what each element does to the text inside it.
//
// It follows the tree builder of the HTML Standard (13.2.6) as far as that
// changes reading order and containers. Not simulated: moving text out of
// tables (foster parenting), opening formatting again after a block that ended
// it (the adoption agency's clones), and form pointers.

// maxDepth is how many elements may be open at once; deeper ones are read as
// if their tags were not there, so their text stays.
const maxDepth = 512

// An entry is an open element and what it changed, to be put back at its end.
type entry struct {
	tag   tag
	style styleBits
	flags entryFlags
	scope scope
	node  int32 // the container that was innermost outside; none if the element is inline
	link  int32 // the link that was open outside
	mark  int32 // its mark, or none
	marks int32 // how many marks there were before it
}

type entryFlags uint8

const (
	entryDark     entryFlags = 1 << iota // inline and not shown
	entryHidden                          // block-level and not shown
	entryNoscript                        // a noscript
	entryPre                             // white space counts
	entryQuote                           // a q: marks were written
	entryHeading                         // its text is a heading's
	entryPicture                         // a picture, video or audio that collects sources
)

// An impliedEnd says which open elements a start tag ends, and at which the
// search for them stops.
type impliedEnd struct {
	start, ends, within tagSet
}

// sections are the elements whose start ends an open p (13.2.6.4.7).
var sections = named("address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
	"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li",
	"listing", "main", "nav", "ol", "p", "plaintext", "pre", "search", "section", "summary", "table", "ul", "xmp")

// scopes are the elements that an end tag does not reach through (13.2.4.2,
// "has an element in scope"), and those for which more or fewer hold.
var (
	defaultScope = named("caption", "html", "table", "td", "th", "marquee", "object", "template")
	buttonScope  = named("caption", "html", "table", "td", "th", "marquee", "object", "template", "button")
	listScope    = named("caption", "html", "table", "td", "th", "marquee", "object", "template", "ol", "ul")
	tableScope   = named("html", "table", "template")
	tableParts   = named("caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "colgroup")
	headings     = named("h1", "h2", "h3", "h4", "h5", "h6")
	once         = named("a", "nobr")
	endsItself   = named("dd", "dt", "li", "optgroup", "option", "p", "rp", "rt", "rtc")
	ruby         = named("ruby")
	rubyParts    = named("rt", "rp", "rtc")
	formatting   = named("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)

// except returns the block-level elements but some: where the search for an
// open li or dd stops (13.2.6.4.7: "special", except address, div and p).
func except(names ...string) (s tagSet) {
	out := named(names...)
	for t, e := range elements {
		if (e.kind == block || tag(t) == tagObject) && !out.has(tag(t)) {
			s[t/64] |= 1 << (t % 64)
		}
	}
	return s
}

// impliedEnds is the table of HTML Standard 13.1.2.4 (optional tags), as the
// tree builder applies it.
var impliedEnds = []impliedEnd{
	{sections, named("p"), buttonScope},
	{named("li"), named("li"), except("address", "div", "p", "li")},
	{named("dd", "dt"), named("dd", "dt"), except("address", "div", "p", "dd", "dt")},
	{named("option"), named("option"), named("select", "optgroup", "datalist")},
	{named("optgroup"), named("option", "optgroup"), named("select")},
	{named("td", "th"), named("td", "th", "caption", "colgroup"), named("tr", "table")},
	{named("tr"), named("td", "th", "tr", "caption", "colgroup"), named("table", "tbody", "thead", "tfoot")},
	{named("tbody", "thead", "tfoot", "caption", "colgroup"), named("td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup"), named("table")},
	{named("button"), named("button"), defaultScope},
}

// impliedRow gives, by the tag that starts, the rows of impliedEnds that hold.
var impliedRow = func() (rows [tagCount][]*impliedEnd) {
	for i := range impliedEnds {
		row := &impliedEnds[i]
		for t := range tagCount {
			if row.start.has(tag(t)) {
				rows[t] = append(rows[t], row)
			}
		}
	}
	return rows
}()

// endImplied ends the elements that a start tag t ends.
func (s *scanner) endImplied(t tag) {
	for _, row := range impliedRow[t] {
		if i := s.outermost(&row.ends, &row.within); i >= 0 {
			s.popTo(i)
		}
	}
	if headings.has(t) && s.depth > 0 && headings.has(s.stack[s.depth-1].tag) {
		s.popTo(s.depth - 1)
	}
	if rubyParts.has(t) && s.innermost(&ruby, &defaultScope) >= 0 {
		s.endThemselves(0)
	}
	if once.has(t) && s.counts[t] > 0 { // a link cannot hold another: the first ends where it is
		only := tags(t)
		if i := s.innermost(&only, &defaultScope); i >= 0 {
			s.endInline(i)
		}
	}
}

// outermost returns the place of the outermost open element of ends that is
// inside the innermost one of within, or none.
func (s *scanner) outermost(ends, within *tagSet) int {
	if !s.anyOpen(ends) {
		return none
	}
	found := none
	for i := s.depth - 1; i >= 0; i-- {
		t := s.stack[i].tag
		if ends.has(t) {
			found = i
		} else if within.has(t) {
			break
		}
	}
	return found
}

// anyOpen reports whether an element of the set is open, without a look at the stack.
func (s *scanner) anyOpen(set *tagSet) bool {
	for i := range set {
		if s.openTags[i]&set[i] != 0 {
			return true
		}
	}
	return false
}

// push opens an element. It reports false where the stack is full.
func (s *scanner) push(e entry) bool {
	if s.depth == maxDepth {
		s.overflow[e.tag]++
		s.page.deep = true
		return false
	}
	s.stack[s.depth] = e
	s.depth++
	s.counts[e.tag]++
	s.openTags[e.tag/64] |= 1 << (e.tag % 64)
	s.apply(&e, 1)
	return true
}

// apply adds (d = 1) or takes back (d = -1) what an element does to its text.
func (s *scanner) apply(e *entry, d int) {
	if e.style != 0 {
		for i := range styleCount {
			if e.style&(1<<i) != 0 {
				s.styles[i] += int16(d)
				if s.styles[i] > 0 {
					s.style |= 1 << i
				} else {
					s.style &^= 1 << i
				}
			}
		}
	}
	if e.flags == 0 {
		return
	}
	if e.flags&entryDark != 0 {
		s.darkness += d
	}
	if e.flags&entryHidden != 0 {
		s.hidden += d
	}
	if e.flags&entryNoscript != 0 {
		s.noscript += d
	}
	if e.flags&entryPre != 0 {
		s.pre += d
	}
}

// forget takes an element off the counts.
func (s *scanner) forget(e *entry) {
	s.counts[e.tag]--
	if s.counts[e.tag] == 0 {
		s.openTags[e.tag/64] &^= 1 << (e.tag % 64)
	}
}

// popTo ends the element at place i and all inside it.
func (s *scanner) popTo(i int) {
	for s.depth > i {
		s.depth--
		e := &s.stack[s.depth]
		if e.node != none {
			s.flush()
		}
		s.finish(e)
	}
}

// finish puts back what an element changed.
func (s *scanner) finish(e *entry) {
	if e.flags&entryQuote != 0 {
		s.closeQuote()
	}
	s.forget(e)
	s.apply(e, -1)
	s.scope = e.scope
	if e.tag == tagA {
		s.link = e.link
	}
	if e.mark != none {
		s.endMark(e.mark)
	}
	if e.flags&entryPicture != 0 {
		s.endMedia(e.tag)
	}
	if e.flags&entryNoscript != 0 && s.flow.open && s.flow.leaf.flags&nodeNoscript != 0 {
		s.flush()
	}
	if e.flags&entryHeading != 0 {
		s.kind, s.level = leafText, 0
	}
	if e.node != none {
		s.closeNode(e)
	}
}

// openNode starts a container and returns the entry for it.
func (s *scanner) openNode(t tag) entry {
	p := s.page
	if heavy.has(t) {
		p.heavy++
	}
	outer := s.node
	s.node = int32(len(p.nodes))
	p.nodes = append(p.nodes, node{parent: outer, tag: t, first: int32(len(p.leaves)), flags: s.hiddenFlags()})
	return entry{tag: t, node: outer, link: s.link, mark: none, scope: s.scope, marks: int32(len(p.marks))}
}

// closeNode ends the innermost container. One that holds nothing is forgotten.
func (s *scanner) closeNode(e *entry) {
	p := s.page
	i := s.node
	n := &p.nodes[i]
	n.end, n.last = int32(len(p.nodes)), int32(len(p.leaves))
	switch {
	case e.tag == tagTr:
		n.gap, s.gap = s.gap, 0
	case e.tag == tagTable:
		s.gap = 0
	case e.tag == tagButton:
		s.button.after = false
	}
	if int(i) == len(p.nodes)-1 && n.first == n.last && int(e.marks) == len(p.marks) && n.num <= 1 && n.rows <= 1 {
		p.nodes = p.nodes[:i]
		if e.tag == tagTd || e.tag == tagTh {
			s.gap++
			p.gaps++
		}
	}
	s.node = e.node
}

// hiddenFlags are the flags of what starts here.
func (s *scanner) hiddenFlags() (f nodeFlags) {
	if s.hidden > 0 {
		f |= nodeHidden
	}
	if s.noscript > 0 {
		f |= nodeNoscript
	}
	return f
}
