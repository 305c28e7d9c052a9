package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pressclip/internal/trial"
)

// TestCutOff holds that reading a page and explaining it both tell that an
// archive has only a part of it.
func TestCutOff(t *testing.T) {
	const url = "https://island.example/ferry"
	archive := trial.WARC(func(yield func(string, string) bool) {
		yield(url, "<!DOCTYPE html><html><body><h1>Ferry</h1><p>The ferry sails at nine, and nobody knows when it comes back.</p>")
	})
	archive = strings.Replace(archive, "WARC-Type:", "WARC-Truncated: length\r\nWARC-Type:", 1)
	name := filepath.Join(t.TempDir(), "crawl.warc")
	trial.Must(t, os.WriteFile(name, []byte(archive), 0o666))
	for _, args := range [][]string{{"-g", "warnings.code", name}, {"explain", name + "!" + url}} {
		var stdout, stderr bytes.Buffer
		status := Main(args, strings.NewReader(""), &stdout, &stderr)
		if out := stdout.String(); status != exitDone || !strings.Contains(out, "cut_off") && !strings.Contains(out, "the page was cut off when it was saved") {
			t.Errorf("%q: status %d\n%s%s", args[:1], status, out, &stderr)
		}
	}
}
