package main

import (
	"io"
	"strings"
	"testing"
)

func TestWithoutNames(t *testing.T) {
	const page = `<div class="a b" id='c' data-class="d"><p CLASS = "e" title="class">id="f"</p></div>`
	r, err := withoutNames(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	if want := `<div data-class="d"><p title="class">id="f"</p></div>`; string(got) != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestForms holds the forms of pages to their weights, and the pages to theirs.
func TestForms(t *testing.T) {
	page := &sample{weights: []float32{1}, plain: &sample{weights: []float32{1}}}
	pages := []*sample{page, {weights: []float32{1}}}
	if got := (formWeights{}).add(pages); len(got) != 2 {
		t.Errorf("%d pages without forms, not 2", len(got))
	}
	got := formWeights{plain: 0.5}.add(pages)
	if len(got) != 3 || got[2].weights[0] != 0.5 {
		t.Errorf("%d pages, the last of weights %v", len(got), got[len(got)-1].weights)
	}
	if page.weights[0] != 1 || page.plain.weights[0] != 1 {
		t.Error("the weights of a page were changed")
	}
}
