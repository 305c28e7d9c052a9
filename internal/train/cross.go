package main

import (
	"fmt"
	"hash/fnv"
	"io"
	"sort"
)

// cross.go scores the models on sites that they have not seen.

// folds parts pages by site.
func folds(pages []*sample, n int) [][]*sample {
	out := make([][]*sample, n)
	for _, p := range pages {
		h := fnv.New32a()
		h.Write([]byte(p.site)) //nolint:errcheck // never fails
		k := int(h.Sum32() % uint32(n))
		out[k] = append(out[k], p)
	}
	return out
}

// A model is both forests.
type model struct{ first, second *forest }

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
func trainModel(pages []*sample, opt boostOptions, seed uint64) *model {
	parts := folds(pages, innerFolds)
	rows := map[*sample][][]float32{}
	for k := range parts {
		var rest []*sample
		for j := range parts {
			if j != k {
				rest = append(rest, parts[j]...)
			}
		}
		f := trainFirst(rest, opt, seed+uint64(k)+10)
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
	return &model{first: trainFirst(pages, opt, seed), second: boost(newTable(second), labels, weights, opt, seed+1)}
}

// crossValidate prints the scores of each kind of page on unseen sites.
func crossValidate(pages []*sample, n int, opt boostOptions, worst int, w io.Writer) error {
	type loss struct {
		page          *sample
		best, got     float64
		first, second []float32
	}
	var losses []loss
	parts := folds(pages, n)
	tallies := map[string]*tally{}
	add := func(kind string, f float64) {
		if tallies[kind] == nil {
			tallies[kind] = &tally{}
		}
		tallies[kind].n++
		tallies[kind].sum += f
	}
	for k := range parts {
		var rest []*sample
		for j := range parts {
			if j != k {
				rest = append(rest, parts[j]...)
			}
		}
		m := trainModel(rest, opt, 1)
		for _, p := range parts[k] {
			if p.gold == nil {
				continue
			}
			first := firstScores(m.first, p)
			second := make([]float32, len(p.leaves))
			for i, row := range p.page.Second(first) {
				second[i] = float32(sigmoid(m.second.predict(row)))
			}
			got := p.f1(func(i int) bool { return second[i] > 0.5 })
			losses = append(losses, loss{p, p.f1(func(i int) bool { return p.labels[i] > 0 }), got, first, second})
			cut := p.cut(second)
			add(p.set+" "+p.kind+" second cut", p.f1(func(i int) bool { return second[i] >= cut }))
			cut1 := p.cut(first)
			add(p.set+" "+p.kind+" first cut", p.f1(func(i int) bool { return first[i] >= cut1 }))
			add(p.set+" "+p.kind+" first", p.f1(func(i int) bool { return first[i] > 0.5 }))
			add(p.set+" "+p.kind+" second", got)
			add(p.set+" "+p.kind+" rules", p.f1(func(i int) bool { return p.leaves[i].Rule }))
			add(p.set+" "+p.kind+" labels", p.f1(func(i int) bool { return p.labels[i] > 0 }))
		}
		fmt.Fprintf(w, "fold %d of %d\n", k+1, n)
	}
	var keys []string
	for key := range tallies {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	for _, key := range keys {
		fmt.Fprintf(w, "%-24s %4d pages  words F1 %.4f\n", key, tallies[key].n, tallies[key].sum/float64(tallies[key].n))
	}
	sort.Slice(losses, func(i, j int) bool { return losses[i].best-losses[i].got > losses[j].best-losses[j].got })
	for _, l := range losses[:min(worst, len(losses))] {
		fmt.Fprintf(w, "%s %-13s best %.3f got %.3f\n", l.page.id, l.page.kind, l.best, l.got)
		for i := range l.page.leaves {
			text := l.page.leaves[i].Text
			fmt.Fprintf(w, "  %.0f %.2f %.2f %4d %.90q\n", l.page.labels[i], l.first[i], l.second[i], len(text), text)
		}
	}
	return nil
}

type tally struct {
	n   int
	sum float64
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

// cut is the score from which keeping leaves gives the largest expected F1.
func (s *sample) cut(scores []float32) float32 {
	order := make([]int, len(scores))
	total := 0.0
	for i := range order {
		order[i] = i
		total += float64(scores[i]) * float64(len(s.words[i]))
	}
	sort.Slice(order, func(a, b int) bool { return scores[order[a]] > scores[order[b]] })
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
