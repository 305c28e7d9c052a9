package extract

import (
	"strings"
	"testing"
)

// copied are paragraphs of an article, for pages that show some of them twice.
var copied = []string{
	"<p>The ferry to the outer islands will sail twice a day from the first of May, the harbour office said on Monday.</p>",
	"<p>Until now there was one boat in the morning, and those who missed it had to wait for a whole day on the quay.</p>",
	"<p>The islanders had asked for the second boat for eleven years, in letters, at meetings and once from a rowing boat.</p>",
	"<p>It will cost the county forty thousand a year, which is what the road to the lighthouse cost when it was mended.</p>",
}

// TestCopies holds which texts are there once in the article though the page has
// them twice.
func TestCopies(t *testing.T) {
	for _, test := range []struct {
		name, page string
		want       int // paragraphs
	}{
		{"once", copied[0] + copied[1] + copied[2] + copied[3], 4},
		{"one of two widths of screen", "<div class=wide>" + copied[0] + "</div><div class=narrow>" + copied[0] + "</div>" + copied[1] + copied[2], 3},
		{"written twice", copied[0] + copied[0] + copied[1] + copied[2], 4},
		{"a refrain", copied[0] + copied[1] + copied[2] + copied[0] + copied[3], 5},
		{"the whole twice", strings.Repeat("<div>"+copied[0]+copied[1]+copied[2]+copied[3]+"</div>", 2), 4},
		{"short lines", "<p>Yes.</p><p>Yes.</p>" + copied[0] + copied[1] + copied[2], 5},
	} {
		a, err := Extract(strings.NewReader("<html><head><title>A second boat</title></head><body><article><h1>A second boat</h1>" + test.page + "</article></body></html>"))
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Body) != test.want {
			t.Errorf("%s: %d blocks, want %d: %q", test.name, len(a.Body), test.want, a.Text)
		}
	}
}
