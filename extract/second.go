package extract

// second.go lays out what the second model knows of a leaf: the first one's
// scores of the leaves around it and of its containers, beside the leaf's own row.

// A scoreSum is what the first scores say of a container, weighted by text.
type scoreSum struct {
	weight, kept float32
	best         float32
	leaves       int32 // of running text, for level
}

// keptScore is the score from which a leaf is more likely the article's than not.
const keptScore = 0.5

// sumScores sums up the first scores by container and along the page.
func (s *selection) sumScores() {
	p := s.p
	s.sums = sized(s.sums, len(p.nodes))
	s.before = sized(s.before, len(p.leaves)+1)
	s.prevKept, s.nextKept = sized(s.prevKept, len(p.leaves)), sized(s.nextKept, len(p.leaves))
	prev := int32(none)
	for i := range p.leaves {
		s.before[i+1] = s.before[i]
		s.prevKept[i] = prev
		if !s.isScored(i) {
			continue
		}
		l := &p.leaves[i]
		w := float32(l.text.len())
		sum := &s.sums[l.node]
		sum.weight += w
		sum.kept += w * s.scores[i]
		sum.best = max(sum.best, s.scores[i])
		s.before[i+1] += w * s.scores[i]
		if s.scores[i] > keptScore {
			prev = int32(i)
		}
	}
	if s.main {
		s.sumAlike()
	}
	next := int32(none)
	for i := len(p.leaves) - 1; i >= 0; i-- {
		s.nextKept[i] = next
		if s.isScored(i) && s.scores[i] > keptScore {
			next = int32(i)
		}
	}
	for i := len(p.nodes) - 1; i > 0; i-- {
		up, sum := &s.sums[p.nodes[i].parent], &s.sums[i]
		up.weight, up.kept, up.best = up.weight+sum.weight, up.kept+sum.kept, max(up.best, sum.best)
	}
}

// near is how many neighbours' scores on either side the second model sees.
const near = 4

// second writes leaf i's row for the second model.
func (s *selection) second(i int, r *row) {
	p := s.p
	s.features(i, r)
	r.add(s.scores[i])
	for d := 1; d <= near; d++ {
		r.add(s.scoreAt(i, -d))
		r.add(s.scoreAt(i, d))
	}
	at := p.leaves[i].node
	for range 4 {
		sum := &s.sums[at]
		if sum.weight > 0 {
			r.add(sum.kept / sum.weight)
		} else {
			r.add(-1)
		}
		r.add(sum.kept / (s.before[len(p.leaves)] + 1))
		if at > 0 {
			at = p.nodes[at].parent
		}
	}
	if unit := s.measures[i].unit; unit != none && s.sums[unit].weight > 0 {
		r.add(s.sums[unit].kept / s.sums[unit].weight)
	} else {
		r.add(-1)
	}
	total := s.before[len(p.leaves)]
	r.add(s.before[i] / (total + 1))
	r.log(int32(total))
	s.keptRow(i, s.prevKept[i], r)
	s.keptRow(i, s.nextKept[i], r)
	r.add(s.windowMean(i))
	if s.main {
		s.mainSecond(i, r)
	}
}

// scoreAt is the first score of the d-th scored leaf after i (before, if d < 0).
func (s *selection) scoreAt(i, d int) float32 {
	step := 1
	if d < 0 {
		step, d = -1, -d
	}
	for j, looked := i+step, 0; j >= 0 && j < len(s.p.leaves) && looked < 16; j, looked = j+step, looked+1 {
		if s.isScored(j) {
			d--
			if d == 0 {
				return s.scores[j]
			}
		}
	}
	return -1
}

// keptRow writes how far the next leaf that the first model keeps is, in
// leaves and in containers.
func (s *selection) keptRow(i int, j int32, r *row) {
	if j == none {
		r.add(20)
		r.add(8)
		return
	}
	p := s.p
	d := j - int32(i)
	if d < 0 {
		d = -d
	}
	r.log(d)
	up := int32(0)
	for n := p.leaves[i].node; n > 0 && up < farUp && !p.within(p.leaves[j].node, n); n = p.nodes[n].parent {
		up++
	}
	r.add(float32(up))
}

// window is how many leaves on either side windowMean looks at.
const window = 10

func (s *selection) windowMean(i int) float32 {
	lo, hi := max(i-window, 0), min(i+window+1, len(s.p.leaves))
	text := s.p.leaves[hi-1].text.end - s.p.leaves[lo].text.start
	return (s.before[hi] - s.before[lo]) / float32(text+1)
}

// isScored reports whether the models score a leaf: text that is shown, not a
// link of a menu, and not a caption, which goes with its picture.
func (s *selection) isScored(i int) bool {
	l := &s.p.leaves[i]
	if l.flags != 0 || l.text.empty() || l.kind > leafPre || s.captions[i] && !s.main {
		return false
	}
	if s.main {
		return true
	}
	n := int32(l.text.len())
	return n >= labelLength || s.why[l.node] == 0 || l.linked < n && s.why[l.node]&(hintNav|hintConsent|hintForm) == 0
}
