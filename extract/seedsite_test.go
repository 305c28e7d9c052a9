package extract_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pressclip/extract"
)

// A post is the gold of one post of the seed site.
type post struct {
	ID         string                          `json:"id"`
	Title      string                          `json:"title"`
	Authors    []string                        `json:"authors"`
	Published  string                          `json:"published"`
	Categories []extract.Term                  `json:"categories"`
	Tags       []extract.Term                  `json:"tags"`
	Comments   *int                            `json:"comments"`
	Text       string                          `json:"text"`
	Links      []struct{ Href string }         `json:"links"`
	Images     []struct{ Src, Largest string } `json:"images"`
}

// seedFloors are the least shares of posts, per mille, on which a field is right.
var seedFloors = map[string]int{
	"title": 980, "authors": 980, "published": 980, "modified": 980, "categories": 950, "tags": 950, "comments": 980, "links": 950, "images": 950,
}

// seedText is the least mean of the posts' word F1.
const seedText = 0.995

// TestSeedsite measures the pages of the kind that users have most: posts of one
// blog, cut out of their site by several hands.
func TestSeedsite(t *testing.T) {
	dir := shared(t, "eval/seedsite")
	posts := readGold[post](t, filepath.Join(dir, "gold.jsonl"))
	right := map[string]int{}
	sum := 0.0
	for _, p := range posts {
		page, err := os.ReadFile(filepath.Join(dir, "html", p.ID+".html"))
		if err != nil {
			t.Fatal(err)
		}
		a, err := extract.Extract(bytes.NewReader(page))
		if err != nil {
			t.Fatalf("%s: %v", p.ID, err)
		}
		f := 1.0
		if p.Text != "" || a.Text != "" {
			f = wordF1(a.Text, p.Text)
		}
		sum += f
		var wrong []string
		for field, ok := range p.compare(a) {
			if ok {
				right[field]++
			} else {
				wrong = append(wrong, field)
			}
		}
		if len(wrong) > 0 || f < 0.99 {
			slices.Sort(wrong)
			t.Logf("%s: text %.3f, not right: %s", p.ID, f, strings.Join(wrong, ", "))
		}
	}
	for field, floor := range seedFloors {
		t.Logf("%-10s %3d of %d", field, right[field], len(posts))
		if right[field]*1000 < floor*len(posts) {
			t.Errorf("%s is right on %d of %d posts, want %d in 1000", field, right[field], len(posts), floor)
		}
	}
	mean := sum / float64(len(posts))
	t.Logf("text       word F1 %.4f", mean)
	if mean < seedText {
		t.Errorf("text: mean word F1 %.4f, want %.4f", mean, seedText)
	}
}

// compare says, by field, whether an article is as the gold has it.
func (p *post) compare(a *extract.Article) map[string]bool {
	var authors, links, images []string
	for _, x := range a.Authors {
		authors = append(authors, x.Name)
	}
	for _, x := range a.Links {
		links = append(links, x.URL)
	}
	for _, x := range a.Images {
		images = append(images, x.URL)
	}
	var hrefs, srcs, largest []string
	for _, x := range p.Links {
		hrefs = append(hrefs, x.Href)
	}
	for _, x := range p.Images {
		srcs = append(srcs, x.Src)
		if x.Largest == "" {
			x.Largest = x.Src
		}
		largest = append(largest, x.Largest)
	}
	sameCount := a.CommentCount == nil && p.Comments == nil || a.CommentCount != nil && p.Comments != nil && *a.CommentCount == *p.Comments
	return map[string]bool{
		"title": flat(a.Title) == flat(p.Title), "authors": slices.Equal(authors, p.Authors), "published": cutDay(string(a.Published)) == p.Published,
		"modified": a.Modified == "", "categories": slices.Equal(a.Categories, p.Categories), "tags": slices.Equal(a.Tags, p.Tags), "comments": sameCount,
		"links": slices.Equal(links, hrefs), "images": slices.Equal(images, srcs) || slices.Equal(images, largest),
	}
}

// cutDay cuts a date to its day.
func cutDay(date string) string { return date[:min(len(date), len("2006-01-02"))] }

// shared returns a folder of the evaluation material, which lies beside the
// repository for those who develop it. Without it the test is skipped.
func shared(t testing.TB, name string) string {
	t.Helper()
	dir := os.Getenv("PRESSCLIP_SHARED")
	if dir == "" {
		dir = "../../shared"
	}
	path := filepath.Join(dir, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		t.Skipf("evaluation material is not here (PRESSCLIP_SHARED or ../shared): %v", err)
	}
	return path
}

// readGold reads a file of one JSON object a line.
func readGold[T any](t testing.TB, path string) (rows []T) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 16<<20)
	for in.Scan() {
		var row T
		if err := json.Unmarshal(in.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	if err := in.Err(); err != nil {
		t.Fatal(err)
	}
	return rows
}
