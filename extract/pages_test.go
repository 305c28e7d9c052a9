package extract_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pressclip/extract"
	"pressclip/internal/golden"
	"pressclip/output"
)

// pageDirs are the folders of the test pages.
func pageDirs(t *testing.T) []string {
	t.Helper()
	dirs, err := filepath.Glob("../testdata/pages/*/page.html")
	if err != nil || len(dirs) < 25 {
		t.Fatalf("%d test pages: %v", len(dirs), err)
	}
	for i := range dirs {
		dirs[i] = filepath.Dir(dirs[i])
	}
	return dirs
}

// read extracts a test page and returns its article and its trace.
func read(t *testing.T, dir string, opts ...extract.Option) (*extract.Article, []byte) {
	t.Helper()
	page, err := os.ReadFile(filepath.Join(dir, "page.html"))
	if err != nil {
		t.Fatal(err)
	}
	var trace bytes.Buffer
	opts = append(opts, extract.WithPath("page.html"), extract.WithTrace(func(d extract.Decision) {
		mark := "-"
		if d.Taken {
			mark = "+"
		}
		fmt.Fprintf(&trace, "%s %s %s: %s (%s)\n", mark, d.Stage, d.Name, d.Value, d.Reason)
	}))
	a, err := extract.Extract(bytes.NewReader(page), opts...)
	if err != nil {
		t.Fatal(err)
	}
	return a, trace.Bytes()
}

// TestPages holds the record, the Markdown and the decisions of every test
// page: a change of behaviour is read as a diff before it is merged.
func TestPages(t *testing.T) {
	for _, dir := range pageDirs(t) {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			a, trace := read(t, dir)
			write := func(format string) []byte {
				f, _ := output.Lookup(format)
				var b bytes.Buffer
				if err := f.Write(&b, a, output.Options{Pretty: true}); err != nil {
					t.Fatal(err)
				}
				return b.Bytes()
			}
			golden.Check(t, filepath.Join(dir, "article.json"), write("json"))
			golden.Check(t, filepath.Join(dir, "article.md"), write("md"))
			golden.Check(t, filepath.Join(dir, "trace.txt"), trace)
		})
	}
}

// A want is what a careful reader says is right about a page, in want.json:
// written from the page by its author, never from what a program gave.
type want struct {
	Title        string         `json:"title"`
	Subtitle     string         `json:"subtitle"`
	Authors      []string       `json:"authors"`
	Published    string         `json:"published"`
	Modified     string         `json:"modified"`
	Site         string         `json:"site"`
	Language     string         `json:"language"`
	CanonicalURL string         `json:"canonical_url"`
	Categories   []string       `json:"categories"`
	Tags         []string       `json:"tags"`
	CommentCount *int           `json:"comment_count"`
	FirstWords   string         `json:"first_words"`
	LastWords    string         `json:"last_words"`
	Contains     []string       `json:"contains"`
	Absent       []string       `json:"absent"`
	Blocks       map[string]int `json:"blocks"`
	Links        *int           `json:"links"`
	Images       []string       `json:"images"`
	Quotes       []struct {
		Text    string `json:"text"`
		Speaker string `json:"speaker"`
	} `json:"quotes"`

	given map[string]json.RawMessage
	gaps  []string
}

func readWant(t *testing.T, dir string) *want {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "want.json"))
	if err != nil {
		t.Fatal(err)
	}
	w := &want{}
	if err := json.Unmarshal(b, w); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &w.given); err != nil {
		t.Fatal(err)
	}
	return w
}

// TestPagesAsWanted holds every test page to what its author says is right, but
// for the gaps that testdata/gaps.txt lists. A gap that is closed must leave the
// list: UPDATE=1 rewrites it, and the diff says what got better or worse.
func TestPagesAsWanted(t *testing.T) {
	var gaps bytes.Buffer
	for _, dir := range pageDirs(t) {
		a, _ := read(t, dir)
		w := readWant(t, dir)
		w.checkFields(a)
		w.checkText(a)
		w.checkBody(a)
		w.checkQuotes(a)
		for _, gap := range w.gaps {
			fmt.Fprintf(&gaps, "%s: %s\n", filepath.Base(dir), gap)
		}
	}
	golden.Check(t, "../testdata/gaps.txt", gaps.Bytes())
}

// miss notes a difference from what is wanted.
func (w *want) miss(format string, args ...any) {
	w.gaps = append(w.gaps, fmt.Sprintf(format, args...))
}

func (w *want) same(key string, got, wanted any) {
	if _, ok := w.given[key]; ok && fmt.Sprint(got) != fmt.Sprint(wanted) {
		w.miss("%s: got %v, want %v", key, got, wanted)
	}
}

// moment compares dates: the same precision at least to the day, the same moment.
func (w *want) moment(key string, got extract.Date, wanted string) {
	g, okG := got.Time()
	if x, ok := extract.Date(wanted).Time(); okG && ok && g.Equal(x) && len(got) >= min(len(wanted), len("2006-01-02T15:04")) {
		return
	}
	w.same(key, got, wanted)
}

func (w *want) checkFields(a *extract.Article) {
	w.same("title", a.Title, w.Title)
	w.same("subtitle", a.Subtitle, w.Subtitle)
	w.moment("published", a.Published, w.Published)
	w.moment("modified", a.Modified, w.Modified)
	w.same("language", strings.ToLower(a.Language), strings.ToLower(w.Language))
	w.same("canonical_url", a.CanonicalURL, w.CanonicalURL)
	site := ""
	if a.Site != nil {
		site = a.Site.Name
	}
	w.same("site", site, w.Site)
	names := func(terms []extract.Term) (out []string) {
		for _, term := range terms {
			out = append(out, term.Name)
		}
		return out
	}
	var authors []string
	for _, p := range a.Authors {
		authors = append(authors, p.Name)
	}
	w.same("authors", authors, w.Authors)
	w.same("categories", names(a.Categories), w.Categories)
	w.same("tags", names(a.Tags), w.Tags)
	if w.CommentCount != nil && (a.CommentCount == nil || *a.CommentCount != *w.CommentCount) {
		w.miss("comment_count: got %v, want %d", a.CommentCount, *w.CommentCount)
	}
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

func (w *want) checkText(a *extract.Article) {
	text := flat(a.Text)
	if !strings.HasPrefix(text, flat(w.FirstWords)) {
		w.miss("text begins %.60q, want %q", text, w.FirstWords)
	}
	if !strings.HasSuffix(text, flat(w.LastWords)) {
		w.miss("text ends %q, want %q", text[max(0, len(text)-80):], w.LastWords)
	}
	rest := text
	for _, s := range w.Contains {
		_, after, ok := strings.Cut(rest, flat(s))
		if !ok {
			w.miss("text lacks (in order) %q", s)
			continue
		}
		rest = after
	}
	for _, s := range w.Absent {
		if strings.Contains(text, flat(s)) {
			w.miss("text has %q", s)
		}
	}
}

func (w *want) checkBody(a *extract.Article) {
	got := map[string]int{}
	for i := range a.Body {
		got[string(a.Body[i].Type)]++
	}
	for _, kind := range slices.Sorted(maps.Keys(w.Blocks)) {
		n := w.Blocks[kind]
		if got[kind] != n {
			w.miss("%d blocks of type %s, want %d", got[kind], kind, n)
		}
	}
	if w.Links != nil && len(a.Links) != *w.Links {
		w.miss("%d links, want %d", len(a.Links), *w.Links)
	}
	var images []string
	for i := range a.Images {
		if a.Images[i].Block != nil {
			images = append(images, a.Images[i].URL)
		}
	}
	w.same("images", images, w.Images)
}

func (w *want) checkQuotes(a *extract.Article) {
	for _, q := range w.Quotes {
		i := slices.IndexFunc(a.Quotes, func(got extract.Quote) bool {
			return strings.Contains(flat(got.Text), strings.TrimRight(flat(q.Text), ".,!?"))
		})
		switch {
		case i < 0:
			w.miss("no quote %q", q.Text)
		case q.Speaker != "" && (a.Quotes[i].Speaker == nil || !strings.HasSuffix(a.Quotes[i].Speaker.Name, q.Speaker)):
			w.miss("quote %.40q: speaker %+v, want %q", q.Text, a.Quotes[i].Speaker, q.Speaker)
		}
	}
}
