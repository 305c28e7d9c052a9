package main

import "slices"

// forms.go adds to pages what is made of them: pages come in, they and their
// forms, of less weight, go out.

// formWeights are the weights of the forms of pages that are learned from
// besides the pages; 0 leaves a form out.
type formWeights struct{ short, plain float64 }

// add adds the forms to pages.
func (f formWeights) add(pages []*sample) []*sample {
	out := slices.Clone(pages)
	if f.short > 0 {
		out = appendForms(out, shortForms(pages), f.short)
	}
	if f.plain > 0 {
		out = appendForms(out, plainForms(pages), f.plain)
	}
	return out
}

// appendForms appends forms with a weight; a page may have none.
func appendForms(out, forms []*sample, weight float64) []*sample {
	for _, p := range forms {
		if p == nil {
			continue
		}
		form := *p
		form.weights = slices.Clone(p.weights)
		for i := range form.weights {
			form.weights[i] *= float32(weight)
		}
		out = append(out, &form)
	}
	return out
}
