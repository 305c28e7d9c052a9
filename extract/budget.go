package extract

import (
	"bytes"
	"sort"
)

// budget.go bounds what a page may take in memory: beyond it, elements are read
// as if their tags were not there, so that their text stays.

// What pieces of a page cost in bytes, about: their place in the page, what the
// later stages note of them, and what becomes of them in the record.
const (
	costNode    = 80
	costLeaf    = 600
	costInCell  = 200 // a leaf straight in a table cell: no block comes of it
	costHeavy   = 400 // a list, quote or other structure, besides its node
	costRun     = 140
	costLink    = 150
	costPicture = 560
	costEmbed   = 330
	costMark    = 200
	costFact    = 100
	costCell    = 100
)

// heavy are the elements that become a block with all that it holds.
var heavy = named("ul", "ol", "dl", "blockquote", "table", "figure", "li", "dd")

// A page of n bytes may cost budgetFree + budgetPerByte×n bytes, and budgetMost
// at most. The HTML Standard in one page, 14 MB, needs half of that.
const (
	budgetFree    = 40 << 20
	budgetPerByte = 8
	budgetMost    = 176 << 20
	budgetEvery   = 64 // tags between two sums
)

// full reports whether the page has used up its budget; once it has, it stays so.
func (s *scanner) full() bool {
	p := s.page
	if s.tags++; p.full || s.tags%budgetEvery != 0 {
		return p.full
	}
	cost := len(p.nodes)*costNode + p.heavy*costHeavy + p.gaps*costCell +
		len(p.leaves)*costLeaf - p.inCells*(costLeaf-costInCell) + len(p.runs)*costRun +
		len(p.links)*costLink + len(p.pictures)*costPicture + len(p.embeds)*costEmbed +
		len(p.marks)*costMark + (len(p.facts)+len(p.targets))*costFact
	p.full = cost > min(budgetFree+budgetPerByte*s.read, budgetMost)
	return p.full
}

// startFlat takes a start tag of a page that is full: a block-level element
// ends the line, an element whose content is no text is read over, a picture
// or a player is passed by.
func (s *scanner) startFlat(t tag, e *element) {
	switch {
	case e.kind == block || t == tagHr:
		s.flatten(t)
	case e.kind == skipped:
		s.startSkip(t)
	case t == tagIframe:
		s.raw = rawSkip
	case e.kind == special && t != tagPicture && t != tagVideo && t != tagAudio && t != tagObject:
		s.startSpecial(t)
	}
}

// flatten ends the line where an element is not opened.
func (s *scanner) flatten(t tag) {
	if elements[t].kind == block {
		s.overflow[t]++
	}
	s.lineEnd()
}

// lineEnd ends the line where a block border would end the leaf.
func (s *scanner) lineEnd() {
	if s.flow.open && s.flow.breaks == 0 {
		s.lineBreak()
	}
}

// allowance is how many bytes of repeated text or addresses a record of a page
// of some size may have: so many per byte of the page, some for any page, and
// at most allowanceMost.
func allowance(size, perByte, free int) int {
	return free + min(size*perByte, allowanceMost)
}

const allowanceMost = 48 << 20

// shed lets go of a giant page's arrays once its body is built, so that they
// are gone while quotations are sought and the record is written.
func (b *builder) shed() {
	p := b.p
	if p.capacity() <= keptCapacity {
		return
	}
	*b.s = selection{p: p}
	*b = builder{p: p, out: b.out, credits: b.credits}
	*p = page{classes: p.classes, classIndex: p.classIndex}
}

// longLeaf is the length, in bytes, from which a stretch of text ends at its
// next line break: no paragraph is as long, and what a format notes of each
// line of a paragraph would be many times the page.
const longLeaf = 256 << 10

// cutLeaf parts a long leaf at a line break.
func (p *page) cutLeaf(l *leaf) (head, rest leaf, ok bool) {
	from := l.text.start + longLeaf
	at := bytes.IndexByte(p.text[from:l.text.end], '\n')
	if at < 0 {
		return head, rest, false
	}
	head, rest = *l, *l
	head.text.end = from + int32(at)
	rest.text.start = head.text.end + 1
	runs := p.runs[l.run0:l.run1]
	i := int32(sort.Search(len(runs), func(i int) bool { return runs[i].text.end > head.text.end }))
	rest.run0 += i
	head.run1 = min(head.run0+i+1, l.run1)
	return head, rest, true
}
