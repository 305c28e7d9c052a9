//go:build unix

package acceptance

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pressclip/internal/trial"
)

// TestShown runs what README.md shows, in a folder where each test page has the
// name of its own, and compares what is printed.
func TestShown(t *testing.T) {
	_, rest, _ := strings.Cut(trial.Read(t, filepath.Join(root, "README.md")), "<!-- shown -->\n```console\n$ ")
	block, _, ok := strings.Cut(rest, "\n```\n")
	if !ok {
		t.Fatal("README.md shows nothing")
	}
	first := command(t)
	for _, page := range trial.Pages(t, root) {
		put(t, first, filepath.Base(filepath.Dir(page))+".html", trial.Read(t, page))
	}
	for shown := range strings.SplitSeq(block, "\n$ ") {
		line, want, _ := strings.Cut(shown, "\n")
		sh := exec.Command("sh", "-c", line)
		sh.Dir = first.Dir
		sh.Env = append(first.Env, "PATH="+first.Dir+string(os.PathListSeparator)+os.Getenv("PATH"))
		if _, got, stderr := outcome(t, sh); got != want+"\n" {
			t.Errorf("%s prints %s%s\nREADME.md has %s", line, got, stderr, want)
		}
	}
}
