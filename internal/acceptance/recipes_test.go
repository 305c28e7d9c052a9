//go:build unix

package acceptance

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	yaml4 "go.yaml.in/yaml/v4"
	yaml3 "gopkg.in/yaml.v3"

	"pressclip/internal/trial"
)

// A recipeRow is one recipe of README.md: what it needs besides the command, and
// what has to be there when it has run in a folder with the test pages.
type recipeRow struct {
	name  string
	tools []string
	check func(t *testing.T, out string)
}

var recipeRows = []recipeRow{
	{"curl", []string{"curl"}, func(t *testing.T, _ string) {
		if page := trial.Read(t, "page.md"); !strings.Contains(page, "\nsource: ") || !strings.Contains(page, "\n# Forged Duty Stamps") {
			t.Errorf("page.md: %.300s", page)
		}
	}},
	{"find", []string{"find"}, func(t *testing.T, _ string) {
		if got := strings.Count(trial.Read(t, "new.jsonl"), "\n"); got != len(below(t, "saved", ".html"))-1 {
			t.Errorf("%d articles, want all but the page that is older", got)
		}
	}},
	{"wget", []string{"wget"}, func(t *testing.T, _ string) {
		if got := strings.Count(trial.Read(t, "crawl.jsonl"), "https://www.quaynews.example/2019/11/14/forged-duty-stamps"); got == 0 {
			t.Errorf("crawl.jsonl: %.500s", trial.Read(t, "crawl.jsonl"))
		}
	}},
	{"jq", []string{"jq"}, func(t *testing.T, out string) {
		if !strings.Contains(out, "\tForged Duty Stamps Sink Wine Importer “Captain” Orme\n") || !strings.Contains(out, " 4 Perpetua Lanyon\n") {
			t.Errorf("printed %s", out)
		}
	}},
	{"duckdb", []string{"duckdb"}, func(t *testing.T, out string) {
		rows, err := csv.NewReader(strings.NewReader(out[max(0, strings.Index(out, "who,n")):])).ReadAll()
		if err != nil || len(rows) < 10 || rows[1][0] != "Perpetua Lanyon" || rows[1][1] != "4" {
			t.Errorf("printed %s (%v)", out, err)
		}
		if !strings.HasPrefix(trial.Read(t, "articles.parquet"), "PAR1") {
			t.Error("articles.parquet is none")
		}
	}},
	{"hugo", []string{"hugo"}, checkHugo},
	{"vault", nil, checkVault},
	{"parallel", []string{"parallel", "jq", "find"}, func(t *testing.T, _ string) {
		trial.Run(t, 0, "pressclip", "-q", "--files-from", "list", "-o", "one.jsonl")
		trial.SameFile(t, filepath.Join("out", "all.jsonl"), "one.jsonl")
	}},
}

// TestRecipes runs the recipes of README.md as they are written there.
func TestRecipes(t *testing.T) {
	recipes := recipesOf(t, trial.Read(t, filepath.Join(root, "README.md")))
	if len(recipes) != len(recipeRows) {
		t.Errorf("README.md has %d recipes, this test %d", len(recipes), len(recipeRows))
	}
	top, err := filepath.Abs(root)
	trial.Must(t, err)
	bin := t.TempDir()
	trial.Build(t, bin, "pressclip")
	for _, row := range recipeRows {
		t.Run(row.name, func(t *testing.T) {
			if recipes[row.name] == "" {
				t.Fatal("not in README.md")
			}
			trial.Need(t, append(row.tools, "bash")...)
			kitchen(t, top)
			cmd := exec.Command("bash", "-euo", "pipefail", "-c", recipes[row.name])
			var errs bytes.Buffer
			cmd.Stderr = &errs
			out, err := cmd.Output()
			if err != nil {
				t.Fatalf("%s: %v\n%s%s", recipes[row.name], err, out, &errs)
			}
			row.check(t, string(out))
		})
	}
}

// recipesOf gives the sh blocks that follow a line <!-- recipe: NAME -->.
func recipesOf(t *testing.T, readme string) map[string]string {
	t.Helper()
	recipes := map[string]string{}
	for _, part := range strings.Split(readme, "<!-- recipe: ")[1:] {
		name, rest, _ := strings.Cut(part, " -->\n```sh\n")
		block, _, ok := strings.Cut(rest, "\n```\n")
		if !ok || recipes[name] != "" {
			t.Fatalf("recipe %.20q has no block, or there are two", name)
		}
		recipes[name] = block
	}
	return recipes
}

// kitchen makes a folder with what the recipes begin with, and goes there: the
// test pages in saved, one of them older than last, their articles, a site.
func kitchen(t *testing.T, top string) {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	trial.Must(t, os.CopyFS("saved", os.DirFS(filepath.Join(top, "testdata", "pages"))))
	trial.Must(t, os.RemoveAll(filepath.Join("saved", "no-article"))) // else the status is 3
	trial.Must(t, os.CopyFS("examples", os.DirFS(filepath.Join(top, "examples"))))
	trial.Must(t, os.CopyFS("site", siteFiles))
	trial.Run(t, 0, "pressclip", "-q", "saved", "-o", "articles.jsonl")
	trial.Must(t, os.WriteFile("last", nil, 0o666))
	for name, hours := range map[string]time.Duration{"last": 1, "saved/ghost/page.html": 2} {
		past := time.Now().Add(-hours * time.Hour)
		trial.Must(t, os.Chtimes(name, past, past))
	}
	// A site on the loopback interface where every address is that page.
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, filepath.Join("saved", "wordpress-news", "page.html"))
	}))
	t.Cleanup(site.Close)
	t.Setenv("SITE", site.URL+"/page.html")
	page := url.URL{Scheme: "file", Path: filepath.Join(dir, "saved", "wordpress-news", "page.html")}
	t.Setenv("URL", page.String())
}

// siteFiles are a site of Hugo that shows what it has read of each page.
var siteFiles = fstest.MapFS{
	"hugo.toml": {Data: []byte("baseURL = 'https://site.example/'\ntitle = 'Site'\n" +
		"disableKinds = ['taxonomy', 'term', 'RSS', 'sitemap', '404']\n")},
	"layouts/_default/list.html": {Data: []byte("{{ .Title }}")},
	"layouts/_default/single.html": {Data: []byte(`{{ .Title | jsonify }} {{ .Date.Format "2006-01-02" }} ` +
		`{{ jsonify .Params.authors }} {{ jsonify .Params.tags }}` + "\n{{ .Content }}")},
}

// Hugo has a page of each file, with its title, date, authors and tags.
func checkHugo(t *testing.T, _ string) {
	posts := filepath.Join("site", "public", "posts")
	pages := below(t, posts, "page/index.html")
	if want := len(below(t, "saved", ".html")); len(pages) != want {
		t.Errorf("%d pages of %d", len(pages), want)
	}
	head, body, _ := strings.Cut(trial.Read(t, filepath.Join(posts, "wordpress-news", "page", "index.html")), "\n")
	want := `"Forged Duty Stamps Sink Wine Importer “Captain” Orme" 2019-11-14 ["T. Wragge"] ["customs","forgery","stamps","Quay Nine"]`
	if head != want || !strings.Contains(body, "<p>A wine importer who called himself “Captain”") {
		t.Errorf("Hugo has read %s\nwant %s\n%.300s", head, want, body)
	}
}

// The properties of each note are what two readers of YAML agree on, of the
// types that Obsidian knows: texts, dates and lists of texts.
func checkVault(t *testing.T, _ string) {
	notes := below(t, filepath.Join("vault", "Clippings"), ".md")
	if want := len(below(t, "saved", ".html")); len(notes) != want {
		t.Errorf("%d notes of %d", len(notes), want)
	}
	for _, name := range notes {
		_, rest, _ := strings.Cut(trial.Read(t, name), "---\n")
		front, _, ok := strings.Cut(rest, "\n---\n")
		var a, b map[string]any
		err := errors.Join(yaml3.Unmarshal([]byte(front), &a), yaml4.Unmarshal([]byte(front), &b))
		if !ok || err != nil || !reflect.DeepEqual(a, b) || a["title"] == nil {
			t.Errorf("%s: %v\n%s", name, err, front)
		}
		for property, value := range a {
			if !isProperty(value) {
				t.Errorf("%s: %s is a %T", name, property, value)
			}
		}
	}
}

// isProperty reports whether a value is of a type that Obsidian shows.
func isProperty(value any) bool {
	list, ok := value.([]any)
	if !ok {
		list = []any{value}
	}
	return !slices.ContainsFunc(list, func(v any) bool {
		switch v.(type) {
		case string, int, time.Time:
			return false
		}
		return true
	})
}

// below lists the files below a folder whose names have an ending.
func below(t *testing.T, dir, ending string) []string {
	t.Helper()
	var names []string
	trial.Must(t, filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && strings.HasSuffix(filepath.ToSlash(name), ending) {
			names = append(names, name)
		}
		return err
	}))
	return names
}
