package extract_test

// Annotated pages in as HTML, the figures of their quotes out.

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pressclip/extract"
	"pressclip/internal/quotescore"
)

// The floors of whole runs, from HTML to quotes, are just under what is
// reached. Quotes of a body that was not found count as missed.
var (
	otherLanguages = map[string]float64{"direct overlap": 0.97, "direct strict": 0.97, "speaker as written": 0.97, "end to end": 0.97,
		"de direct overlap": 0.95, "es direct overlap": 0.95, "fr direct overlap": 0.95, "it direct overlap": 0.95, "ja direct overlap": 0.95,
		"nl direct overlap": 0.95, "pl direct overlap": 0.95, "pt direct overlap": 0.95, "ru direct overlap": 0.95, "zh direct overlap": 0.95}
	fromText = map[string]float64{"direct overlap": 0.96, "direct strict": 0.96, "speaker as written": 0.94, "speaker resolved": 0.91, "end to end": 0.88, "phrases": 0.95}
	fromHTML = map[string]float64{"direct overlap": 0.93, "direct strict": 0.93, "speaker as written": 0.92, "speaker resolved": 0.87, "end to end": 0.83, "phrases": 0.95}
)

// TestQuotesOfAnnotatedPages holds the quotes of pages to their annotations:
// the invented pages as their author wrote them, the texts of all pages as
// plain HTML, and the pages of the English corpus as published.
func TestQuotesOfAnnotatedPages(t *testing.T) {
	dir := quotescore.Dir(t, "../../shared")
	file := func(folder string) func(quotescore.Page) []byte {
		return func(p quotescore.Page) []byte {
			b, err := os.ReadFile(filepath.Join(folder, p.Page+".html"))
			if err != nil {
				t.Fatal(err)
			}
			return b
		}
	}
	run := func(t *testing.T, set string, page func(quotescore.Page) []byte, floors map[string]float64) {
		pages := quotescore.Pages(t, dir, set)
		var articles []quotescore.Article
		for _, p := range pages {
			a, err := extract.Extract(bytes.NewReader(page(p)), extract.WithPhrases())
			if err != nil {
				t.Fatalf("%s: %v", p.ID, err)
			}
			articles = append(articles, quotescore.Article{Source: p.ID, Quotes: a.Quotes})
		}
		quotescore.Check(t, dir, pages, articles, floors)
	}
	t.Run("invented", func(t *testing.T) { run(t, "invented", file(filepath.Join(dir, "quotes", "pages")), otherLanguages) })
	t.Run("texts", func(t *testing.T) { run(t, "", plainPage, fromText) })
	t.Run("published", func(t *testing.T) {
		run(t, "wcxb-dev", file(filepath.Join(corpus(t, "wcxb-dev"), "html")), fromHTML)
	})
}

// plainPage is a page whose body can not be missed: each line is a paragraph.
func plainPage(p quotescore.Page) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "<!DOCTYPE html><html lang=%q><meta charset=utf-8><title>%s</title><article>", p.Lang, html.EscapeString(p.Page))
	for line := range strings.SplitSeq(p.Text, "\n") {
		if line != "" {
			fmt.Fprintf(&b, "<p>%s</p>", html.EscapeString(line))
		}
	}
	return b.Bytes()
}
