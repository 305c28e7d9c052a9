package extract

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// TestCutsAreSaid holds each limit to what `pressclip --help` says of it, and
// the record to a warning of what was cut. Just below a limit nothing is cut.
func TestCutsAreSaid(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const article = "<article><h1>Rain</h1><p>It rained on the town for forty days, and the river rose, said the people beside it.</p>"
	script := func(s string) string { return `<script type="application/ld+json">` + s + "</script>" }
	nested := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	text := func(n int) string { return `{"@type":"NewsArticle","articleBody":"` + strings.Repeat("x", n) + `"}` }
	for _, c := range []struct{ name, page, code string }{
		{"500 deep", strings.Repeat("<div>", 500) + article, ""},
		{"600 deep", strings.Repeat("<div>", 600) + article, "too_deep"},
		{"JSON-LD of 4 MB", script(text(4_000_000)) + article, ""},
		{"JSON-LD of 4.3 MB", script(text(4_300_000)) + article, "json_ld_cut"},
		{"JSON-LD 60 deep", script(`{"@type":"NewsArticle","x":`+nested(60)+"}") + article, ""},
		{"JSON-LD 70 deep", script(`{"@type":"NewsArticle","x":`+nested(70)+"}") + article, "bad_json_ld"},
		{"64 blocks", strings.Repeat(script("{}"), 64) + article, ""},
		{"65 blocks", strings.Repeat(script("{}"), 65) + article, "json_ld_cut"},
		{"300,000 values", script(`{"@type":"NewsArticle","x":[`+strings.Repeat("1,", 300_000)+"1]}") + article, "json_ld_cut"},
		{"a tag of 8 MB", "<p title='" + strings.Repeat("x", 8_000_000) + "'>" + article, ""},
		{"a tag of 9 MB", "<p title='" + strings.Repeat("x", 9_000_000) + "'>" + article, "tag_cut"},
		{"many elements", article + strings.Repeat("<p>Words, of many.</p>", 400_000), "too_many"},
		{"many quotations", article + strings.Repeat("“We agree,” said Ann Lee. ", 200_000), "quotes_cut"},
		{"a long book", article + strings.Repeat("<p>“We agree,” said Ann Lee, and went on with it for a long time, until it was dark and nobody saw her.</p>", 20_000), ""},
	} {
		a, err := Extract(strings.NewReader(c.page), WithURL("https://a.example/"))
		if err != nil {
			t.Fatal(err)
		}
		said := slices.ContainsFunc(a.Warnings, func(w Warning) bool { return w.Code == c.code })
		if c.code != "" && !said || c.code == "" && len(a.Warnings) > 0 {
			t.Errorf("%s: warnings are %v, want %q", c.name, a.Warnings, c.code)
		}
		if !strings.Contains(a.Text, "forty days") {
			t.Errorf("%s: the text is gone", c.name)
		}
	}
	if _, err := Extract(strings.NewReader(article + strings.Repeat(" ", DefaultMaxBytes))); !errors.Is(err, ErrTooLarge) {
		t.Errorf("more than 64 MiB: %v", err)
	}
}
