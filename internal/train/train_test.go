package main

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pressclip/internal/lens"
)

// rowsToLearn makes rows whose label is whether two columns are on the same side.
func rowsToLearn(n int) (rows [][]float32, labels, weights []float32) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range n {
		row := []float32{rng.Float32(), rng.Float32(), rng.Float32()}
		label := float32(0)
		if (row[0] > 0.5) == (row[1] > 0.5) {
			label = 1
		}
		rows, labels, weights = append(rows, row), append(labels, label), append(weights, 1)
	}
	return rows, labels, weights
}

func TestBoostLearns(t *testing.T) {
	rows, labels, weights := rowsToLearn(4000)
	f := boost(newTable(rows[:3000]), labels[:3000], weights[:3000], boostOptions{trees: 60, leaves: 8, rate: 0.2}, 1)
	right := 0
	for i := 3000; i < 4000; i++ {
		if (f.predict(rows[i]) > 0) == (labels[i] > 0) {
			right++
		}
	}
	if right < 950 {
		t.Errorf("%d of 1000 unseen rows are right", right)
	}
}

func TestSameRowsGiveTheSameBytes(t *testing.T) {
	rows, labels, weights := rowsToLearn(500)
	var first []byte
	for range 3 {
		f := boost(newTable(rows), labels, weights, boostOptions{trees: 10, leaves: 6, rate: 0.1}, 7)
		b, err := encode(&model{first: f, second: f})
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b
		} else if !bytes.Equal(first, b) {
			t.Fatal("another run gives another model")
		}
	}
}

// sampleOf makes a page of leaves with gold text.
func sampleOf(gold string, leaves ...string) *sample {
	s := &sample{gold: wordsOf(gold)}
	for _, l := range leaves {
		s.leaves = append(s.leaves, lens.Leaf{Text: l})
		s.words = append(s.words, wordsOf(l))
	}
	return s
}

func TestLabels(t *testing.T) {
	const long = "The council voted on Tuesday to keep the bridge, after a long evening of speeches."
	for _, row := range []struct {
		name, gold string
		leaves     []string
		want       []float32
	}{
		{"in order", "One two three four. " + long, []string{"Home", "One two three four.", long, "Contact"}, []float32{0, 1, 1, 0}},
		{"a short text that stands twice", long + " Share " + long, []string{"Share", long, "Share", long}, []float32{0, 1, 1, 1}},
		{"a short text out of order", "Five six seven. " + long, []string{long, "Five six seven."}, []float32{1, 0}},
		{"a long text out of order", long + " Nobody asked what the river thought of it, though it ran under every word.",
			[]string{"Nobody asked what the river thought of it, though it ran under every word.", long}, []float32{1, 1}},
		{"most of a leaf", "Alpha beta gamma delta epsilon", []string{"Alpha beta gamma delta epsilon zeta", "eta theta iota"}, []float32{1, 0}},
		{"no gold", "", []string{"Alpha"}, []float32{0}},
	} {
		s := sampleOf(row.gold, row.leaves...)
		s.label()
		if !slices.Equal(s.labels, row.want) {
			t.Errorf("%s: labels %v, want %v", row.name, s.labels, row.want)
		}
	}
}

func TestSnippets(t *testing.T) {
	s := sampleOf("", "A wanted line of text", "An unwanted line", "Nothing is known of this one", "A wanted and an unwanted line")
	s.labelSnippets([]string{"wanted  line of", "A wanted"}, []string{"unwanted line"})
	if !slices.Equal(s.labels, []float32{1, 0, 0, 0}) || !slices.Equal(s.weights, []float32{snippetWeight, snippetWeight, 0, 0}) {
		t.Errorf("labels %v, weights %v", s.labels, s.weights)
	}
}

func TestCut(t *testing.T) {
	s := sampleOf("", strings.Repeat("a ", 100), strings.Repeat("b ", 100), strings.Repeat("c ", 100))
	for _, row := range []struct {
		scores []float32
		want   float32
	}{
		{[]float32{0.9, 0.9, 0.1}, 0.9},
		{[]float32{0.4, 0.35, 0.05}, 0.35}, // unsure of all: still the best F1 to be expected
	} {
		if got := s.cut(row.scores); got != row.want {
			t.Errorf("cut of %v is %v, want %v", row.scores, got, row.want)
		}
	}
}
