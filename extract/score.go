package extract

import "slices"

// score.go lets the models judge: each leaf gets the probability that it is the
// article's, and those are kept that together are most like one.

const (
	// Between these first scores the second model has a say; outside them it
	// would rarely disagree.
	unsureFrom, unsureTo = 0.2, 0.8
	// A page whose best leaf scores less has no article that the model knows:
	// the rules decide alone.
	hopeless = 0.15
)

// byScores replaces the rules' verdicts of text by those of the models.
func (s *selection) byScores(keep Keep) {
	if !s.p.whole {
		return // a fragment was cut out of its page by someone: what is left is mostly the article
	}
	all := models()
	pair := &all[0]
	if keep == KeepMain {
		pair = &all[1]
	}
	if best := s.scoreFirst(&pair.first); best < hopeless {
		return
	}
	s.model = pair
	s.scoreSecond(&pair.second)
	s.level(s.scores)
	cut := s.bestCut()
	for i := range s.p.leaves {
		if s.isScored(i) {
			s.verdicts[i] = s.byScore(i, s.scores[i] >= cut && !s.afterBody(i))
		}
	}
	s.dropCopies()
	s.settleWordless()
	s.settleTables()
	s.settleMedia()
	s.keepNotes()
}

// settleWordless keeps a leaf of signs alone, "* * *" or "---", where the text
// beside it on both sides is kept: the models know nothing of it but where it
// stands.
func (s *selection) settleWordless() {
	s.seen = sized(s.seen, len(s.p.leaves)) // 1: the text before the leaf is kept
	beside := int32(none)
	for i := range s.p.leaves {
		switch {
		case !s.isScored(i):
		case s.traits[i].words > 0:
			beside = int32(i)
		case beside != none && s.verdicts[beside].keep:
			s.seen[i] = 1
		}
	}
	beside = none
	for i := len(s.p.leaves) - 1; i >= 0; i-- {
		switch {
		case !s.isScored(i):
		case s.traits[i].words > 0:
			beside = int32(i)
		case s.why[s.p.leaves[i].node] == 0:
			s.verdicts[i] = s.byScore(i, s.seen[i] == 1 && beside != none && s.verdicts[beside].keep)
		}
	}
}

// afterBody reports whether a leaf stands below the body that the page marks as
// its article's: the page says that it is over.
func (s *selection) afterBody(i int) bool {
	return !s.main && s.bodyEnd > 0 && int32(i) >= s.bodyEnd
}

// final reports whether no score overrules a leaf's verdict: it tells what the
// leaf is, not what it is like. A heading that repeats the headline below running
// text is one of the article's own: lists of the best often have such.
func (s *selection) final(i int) bool {
	v := s.verdicts[i]
	if v.why == dropTitle && s.p.leaves[i].kind == leafHeading && s.p.leaves[i].level > 1 && int32(i) > s.firstProse {
		return false
	}
	return v.why == dropDebris || v.why == dropTitle || v.why == dropByline || v.why == dropPhrase
}

// isDekLine reports whether a leaf is a dek that is set as a line of its own: a
// heading, or words that are no sentence. A dek that is a paragraph may be the
// article's lead, without which its text would begin in the middle.
func (s *selection) isDekLine(i int) bool {
	return s.traits[i].flags&traitDek != 0 && (s.p.leaves[i].kind == leafHeading || !s.measures[i].sentence)
}

// byScore is a leaf's verdict: the rules' reason where they agree.
func (s *selection) byScore(i int, keep bool) verdict {
	v := s.verdicts[i]
	if s.isDekLine(i) {
		return verdict{false, dropDek, 0}
	}
	switch {
	case v.keep == keep, s.final(i):
		return v
	case keep:
		return verdict{true, keptScored, 0}
	case s.traits[i].flags&traitDek != 0:
		return verdict{false, dropDek, 0}
	}
	return verdict{false, dropScored, 0}
}

// scoreFirst gives every leaf the first model's score and returns the best.
func (s *selection) scoreFirst(f *forest) (best float32) {
	s.scores = sized(s.scores, len(s.p.leaves))
	var cells [maxColumns]float32
	r := row{v: cells[:]}
	for i := range s.p.leaves {
		if s.isScored(i) {
			s.features(i, &r)
			s.scores[i] = logistic(f.score(&cells))
			best = max(best, s.scores[i])
		}
	}
	return best
}

// scoreSecond replaces the scores that are unsure by the second model's.
func (s *selection) scoreSecond(f *forest) {
	s.sumScores()
	s.again = append(s.again[:0], s.scores...)
	var cells [maxColumns]float32
	r := row{v: cells[:]}
	for i := range s.p.leaves {
		if s.isScored(i) && s.scores[i] > unsureFrom && s.scores[i] < unsureTo {
			s.second(i, &r)
			s.again[i] = logistic(f.score(&cells))
		}
	}
	s.scores, s.again = s.again, s.scores
}

// bestCut is the score from which keeping leaves gives the largest expected F1
// of the text: it lies lower on pages of which the model is less sure.
func (s *selection) bestCut() float32 {
	s.order = s.order[:0]
	total := float32(0)
	for i := range s.p.leaves {
		if s.isScored(i) {
			s.order = append(s.order, int32(i))
			total += s.scores[i] * float32(s.traits[i].words)
		}
	}
	slices.SortFunc(s.order, func(a, b int32) int {
		switch x, y := s.scores[a], s.scores[b]; {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return int(a - b)
	})
	best, cut, hit, got := float32(-1), float32(0.5), float32(0), float32(0)
	for _, i := range s.order {
		n := float32(s.traits[i].words)
		hit += s.scores[i] * n
		got += n
		if f := 2 * hit / (got + total + 1); f > best {
			best, cut = f, s.scores[i]
		}
	}
	return cut
}

// settleTables makes each table of data whole: it is kept or dropped by most of
// its text.
func (s *selection) settleTables() {
	p := s.p
	for i := int32(1); i < int32(len(p.nodes)); i++ {
		n := &p.nodes[i]
		if !s.data[i] {
			continue
		}
		kept, all := int32(0), int32(0)
		for j := n.first; j < n.last; j++ {
			if s.isScored(int(j)) {
				t := int32(p.leaves[j].text.len())
				all += t
				if s.verdicts[j].keep {
					kept += t
				}
			}
		}
		keep := kept*2 > all
		for j := n.first; j < n.last; j++ {
			if s.isScored(int(j)) {
				s.verdicts[j] = s.byScore(int(j), keep)
			}
		}
	}
}

// keepNotes keeps the notes that kept text refers to.
func (s *selection) keepNotes() {
	p := s.p
	targets := s.noteTargets()
	if len(targets) == 0 {
		return
	}
	p.eachNamed(func(i int32, id ref) {
		n := &p.nodes[i]
		if at, ok := targets[clean(p.str(id))]; !ok || n.first <= at || n.last-n.first > longNote {
			return
		}
		for j := n.first; j < n.last; j++ {
			if p.leaves[j].flags == 0 {
				s.verdicts[j] = verdict{true, keptWith, 0}
			}
		}
	})
}

// longNote is the most leaves of a note.
const longNote = 12

// mediaReach is how many leaves before the first and after the last kept text a
// picture or a player still belongs to the article.
const mediaReach = 3

// settleMedia keeps the pictures, players and rules that stand with kept text.
func (s *selection) settleMedia() {
	p := s.p
	first, last := int32(none), int32(none)
	for i := range p.leaves {
		if s.isScored(i) && s.verdicts[i].keep {
			if first == none {
				first = int32(i)
			}
			last = int32(i)
		}
	}
	if first == none {
		return
	}
	for i := range p.leaves {
		l := &p.leaves[i]
		if s.isScored(i) {
			continue
		}
		if v, ok := s.unseen(i); ok {
			s.verdicts[i] = v
			continue
		}
		if s.verdicts[i].why != dropMedia {
			s.verdicts[i] = s.judgeMedia(int32(i), l, first, last)
		}
	}
}

func (s *selection) judgeMedia(i int32, l *leaf, first, last int32) verdict {
	switch {
	case s.why[l.node] != 0:
		return verdict{false, dropFurniture, s.why[l.node]}
	case l.kind == leafRule && (i < first || i > last), i < first-mediaReach, i > last+mediaReach:
		return verdict{false, dropOutside, 0}
	case l.text.empty() && l.images > 0 && !s.showsPicture(l):
		return verdict{false, dropMedia, 0}
	}
	return verdict{true, keptWith, 0}
}

// showsPicture reports whether a leaf has a picture that is no icon.
func (s *selection) showsPicture(l *leaf) bool {
	for r := l.run0; r < l.run1; r++ {
		if run := &s.p.runs[r]; run.image != none && !s.p.isIcon(&s.p.pictures[run.image]) {
			return true
		}
	}
	return false
}
