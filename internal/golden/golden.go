// Package golden compares what a test got with a file under testdata, and
// rewrites the file when asked to. It is for tests only.
package golden

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

// The environment gives the default, so that `UPDATE=1 go test ./...` reaches
// also the packages whose tests do not know the flag.
var update = flag.Bool("update", os.Getenv("UPDATE") != "", "rewrite golden files instead of comparing")

// Updating reports whether golden files are rewritten.
func Updating() bool { return *update }

// Check fails t when got differs from the file at path. When updating it
// writes the file, so that a change of behaviour is read as a diff before it
// is merged.
func Check(t testing.TB, path string, got []byte) {
	t.Helper()
	if Updating() {
		write(t, path, got)
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Errorf("%v (UPDATE=1 go test writes it)", err)
		return
	}
	if n, wantLine, gotLine, same := firstDifference(want, got); !same {
		t.Errorf("%s:%d differs (UPDATE=1 go test rewrites it)\nwant %q\n got %q", path, n, wantLine, gotLine)
	}
}

// write replaces the file if it is another, so that times of good files stay.
func write(t testing.TB, path string, got []byte) {
	t.Helper()
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, got) {
		return
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, got, 0o666); err != nil {
		t.Fatal(err)
	}
}

// firstDifference finds the first line, counted from 1, in which a and b
// differ. A line that only one of them has is empty in the other.
func firstDifference(a, b []byte) (n int, lineA, lineB []byte, same bool) {
	if bytes.Equal(a, b) {
		return 0, nil, nil, true
	}
	for n = 1; ; n++ {
		lineA, a = cutLine(a)
		lineB, b = cutLine(b)
		if !bytes.Equal(lineA, lineB) {
			return n, lineA, lineB, false
		}
	}
}

// cutLine divides b after its first line feed, which stays with the line.
func cutLine(b []byte) (line, rest []byte) {
	i := bytes.IndexByte(b, '\n')
	if i < 0 {
		return b, nil
	}
	return b[:i+1], b[i+1:]
}
