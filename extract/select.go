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
	keptPanel                   // in a panel that a click opens; --keep main
	dropCopied                  // stands above, too
	reasonCount
)

// reasonNames say the reasons in words, for explain.
var reasonNames = [reasonCount]string{
	"text of the article", "goes with text that is kept", "prose beside the article", "every visible block was asked for", "reads like the text around it",
	"not shown on the page", "only for browsers without scripts", "outside the article", "in a part of the page that is not the article",
	"repeats the headline", "byline, date or tags", "mostly links", "a label, no sentence", "a line that pages add to articles",
	"heading of what was dropped", "remains of broken markup", "advertisement, tracker or icon", "does not read like the article", "the dek, which is the subtitle", "in a panel that a click opens", "the same text as above",
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
	title    string // the headline, folded
	measures []measure
	prose    []int32   // by node: running text inside, in bytes
	why      []hints   // by node: furniture that it is or is in
	verdicts []verdict // by leaf
	data     []bool    // by node: a table of data
	bylines  []bool    // by leaf: a byline, a date line or tags
	captions []bool    // by leaf: see findCaptions
	unit     []int32   // by node: see measure.unit
	doubted  []uint32  // kinds of container whose names are not believed
	top      int32     // the article's container
	main     bool      // for KeepMain

	// for the scores, see traits.go and features.go
	traits                []trait      // by leaf
	shapes                []shape      // by node
	depths                []uint8      // by node
	inside                []insideBits // by node
	last, leader, seen    []int32      // scratch
	known                 wordSet      // words of the headline, of the description, of JSON-LD's articleBody
	headline              int32        // the leaf that is the headline, or none
	firstProse, lastProse int32        // the first and last leaf of running text in the container
	goesOn                int32        // the first leaf after lastProse that is not known to be kept, see closes
	articles              int32        // <article> elements
	lead, headed          int32        // the first running text below the headline, or none; the container that holds both
	bodyEnd               int32        // the first leaf below the running text that is marked as the article's body; 0 without
	anchor                int32        // the first running text of the container, or none
	kin                   []uint16     // by node: the kind of container
	kinProse              []int32      // by kind: running text in bytes
	stated                int32        // rank of the page's JSON-LD node, 0 without one
	again                 []float32    // scratch
	order                 []int32      // scratch
	scores, before        []float32
	sums                  []scoreSum // by node
	groupSums, kinSums    []scoreSum // by group, by kind of container: see sumAlike
	prevKept, nextKept    []int32
	levels                []scoreSum // by node: see level
	groups                []group    // of like items, see groups.go
	groupOf               []int32    // by node: index into groups, 0 for none
	cards                 []bool     // by node: see findCards
	items                 []uint8    // by node: what it has in it
	names                 []uint8    // by node: see mainWords; of all containers around, too
	prices                int32      // leaves with one
	signs                 signs      // what speaks for the page's kind
	kind                  kindChoice
	model                 *modelPair // the models that have judged, nil if only the rules have
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
		p: p, title: string(foldWords(nil, []byte(title))), data: dataTables(p),
		traits: s.traits, shapes: s.shapes, depths: s.depths, inside: s.inside, last: s.last, leader: s.leader, seen: s.seen,
		kin: s.kin, kinProse: s.kinProse, known: s.known, headline: none,
		groups: s.groups, groupOf: s.groupOf, cards: s.cards, items: s.items, names: s.names,
		scores: s.scores, again: s.again, order: s.order, before: s.before, sums: s.sums, levels: s.levels, groupSums: s.groupSums, kinSums: s.kinSums, prevKept: s.prevKept, nextKept: s.nextKept,
		measures: sized(s.measures, leaves), verdicts: sized(s.verdicts, leaves), bylines: sized(s.bylines, leaves), captions: sized(s.captions, leaves),
		prose: sized(s.prose, nodes), why: sized(s.why, nodes), unit: sized(s.unit, nodes),
	}
	s.measure()
	return s
}

// selectLeaves decides about every leaf of a page.
func selectLeaves(p *page, m *metadata, title string, keep Keep) *selection {
	s := prepared(p, m, title, keep)
	s.kind.judge()
	if keep == KeepAll {
		s.keepVisible()
		return s
	}
	s.byScores(keep)
	s.settleHeadings()
	if !s.any() {
		s.lastResort(keep)
	}
	s.closePanels()
	return s
}

// prepared returns a page's selection as the models are to see it: the rules
// have judged, and the signs of the page's kind are read, as they are for
// KeepArticle in any case.
func prepared(p *page, m *metadata, title string, keep Keep) *selection {
	s := newSelection(p, title)
	s.byRules(KeepArticle, m.addr.site)
	s.prepare(m, title)
	s.readKind(m)
	if keep != KeepMain {
		return s
	}
	kind := s.kind
	s.release()
	p.openPanels()
	s = newSelection(p, title)
	s.kind = kind
	s.byRules(KeepMain, m.addr.site)
	s.prepare(m, title)
	return s
}

// byRules decides by the containers' names and the leaves' own text.
func (s *selection) byRules(keep Keep, site string) {
	s.main = keep == KeepMain
	s.markFurniture(keep, site)
	s.findContainer()
	s.units()
	s.judge()
	s.rescue()
}

// keepSlogan keeps a heading that was dropped as the headline and is not the
// record's title.
func (s *selection) keepSlogan(leaf int32) {
	if leaf != none && s.verdicts[leaf].why == dropTitle {
		s.verdicts[leaf] = verdict{true, keptWith, 0}
	}
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
	s.findCaptions()
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
		if !below[level] && !s.standsAlone(i) {
			*v = verdict{false, dropHeading, 0}
			continue
		}
		for j := level; j < len(below); j++ {
			below[j] = false
		}
	}
}

// standsAlone reports whether a heading is kept though no text follows it: the
// models take it for the article's, as in a list whose items are headings with
// pictures, or above a table that is left out.
func (s *selection) standsAlone(i int) bool {
	return s.model != nil && s.scores[i] >= keptScore && !s.aboveCards(i)
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
// that is not links, else the links that are not the site's navigation. A page
// that has nothing else gives its navigation if that is long: then it is what
// the page is for, whatever its elements are called.
func (s *selection) lastResort(keep Keep) {
	if s.anyText() {
		return
	}
	for _, believed := range []hints{hintNav | hintFooter | hintForm | hintCookie, 0} {
		for i := range s.p.leaves {
			l := &s.p.leaves[i]
			if l.flags == 0 && !l.text.empty() && s.why[l.node]&believed == 0 && !s.repeatsTitle(s.p.textOf(l)) {
				s.verdicts[i] = verdict{true, keptRescued, 0}
			}
		}
		if s.any() || keep != KeepMain && len(s.p.text) < bareText {
			return
		}
	}
}

// anyText keeps what lastResort tries first, and reports whether there was any.
func (s *selection) anyText() bool {
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
			return true
		}
	}
	return false
}
