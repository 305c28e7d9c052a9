package extract

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestKindModel(t *testing.T) {
	m, err := readKinds(kindData)
	if err != nil {
		t.Fatal(err)
	}
	if len(kindColumns) > maxColumns {
		t.Errorf("%d columns in a row of %d", len(kindColumns), maxColumns)
	}
	if m.demand < 1 {
		t.Errorf("another kind need only be %.1f times as likely as an article", m.demand)
	}
	for k := range m.forests {
		if len(m.forests[k].trees) == 0 {
			t.Errorf("no trees for %s", kindNames[k])
		}
		for _, n := range m.forests[k].nodes {
			if n.right != 0 && int(n.column) >= len(kindColumns) {
				t.Errorf("column %d of %d", n.column, len(kindColumns))
			}
		}
	}
	for _, n := range []int{0, 3, 7, 10, 100, len(kindData) - 1} {
		if _, err := readKinds(kindData[:n]); !errors.Is(err, errModel) {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
}

// TestKindIsTheSameForEachKeep holds that how much is kept does not change what
// a page is.
func TestKindIsTheSameForEachKeep(t *testing.T) {
	for _, dir := range kindDirs(t) {
		page := pageText(t, dir)
		a, err := Extract(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		for _, keep := range []Keep{KeepMain, KeepAll} {
			b, err := Extract(strings.NewReader(page), WithKeep(keep))
			if err != nil {
				t.Fatal(err)
			}
			if b.Kind != a.Kind {
				t.Errorf("%s: %s, and %s where %d is kept", filepath.Base(dir), a.Kind, b.Kind, keep)
			}
			for _, w := range b.Warnings {
				if w.Code == "not_an_article" {
					t.Errorf("%s: warning %q for somebody who asked for more than an article", filepath.Base(dir), w.Message)
				}
			}
		}
	}
}

// TestNotAnArticle holds for which kinds a warning tells that there is no
// article, and that something on the page must say of what kind it is.
func TestNotAnArticle(t *testing.T) {
	tests := []struct {
		dir  string
		kind Kind
	}{
		{"listing", ListingPage}, {"forum-thread", ForumPage}, {"product-page", ProductPage}, {"hugo-docs", DocumentationPage}, {"wordpress-news", ArticlePage},
	}
	for _, tt := range tests {
		a, err := Extract(strings.NewReader(pageText(t, filepath.Join("../testdata/pages", tt.dir))))
		if err != nil {
			t.Fatal(err)
		}
		if a.Kind != tt.kind {
			t.Errorf("%s: kind %s, want %s", tt.dir, a.Kind, tt.kind)
		}
		warned := false
		for _, w := range a.Warnings {
			warned = warned || w.Code == "not_an_article"
		}
		if _, want := notArticles[tt.kind]; warned != want {
			t.Errorf("%s: warned %v, want %v", tt.dir, warned, want)
		}
	}
	for _, page := range []string{"<html><body><p>Yes.</p></body></html>", "<html><body><p>" + strings.Repeat("The grid hums. ", 40) + "</p></body></html>", "<p>A piece of a page.</p>"} {
		a, err := Extract(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		if a.Kind != ArticlePage {
			t.Errorf("kind %s of a page that says nothing of its kind", a.Kind)
		}
	}
}

func TestPrices(t *testing.T) {
	for text, want := range map[string]bool{
		"$36": true, "€ 49,99 VAT included": true, "1.299,00 €": true, "£5": true, "USD 12": true, "129 zł": true, "1 200 kr": true, "¥3,980": true, "3980円": true,
		"36": false, "$": false, "Save $": false, "2026-03-04": false, "Kraków 12": false, "EUROPE 1": false, "": false,
	} {
		if got := hasPrice([]byte(text)); got != want {
			t.Errorf("hasPrice(%q) = %v", text, got)
		}
	}
}

func TestEachType(t *testing.T) {
	var names []string
	script := `{"@context":"https://schema.org","@graph":[{"@type": "NewsArticle"},{"@type":["http://schema.org/Product","Thing"]},{"@type"}, {"@type":"x` + strings.Repeat("y", 99) + `"},{"@type":"`
	eachType([]byte(script), func(name []byte) { names = append(names, string(name)) })
	if got, want := strings.Join(names, " "), "NewsArticle Product Thing"; got != want {
		t.Errorf("types %q, want %q", got, want)
	}
}

// kindShare bounds what finding the kind may take of Extract's time. The test
// pages are small; on real ones it takes about half as much.
const kindShare = 0.05

// TestShareOfKind holds the search for the page's kind to its share.
func TestShareOfKind(t *testing.T) {
	if testing.Short() || raceInside {
		t.Skip("takes a second")
	}
	var whole, part time.Duration
	for _, dir := range kindDirs(t) {
		page := pageText(t, dir)
		bestWhole, bestPart := time.Hour, time.Hour
		for range 7 {
			start := time.Now()
			if _, err := Extract(strings.NewReader(page)); err != nil {
				t.Fatal(err)
			}
			bestWhole = min(bestWhole, time.Since(start))
			bestPart = min(bestPart, timeOfKind(t, page))
		}
		whole, part = whole+bestWhole, part+bestPart
	}
	share := float64(part) / float64(whole)
	t.Logf("%.4f of Extract", share)
	if share > kindShare {
		t.Errorf("the kind takes %.3f of Extract's time, more than %.2f", share, kindShare)
	}
}

// timeOfKind is how long the groups, the signs and the judgement of a page take.
func timeOfKind(t *testing.T, page string) time.Duration {
	p := newPage()
	defer p.release()
	if err := scan(strings.NewReader(page), p); err != nil {
		t.Fatal(err)
	}
	m := newMetadata(p, nil, &config{})
	defer m.release()
	m.collect()
	s := prepared(p, m, "", KeepArticle)
	defer s.release()
	start := time.Now()
	s.findGroups()
	s.readKind(m)
	s.kind.judge()
	return time.Since(start)
}

func kindDirs(t *testing.T) []string {
	t.Helper()
	dirs, err := filepath.Glob("../testdata/pages/*")
	if err != nil || len(dirs) < 20 {
		t.Fatalf("%d pages, %v", len(dirs), err)
	}
	kept := dirs[:0]
	for _, dir := range dirs {
		if _, err := os.Stat(filepath.Join(dir, "page.html")); err == nil {
			kept = append(kept, dir)
		}
	}
	return kept
}

func pageText(t *testing.T, dir string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "page.html"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
