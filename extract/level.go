package extract

// level.go draws the scores of a container's paragraphs to one another: scores
// go in and come out evened. The paragraphs of a long text are one text, though
// the model grows less sure of them the farther they are from the headline.

const (
	// How far a paragraph's score goes to the mean of its container's: half of
	// the way.
	levelPull = 0.5
	// The fewest paragraphs that make a text.
	levelLeast = 4
	// The most words for which a paragraph counts in the mean.
	levelWords = 80
)

// level evens the scores of running text by the container that holds it.
func (s *selection) level(scores []float32) {
	s.levels = sized(s.levels, len(s.p.nodes))
	for i := range s.p.leaves {
		if g := s.levelOf(i); g != none {
			w := float32(min(s.traits[i].words, levelWords))
			sum := &s.levels[g]
			sum.weight += w
			sum.kept += w * scores[i]
			sum.leaves++
		}
	}
	for i := range s.p.leaves {
		g := s.levelOf(i)
		if g == none {
			continue
		}
		if sum := &s.levels[g]; sum.leaves >= levelLeast && sum.weight > 0 {
			scores[i] += levelPull * (sum.kept/sum.weight - scores[i])
		}
	}
}

// levelOf is the container that a leaf of running text stands in beside others
// like it, none for any other leaf.
func (s *selection) levelOf(i int) int32 {
	if s.measures[i].prose == 0 || !s.isScored(i) {
		return none
	}
	n := s.p.leaves[i].node
	if s.p.nodes[n].tag == tagP {
		return s.p.nodes[n].parent
	}
	return n
}
