//go:build unix

package acceptance

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pressclip/internal/trial"
)

// A badKind is a kind of input that fails.
type badKind struct {
	name, code string
	make       func(name string) error // nil: it is not there
}

// content makes a file of it.
func content(s string) func(string) error {
	return func(name string) error { return os.WriteFile(name, []byte(s), 0o666) }
}

// link makes a symbolic link to it.
func link(target string) func(string) error {
	return func(name string) error { return os.Symlink(target, name) }
}

// badKinds; a code of "" may be any.
var badKinds = []badKind{
	{"missing", "no_such_file", nil},
	{"empty", "empty", content("")},
	{"white", "empty", content(" \r\n\t ")},
	{"pdf", "not_html", content("%PDF-1.7\n1 0 obj")},
	{"png", "not_html", content("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")},
	{"jpeg", "not_html", content("\xff\xd8\xff\xe0\x00\x10JFIF")},
	{"gif", "not_html", content("GIF89a\x01\x00\x01\x00")},
	{"elf", "not_html", content("\x7fELF\x02\x01\x01")},
	{"mp4", "not_html", content("\x00\x00\x00\x18ftypmp42")},
	{"svg", "not_html", content(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`)},
	{"binary", "not_html", content("\x00\x01\x02\x03\x04\x05\x06\x07")},
	{"zip", "", content("PK\x03\x04\xff\xff\xff\xff damaged")},
	{"gzip", "", content("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff damaged")},
	{"zstd", "", content("\x28\xb5\x2f\xfd damaged")},
	{"large", "too_large", content("<p>" + strings.Repeat("It rained. ", 10_000))},
	{"dangling", "no_such_file", link("gone")},
	{"below", "", nil}, // good.html/x.html
	{"long", "", nil},  // a name that no file can have
	{"loop", "", func(name string) error { return os.Symlink(name, name) }},
	{"folder", "no_pages", func(name string) error { return os.Mkdir(name, 0o777) }},
}

// badName is the name of the i-th input of a kind.
func (k badKind) badName(i int) string {
	switch name := fmt.Sprintf("%s-%02d.html", k.name, i); k.name {
	case "below":
		return "good-0000.html/" + name
	case "long":
		return strings.Repeat("x", 300) + name
	default:
		return name
	}
}

// Ten thousand inputs of which five hundred are bad, in twenty ways: each bad one
// is a line of --errors, each other one a record in its place, and the status says
// that some failed.
func TestBatchWithBadInputs(t *testing.T) {
	if testing.Short() {
		t.Skip("makes 10,000 files")
	}
	const good, each = 9500, 25
	cmd := command(t, "-q", "--files-from", "list", "--max-bytes", "100K", "-o", "all.jsonl", "--errors", "errors", "--stats", "stats", "-j", "4")
	t.Chdir(cmd.Dir)
	var names []string
	want := map[string]string{} // the code of a bad one
	for i := range good {
		name := fmt.Sprintf("good-%04d.html", i)
		names = append(names, name)
		trial.Must(t, os.WriteFile(name, fmt.Appendf(nil, "<title>Page %d</title>%.400s</article>", i, rain), 0o666))
	}
	for _, kind := range badKinds {
		for i := range each {
			name := kind.badName(i)
			names = append(names, name)
			want[name] = kind.code
			if kind.make != nil {
				trial.Must(t, kind.make(name))
			}
		}
	}
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	trial.WriteList(t, "list", names)
	_ = cmd.Run() // some fail
	if status := cmd.ProcessState.ExitCode(); status != 1 || len(want) != 500 {
		t.Errorf("exit status %d with %d bad inputs", status, len(want))
	}
	checkBatch(t, names, want)
}

// checkBatch compares the records and the failures with the list.
func checkBatch(t *testing.T, names []string, want map[string]string) {
	t.Helper()
	var records, failures int
	lines := func(file string) [][]byte {
		b, err := os.ReadFile(file)
		trial.Must(t, err)
		return bytes.Split(bytes.TrimSuffix(b, []byte("\n")), []byte("\n"))
	}
	out, errors := lines("all.jsonl"), lines("errors")
	for _, name := range names {
		var line struct {
			Source struct{ Path string }
			Path   string
			Code   string
		}
		code, bad := want[name]
		if bad && failures < len(errors) {
			_ = json.Unmarshal(errors[failures], &line)
			failures++
		} else if !bad && records < len(out) {
			_ = json.Unmarshal(out[records], &line)
			records++
		}
		if line.Path+line.Source.Path != name || code != "" && line.Code != code {
			t.Fatalf("%s, %q: got %+v", filepath.Base(name), code, line)
		}
	}
	var stats struct{ Written, Failed int }
	if err := json.Unmarshal(bytes.Join(lines("stats"), nil), &stats); err != nil {
		t.Error(err)
	}
	if records != 9500 || len(out) != 9500 || failures != 500 || len(errors) != 500 || stats.Failed != 500 || stats.Written != 9500 {
		t.Errorf("%d records and %d failures, --stats %+v", len(out), len(errors), stats)
	}
}
