// Package quotescore measures quotes on the annotated pages of the evaluation
// material, with its script score_quotes.py. It is for tests only.
package quotescore

// Quotes of pages come in; the script's figures go out.

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// maxLine bounds a line of the annotations, in bytes: one page.
const maxLine = 1 << 24

// A Page is an annotated page.
type Page struct {
	ID   string `json:"id"`
	Set  string `json:"set"`  // where it is from: "invented", "wcxb-dev"
	Page string `json:"page"` // its name in the set
	Lang string `json:"lang"` // BCP 47
	Text string `json:"text"` // its body

	line []byte // with the annotations
}

// An Article is what is to be scored of a page: Quotes is a list in the form
// of the record.
type Article struct {
	Source string `json:"source"` // Page.ID
	Quotes any    `json:"quotes"`
}

// Dir returns the folder of the evaluation data, which lies beside the
// repository at the path beside, or where PRESSCLIP_SHARED says. Without it, or
// without a Python to run its script, the test is skipped.
func Dir(t testing.TB, beside string) string {
	t.Helper()
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("no python3 to run score_quotes.py")
	}
	for _, dir := range []string{os.Getenv("PRESSCLIP_SHARED"), beside} {
		if dir == "" {
			continue
		}
		dir = filepath.Join(dir, "eval")
		if _, err := os.Stat(filepath.Join(dir, "quotes", "gold.jsonl")); err == nil {
			return dir
		}
	}
	t.Skip("no annotated pages: set PRESSCLIP_SHARED to the folder that holds eval/quotes/gold.jsonl")
	return ""
}

// Pages reads the annotated pages of a set, or all of them if set is "".
func Pages(t testing.TB, dir, set string) []Page {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "quotes", "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var pages []Page
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, maxLine)
	for lines.Scan() {
		p := Page{line: bytes.Clone(lines.Bytes())}
		if err := json.Unmarshal(p.line, &p); err != nil {
			t.Fatal(err)
		}
		if set == "" || p.Set == set {
			pages = append(pages, p)
		}
	}
	if err := lines.Err(); err != nil || len(pages) == 0 {
		t.Fatalf("%d annotated pages of set %q: %v", len(pages), set, err)
	}
	return pages
}

// Check scores the articles of pages, logs the script's report and fails t
// where a figure is below its floor. A figure goes by the report's name; that
// of one language has the language before it: "de direct overlap". "phrases"
// is the share of the found direct quotes and phrases that are told apart.
func Check(t testing.TB, dir string, pages []Page, articles []Article, floors map[string]float64) {
	t.Helper()
	folder := t.TempDir()
	var gold, predicted bytes.Buffer
	for i := range pages {
		gold.Write(pages[i].line)
		gold.WriteByte('\n')
	}
	for i := range articles {
		if err := json.NewEncoder(&predicted).Encode(&articles[i]); err != nil {
			t.Fatal(err)
		}
	}
	run := func(arg string) string {
		return script(t, filepath.Join(dir, "score_quotes.py"), write(t, folder, "gold.jsonl", gold.Bytes()), write(t, folder, "articles.jsonl", predicted.Bytes()), arg)
	}
	report := run("--by-language")
	t.Logf("\n%s", report)
	figures := totals(t, run("--json"))
	for line := range strings.SplitSeq(report, "\n") {
		lang, rest, _ := strings.Cut(line, ": ")
		var n int
		var overlap, whole float64
		if _, err := fmt.Sscanf(rest, "pages %d, direct overlap F1 %f, end to end F1 %f", &n, &overlap, &whole); err == nil {
			figures[lang+" direct overlap"], figures[lang+" end to end"] = overlap, whole
		}
	}
	for name, floor := range floors {
		if got, ok := figures[name]; !ok || got < floor {
			t.Errorf("%s is %.3f, below the floor %.3f", name, got, floor)
		}
	}
}

// totals reads the figures over all pages.
func totals(t testing.TB, report string) map[string]float64 {
	t.Helper()
	var result map[string]json.RawMessage
	if err := json.Unmarshal([]byte(report), &result); err != nil {
		t.Fatal(err)
	}
	figures := map[string]float64{}
	for name, raw := range result {
		var v struct{ F1, Share float64 }
		if json.Unmarshal(raw, &v) == nil {
			figures[name] = max(v.F1, v.Share)
		}
	}
	kinds := map[string]float64{}
	if err := json.Unmarshal(result["confusion"], &kinds); err != nil {
		t.Fatal(err)
	}
	right := kinds["direct -> direct"] + kinds["phrase -> phrase"]
	if all := right + kinds["direct -> phrase"] + kinds["phrase -> direct"]; all > 0 {
		figures["phrases"] = right / all
	}
	t.Logf("phrases told from direct %.3f", figures["phrases"])
	return figures
}

func write(t testing.TB, folder, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func script(t testing.TB, path string, args ...string) string {
	t.Helper()
	out, err := exec.Command("python3", append([]string{path}, args...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", path, err, out)
	}
	return string(out)
}
