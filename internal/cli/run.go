package cli

// Settings come in; the pages are read, the articles written, and an exit
// status goes out.

import (
	"context"
	"errors"
	"os"
	"sync/atomic"
	"time"

	"pressclip/internal/batch"
	"pressclip/internal/source"
)

// errStop ends a run at its first failure; it is told already.
var errStop = errors.New("stopped at the first failure")

// A run is one reading of pages. take and the fields below done belong to one
// goroutine.
type run struct {
	env      *env
	s        *settings
	con      *console
	plan     *plan
	out      sink
	errs     *streamSink // failures as JSON lines; nil if they are not wanted
	statsOut *streamSink // nil if they are not wanted
	memory   *memory     // nil if the run is no batch
	tuned    atomic.Bool // memory is set
	stages   stages
	total    atomic.Int64 // pages to come, 0 while it is not known
	passed   atomic.Int64 // files and members that were passed over because they are no pages

	history *history // what earlier runs did; nil without --resume, as is journal
	journal *journal
	begun   bool // there was an earlier run

	done            int // pages that came out of the batch
	counts          counts
	marks           marks
	bytes, bytesOut int64
}

// newRun opens what is written, and refuses what can not be, before any input
// is read.
func (e *env) newRun(s *settings) (*run, error) {
	r := &run{env: e, s: s, con: e.newConsole(s)}
	r.plan = &plan{dir: s.dir, ext: s.format.ext(), skip: s.skip, noClobber: s.noClobber, claimed: map[key]string{}}
	for _, f := range []struct {
		flag, name string
		noClobber  bool
	}{{"output", s.output, s.noClobber}, {"errors", s.errors, false}, {"stats", s.stats, false}} {
		if f.name == "" || f.name == source.Stdin {
			continue
		}
		if err := r.guard(f.flag, f.name, f.noClobber); err != nil {
			return nil, err
		}
	}
	if err := r.open(); err != nil {
		r.abandon()
		return nil, err
	}
	r.plan.history = r.history
	return r, nil
}

// newConsole is where the run's messages go.
func (e *env) newConsole(s *settings) *console {
	c := &console{
		w: e.stderr, paint: newPalette(s.color, e.stderr), quiet: s.quiet, verbose: s.verbose,
		bar: s.progress && !s.logJSON && isTerminal(e.stderr), start: time.Now(),
	}
	if s.logJSON {
		c.log = newJSONLog(e.stderr)
		e.log = c.log
	}
	return c
}

// guard checks the name of a file that the run writes, and sees to it that no
// input is that file.
func (r *run) guard(flag, name string, noClobber bool) error {
	if err := checkTarget(flag, name, noClobber); err != nil {
		return err
	}
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() {
		return nil
	}
	for _, input := range append([]string{r.s.list}, r.s.inputs.Args...) {
		if sameFile(info, input) {
			return usage("--%s %s is an input", flag, name)
		}
	}
	r.plan.outputs = append(r.plan.outputs, info)
	return nil
}

// open opens all that is written.
func (r *run) open() error {
	if err := r.openSink(); err != nil {
		return err
	}
	if err := r.openErrors(); err != nil {
		return err
	}
	return r.openStats()
}

// abandon leaves nothing of what open has opened.
func (r *run) abandon() {
	if r.out != nil {
		_ = r.out.end(false) // nothing is in it
	}
	if r.errs != nil {
		_ = r.errs.end(false)
	}
}

// openSink opens where articles go.
func (r *run) openSink() error {
	s := r.s
	if s.dir != "" {
		folder, err := openFolder(s.dir, s.format.ext())
		if err != nil {
			return usage("--output-dir %s: %s", s.dir, plainWrite(err))
		}
		r.out, r.plan.root = folder, folder.root
		s.options.Pretty = s.format.pretty(s.format.ext(), false)
		return nil
	}
	open := r.env.openStream
	if s.resume {
		open = r.openResumed
	} else if name, direct := target(s.output); s.output != source.Stdin && !direct {
		dropJournal(name)
	}
	stream, err := open(s.output)
	if err != nil {
		return usage("--output %s: %s", s.output, plainWrite(err))
	}
	r.out = stream
	r.env.atStop(func() { _ = stream.end(false) })
	s.options.Pretty = s.format.pretty(s.innerExt(), isTerminal(stream.w))
	return nil
}

// openErrors opens where failures go. A run without failures leaves an empty
// file, not that of the run before.
func (r *run) openErrors() error {
	if r.s.errors == "" {
		return nil
	}
	open := r.env.openStream
	if r.s.resume {
		open = r.openErrorsResumed
	}
	stream, err := open(r.s.errors)
	if err != nil {
		return usage("--errors %s: %s", r.s.errors, plainWrite(err))
	}
	stream.wrote = true
	r.errs = stream
	r.env.atStop(func() { _ = stream.end(true) })
	return nil
}

// openStats opens where the numbers of the run go, so that a name which can not
// be written is told before the run and not after it.
func (r *run) openStats() error {
	if r.s.stats == "" {
		return nil
	}
	stream, err := r.env.openStream(r.s.stats)
	if err != nil {
		return usage("--stats %s: %s", r.s.stats, plainWrite(err))
	}
	r.statsOut = stream
	r.env.atStop(func() { _ = stream.end(false) })
	return nil
}

// do reads all pages.
func (r *run) do(ctx context.Context) error {
	r.s.inputs.Skip = func(string, string) { r.passed.Add(1) }
	if r.con.bar {
		go r.count(ctx)
	}
	defer func() { r.memory.restore() }()
	if r.s.several {
		r.tune()
	}
	r.reserve()
	docs := r.plan.docs(r.timed(r.s.inputs.Docs()))
	options := batch.Options{Jobs: r.s.jobs, Unordered: r.s.unordered, Timeout: r.s.timeoutOf}
	ran := batch.Run(ctx, docs, options, r.clip, r.take)
	r.con.finish()
	err := r.finish(ran)
	r.con.remarks()
	r.summarise()
	r.env.status = r.status()
	return err
}

// finish ends what was written: whole, or not at all if the run broke off.
func (r *run) finish(ran error) error {
	if out, ok := r.out.(*streamSink); ok && len(r.counts.filtered) > 0 {
		out.wrote = true // that no page was wanted is an answer
	}
	err := ran
	if errors.Is(err, errStop) {
		err = nil
	}
	// A run that stopped at a failure keeps what it has, but is not at its end.
	ended := r.out.end(err == nil && (ran == nil || !r.s.resume))
	if r.errs != nil {
		ended = errors.Join(ended, r.errs.end(true))
	}
	ended = errors.Join(ended, r.writeStats(ran == nil && ended == nil))
	if err == nil {
		err = ended
	}
	return err
}

// status is the exit status of a run that went to its end.
func (r *run) status() int {
	switch {
	case len(r.counts.failed) > 0:
		return exitFailed
	case r.counts.nothing > 0:
		return exitNothing
	}
	return exitDone
}

// tune sets the collector of garbage to what suits a batch.
func (r *run) tune() {
	r.tuned.Store(true)
	r.memory = tuneMemory(r.s.jobs)
}

// reserve takes what the run keeps of its pages out of what the collector of
// garbage may hope for; now and then is enough.
func (r *run) reserve() {
	if r.done == 2 && r.memory == nil { // a single archive is a batch
		r.tune()
	}
	if r.done%(1<<14) != 0 {
		return
	}
	kept := r.marks.bytes() + r.history.bytes()
	if r.s.dir != "" {
		kept += int64(r.tally().done) * claimBytes
	}
	r.memory.reserve(kept)
}
