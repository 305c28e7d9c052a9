package cli

// The state of a run comes in; the progress line's numbers, a line of counts and
// the file of --stats go out.

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"math"
	"os"
	"strings"
	"sync/atomic"
	"time"

	"pressclip/internal/source"
)

// A stopwatch adds up time that several goroutines spend.
type stopwatch struct{ ns atomic.Int64 }

func (s *stopwatch) Add(d time.Duration) { s.ns.Add(int64(d)) }

// seconds, in whole microseconds.
func (s *stopwatch) seconds() float64 { return rounded(time.Duration(s.ns.Load()).Seconds()) }

func rounded(seconds float64) float64 { return math.Round(seconds*1e6) / 1e6 }

// stages are where the time of a run goes. list and write are of one goroutine
// each, the others of all workers together. The time of unpacking an archive is
// in list.
type stages struct{ list, read, extract, render, write stopwatch }

// statsSchema names the version of the file of --stats. Fields are only added.
const statsSchema = "pressclip-stats/1"

// A stats is the file of --stats. Counts are of all that the output holds, with
// --resume also what earlier runs did; Resumed says how much that is. Bytes and
// times are of this run.
type stats struct {
	Schema         string         `json:"schema"`
	Version        string         `json:"version"`
	Started        string         `json:"started"` // RFC 3339, UTC
	Jobs           int            `json:"jobs"`
	Complete       bool           `json:"complete"` // the run went to its end
	Inputs         int            `json:"inputs"`   // read + skipped + failed
	Read           int            `json:"read"`     // written + duplicates + filtered
	Written        int            `json:"written"`
	Nothing        int            `json:"nothing"` // of those written: without an article, or lacking a field
	Duplicates     int            `json:"duplicates"`
	Filtered       int            `json:"filtered"`
	Skipped        int            `json:"skipped"`     // by --skip-existing
	PassedOver     int            `json:"passed_over"` // files and members of archives that are no pages; they are no inputs
	Failed         int            `json:"failed"`
	Resumed        int            `json:"resumed"`
	FailedByCode   map[string]int `json:"failed_by_code"`
	FilteredByFlag map[string]int `json:"filtered_by_flag"`
	Bytes          int64          `json:"bytes"`         // of the pages that gave an article
	BytesWritten   int64          `json:"bytes_written"` // before compression
	Seconds        float64        `json:"seconds"`
	PagesPerSecond float64        `json:"pages_per_second"`
	StageSeconds   stageSeconds   `json:"stage_seconds"` // of all workers together
}

// stageSeconds are the stages in seconds.
type stageSeconds struct {
	List    float64 `json:"list"`
	Read    float64 `json:"read"`
	Extract float64 `json:"extract"`
	Render  float64 `json:"render"`
	Write   float64 `json:"write"`
}

func (s *stages) seconds() stageSeconds {
	return stageSeconds{s.list.seconds(), s.read.seconds(), s.extract.seconds(), s.render.seconds(), s.write.seconds()}
}

// stats is the state of the run at its end.
func (r *run) stats(complete bool) stats {
	c, passed := r.tallied(), time.Since(r.con.start).Seconds()
	return stats{
		Schema: statsSchema, Version: version(), Started: r.con.start.UTC().Format(time.RFC3339),
		Jobs: r.s.jobs, Complete: complete,
		Inputs: c.inputs(), Read: c.read(), Written: c.written, Nothing: c.nothing,
		Duplicates: c.duplicates, Filtered: total(c.filtered), Skipped: c.skipped, PassedOver: int(r.passed.Load()),
		Failed: total(c.failed), Resumed: int(r.plan.resumed.Load()),
		FailedByCode: orEmpty(c.failed), FilteredByFlag: orEmpty(c.filtered),
		Bytes: r.bytes, BytesWritten: r.bytesOut,
		Seconds: rounded(passed), PagesPerSecond: math.Round(100*float64(r.done)/passed) / 100,
		StageSeconds: r.stages.seconds(),
	}
}

func orEmpty(m map[string]int) map[string]int {
	if m == nil {
		return map[string]int{}
	}
	return m
}

// writeStats writes the file.
func (r *run) writeStats(complete bool) error {
	if r.statsOut == nil {
		return nil
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	_ = e.Encode(r.stats(complete)) // numbers and strings always encode
	if err := r.statsOut.put(source.Doc{}, b.Bytes()); err != nil {
		_ = r.statsOut.end(false) // the first error is the one to tell
		return err
	}
	return r.statsOut.end(true)
}

// tallied is r.counts with what the plan has left out.
func (r *run) tallied() counts {
	c := r.counts
	c.skipped = int(r.plan.skipped.Load())
	return c
}

// tally is the state of the run for the progress line.
func (r *run) tally() tally {
	left := int(r.plan.skipped.Load() + r.plan.resumed.Load())
	return tally{done: r.done + left, failed: total(r.counts.failed), skipped: left, total: r.total.Load()}
}

// count finds how many pages there are, beside the run, for the progress line.
// A list that can be read only once is not counted, nor are archives.
func (r *run) count(ctx context.Context) {
	inputs := r.s.inputs
	if inputs.List != nil {
		info, err := os.Stat(r.s.list)
		if err != nil || !info.Mode().IsRegular() {
			return
		}
		f, err := os.Open(r.s.list)
		if err != nil {
			return
		}
		defer f.Close()
		inputs.List = f
	}
	r.total.Store(inputs.Count(ctx))
}

// timed adds the time that src takes to the stage of listing.
func (r *run) timed(src iter.Seq[source.Doc]) iter.Seq[source.Doc] {
	return func(yield func(source.Doc) bool) {
		start := time.Now()
		for d := range src {
			r.stages.list.Add(time.Since(start))
			if !yield(d) {
				return
			}
			start = time.Now()
		}
		r.stages.list.Add(time.Since(start))
	}
}

// summarise tells the counts at the end, and of a run that had nothing to do.
func (r *run) summarise() {
	c := r.tallied()
	if r.s.list != "" && r.tally().done == 0 {
		r.con.warn(r.s.list, "no_names", "no names in it")
	}
	if r.s.verbose || r.summaryWanted() {
		if n := r.passed.Load(); n > 0 {
			r.con.tell(fmt.Sprintf("passed over, being no pages: %s", counted(int(n), "file")))
		}
		r.con.tell(c.sentence(int(r.plan.resumed.Load()), r.done, time.Since(r.con.start)))
	}
}

// summaryWanted: a person who sent the articles of several inputs into files
// wants to know what became of them. A pipe stays quiet, and so does a terminal
// that shows the articles themselves.
func (r *run) summaryWanted() bool {
	if r.s.quiet || r.tally().done < 2 {
		return false
	}
	return r.con.log != nil || isTerminal(r.env.stderr) && r.s.progress && r.intoFiles()
}

// intoFiles reports whether articles go to files.
func (r *run) intoFiles() bool {
	if r.s.dir != "" || r.s.output != source.Stdin {
		return true
	}
	f, ok := r.env.stdout.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode().IsRegular()
}

// sentence is the line of counts. Those that only some runs have are left out
// where they are 0.
func (c *counts) sentence(resumed, done int, passed time.Duration) string {
	var b strings.Builder
	fmt.Fprintf(&b, "inputs: %d, of them %d written, %d failed, %d skipped, %d without an article",
		c.inputs(), c.written, total(c.failed), c.skipped, c.nothing)
	for _, extra := range []struct {
		n    int
		what string
	}{{c.duplicates, "repeated"}, {total(c.filtered), "filtered"}, {resumed, "done before"}} {
		if extra.n > 0 {
			fmt.Fprintf(&b, ", %d %s", extra.n, extra.what)
		}
	}
	fmt.Fprintf(&b, ", in %v", passed.Round(time.Millisecond))
	if passed >= time.Second {
		fmt.Fprintf(&b, ", %.3g/s", float64(done)/passed.Seconds())
	}
	return b.String()
}
