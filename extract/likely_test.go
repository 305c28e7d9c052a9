package extract

import (
	"strings"
	"testing"
)

// A likely address counts only where the page names none itself.
func TestWithLikelyURL(t *testing.T) {
	const likely = "https://mirror.example/a/page.html"
	for _, test := range []struct {
		name, page, url, link string
		options               []Option
	}{
		{"none of its own", "", likely, "https://mirror.example/a/x", nil},
		{"a canonical link", `<link rel=canonical href="https://e.org/b/">`, "https://e.org/b/", "https://e.org/b/x", nil},
		{"saved from", "<!-- saved from url=(0014)https://e.org/c/ -->", "https://e.org/c/", "https://e.org/c/x", nil},
		{"base", `<base href="https://e.org/d/">`, likely, "https://e.org/d/x", nil},
		{"given", "", "https://e.org/e/", "https://e.org/e/x", []Option{WithURL("https://e.org/e/")}},
	} {
		page := test.page + `<title>Rain</title><article><h1>Rain</h1><p>` + strings.Repeat("It rained on the town for forty days, and the river rose. ", 5) + `<a href=x>More</a></p></article>`
		a, err := Extract(strings.NewReader(page), append(test.options, WithLikelyURL(likely))...)
		if err != nil {
			t.Fatal(err)
		}
		if a.URL != test.url || len(a.Links) != 1 || a.Links[0].URL != test.link {
			t.Errorf("%s: %s, links %v", test.name, a.URL, a.Links)
		}
	}
}
