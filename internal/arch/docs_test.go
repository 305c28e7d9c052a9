package arch

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Each test that SECURITY.md names is there, and each promise names one.
func TestPromisesHaveTests(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "SECURITY.md"))
	if err != nil {
		t.Fatal(err)
	}
	known := testNames(t)
	name := regexp.MustCompile("`([a-z_]+\\.txtar)`|`(?:[a-z]+\\.)?([A-Za-z]+)`") // a script, or a test with its package
	rows := 0
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(line, "|")
		if len(cells) != 4 || strings.Trim(cells[1], " -") == "" || strings.TrimSpace(cells[2]) == "tests" {
			continue
		}
		rows++
		names := name.FindAllStringSubmatch(cells[2], -1)
		if len(names) == 0 {
			t.Errorf("no test for: %s", cells[1])
		}
		for _, n := range names {
			if !known[n[1]+n[2]] {
				t.Errorf("there is no test %s", n[0])
			}
		}
	}
	if rows < 10 {
		t.Errorf("found only %d promises", rows)
	}
}

// The files that a package's documentation names are there.
func TestDocsNameFiles(t *testing.T) {
	file := regexp.MustCompile(`[a-z_]+\.go\b`)
	docs, err := filepath.Glob(filepath.Join("..", "..", "*", "doc.go"))
	if err != nil || len(docs) == 0 {
		t.Fatal(docs, err)
	}
	for _, doc := range docs {
		text, err := os.ReadFile(doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range file.FindAllString(string(text), -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(doc), name)); err != nil {
				t.Errorf("%s: %v", doc, err)
			}
		}
	}
}

// testNames are the names of all tests, fuzz targets and scripts.
func testNames(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	function := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	root := os.DirFS(filepath.Join("..", ".."))
	err := fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case filepath.Ext(name) == ".txtar":
			names[e.Name()] = true
		case strings.HasSuffix(name, "_test.go"):
			text, err := fs.ReadFile(root, name)
			for _, found := range function.FindAllSubmatch(text, -1) {
				names[string(found[1])] = true
			}
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
