package main

import (
	"strings"
	"testing"

	"pressclip/internal/lens"
)

// TestShort makes a short article of a page of the real model: what is left of
// it is its start, and all that is not of the article.
func TestShort(t *testing.T) {
	const words = " paragraph of the article, long enough to be one, with a comma or two, some more words than that, and with a full stop at its end."
	names := []string{"First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh"}
	var body, gold strings.Builder
	for _, name := range names {
		body.WriteString("<p>" + name + words + "</p>\n")
		gold.WriteString(name + words + "\n")
	}
	const other = "Another article's teaser stands below, and it has a sentence too."
	html := "<html><head><title>On Ducks</title></head><body><main><h1>On Ducks</h1>" + body.String() + "</main><div><p>" + other + "</p></div></body></html>"
	page, err := lens.Read(strings.NewReader(html), false)
	if err != nil {
		t.Fatal(err)
	}
	s := &sample{id: "ducks", kind: "article", set: "test", gold: wordsOf(gold.String()), page: page, leaves: page.Leaves()}
	for i := range s.leaves {
		s.words = append(s.words, wordsOf(s.leaves[i].Text))
	}
	s.label()
	p := s.short()
	if p == nil {
		t.Fatal("no short form")
	}
	var kept int
	for i := range p.leaves {
		if p.labels[i] > 0 {
			kept++
		}
		if p.leaves[i].Text == names[6]+words {
			t.Error("the last paragraph is still there")
		}
	}
	if kept < leastKept || kept > mostKept || len(p.leaves) != len(s.leaves)-(len(names)-kept) {
		t.Errorf("%d of %d leaves left, %d of the article", len(p.leaves), len(s.leaves), kept)
	}
	if got := p.f1(func(i int) bool { return p.labels[i] > 0 }); got != 1 {
		t.Errorf("its gold is not its labels: %.2f", got)
	}
	if last := p.leaves[len(p.leaves)-1].Text; last != other {
		t.Errorf("the page ends with %q", last)
	}
	s.kind = "forum"
	if s.short() != nil {
		t.Error("a thread was shortened")
	}
}
