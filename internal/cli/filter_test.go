package cli

import (
	"testing"
	"time"

	"pressclip/extract"
)

// made is the filter of a flag and its value.
func made(t *testing.T, flag, value string) (func(*extract.Article) bool, bool) {
	t.Helper()
	for _, row := range filterRows {
		if row.flag == flag {
			return row.make(value)
		}
	}
	t.Fatalf("no --%s", flag)
	return nil, false
}

func TestFilters(t *testing.T) {
	lang := func(s string) extract.Article { return extract.Article{Language: s} }
	date := func(s string) extract.Article { return extract.Article{Published: extract.Date(s)} }
	at := func(s string) extract.Article { return extract.Article{URL: s} }
	words := func(n int) extract.Article { return extract.Article{Stats: extract.Stats{Words: n}} }
	for _, test := range []struct {
		flag, value string
		article     extract.Article
		want        bool
	}{
		{"lang", "en", lang("en-GB"), true},
		{"lang", "EN, de", lang("de"), true},
		{"lang", "en-GB", lang("en"), false},
		{"lang", "en", lang("eng"), false},
		{"lang", "en", lang(""), false},
		{"lang", "en,und", lang(""), true},
		{"min-words", "100", words(100), true},
		{"min-words", "100", words(99), false},
		{"since", "2026-03-04", date("2026-03-04"), true},
		{"since", "2026-03-04", date("2026-03-03T23:59:59Z"), false},
		{"since", "2026-03-04", date("2026-03-03T23:30-02:00"), true},
		{"since", "2026-03-04", date("2026"), true},
		{"since", "2026-03-04", date("2025"), false},
		{"since", "2026-03-04", date(""), false},
		{"until", "2026-03", date("2026-03-31T23:59"), true},
		{"until", "2026-03", date("2026-04-01"), false},
		{"until", "2026-03-04T12:00", date("2026-03-04T12:00:30"), true},
		{"until", "2026-03-04T12:00", date("2026-03-04T12:01"), false},
		{"until", "2026", date(""), false},
		{"host", "example.org", at("https://www.example.org:8080/a"), true},
		{"host", "Example.org", at("https://EXAMPLE.ORG/"), true},
		{"host", "example.org", at("https://notexample.org/"), false},
		{"host", "www.example.org", at("https://example.org/"), false},
		{"host", "a.org,b.org", extract.Article{CanonicalURL: "https://b.org/x"}, true},
		{"host", "a.org", at(""), false},
		{"kind", "article", extract.Article{Kind: extract.ArticlePage}, true},
		{"kind", "Forum, listing", extract.Article{Kind: extract.ListingPage}, true},
		{"kind", "forum", extract.Article{Kind: extract.ArticlePage}, false},
		{"host", "a.org", at("::"), false},
	} {
		takes, ok := made(t, test.flag, test.value)
		if !ok || takes(&test.article) != test.want {
			t.Errorf("--%s %s takes %+v: %v, want %v", test.flag, test.value, test.article, !test.want, test.want)
		}
	}
	for _, test := range []struct{ flag, value string }{
		{"lang", "en,"}, {"lang", "e n"}, {"lang", "-"}, {"lang", "english"}, {"lang", "e"}, {"lang", "en-G_B"}, {"min-words", "x"}, {"min-words", "-1"},
		{"since", "yesterday"}, {"until", "2026-13"}, {"host", "https://a.org/"}, {"host", ","}, {"kind", "poem"},
	} {
		if _, ok := made(t, test.flag, test.value); ok {
			t.Errorf("--%s %q means something", test.flag, test.value)
		}
	}
}

// A period holds its start and not its end, and what is more precise lies in it.
func TestPeriod(t *testing.T) {
	outer := time.Time{}
	for _, date := range []string{"2026", "2026-03", "2026-03-04", "2026-03-04T09:30", "2026-03-04T09:30:10", "2026-03-04T09:30Z", "2026-03-04T09:30:10+00:00"} {
		start, end, ok := period(date)
		if !ok || !start.Before(end) || start.Before(outer) {
			t.Errorf("%s is from %v to %v", date, start, end)
		}
		if date != "2026-03-04T09:30:10" {
			outer = start
		} else {
			outer = time.Time{}
		}
	}
	if _, end, _ := period("2024-02"); end.Format(time.DateOnly) != "2024-03-01" {
		t.Errorf("February ends at %v", end)
	}
}
