package golden

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A recorder takes the place of a failing test.
type recorder struct {
	testing.TB
	failures []string
}

func (r *recorder) Helper() {}
func (r *recorder) Errorf(format string, args ...any) {
	r.failures = append(r.failures, format)
}

// updating sets the flag for one test.
func updating(t *testing.T, on bool) {
	old := *update
	*update = on
	t.Cleanup(func() { *update = old })
}

func TestCheck(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sub", "want")
	updating(t, false)
	missing := &recorder{TB: t}
	Check(missing, path, []byte("a\n"))
	if len(missing.failures) != 1 {
		t.Errorf("a missing file gave %q", missing.failures)
	}
	*update = true
	Check(t, path, []byte("a\nb\n"))
	*update = false
	Check(t, path, []byte("a\nb\n"))
	for _, got := range []string{"a\nc\n", "a\n", "", "a\nb", "a\nb\n\n"} {
		r := &recorder{TB: t}
		Check(r, path, []byte(got))
		if len(r.failures) != 1 {
			t.Errorf("%q gave %q", got, r.failures)
		}
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "a\nb\n" {
		t.Errorf("the file is %q, %v", b, err)
	}
}

func TestFirstDifference(t *testing.T) {
	for _, test := range []struct {
		a, b string
		line int
	}{
		{"", "", 0}, {"a\n", "a\n", 0}, {"a", "b", 1}, {"a\nb", "a\nc", 2}, {"a\n", "a\n\n", 2}, {"a", "a\n", 1},
	} {
		n, _, _, same := firstDifference([]byte(test.a), []byte(test.b))
		if n != test.line || same != (test.a == test.b) {
			t.Errorf("%q and %q: line %d, same %v", test.a, test.b, n, same)
		}
	}
	if _, a, b, _ := firstDifference([]byte("x\ny\n"), []byte("x\nz\n")); strings.TrimSpace(string(a)+string(b)) != "y\nz" {
		t.Errorf("lines %q, %q", a, b)
	}
}
