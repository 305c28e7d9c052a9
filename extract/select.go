package extract

import "sync"

// select.go decides which leaves of a page are its article: the page goes in,
// a verdict with its reason for each leaf comes out.

// A reason says why a leaf is kept or dropped.
type reason uint8

const (
	keptProse     reason = iota // text of the article's container
	keptWith                    // goes with text that is kept: its heading, picture or list
	keptRescued                 // prose beside the container
	keptAsked                   // --keep all
	keptScored                  // against the rules, by its score
	dropHidden                  // not shown
	dropNoscript                // for browsers without scripts
	dropOutside                 // outside the article's container
	dropFurniture               // in an element whose name or class says furniture
	dropTitle                   // repeats the headline
	dropByline                  // byline, date line, tags
	dropLinks                   // mostly links
	dropLabel                   // a short label, no sentence
	dropPhrase                  // a line that pages add to articles
	dropHeading                 // heading of what was dropped
	dropDebris                  // remains of broken markup
	dropMedia                   // advertisement, tracker or icon
	dropScored                  // against the rules, by its score
	dropDek                     // the dek, which is the record's subtitle
	reasonCount
)

// reasonNames say the reasons in words, for explain.
var reasonNames = [reasonCount]string{
	"text of the article", "goes with text that is kept", "prose beside the article", "every visible block was asked for", "reads like the text around it",
	"not shown on the page", "only for browsers without scripts", "outside the article", "in a part of the page that is not the article",
	"repeats the headline", "byline, date or tags", "mostly links", "a label, no sentence", "a line that pages add to articles",
	"heading of what was dropped", "remains of broken markup", "advertisement, tracker or icon", "does not read like the article", "the dek, which is the subtitle",
}

// A verdict is the decision about one leaf.
type verdict struct {
	keep  bool
	why   reason
	hints hints // dropFurniture: what the element's name or class says
}

// A measure is what the selection knows of one leaf.
type measure struct {
	prose    int32 // bytes of running text; 0 for labels and links
	sentence bool  // ends as sentences do
	unit     int32 // outermost list or data table that it is in, below the container; none
}

// A selection is the state of choosing a page's leaves.
type selection struct {
	p        *page
	title    []byte // the headline, folded
	measures []measure
	prose    []int32   // by node: running text inside, in bytes
	why      []hints   // by node: furniture that it is or is in
	verdicts []verdict // by leaf
	data     []bool    // by node: a table of data
	bylines  []bool    // by leaf: a byline, a date line or tags
	unit     []int32   // by node: see measure.unit
	top      int32     // the article's container

	// for the scores, see traits.go and features.go
	traits                              []trait      // by leaf
	shapes                              []shape      // by node
	depths                              []uint8      // by node
	inside                              []insideBits // by node
	last, leader, seen                  []int32      // scratch
	titleWords, aboutWords, statedWords wordSet
	headline                            int32     // the leaf that is the headline, or none
	firstProse, lastProse               int32     // the first and last leaf of running text in the container
	articles                            int32     // <article> elements
	anchor                              int32     // the first running text of the container, or none
	kin                                 []uint16  // by node: the kind of container
	kinProse                            []int32   // by kind: running text in bytes
	stated                              int32     // rank of the page's JSON-LD node, 0 without one
	again                               []float32 // scratch
	order                               []int32   // scratch
	scores, before                      []float32
	sums                                []scoreSum // by node
	prevKept, nextKept                  []int32
	fold2                               []byte     // scratch
	model                               *modelPair // the models that have judged, nil if only the rules have
}

// selections are used again, as pages are.
var selections = sync.Pool{New: func() any { return new(selection) }}

// release gives the selection's arrays back.
func (s *selection) release() {
	if len(s.p.leaves)+len(s.p.nodes) < keptCapacity/64 {
		s.p, s.data = nil, nil
		selections.Put(s)
	}
}

// sized returns n zero values, in the array of list if they fit.
func sized[T any](list []T, n int) []T {
	if cap(list) < n {
		return make([]T, n)
	}
	list = list[:n]
	clear(list)
	return list
}

// newSelection starts a selection.
func newSelection(p *page, title string) *selection {
	s := selections.Get().(*selection)
	leaves, nodes := len(p.leaves), len(p.nodes)
	*s = selection{
		p: p, title: foldWords(s.title[:0], []byte(title)), fold2: s.fold2[:0], data: dataTables(p),
		traits: s.traits, shapes: s.shapes, depths: s.depths, inside: s.inside, last: s.last, leader: s.leader, seen: s.seen,
		kin: s.kin, kinProse: s.kinProse, titleWords: s.titleWords, aboutWords: s.aboutWords, statedWords: s.statedWords, headline: none,
		scores: s.scores, again: s.again, order: s.order, before: s.before, sums: s.sums, prevKept: s.prevKept, nextKept: s.nextKept,
		measures: sized(s.measures, leaves), verdicts: sized(s.verdicts, leaves), bylines: sized(s.bylines, leaves),
		prose: sized(s.prose, nodes), why: sized(s.why, nodes), unit: sized(s.unit, nodes),
	}
	s.measure()
	return s
}

// selectLeaves decides about every leaf of a page.
func selectLeaves(p *page, m *metadata, title string, keep Keep) *selection {
	s := newSelection(p, title)
	if keep == KeepAll {
		s.keepVisible()
		return s
	}
	s.byRules(keep)
	s.prepare(m, title)
	s.byScores(keep)
	s.settleHeadings()
	if !s.any() {
		s.lastResort()
	}
	return s
}

// byRules decides by the containers' names and the leaves' own text.
func (s *selection) byRules(keep Keep) {
	s.markFurniture(keep)
	s.findContainer()
	s.units()
	s.judge()
	s.rescue()
}

// keepVisible keeps all that a browser shows.
func (s *selection) keepVisible() {
	for i := range s.p.leaves {
		s.verdicts[i] = verdict{true, keptAsked, 0}
		if h, ok := s.unseen(i); ok {
			s.verdicts[i] = h
		}
	}
}

// unseen gives the verdict of a leaf that is not shown.
func (s *selection) unseen(i int) (verdict, bool) {
	switch f := s.p.leaves[i].flags; {
	case f&nodeHidden != 0:
		return verdict{false, dropHidden, 0}, true
	case f&nodeNoscript != 0 && !s.p.leaves[i].text.empty():
		return verdict{false, dropNoscript, 0}, true
	}
	return verdict{}, false
}

const (
	// A paragraph of fewer bytes that does not end as a sentence is taken for a label.
	labelLength = 80
	// The shortest sentence, in bytes: "He did." is one, "OK." is not worth counting.
	sentenceLength = 25
	// A container whose class says furniture is believed unless it holds this
	// share of the page's running text (per cent).
	furnitureShare = 40
	// The container search goes down while one child holds this share of its
	// parent's running text (per cent).
	descendShare = 72
)

// measure reads every leaf once and sums up the containers.
func (s *selection) measure() {
	p := s.p
	p.countMarked()
	for i := range p.leaves {
		l := &p.leaves[i]
		m := &s.measures[i]
		m.unit = none
		text := p.textOf(l)
		m.sentence = endsSentence(text)
		if l.flags == 0 {
			if m.prose = prose(l, m.sentence); m.prose > 0 && !hasWords(text) {
				m.prose = 0
			}
			s.bylines[i] = s.readByline(l, text)
		}
		s.prose[l.node] += m.prose
	}
	s.fold()
}

// fold adds every node's running text to its parent's. A parent stands before
// its children, so one backward pass does the whole page.
func (s *selection) fold() {
	for i := len(s.p.nodes) - 1; i > 0; i-- {
		s.prose[s.p.nodes[i].parent] += s.prose[i]
	}
}

// prose is how much running text a leaf has, in bytes.
func prose(l *leaf, sentence bool) int32 {
	n := int32(l.text.len())
	switch {
	case l.kind != leafText || l.linked*2 > n:
		return 0
	case n >= labelLength || sentence && n >= sentenceLength:
		return n - l.linked
	}
	return 0
}

// markFurniture finds the containers that are not the article by their names.
func (s *selection) markFurniture(keep Keep) {
	p, total := s.p, s.prose[0]
	believed := furniture
	if keep == KeepMain {
		believed &^= hintComment // in a thread, they are what a reader came for
	}
	for i := 1; i < len(p.nodes); i++ {
		n := &p.nodes[i]
		if h := s.why[n.parent]; h != 0 {
			s.why[i] = h
			continue
		}
		h := n.hints & believed
		if h == 0 {
			continue
		}
		if share := int64(s.prose[i]) * 100; share > int64(total)*furnitureShare && (n.hints&hintConsent == 0 || s.holdsMost(n)) {
			continue
		}
		if n.tag == tagForm && h == hintForm && s.allSentences(n) {
			continue
		}
		if n.tag == tagFooter && p.inQuote(int32(i)) {
			continue
		}
		if s.inText(int32(i)) && h&^(hintHeader|hintAside|hintTags) == 0 {
			continue
		}
		s.why[i] = h
	}
	s.dropFurnitureProse()
}

// holdsMost reports whether a container holds nearly all leaves of the page: a
// wrapper whose class speaks of the box that lies over it.
func (s *selection) holdsMost(n *node) bool {
	return int(n.last-n.first)*10 > len(s.p.leaves)*7
}

// allSentences reports whether a container holds sentences only: a form around
// an article's text is a trick of the page and no form to fill in.
func (s *selection) allSentences(n *node) bool {
	for i := n.first; i < n.last; i++ {
		if !s.measures[i].sentence || s.p.leaves[i].linked > 0 {
			return false
		}
	}
	return n.last > n.first
}

// inText reports whether a container is a paragraph with running text: a class
// name alone does not make furniture of it.
func (s *selection) inText(i int32) bool {
	return s.p.nodes[i].tag == tagP && s.prose[i] > 0
}

// dropFurnitureProse takes the text of furniture off the containers' sums.
func (s *selection) dropFurnitureProse() {
	clear(s.prose)
	for i := range s.p.leaves {
		n := s.p.leaves[i].node
		if s.why[n] == 0 {
			s.prose[n] += s.measures[i].prose
		}
	}
	s.fold()
}

// closed are the elements that the container search does not go into: they are
// pieces of an article.
var closed = named("p", "blockquote", "ul", "ol", "li", "dl", "dd", "dt", "pre", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "details")

// findContainer goes down from the root while one child has most of the text.
func (s *selection) findContainer() {
	p := s.p
	for {
		best, most := int32(none), int32(0)
		for c := s.top + 1; c < p.nodes[s.top].end; c = p.nodes[c].end {
			if s.prose[c] > most {
				best, most = c, s.prose[c]
			}
		}
		if best == none || closed.has(p.nodes[best].tag) || s.data[best] {
			return
		}
		if int64(most)*100 < int64(s.prose[s.top])*descendShare && !s.oneOfMany(best) {
			return
		}
		s.top = best
	}
}

// oneOfMany reports whether the container best is one <article> beside others:
// a page's article and teasers of the next ones.
func (s *selection) oneOfMany(best int32) bool {
	p := s.p
	if p.nodes[best].tag != tagArticle || int64(s.prose[best])*2 < int64(s.prose[s.top]) {
		return false
	}
	for c := s.top + 1; c < p.nodes[s.top].end; c = p.nodes[c].end {
		if c != best && s.prose[c] > 0 && p.nodes[c].tag != tagArticle {
			return false
		}
	}
	return true
}

// units finds, for each leaf of the container, the list or table of data that
// is kept or dropped as a whole.
func (s *selection) units() {
	p := s.p
	unit := s.unit
	for i := range unit {
		unit[i] = none
	}
	top := &p.nodes[s.top]
	for i := s.top + 1; i < top.end; i++ {
		n := &p.nodes[i]
		switch {
		case unit[n.parent] != none:
			unit[i] = unit[n.parent]
		case n.tag == tagUl || n.tag == tagOl || n.tag == tagDl || s.data[i]:
			unit[i] = i
		}
	}
	for i := top.first; i < top.last; i++ {
		s.measures[i].unit = unit[p.leaves[i].node]
	}
}

// judge decides about each leaf by itself or by its list or table.
func (s *selection) judge() {
	p := s.p
	top := &p.nodes[s.top]
	for i := range p.leaves {
		s.verdicts[i] = verdict{false, dropOutside, 0}
	}
	first, last := s.proseRange(top)
	s.firstProse, s.lastProse = first, last
	for i := top.first; i < top.last; i++ {
		l, m := &p.leaves[i], &s.measures[i]
		if v, ok := s.unseen(int(i)); ok {
			s.verdicts[i] = v
			continue
		}
		if h := s.why[l.node]; h != 0 {
			s.verdicts[i] = verdict{false, dropFurniture, h}
			continue
		}
		if m.unit != none {
			s.verdicts[i] = s.judgeUnit(m.unit, i, first, last)
			continue
		}
		s.verdicts[i] = s.judgeLeaf(i, first, last)
	}
}

// bareText is the running text, in bytes, below which a page is one of labels:
// names, figures, a form. It keeps them.
const bareText = 140

// bare reports whether the container has no running text to speak of.
func (s *selection) bare() bool { return s.prose[s.top] < bareText }

// proseRange returns the first and the last leaf of a container that are
// running text outside furniture.
func (s *selection) proseRange(n *node) (first, last int32) {
	first, last = n.last, n.first-1
	for i := n.first; i < n.last; i++ {
		if s.measures[i].prose == 0 || s.why[s.p.leaves[i].node] != 0 || s.isByline(i) {
			continue
		}
		first = min(first, i)
		last = i
	}
	return first, last
}

// judgeUnit decides about a list or a table as a whole, once: its later leaves
// follow its first.
func (s *selection) judgeUnit(unit, i, first, last int32) verdict {
	p := s.p
	n := &p.nodes[unit]
	if i > n.first {
		for j := n.first; j < i; j++ { // the first leaf that was not furniture
			if v := s.verdicts[j]; v.keep || v.why == dropLinks || v.why == dropLabel || v.why == dropByline {
				return v
			}
		}
	}
	var text, linked, marked, sentences int32
	for j := n.first; j < n.last; j++ {
		l := &p.leaves[j]
		if l.flags != 0 {
			continue
		}
		text, linked, marked = text+int32(l.text.len()), linked+l.linked, marked+l.marked
		if s.measures[j].prose > 0 {
			sentences++
		}
	}
	outside := n.last <= first || n.first > last
	switch {
	case text == 0 && outside: // a row of icons
		return verdict{false, dropMedia, 0}
	case marked*2 > text:
		return verdict{false, dropByline, 0}
	case linked*10 > text*7 && !(s.data[unit] && text > 400):
		return verdict{false, dropLinks, 0}
	case outside && sentences == 0 && linked*3 > text && !s.data[unit] && !s.bare():
		return verdict{false, dropLinks, 0}
	case n.last <= first && sentences == 0 && !s.data[unit] && !s.bare():
		return verdict{false, dropLabel, 0}
	}
	return verdict{true, keptProse, 0}
}

// judgeLeaf decides about a leaf that stands by itself.
func (s *selection) judgeLeaf(i, first, last int32) verdict {
	p := s.p
	l, m := &p.leaves[i], &s.measures[i]
	text := p.textOf(l)
	n := int32(len(text))
	switch {
	case l.kind == leafRule, l.kind == leafEmbed, l.kind == leafMath:
		if i < first || i > last {
			return s.mediaOutside(i, last)
		}
		return verdict{true, keptWith, 0}
	case n == 0:
		return s.judgePicture(i, first, last)
	case s.repeatsTitle(text) && (l.kind == leafHeading || i < first):
		return verdict{false, dropTitle, 0}
	case isDebris(i, text):
		return verdict{false, dropDebris, 0}
	case s.isByline(i) && (i < first || i > last || n < labelLength):
		return verdict{false, dropByline, 0}
	case l.kind == leafHeading:
		return verdict{i < last, keptWith, 0}.or(dropHeading)
	case l.kind == leafPre:
		return verdict{true, keptProse, 0}
	case isAddedLine(text, l):
		return verdict{false, dropPhrase, 0}
	case l.linked*10 > n*7 && !s.bare() && !s.between(i, first, last) && !s.isLinkedText(i, first, last) && !s.closes(i, last):
		return verdict{false, dropLinks, 0}
	case m.prose > 0:
		return verdict{true, keptProse, 0}
	case s.bare(): // there is no text for the labels to be around
		return verdict{true, keptWith, 0}
	case s.isPiece(i, first, last) || s.isLinkedText(i, first, last) || s.closes(i, last):
		return verdict{true, keptWith, 0}
	}
	return verdict{false, dropLabel, 0}
}

// isLinkedText reports whether a leaf is a whole paragraph inside a link, just
// before, among or after the running text: a first paragraph that leads to its
// source is common in blogs.
func (s *selection) isLinkedText(i, first, last int32) bool {
	l := &s.p.leaves[i]
	return s.p.nodes[l.node].tag == tagP && s.measures[i].sentence && l.text.len() >= labelLength && i >= first-1 && i <= last+1
}

// closes reports whether a leaf is a paragraph that goes on after the last
// running text, beside it in the same container: sources, a last link.
func (s *selection) closes(i, last int32) bool {
	p := s.p
	if i <= last || last < 0 {
		return false
	}
	n, end := &p.nodes[p.leaves[i].node], &p.nodes[p.leaves[last].node]
	if n.tag != tagP || end.tag != tagP || n.parent != end.parent {
		return false
	}
	for j := last + 1; j < i; j++ {
		if !s.verdicts[j].keep && s.verdicts[j].why != dropMedia {
			return false
		}
	}
	return true
}

// or gives the reason for a leaf that is not kept.
func (v verdict) or(why reason) verdict {
	if !v.keep {
		v.why = why
	}
	return v
}

// mediaOutside decides about a player before or after the running text: just
// after the text it belongs to it, as it does at its beginning.
func (s *selection) mediaOutside(i, last int32) verdict {
	l := &s.p.leaves[i]
	if l.kind == leafEmbed && (s.prose[s.top] == 0 || i <= last+3) {
		return verdict{true, keptWith, 0}
	}
	return verdict{false, dropOutside, 0}
}

// judgePicture decides about a leaf of pictures only.
func (s *selection) judgePicture(i, first, last int32) verdict {
	l := &s.p.leaves[i]
	for r := l.run0; r < l.run1; r++ {
		if run := &s.p.runs[r]; run.image != none && !s.p.isIcon(&s.p.pictures[run.image]) {
			if i <= last+2 || last < first {
				return verdict{true, keptWith, 0}
			}
			return verdict{false, dropOutside, 0}
		}
	}
	return verdict{false, dropMedia, 0}
}

// iconSize is the size, in CSS pixels, up to which a picture is an icon.
const iconSize = 40

func (p *page) isIcon(pic *picture) bool {
	return pic.width > 0 && pic.height > 0 && pic.width <= iconSize && pic.height <= iconSize
}

// between reports whether a leaf stands among running text in a paragraph or a
// cell of its own: a link as the whole of a paragraph may be the article's.
func (s *selection) between(i, first, last int32) bool {
	l := &s.p.leaves[i]
	if i <= first || i >= last || !pieces.has(s.p.nodes[l.node].tag) {
		return false
	}
	return l.text.len() > longLink || s.beside(i, i-1) && s.beside(i, i+1)
}

// longLink is the length, in bytes, from which a link that is a whole paragraph
// is no "More" or "Share".
const longLink = 15

// beside reports whether leaf j is running text in the same container as the
// paragraph i.
func (s *selection) beside(i, j int32) bool {
	p := s.p
	a, b := &p.nodes[p.leaves[i].node], &p.nodes[p.leaves[j].node]
	return s.measures[j].prose > 0 && a.tag == tagP && b.tag == tagP && a.parent == b.parent
}

// pieces are the elements that authors write into articles by hand.
var pieces = named("p", "blockquote", "li", "dd", "dt", "td", "th", "pre", "figcaption", "caption", "summary")

// isPiece reports whether a short leaf is part of the article all the same:
// marked as a paragraph, standing among its text.
func (s *selection) isPiece(i, first, last int32) bool {
	p := s.p
	l := &p.leaves[i]
	n := &p.nodes[l.node]
	if n.hints&hintCaption != 0 {
		return i <= last+2
	}
	if pieces.has(n.tag) {
		return i >= first-2 && i <= last+2 && (l.linked*2 < int32(l.text.len()) || i < last)
	}
	return i > first && i < last && (s.measures[i].sentence || l.node == s.top || l.styled*2 > int32(l.text.len()))
}

// rescue keeps running text beside the container that only wrappers part from
// it: a first paragraph before the body, a last section after it.
func (s *selection) rescue() {
	p := s.p
	top := s.top
	if top == 0 {
		return
	}
	up := p.nodes[top].parent
	outer := &p.nodes[up]
	kept := s.prose[top]
	for c := up + 1; c < outer.end; c = p.nodes[c].end {
		n := &p.nodes[c]
		if c == top || s.prose[c] == 0 || s.why[c] != 0 || n.tag == tagArticle {
			continue
		}
		if n.hints&(hintArticle|hintHeader) == 0 && !pieces.has(n.tag) && int64(s.prose[c])*5 < int64(kept) {
			continue
		}
		for i := n.first; i < n.last; i++ {
			l := &p.leaves[i]
			if l.flags == 0 && s.why[l.node] == 0 && s.measures[i].prose > 0 && !s.isByline(i) && !s.repeatsTitle(p.textOf(l)) {
				s.verdicts[i] = verdict{true, keptRescued, 0}
			}
		}
	}
}

// settleHeadings drops headings without kept text before the next heading of
// their rank.
func (s *selection) settleHeadings() {
	p := s.p
	below := [8]bool{} // by level: kept text since the last heading of that level or above
	for i := len(p.leaves) - 1; i >= 0; i-- {
		l, v := &p.leaves[i], &s.verdicts[i]
		if !v.keep {
			continue
		}
		if l.kind != leafHeading {
			for j := range below {
				below[j] = true
			}
			continue
		}
		level := int(l.level)
		if !below[level] {
			*v = verdict{false, dropHeading, 0}
			continue
		}
		for j := level; j < len(below); j++ {
			below[j] = false
		}
	}
}

func (s *selection) any() bool {
	for i := range s.verdicts {
		if s.verdicts[i].keep && s.p.leaves[i].kind != leafRule {
			return true
		}
	}
	return false
}

// lastResort keeps what running text the page shows, else what text it shows
// that is not links: a page with text never gives an empty article.
func (s *selection) lastResort() {
	for _, least := range []int32{1, 0} {
		for i := range s.p.leaves {
			l := &s.p.leaves[i]
			n := int32(l.text.len())
			if l.flags == 0 && l.kind != leafRule && s.measures[i].prose >= least && l.linked*2 <= n && (n > 0 || least == 0) &&
				s.why[l.node]&(hintNav|hintFooter|hintForm|hintCookie) == 0 && !s.isByline(int32(i)) && !s.repeatsTitle(s.p.textOf(l)) && !isDebris(int32(i), s.p.textOf(l)) {
				s.verdicts[i] = verdict{true, keptRescued, 0}
			}
		}
		if s.any() {
			return
		}
	}
}
