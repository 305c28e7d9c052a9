package extract_test

import (
	"math"
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"pressclip/internal/bulk"
)

// Gates, as ratios to the bare tokenizer over the test pages. They hold what is
// true with about a tenth of room: lower them when Extract gets better.
const (
	mostAllocs = 0.8  // allocations
	mostBytes  = 1.6  // bytes allocated
	leastSpeed = 0.22 // the tokenizer's time in Extract's: about .31 on a quiet machine
	speedRuns  = 24
)

// TestAllocations holds the allocations of Extract to those of the tokenizer.
func TestAllocations(t *testing.T) {
	if testing.Short() || raceEnabled {
		t.Skip("counts of another build")
	}
	_, all, _ := pages(t)
	baseAllocs, baseBytes := allocations(t, all, bulk.Tokens)
	allocs, bytes := allocations(t, all, extractAll)
	t.Logf("tokens %d allocs %d bytes, extract %d allocs %d bytes: %.2f, %.2f", baseAllocs, baseBytes, allocs, bytes,
		float64(allocs)/float64(baseAllocs), float64(bytes)/float64(baseBytes))
	if float64(allocs) > mostAllocs*float64(baseAllocs) {
		t.Errorf("%d allocations, the tokenizer has %d", allocs, baseAllocs)
	}
	if float64(bytes) > mostBytes*float64(baseBytes) {
		t.Errorf("%d bytes allocated, the tokenizer has %d", bytes, baseBytes)
	}
}

// allocations counts what reading all pages once allocates, the pools warm: the
// least of several rounds.
func allocations(t *testing.T, all [][]byte, read func([]byte) error) (allocs, bytes uint64) {
	t.Helper()
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // a collection would empty the pools
	allocs, bytes = math.MaxUint64, math.MaxUint64
	var before, after runtime.MemStats
	for range 4 {
		runtime.ReadMemStats(&before)
		timed(t, all, read)
		runtime.ReadMemStats(&after)
		allocs, bytes = min(allocs, after.Mallocs-before.Mallocs), min(bytes, after.TotalAlloc-before.TotalAlloc)
	}
	return allocs, bytes
}

// TestSpeed holds the speed of Extract to that of the tokenizer: the best of
// several short runs of each, in turn, so that a busy machine does no harm.
func TestSpeed(t *testing.T) {
	if testing.Short() || raceEnabled {
		t.Skip("times of another build")
	}
	_, all, _ := pages(t)
	base, whole := time.Hour, time.Hour
	for range speedRuns {
		base = min(base, timed(t, all, bulk.Tokens))
		whole = min(whole, timed(t, all, extractAll))
	}
	if ratio := float64(base) / float64(whole); ratio < leastSpeed {
		t.Errorf("tokens %v, extract %v: %.2f, want %.2f", base, whole, ratio, leastSpeed)
	} else {
		t.Logf("tokens %v, extract %v: %.2f", base, whole, ratio)
	}
}

func timed(t *testing.T, all [][]byte, read func([]byte) error) time.Duration {
	t.Helper()
	start := time.Now()
	for _, page := range all {
		if err := read(page); err != nil {
			t.Fatal(err)
		}
	}
	return time.Since(start)
}
