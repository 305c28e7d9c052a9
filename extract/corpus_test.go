package extract_test

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"pressclip/extract"
	"pressclip/internal/golden"
)

// A scoreFile has one line a page of the development corpus, so that a change of
// the extraction is read as a diff: which pages got better, which worse.
type scoreFile struct {
	path string
	keep extract.Keep
}

var scoreFiles = []scoreFile{
	{"../testdata/corpus/scores.txt", extract.KeepArticle},
	{"../testdata/corpus/main.txt", extract.KeepMain},
}

var allowLower = flag.Bool("allow-lower", os.Getenv("ALLOW_LOWER") != "", "let an update of the scores lower a mean")

// A goldPage is what is known of a page of the corpus.
type goldPage struct {
	ID        string   `json:"id"`
	Type      string   `json:"type"`
	Text      string   `json:"text"`
	Title     string   `json:"title"`
	Authors   []string `json:"authors"`
	Published string   `json:"published"`
}

// A score is how an article compares with its gold; -1 where there is no gold.
type score struct {
	page                        *goldPage
	words, grams                float64
	exact, title, authors, date float64
}

// TestCorpus scores the development corpus against the files of scores. The mean
// of no column may fall: with UPDATE=1 the file is written anew, and lower means
// are refused unless ALLOW_LOWER=1 is given, too. No page may be without text where
// the gold has some, whatever is given.
//
// The models have learned from these pages: the figures tell of changes, not of
// pages that nobody has seen. Those are what `go run ./internal/train -cross 5` prints.
func TestCorpus(t *testing.T) {
	if testing.Short() || raceEnabled {
		t.Skip("reads 1,331 pages")
	}
	dir := corpus(t, "wcxb-dev")
	pages := readGold[goldPage](t, filepath.Join(dir, "gold.jsonl"))
	for _, file := range scoreFiles {
		t.Run(filepath.Base(file.path), func(t *testing.T) { file.check(t, dir, pages) })
	}
}

// check scores the pages against one file.
func (f *scoreFile) check(t *testing.T, dir string, pages []goldPage) {
	scores := make([]score, len(pages))
	var wg sync.WaitGroup
	for k := range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := k; i < len(pages); i += runtime.GOMAXPROCS(0) {
				scores[i] = scorePage(t, dir, &pages[i], f.keep)
			}
		})
	}
	wg.Wait()
	slices.SortFunc(scores, func(a, b score) int { return strings.Compare(a.page.ID, b.page.ID) })
	got := formatScores(scores, digest(t, filepath.Join(dir, "gold.jsonl")))
	for _, line := range bytes.Split(got, []byte("\n")) {
		if bytes.HasPrefix(line, []byte("mean")) {
			t.Logf("%s", line)
		}
	}
	f.holdMeans(t, got)
	if golden.Updating() {
		golden.Check(t, f.path, got)
	}
}

// corpus returns the folder of an unpacked corpus of the evaluation material.
func corpus(t testing.TB, name string) string {
	t.Helper()
	dir := os.Getenv("PRESSCLIP_CORPORA")
	if dir == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			t.Skipf("no folder for corpora: %v", err)
		}
		dir = filepath.Join(home, ".cache", "pressclip", "corpora")
	}
	dir = filepath.Join(dir, name)
	if _, err := os.Stat(filepath.Join(dir, "gold.jsonl")); err != nil {
		t.Skipf("corpus is not unpacked (eval/unpack.sh of the evaluation material does it): %v", err)
	}
	return dir
}

func digest(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%x", sha256.Sum256(b))
}

func scorePage(t *testing.T, dir string, g *goldPage, keep extract.Keep) score {
	page, err := os.ReadFile(filepath.Join(dir, "html", g.ID+".html"))
	if err != nil {
		t.Error(err)
		return score{page: g}
	}
	a, err := extract.Extract(bytes.NewReader(page), extract.WithKeep(keep))
	if err != nil {
		t.Errorf("%s: %v", g.ID, err)
		return score{page: g}
	}
	if a.Text == "" && g.Text != "" {
		t.Errorf("page %s gives no text", g.ID)
	}
	s := score{page: g, words: wordF1(a.Text, g.Text), grams: gramF1(a.Text, g.Text), title: -1, authors: -1, date: -1}
	s.exact = one(slices.Equal(wordsOf(a.Text), wordsOf(g.Text)))
	if g.Title != "" {
		s.title = one(folded(a.Title) == folded(g.Title))
	}
	if len(g.Authors) > 0 {
		var names []string
		for _, p := range a.Authors {
			names = append(names, folded(p.Name))
		}
		var want []string
		for _, n := range g.Authors {
			want = append(want, folded(n))
		}
		slices.Sort(names)
		slices.Sort(want)
		s.authors = one(slices.Equal(slices.Compact(names), slices.Compact(want)))
	}
	if g.Published != "" {
		s.date = one(cutDay(string(a.Published)) == cutDay(g.Published))
	}
	return s
}

func one(ok bool) float64 {
	if ok {
		return 1
	}
	return 0
}

// columns are the figures of a line, in order.
var columns = []struct {
	name  string
	value func(s *score) float64
}{
	{"words", func(s *score) float64 { return s.words }},
	{"grams", func(s *score) float64 { return s.grams }},
	{"exact", func(s *score) float64 { return s.exact }},
	{"title", func(s *score) float64 { return s.title }},
	{"authors", func(s *score) float64 { return s.authors }},
	{"date", func(s *score) float64 { return s.date }},
}

func formatScores(scores []score, digest string) []byte {
	var b bytes.Buffer
	for i := range scores {
		s := &scores[i]
		fmt.Fprintf(&b, "%-6s %-13s", s.page.ID, s.page.Type)
		for _, c := range columns {
			switch v := c.value(s); {
			case v < 0:
				b.WriteString("       ")
			case c.name == "words" || c.name == "grams":
				fmt.Fprintf(&b, "  %.3f", v)
			default:
				fmt.Fprintf(&b, "  %5.0f", v)
			}
		}
		b.WriteByte('\n')
	}
	types := []string{"all"}
	for i := range scores {
		if !slices.Contains(types, scores[i].page.Type) {
			types = append(types, scores[i].page.Type)
		}
	}
	slices.Sort(types[1:])
	for _, kind := range types {
		b.WriteString(formatMean(scores, kind))
	}
	fmt.Fprintf(&b, "gold sha256:%s\n", digest)
	return b.Bytes()
}

func formatMean(scores []score, kind string) string {
	line := fmt.Sprintf("mean   %-13s", kind)
	for _, c := range columns {
		sum, n := 0.0, 0
		for i := range scores {
			if v := c.value(&scores[i]); v >= 0 && (kind == "all" || scores[i].page.Type == kind) {
				sum += v
				n++
			}
		}
		if n == 0 {
			line += "       "
			continue
		}
		line += fmt.Sprintf("  %.3f", sum/float64(n))
	}
	return strings.TrimRight(line, " ") + "\n"
}

// holdMeans compares the means over all pages and over articles with those in
// the file.
func (f *scoreFile) holdMeans(t *testing.T, got []byte) {
	t.Helper()
	old, err := os.ReadFile(f.path)
	if err != nil {
		if !golden.Updating() {
			t.Errorf("%v (UPDATE=1 go test writes it)", err)
		}
		return
	}
	was, is := means(old), means(got)
	for key, list := range was {
		for i, v := range list {
			if i < len(is[key]) && is[key][i] < v && !*allowLower {
				t.Errorf("mean of %s for %s falls from %.3f to %.3f (UPDATE=1 ALLOW_LOWER=1 takes it)", columns[i].name, key, v, is[key][i])
			}
		}
	}
}

// means reads the lines that hold the floors: all pages, and articles.
func means(file []byte) map[string][]float64 {
	out := map[string][]float64{}
	in := bufio.NewScanner(bytes.NewReader(file))
	for in.Scan() {
		f := strings.Fields(in.Text())
		if len(f) < 3 || f[0] != "mean" || f[1] != "all" && f[1] != "article" {
			continue
		}
		for _, s := range f[2:] {
			v, err := strconv.ParseFloat(s, 64)
			if err != nil {
				break
			}
			out[f[1]] = append(out[f[1]], v)
		}
	}
	return out
}
