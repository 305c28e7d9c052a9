package main

import (
	"bytes"
	"testing"
)

func TestBalance(t *testing.T) {
	var pages []*sample
	for _, kind := range []string{"article", "article", "article", "article", "article", "article", "article", "article", "article", "forum"} {
		pages = append(pages, &sample{set: "a", kind: kind, weights: []float32{1, 2}})
	}
	balance(pages)
	article, forum := pages[0].weights, pages[9].weights
	if article[1] != 2*article[0] || forum[1] != 2*forum[0] {
		t.Error("the weights within a page have changed")
	}
	if f := forum[0] / article[0]; f < 2.99 || f > 3.01 {
		t.Errorf("a page of a type that is a ninth as common weighs %.2f times as much, want 3", f)
	}
}

// TestTyped holds that corpora of one type teach no kinds.
func TestTyped(t *testing.T) {
	pages := []*sample{{set: "a", kind: "article"}, {set: "b", kind: "article"}, {set: "b", kind: "forum"}, {set: "a", kind: "article"}}
	got := typed(pages)
	if len(got) != 2 || got[0] != pages[1] || got[1] != pages[2] {
		t.Errorf("%d pages, want those of b", len(got))
	}
}

// TestFirstPair holds that the models for articles can be taken over from a file.
func TestFirstPair(t *testing.T) {
	rows, labels, weights := rowsToLearn(500)
	pair := func(seed uint64) []byte {
		f := boost(newTable(rows), labels, weights, boostOptions{trees: 5, leaves: 4, rate: 0.1}, seed)
		b, err := encode(&model{first: f, second: f})
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	article := pair(1)
	file := append(append([]byte(magic), article...), pair(2)...)
	got, err := firstPair(file)
	if err != nil || !bytes.Equal(got, article) {
		t.Errorf("%d bytes, %v; want the %d of the first pair", len(got), err, len(article))
	}
	for _, n := range []int{0, 3, 10, 40} {
		if _, err := firstPair(file[:n]); err == nil {
			t.Errorf("no error for %d bytes", n)
		}
	}
}
