package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// writeCorpus writes a corpus of pages of the types, on a site each unless they
// are to have one together.
func writeCorpus(t *testing.T, oneSite bool, types ...string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "html"), 0o777); err != nil {
		t.Fatal(err)
	}
	var gold strings.Builder
	for i, kind := range types {
		site := "one"
		if !oneSite {
			site = fmt.Sprintf("site%d", i)
		}
		const text = "The ferry sails at nine, and nobody knows when it comes back from the island."
		fmt.Fprintf(&gold, "{\"id\":\"%d\",\"url\":\"https://%s.example/a\",\"type\":%q,\"text\":%q}\n", i, site, kind, text)
		page := "<html><body><h1>Ferry</h1><p>" + text + "</p><p>Share</p></body></html>"
		if err := os.WriteFile(filepath.Join(dir, "html", fmt.Sprintf("%d.html", i)), []byte(page), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "gold.jsonl"), []byte(gold.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestTooLittleToLearn holds that corpora that can not teach a model are told so.
func TestTooLittleToLearn(t *testing.T) {
	articles := strings.Fields("article article article article article article article article")
	models, err := os.ReadFile("../../extract/model.bin")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		name    string
		oneSite bool
		types   []string
		args    []string
		want    string
	}{
		{"one type for --keep main", false, articles, []string{"-main"}, "pages of several types"},
		{"one type for --keep main scored", false, articles, []string{"-main", "-cross", "2"}, "pages of several types"},
		{"one site", true, articles, nil, "of one site"},
		{"one site for the kinds", true, []string{"article", "forum"}, []string{"-kinds"}, "of one site"},
		{"no such type", false, articles, []string{"-types", "poem"}, "none of the types"},
	} {
		t.Run(row.name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out.bin")
			if err := os.WriteFile(out, models, 0o666); err != nil {
				t.Fatal(err)
			}
			args := append([]string{"-corpus", writeCorpus(t, row.oneSite, row.types...), "-out", out}, row.args...)
			if err := run(args, io.Discard); err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("%v, want an error that says %q", err, row.want)
			}
		})
	}
}
