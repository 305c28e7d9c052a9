package extract

import "slices"

// containers.go finds the containers that are not the article by their names,
// and the one that holds the article by the running text in it.

const (
	// Names that leave the page less than this share of its running text, in per
	// cent, can not all be right.
	leastLeft = 15
	// How many names are then doubted, one after the other.
	mostDoubts = 3
)

// markFurniture finds the containers that are not the article by their names, and
// the teasers of other pages.
func (s *selection) markFurniture(keep Keep, site string) {
	s.nameFurniture(keep)
	for range mostDoubts {
		if s.textLeft()*100 >= int64(s.prose[0])*leastLeft || !s.doubt() {
			break
		}
		clear(s.why)
		s.nameFurniture(keep)
	}
	if keep != KeepMain {
		s.dropCards(site)
	}
	s.dropFurnitureProse()
}

// nameFurniture marks what is furniture by its name, unless that is doubted.
func (s *selection) nameFurniture(keep Keep) {
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
		if h == 0 || slices.Contains(s.doubted, n.kind) {
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
}

// textLeft is how much running text is in no furniture, in bytes.
func (s *selection) textLeft() (n int64) {
	for i := range s.p.leaves {
		if s.why[s.p.leaves[i].node] == 0 {
			n += int64(s.measures[i].prose)
		}
	}
	return n
}

// doubt doubts the class that takes most running text away, and reports whether
// there is one. What elements are called by the standard is not doubted, nor
// consent.
func (s *selection) doubt() bool {
	sums := map[uint32]int32{}
	most := uint32(0)
	for i := 1; i < len(s.p.nodes); i++ {
		n := &s.p.nodes[i]
		if s.why[i] == 0 || s.why[n.parent] != 0 || n.kind == 0 || n.hints&hintConsent != 0 || elementHint[n.tag]&furniture != 0 {
			continue
		}
		if sums[n.kind] += s.prose[i]; sums[n.kind] > sums[most] {
			most = n.kind
		}
	}
	if most != 0 {
		s.doubted = append(s.doubted, most)
	}
	return most != 0
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
