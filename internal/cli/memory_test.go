package cli

import (
	"context"
	"io"
	"runtime/debug"
	"strings"
	"testing"
)

// TestPageMemory holds the goal of one page to grow when it turns out large,
// and what the user has set to stay.
func TestPageMemory(t *testing.T) {
	before := debug.SetMemoryLimit(-1)
	defer debug.SetMemoryLimit(before)
	for _, test := range []struct {
		limit string
		size  int
		want  int64
	}{{"", smallPage, smallGoal}, {"", smallPage + 1, memoryGoal}, {"1GiB", smallPage + 1, before}} {
		t.Setenv("GOMEMLIMIT", test.limit)
		debug.SetMemoryLimit(before)
		limitMemory(smallGoal)
		r := newPatient(context.Background(), strings.NewReader(strings.Repeat("x", test.size)))
		r.large = func() { limitMemory(memoryGoal) }
		if n, err := io.Copy(io.Discard, r); int(n) != test.size || err != nil {
			t.Fatal(n, err)
		}
		if got := debug.SetMemoryLimit(-1); got != test.want {
			t.Errorf("%d bytes, GOMEMLIMIT=%q: the goal is %d, want %d", test.size, test.limit, got, test.want)
		}
		r.stop()
	}
}
