// Package trial builds the command and runs programs around it, for tests of
// what users do with it: commands come in, what they print and write goes out.
// It makes archives and compressed files, which tests want as inputs, and is for
// tests only.
package trial

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
)

// Must ends the test if there is an error.
func Must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Need skips the test unless all of these commands are installed.
func Need(t testing.TB, names ...string) {
	t.Helper()
	for _, name := range names {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("%s is not installed", name)
		}
	}
}

// Build builds pressclip as a file of dir and puts that first in PATH.
func Build(t testing.TB, dir, name string) {
	t.Helper()
	Need(t, "go")
	if out, err := exec.Command("go", "build", "-o", filepath.Join(dir, name), "pressclip").CombinedOutput(); err != nil {
		t.Fatalf("building: %v\n%s", err, out)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
}

// Run runs a command, which must end with the status, and gives its standard
// output.
func Run(t testing.TB, status int, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if got := cmd.ProcessState.ExitCode(); got != status {
		t.Fatalf("%s: status %d, want %d\n%s%s", strings.Join(cmd.Args, " "), got, status, out, &errs)
	}
	return string(out)
}

// OneProcess reads a list by one process into OUT.jsonl, OUT.errors.jsonl and
// OUT.stats.json. Some inputs of the list are to fail.
func OneProcess(t testing.TB, command, list, out string) {
	t.Helper()
	Run(t, 1, command, "-q", "--files-from", list, "-o", out+".jsonl", "--errors", out+".errors.jsonl", "--stats", out+".stats.json")
}

// SameRun compares a merged run with that of OneProcess: records and failures
// byte for byte, and what the counts say of pages. Times differ.
func SameRun(t testing.TB, got, want string) {
	t.Helper()
	SameFile(t, got+".jsonl", want+".jsonl")
	SameFile(t, got+".errors.jsonl", want+".errors.jsonl")
	var a, b map[string]any
	Must(t, json.Unmarshal([]byte(Read(t, got+".stats.json")), &a))
	Must(t, json.Unmarshal([]byte(Read(t, want+".stats.json")), &b))
	for _, field := range []string{
		"schema", "version", "complete", "inputs", "read", "written", "nothing", "failed", "failed_by_code", "bytes", "bytes_written",
	} {
		x, _ := json.Marshal(a[field]) // came from JSON
		y, _ := json.Marshal(b[field])
		if !bytes.Equal(x, y) || string(x) == "null" {
			t.Errorf("%s.stats.json: %s is %s, want %s", got, field, x, y)
		}
	}
}

// SameFile compares two files, which must not be empty.
func SameFile(t testing.TB, got, want string) {
	t.Helper()
	a, b := Read(t, got), Read(t, want)
	if a == "" || a != b {
		t.Errorf("%s has %d bytes and is not %s, which has %d", got, len(a), want, len(b))
	}
}

// Read reads a file.
func Read(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	Must(t, err)
	return string(text)
}

// WriteList writes names, one a line.
func WriteList(t testing.TB, name string, names []string) {
	t.Helper()
	Must(t, os.WriteFile(name, []byte(strings.Join(names, "\n")+"\n"), 0o666))
}

// Glob gives the files of a pattern in the order of their names.
func Glob(t testing.TB, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	Must(t, err)
	return slices.Sorted(slices.Values(names))
}

// Race reports whether this binary has the race detector, whose memory and
// time say nothing of the program.
func Race() bool {
	info, _ := debug.ReadBuildInfo()
	return slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}

// Pages gives the names of the test pages, absolute; root is the way to the
// module's folder.
func Pages(t testing.TB, root string) []string {
	t.Helper()
	root, err := filepath.Abs(root)
	Must(t, err)
	names := Glob(t, filepath.Join(root, "testdata", "pages", "*", "page.html"))
	if len(names) == 0 {
		t.Fatalf("no pages in %s", root)
	}
	return names
}
