package cli

// The number of pages at a time comes in; a collector of garbage that suits a
// batch goes out.

import (
	"os"
	"runtime/debug"
)

// A batch makes much garbage and keeps little: with memory at hand the collector
// may wait longer (GOGC 100 is Go's default), up to a limit that pages of
// ordinary size do not reach.
const (
	batchGOGC   = 400
	batchLimit  = 160 << 20 // bytes, for up to freeJobs pages at a time
	freeJobs    = 8
	bytesPerJob = 8 << 20
)

// A memory is the collector's settings during a run. What the user has set by
// GOGC and GOMEMLIMIT stays.
type memory struct {
	gogc, limited bool // they are ours
	oldGOGC       int
	oldLimit      int64
	limit         int64
}

// smallGoal and memoryGoal are the memory, in bytes, from which the collector
// works harder rather than let the heap grow, for a page up to smallPage and for
// a larger one: no page of 64 MiB needs as much at a time.
const (
	smallGoal  = 96 << 20
	smallPage  = 1 << 20
	memoryGoal = 400 << 20
)

// limitMemory sets the goal of a run of one page, which is smallGoal until more
// of the page is read, unless the user has set another.
func limitMemory(goal int64) {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(goal)
	}
}

// tuneMemory sets what suits a batch.
func tuneMemory(jobs int) *memory {
	m := &memory{limit: batchLimit + int64(max(jobs-freeJobs, 0))*bytesPerJob}
	if os.Getenv("GOGC") == "" {
		m.gogc, m.oldGOGC = true, debug.SetGCPercent(batchGOGC)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		m.limited, m.oldLimit = true, debug.SetMemoryLimit(m.limit)
	}
	return m
}

// reserve adds to the limit what the run keeps on purpose, so that the
// collector does not try to get it back.
func (m *memory) reserve(bytes int64) {
	if m != nil && m.limited {
		debug.SetMemoryLimit(m.limit + bytes)
	}
}

// restore sets what was set before.
func (m *memory) restore() {
	if m == nil {
		return
	}
	if m.gogc {
		debug.SetGCPercent(m.oldGOGC)
	}
	if m.limited {
		debug.SetMemoryLimit(m.oldLimit)
	}
}
