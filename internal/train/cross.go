package main

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"io"
	"maps"
	"slices"
	"strings"
)

// cross.go scores the models on sites that they have not seen.

// folds parts pages by site.
func folds(pages []*sample, n int) [][]*sample {
	out := make([][]*sample, n)
	for _, p := range pages {
		k := drawn(p.site, n)
		out[k] = append(out[k], p)
	}
	return out
}

// drawn is a number below n that is always the same for a name.
func drawn(name string, n int) int {
	h := fnv.New32a()
	h.Write([]byte(name)) //nolint:errcheck // never fails
	return int(h.Sum32() % uint32(n))
}

// A model is both forests, and those of the kinds that their rows tell of, if
// they do.
type model struct {
	first, second *forest
	kinds         []*forest
}

// rowsOf lays out the first rows, labels and weights of pages.
func rowsOf(pages []*sample) (rows [][]float32, labels, weights []float32) {
	for _, p := range pages {
		for i := range p.leaves {
			rows = append(rows, p.leaves[i].Row)
		}
		labels, weights = append(labels, p.labels...), append(weights, p.weights...)
	}
	return rows, labels, weights
}

// trainFirst grows the first forest.
func trainFirst(pages []*sample, opt boostOptions, seed uint64) *forest {
	rows, labels, weights := rowsOf(pages)
	return boost(newTable(rows), labels, weights, opt, seed)
}

// firstScores gives the first forest's scores of a page's leaves.
func firstScores(f *forest, p *sample) []float32 {
	out := make([]float32, len(p.leaves))
	for i := range p.leaves {
		out[i] = float32(sigmoid(f.predict(p.leaves[i].Row)))
	}
	return out
}

// innerFolds is how many parts give the second forest scores of pages that the
// first one has not seen.
const innerFolds = 4

// trainModel grows both forests.
func trainModel(pages []*sample, opt boostOptions, seed uint64) (*model, error) {
	parts := folds(pages, innerFolds)
	if err := learnable(pages, parts); err != nil {
		return nil, err
	}
	kinds := setKinds(pages)
	rows := map[*sample][][]float32{}
	for k := range parts {
		f := trainFirst(others(parts, k), opt, seed+uint64(k)+10)
		for _, p := range parts[k] {
			rows[p] = p.page.Second(firstScores(f, p))
		}
	}
	var second [][]float32
	var labels, weights []float32
	for _, p := range pages {
		second = append(second, rows[p]...)
		labels, weights = append(labels, p.labels...), append(weights, p.weights...)
	}
	return &model{first: trainFirst(pages, opt, seed), second: boost(newTable(second), labels, weights, opt, seed+1), kinds: kinds}, nil
}

// A report collects the scores of pages that the models have not seen.
type report struct {
	tallies  map[string]*tally
	losses   []loss
	snippets snippetCount
}

// A snippetCount counts the snippets of pages of which no more is known.
type snippetCount struct{ pages, found, missed, wrong int }

// f1 is the measure that trafilatura calls segments.
func (c *snippetCount) f1() float64 {
	return 2 * float64(c.found) / float64(2*c.found+c.missed+c.wrong)
}

// scoreSnippets counts a page's snippets in the leaves that are kept.
func (r *report) scoreSnippets(p *sample, kept func(i int) bool) {
	var text []string
	for i := range p.leaves {
		if kept(i) {
			text = append(text, strings.Fields(p.leaves[i].Text)...)
		}
	}
	all := strings.Join(text, " ")
	has := func(snippet string) bool { return strings.Contains(all, strings.Join(strings.Fields(snippet), " ")) }
	r.snippets.pages++
	for _, s := range p.with {
		if has(s) {
			r.snippets.found++
		} else {
			r.snippets.missed++
		}
	}
	for _, s := range p.without {
		if has(s) {
			r.snippets.wrong++
		}
	}
}

// A tally is a sum of scores.
type tally struct {
	n   int
	sum float64
}

// A loss is how far a page's score stays below what choosing its leaves could give.
type loss struct {
	page      *sample
	best, got float64
	scores    []float32
	cut       float32 // from which leaves are kept
}

func (r *report) add(p *sample, measure string, f float64) {
	key := fmt.Sprintf("%s %s %s", p.set, p.kind, measure)
	if r.tallies[key] == nil {
		r.tallies[key] = &tally{}
	}
	r.tallies[key].n++
	r.tallies[key].sum += f
}

// crossValidate prints the scores of each kind of page on unseen sites: those
// of the rules, of the models, and of the labels, which no choice of leaves
// can beat. It lists the pages that lose most. Forms of the pages are learned from
// and scored, too.
func crossValidate(pages []*sample, n int, opt boostOptions, forms formWeights, worst int, w io.Writer) error {
	r := report{tallies: map[string]*tally{}}
	parts := folds(pages, n)
	for k := range parts {
		if len(parts[k]) == len(pages) {
			return fmt.Errorf("cross-validating by site: all %d pages are of one site, or of sites that fall together", len(pages))
		}
		m, err := trainModel(forms.add(others(parts, k)), opt, 1)
		if err != nil {
			return fmt.Errorf("cross-validating by site: %w", err)
		}
		for _, p := range forms.add(parts[k]) {
			r.score(m, p)
		}
	}
	return r.print(w, worst)
}

// others are the pages of all parts but one.
func others(parts [][]*sample, k int) (rest []*sample) {
	for j := range parts {
		if j != k {
			rest = append(rest, parts[j]...)
		}
	}
	return rest
}

// score measures one page.
func (r *report) score(m *model, p *sample) {
	if m.kinds != nil {
		p.setKind(m.kinds)
	}
	scores := make([]float32, len(p.leaves))
	for i, row := range p.page.Second(firstScores(m.first, p)) {
		scores[i] = float32(sigmoid(m.second.predict(row)))
	}
	scores = p.page.Level(scores)
	cut := p.cut(scores)
	kept := func(i int) bool {
		return p.leaves[i].Final && p.leaves[i].Rule || !p.leaves[i].Final && scores[i] >= cut
	}
	if len(p.gold) == 0 {
		if !strings.HasSuffix(p.set, plainSet) {
			r.scoreSnippets(p, kept)
		}
		return
	}
	best, got := p.f1(func(i int) bool { return p.labels[i] > 0 }), p.f1(kept)
	r.add(p, "labels", best)
	r.add(p, "models", got)
	r.add(p, "models, 4-grams", p.shingles(kept))
	r.add(p, "rules", p.f1(func(i int) bool { return p.leaves[i].Rule }))
	r.losses = append(r.losses, loss{p, best, got, scores, cut})
}

func (r *report) print(w io.Writer, worst int) error {
	for _, key := range slices.Sorted(maps.Keys(r.tallies)) {
		t := r.tallies[key]
		if _, err := fmt.Fprintf(w, "%-36s %4d pages  words F1 %.4f\n", key, t.n, t.sum/float64(t.n)); err != nil {
			return err
		}
	}
	if c := &r.snippets; c.pages > 0 {
		if _, err := fmt.Fprintf(w, "%-36s %4d pages  F1 %.4f, missed %d, wrong %d\n", "snippets", c.pages, c.f1(), c.missed, c.wrong); err != nil {
			return err
		}
	}
	slices.SortStableFunc(r.losses, func(a, b loss) int { return cmp.Compare(b.best-b.got, a.best-a.got) })
	for _, l := range r.losses[:min(worst, len(r.losses))] {
		fmt.Fprintf(w, "%s %s: best %.3f, got %.3f with scores from %.2f\n", l.page.id, l.page.kind, l.best, l.got, l.cut)
		for i := range l.page.leaves {
			text := l.page.leaves[i].Text
			if _, err := fmt.Fprintf(w, "  %.0f %.2f %4d %.90q\n", l.page.labels[i], l.scores[i], len(text), text); err != nil {
				return err
			}
		}
	}
	return nil
}

// f1 is the word F1 of the leaves that keep chooses, against the gold.
func (s *sample) f1(keep func(i int) bool) float64 {
	bag := map[string]int{}
	for _, w := range s.gold {
		bag[w]++
	}
	got, hit := 0, 0
	for i := range s.leaves {
		if !keep(i) {
			continue
		}
		for _, w := range s.words[i] {
			got++
			if bag[w] > 0 {
				bag[w]--
				hit++
			}
		}
	}
	if hit == 0 {
		return 0
	}
	p, r := float64(hit)/float64(got), float64(hit)/float64(len(s.gold))
	return 2 * p * r / (p + r)
}

// shingles is the F1 of runs of four words of the leaves that keep chooses.
func (s *sample) shingles(keep func(i int) bool) float64 {
	var words []string
	for i := range s.leaves {
		if keep(i) {
			words = append(words, s.words[i]...)
		}
	}
	const run = 4
	bag := map[string]int{}
	count := func(words []string, f func(key string)) int {
		n := max(len(words)-run+1, min(len(words), 1))
		for i := range n {
			f(strings.Join(words[i:min(i+run, len(words))], " "))
		}
		return n
	}
	gold := count(s.gold, func(key string) { bag[key]++ })
	hit := 0
	got := count(words, func(key string) {
		if bag[key] > 0 {
			bag[key]--
			hit++
		}
	})
	if hit == 0 {
		return 0
	}
	return 2 * float64(hit) / float64(got+gold)
}

// cut is the score from which keeping leaves gives the largest expected F1.
func (s *sample) cut(scores []float32) float32 {
	order := make([]int, len(scores))
	total := 0.0
	for i := range order {
		order[i] = i
		total += float64(scores[i]) * float64(len(s.words[i]))
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	best, cut := -1.0, float32(0.5)
	hit, got := 0.0, 0.0
	for _, i := range order {
		n := float64(len(s.words[i]))
		hit += float64(scores[i]) * n
		got += n
		if f := 2 * hit / (got + total + 1e-9); f > best {
			best, cut = f, scores[i]
		}
	}
	return cut
}
