package extract

import "bytes"

// reveal.go is for text that a page has, and does not show at first: a page's
// leaves go in, the flags of those that its readers come to see go away.

// A streamed container is hidden until a script puts it into its place a moment
// later: React streams pages so, and marks each piece with an id that begins
// like this.
var streamedID = []byte("S:")

// isStreamed reports whether the start tag is that of a streamed piece.
func (s *scanner) isStreamed() bool { return bytes.HasPrefix(s.attr.get(attrID), streamedID) }

// A page is hidden until a script has run if it hides this many times as much
// running text as it shows: pages with texts in tabs and pop-ups hide less.
const hiddenVersion = 8

// A page's text is in <noscript> if it has this many times as much running text
// there as it shows: pages that show their text have notices and trackers there.
const noscriptVersion = 3

// showVersion shows the text for browsers without scripts, or what a script
// would show, where the page has little or no other: forums that are programs
// keep their threads in <noscript> for search engines.
func (p *page) showVersion() {
	noscript, hidden := p.flaggedProse(nodeNoscript), p.flaggedProse(nodeHidden)
	most := max(noscript/noscriptVersion, hidden/hiddenVersion)
	shown := int32(0)
	for i := 0; i < len(p.leaves) && shown < most; i++ {
		if l := &p.leaves[i]; l.flags == 0 {
			shown += prose(l, endsSentence(p.textOf(l)))
		}
	}
	switch {
	case noscript > shown*noscriptVersion:
		p.show(nodeNoscript)
		p.version = versionNoscript
	case hidden > shown*hiddenVersion:
		p.show(nodeHidden)
		p.version = versionHidden
	}
}

// flaggedProse is how much running text, in bytes, has a flag and no other.
// Markup that was escaped, as browsers save <noscript>, is no text.
func (p *page) flaggedProse(flag nodeFlags) (n int32) {
	for i := range p.leaves {
		if l := &p.leaves[i]; l.flags == flag && !bytes.HasPrefix(p.textOf(l), []byte("<")) {
			n += prose(l, endsSentence(p.textOf(l)))
		}
	}
	return n
}

// A version says which of a page's texts is read.
type version uint8

const (
	versionShown    version = iota
	versionNoscript         // that for browsers without scripts
	versionHidden           // that which the page hides
)

// show takes a flag off all leaves.
func (p *page) show(flag nodeFlags) {
	for i := range p.leaves {
		p.leaves[i].flags &^= flag
	}
}

// openPanels shows, for the selection, what a click on the page would: text in
// tabs, accordions and behind "read more". Text for screen readers stays hidden.
func (p *page) openPanels() {
	for i := 1; i < len(p.nodes); i++ {
		n := &p.nodes[i]
		if n.hints&hintUnseen != 0 || p.nodes[n.parent].flags&nodeUnseen != 0 {
			n.flags |= nodeUnseen
		}
	}
	for i := range p.leaves {
		if l := &p.leaves[i]; l.flags == nodeHidden && p.nodes[l.node].flags&nodeUnseen == 0 {
			l.flags, l.panel = 0, true
		}
	}
}

// closePanels hides again what openPanels has shown.
func (s *selection) closePanels() {
	for i := range s.p.leaves {
		l := &s.p.leaves[i]
		if !l.panel {
			continue
		}
		l.flags = nodeHidden
		if v := &s.verdicts[i]; v.keep {
			v.why = keptPanel
		} else {
			*v = verdict{false, dropHidden, 0}
		}
	}
}
