package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
)

// kinds.go grows the models that say of which kind a page is: pages with their
// types go in, a forest a kind comes out, or how it judges sites that it has
// not seen.

// kindOrder are the kinds in the order of package extract, with the page types
// of the corpora that are of each.
var kindOrder = []struct {
	name  string
	types []string
}{
	{"article", []string{"article"}},
	{"forum", []string{"forum"}},
	{"listing", []string{"listing", "collection"}},
	{"product", []string{"product"}},
	{"documentation", []string{"documentation"}},
	{"other", []string{"service"}},
}

// kindOptions are how these forests grow: small ones, each sign on its own
// already says something.
var kindOptions = boostOptions{trees: 100, leaves: 5, rate: 0.1, least: 0.8}

const (
	kindFolds    = 10    // parts of the sites in which the demand is found
	articleRight = 0.975 // share of articles of unseen sites that must be judged articles
	demandStep   = 0.1
	demandMost   = 10
)

// kindOf is the index of a page type's kind, -1 for an unknown one.
func kindOf(kind string) int {
	for k := range kindOrder {
		for _, t := range kindOrder[k].types {
			if t == kind {
				return k
			}
		}
	}
	return -1
}

// trainKinds grows a forest a kind.
func trainKinds(pages []*sample) []*forest {
	rows, weights := make([][]float32, len(pages)), make([]float32, len(pages))
	for i, p := range pages {
		rows[i], weights[i] = p.page.Kind(), 1
	}
	t := newTable(rows)
	forests := make([]*forest, len(kindOrder))
	for k := range kindOrder {
		labels := make([]float32, len(pages))
		for i, p := range pages {
			if kindOf(p.kind) == k {
				labels[i] = 1
			}
		}
		forests[k] = boost(t, labels, weights, kindOptions, uint64(k)+1)
	}
	return forests
}

// A judgement is a page with its score for each kind, by forests that have not
// seen its site.
type judgement struct {
	page   *sample
	want   int
	scores []float64
}

// judgeKinds judges each page by forests of the other parts.
func judgeKinds(pages []*sample, n int) (list []judgement) {
	parts := folds(pages, n)
	for k := range parts {
		forests := trainKinds(others(parts, k))
		for _, p := range parts[k] {
			j := judgement{p, kindOf(p.kind), make([]float64, len(forests))}
			for i, f := range forests {
				j.scores[i] = sigmoid(f.predict(p.page.Kind()))
			}
			list = append(list, j)
		}
	}
	return list
}

// kind is the kind that the scores give where another must be so many times
// likelier than an article. As in package extract, it needs something that
// says so.
func (j *judgement) kind(demand float64) int {
	best, kind := j.scores[0]*demand, 0
	for k := 1; k < len(j.scores); k++ {
		if j.scores[k] > best && j.page.page.Says(k) {
			best, kind = j.scores[k], k
		}
	}
	return kind
}

// demandOf is the least demand with which enough articles are judged to be some.
func demandOf(list []judgement) float64 {
	demand := 1.0
	for ; demand < demandMost; demand += demandStep {
		all, right := 0, 0
		for i := range list {
			if list[i].want == 0 {
				all++
				if list[i].kind(demand) == 0 {
					right++
				}
			}
		}
		if float64(right) >= articleRight*float64(all) {
			break
		}
	}
	return demand
}

// kinds writes the forests, or prints how they judge unseen sites.
func kinds(pages []*sample, s settings, w io.Writer) error {
	n := cmp.Or(s.cross, kindFolds)
	if err := learnable(pages, folds(pages, n)); err != nil {
		return fmt.Errorf("growing the models of kinds: %w", err)
	}
	list := judgeKinds(pages, n)
	demand := demandOf(list)
	if s.cross > 0 {
		return printKinds(list, demand, s.worst, w)
	}
	b, err := encodeKinds(trainKinds(pages), float32(demand))
	if err != nil {
		return err
	}
	if err := os.WriteFile(s.out, b, 0o666); err != nil {
		return fmt.Errorf("writing the models of kinds: %w", err)
	}
	return nil
}

// printKinds prints the confusion matrix: a line a kind, a column a judgement.
func printKinds(list []judgement, demand float64, worst int, w io.Writer) error {
	matrix := make([][]int, len(kindOrder))
	for k := range matrix {
		matrix[k] = make([]int, len(kindOrder))
	}
	for i := range list {
		j := &list[i]
		got := j.kind(demand)
		matrix[j.want][got]++
		if got != j.want && worst > 0 {
			worst--
			fmt.Fprintf(w, "%s %s %s: judged %s\n", j.page.set, j.page.id, kindOrder[j.want].name, kindOrder[got].name)
		}
	}
	fmt.Fprintf(w, "another kind must be %.1f times likelier than an article\n%-14s", demand, "kind")
	for k := range kindOrder {
		fmt.Fprintf(w, " %13s", kindOrder[k].name)
	}
	fmt.Fprintln(w, "      pages    right")
	for k, row := range matrix {
		fmt.Fprintf(w, "%-14s", kindOrder[k].name)
		all := 0
		for _, n := range row {
			fmt.Fprintf(w, " %13d", n)
			all += n
		}
		if _, err := fmt.Fprintf(w, " %10d    %.3f\n", all, float64(row[k])/float64(max(all, 1))); err != nil {
			return err
		}
	}
	return nil
}
