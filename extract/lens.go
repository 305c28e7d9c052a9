package extract

import (
	"fmt"
	"io"
	"slices"

	"pressclip/internal/charset"
	"pressclip/internal/lens"
)

// lens.go shows the trainer a page as the model sees it.

func init() { lens.Read = readLens }

// A lensPage is a page kept for training.
type lensPage struct {
	s      *selection
	m      *metadata
	title  string
	keep   Keep
	scored []int // leaves that are scored
}

func readLens(r io.Reader, main bool) (lens.Page, error) {
	keep := KeepArticle
	if main {
		keep = KeepMain
	}
	decoder, err := charset.NewReader(r, charset.Options{})
	if err != nil {
		return nil, fmt.Errorf("reading for training: %w", err)
	}
	text, front, err := readFrontMatter(decoder)
	if err != nil {
		return nil, err
	}
	p := &page{classIndex: map[string]int32{}}
	if err := scan(text, p); err != nil {
		return nil, err
	}
	p.showVersion()
	m := newMetadata(p, front, &config{})
	m.collect()
	return newLensPage(p, m, m.chooseTitle(), keep), nil
}

func newLensPage(p *page, m *metadata, title string, keep Keep) *lensPage {
	l := &lensPage{s: prepared(p, m, title, keep), m: m, title: title, keep: keep}
	for i := range p.leaves {
		if l.s.isScored(i) {
			l.scored = append(l.scored, i)
		}
	}
	return l
}

func (l *lensPage) Without(drop func(leaf int) bool) lens.Page {
	gone := map[int]bool{}
	for k, i := range l.scored {
		gone[i] = drop(k)
	}
	p, m := *l.s.p, *l.m
	left := make([]int32, len(p.leaves)+1) // leaves that are left before each
	p.leaves = nil
	for i := range l.s.p.leaves {
		if left[i] = int32(len(p.leaves)); !gone[i] {
			p.leaves = append(p.leaves, l.s.p.leaves[i])
		}
	}
	left[len(left)-1] = int32(len(p.leaves))
	p.nodes, p.marks, p.targets = slices.Clone(p.nodes), slices.Clone(p.marks), slices.Clone(p.targets)
	for i := range p.nodes {
		n := &p.nodes[i]
		n.first, n.last = left[n.first], left[n.last]
	}
	for i := range p.marks {
		p.marks[i].leaf = left[p.marks[i].leaf]
	}
	for i := range p.targets {
		p.targets[i].leaf = left[p.targets[i].leaf]
	}
	m.p = &p
	return newLensPage(&p, &m, l.title, l.keep)
}

func (l *lensPage) Kind() []float32 { return slices.Clone(l.s.kind.row[:len(kindColumns)]) }

func (l *lensPage) Says(kind int) bool { return l.s.kind.said[kind] }

func (l *lensPage) SetKind(scores []float32) { copy(l.s.kind.scores[:], scores) }

func (l *lensPage) KindColumn() int {
	if !l.s.main {
		return -1
	}
	return len(columnNames(true)) - kindCount
}

func (l *lensPage) Leaves() []lens.Leaf {
	out := make([]lens.Leaf, len(l.scored))
	for k, i := range l.scored {
		r := row{v: make([]float32, maxColumns)}
		l.s.features(i, &r)
		out[k] = lens.Leaf{Text: string(l.s.p.textOf(&l.s.p.leaves[i])), At: int(l.s.p.leaves[i].text.start), Rule: l.s.verdicts[i].keep && !l.s.isDekLine(i), Final: l.s.final(i) || l.s.isDekLine(i), Row: r.v[:r.n:r.n]}
	}
	return out
}

func (l *lensPage) Second(scores []float32) [][]float32 {
	l.s.scores = sized(l.s.scores, len(l.s.p.leaves))
	for k, i := range l.scored {
		l.s.scores[i] = scores[k]
	}
	l.s.sumScores()
	out := make([][]float32, len(l.scored))
	for k, i := range l.scored {
		r := row{v: make([]float32, maxColumns)}
		l.s.second(i, &r)
		out[k] = r.v[:r.n:r.n]
	}
	return out
}

func (l *lensPage) Level(scores []float32) []float32 {
	all := make([]float32, len(l.s.p.leaves))
	for k, i := range l.scored {
		all[i] = scores[k]
	}
	l.s.level(all)
	out := make([]float32, len(l.scored))
	for k, i := range l.scored {
		out[k] = all[i]
	}
	return out
}
