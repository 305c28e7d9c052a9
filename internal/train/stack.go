package main

import (
	"errors"
	"fmt"
	"math"
)

// stack.go puts into the rows of --keep main how likely each page is of each
// kind, as judged by forests that have not seen its site: those that have would
// be surer than they are of new pages.

// setKinds sets the scores of all pages and returns forests for other pages, nil
// if the pages' rows have no place for them.
func setKinds(pages []*sample) []*forest {
	if pages[0].page.KindColumn() < 0 {
		return nil
	}
	parts := folds(pages, innerFolds)
	for k := range parts {
		forests := trainKinds(typed(others(parts, k)))
		for _, p := range parts[k] {
			p.setKind(forests)
		}
	}
	return trainKinds(typed(pages))
}

// typed are the pages of corpora with pages of several types: the others tell
// nothing of kinds.
func typed(pages []*sample) (list []*sample) {
	types := map[string]string{}
	several := map[string]bool{}
	for _, p := range pages {
		if t, ok := types[p.set]; ok && t != p.kind {
			several[p.set] = true
		}
		types[p.set] = p.kind
	}
	for _, p := range pages {
		if several[p.set] {
			list = append(list, p)
		}
	}
	return list
}

// learnable returns an error where the pages, whose sites are in parts, can not
// teach a model: each part is judged by what the others have taught.
func learnable(pages []*sample, parts [][]*sample) error {
	if len(pages) == 0 {
		return errors.New("no pages to learn from: the corpora have none of the types that -types names")
	}
	for k := range parts {
		rest := others(parts, k)
		if len(rest) == 0 {
			return fmt.Errorf("all %d pages are of one site, or of sites that fall together: more sites are needed", len(pages))
		}
		if pages[0].page.KindColumn() >= 0 && len(typed(rest)) == 0 {
			return errors.New("pages of several types are needed, in one corpus and on several sites (WCXB has them): the models of --keep main learn of which kind a page is, too")
		}
	}
	return nil
}

// setKind sets a page's scores.
func (s *sample) setKind(forests []*forest) {
	scores := make([]float32, len(forests))
	for k, f := range forests {
		scores[k] = float32(sigmoid(f.predict(s.page.Kind())))
	}
	s.page.SetKind(scores)
	at := s.page.KindColumn()
	for i := range s.leaves {
		copy(s.leaves[i].Row[at:], scores)
	}
}

// balance gives the pages of rare types more weight, those of common types less:
// half of the way, in powers, to types of the same weight.
func balance(pages []*sample) {
	count := map[string]int{}
	for _, p := range pages {
		count[p.kind]++
	}
	for _, p := range pages {
		f := float32(math.Sqrt(float64(len(pages)) / float64(len(count)*count[p.kind])))
		for i := range p.weights {
			p.weights[i] *= f
		}
	}
}
