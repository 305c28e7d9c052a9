package extract

import "bytes"

// copies.go finds what a page shows twice: kept leaves go in, those go out that
// repeat what is kept before them. Sites lay out a text once for wide screens and
// once for narrow ones, and styles hide one of the two.

const (
	// The fewest words of a text that is no chance to be there twice.
	leastCopy = 8
	// How many leaves after its first place a copy stands that is one by itself.
	copyReach = 2
	// How many texts in the order of earlier ones are a copy of these, wherever
	// it stands.
	copyRun = 3
)

// dropCopies drops the later one of two equal texts that stand together, and the
// later one of two equal rows of texts.
func (s *selection) dropCopies() {
	s.order = s.order[:0] // the kept leaves that are long enough
	for i := range s.p.leaves {
		if s.isScored(i) && s.verdicts[i].keep && s.traits[i].words >= leastCopy && s.p.leaves[i].kind == leafText {
			s.order = append(s.order, int32(i))
		}
	}
	run := 0
	before := s.firstCopies()
	for k := range s.order {
		switch {
		case before[k] == none:
			run = 0
			continue
		case run > 0 && before[k] == before[k-1]+1:
			run++
		default:
			run = 1
		}
		if first := s.order[before[k]]; s.order[k]-first <= copyReach && !s.alike(first, s.order[k]) {
			s.dropCopy(s.order[k], s.order[k])
		}
		if run >= copyRun {
			s.dropCopy(s.order[k-run+1], s.order[k])
		}
	}
}

// alike reports whether two leaves are in elements of the same kind beside each
// other: what an author writes twice is no second layout.
func (s *selection) alike(i, j int32) bool {
	p := s.p
	a, b := p.leaves[i].node, p.leaves[j].node
	return a == b || p.nodes[a].parent == p.nodes[b].parent && p.nodes[a].tag == p.nodes[b].tag && p.nodes[a].kind == p.nodes[b].kind
}

// firstCopies tells, for each leaf of order, where in it the first one of the
// same text stands, none for the first itself. Most texts are on the page once:
// findAgain knows.
func (s *selection) firstCopies() []int32 {
	s.last = sized(s.last, len(s.order))
	s.leader = s.leader[:0] // those that stand elsewhere, too
	for k, i := range s.order {
		s.last[k] = none
		if s.traits[i].flags&traitAgain == 0 {
			continue
		}
		text := s.p.textOf(&s.p.leaves[i])
		for _, j := range s.leader[:min(len(s.leader), maxCopies)] {
			if bytes.Equal(text, s.p.textOf(&s.p.leaves[s.order[j]])) {
				s.last[k] = j
				break
			}
		}
		if s.last[k] == none {
			s.leader = append(s.leader, int32(k))
		}
	}
	return s.last
}

// maxCopies bounds the texts that a text is compared with.
const maxCopies = 256

// dropCopy drops the leaves from first to last that stand elsewhere, too.
func (s *selection) dropCopy(first, last int32) {
	for i := first; i <= last; i++ {
		if s.isScored(int(i)) && s.verdicts[i].keep && s.traits[i].flags&traitAgain != 0 {
			s.verdicts[i] = verdict{false, dropCopied, 0}
		}
	}
}
