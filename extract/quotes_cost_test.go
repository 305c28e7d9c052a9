package extract_test

// Pages full of marks in, their cost beside that of plain text out.

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressclip/extract"
	"pressclip/internal/quotes"
)

// TestOpeningMarks holds a million opening marks to the cost of as many letters
// of the same length.
func TestOpeningMarks(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	const n = 1000000
	took := func(unit string) time.Duration {
		page := "<html lang=en><title>The wall</title><article><h1>The wall</h1><p>The river rose in the night, and the town slept on behind its new wall.</p><p>" +
			strings.Repeat(unit, n) + "</p></article>"
		start := time.Now()
		a, err := extract.Extract(strings.NewReader(page), extract.WithKeep(extract.KeepAll))
		if err != nil || strings.Count(a.Text, unit) != n {
			t.Fatalf("%d of %d in the text, %v", strings.Count(a.Text, unit), n, err)
		}
		return time.Since(start)
	}
	for _, mark := range []string{"“", "„", "‘", "「"} {
		best := 100.0
		for try := 0; try < 6 && best > 2; try++ {
			best = min(best, float64(took(mark))/float64(took("字")))
		}
		t.Logf("%s: %.2f", mark, best)
		if best > 3 {
			t.Errorf("%d marks %s took %.1f times as long as letters", n, mark, best)
		}
	}
}

// quoteShare bounds what the quotes may take of the whole, over the test pages
// with some quotes.
const (
	quoteShare = 0.10
	someQuotes = 5
)

// TestShareOfQuotes holds the search for quotes to a tenth of Extract's time.
func TestShareOfQuotes(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	var whole, part time.Duration
	pages := 0
	for _, dir := range pageDirs(t) {
		page, err := os.ReadFile(filepath.Join(dir, "page.html"))
		if err != nil {
			t.Fatal(err)
		}
		bestWhole, bestPart, found := time.Hour, time.Hour, 0
		for range 5 {
			start := time.Now()
			a, err := extract.Extract(bytes.NewReader(page))
			bestWhole = min(bestWhole, time.Since(start))
			if err != nil {
				t.Fatal(err)
			}
			var paras []quotes.Paragraph
			for i := range a.Body {
				paras = append(paras, quotes.Paragraph{Text: a.Body[i].Text})
			}
			start = time.Now()
			found = len(quotes.Find(paras, a.Language))
			bestPart = min(bestPart, time.Since(start))
		}
		if found >= someQuotes {
			whole, part, pages = whole+bestWhole, part+bestPart, pages+1
		}
	}
	share := float64(part) / float64(whole)
	t.Logf("%.3f of Extract on %d pages", share, pages)
	if pages < 10 || share > quoteShare {
		t.Errorf("the quotes take %.3f of Extract's time on %d pages, more than %.2f", share, pages, quoteShare)
	}
}
