// Package batch takes Docs in and gives Results out: several pages at a time,
// in the order of the Docs or as they finish, with a bounded number of pages in
// memory.
package batch

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"pressclip/internal/source"
)

// ahead is how many Results per worker may wait for the one before them. A
// slow page holds the others up only after that many. With many workers there
// are fewer for each, down to two: all of them are in memory.
const (
	ahead    = 16
	maxAhead = 256
)

// window is how many Results may wait in all.
func window(jobs int) int { return max(min(jobs*ahead, maxAhead), 2*jobs) }

// maxHung is how many pages may be worked on still after their time is up.
// Each may hold a thread and its page's memory.
const maxHung = 256

// ErrTimeout is the error of a page that took longer than Options.Timeout.
var ErrTimeout = errors.New("took too long")

// ErrHung ends a run in which too many pages never come to an end.
var ErrHung = fmt.Errorf("%d pages hang: reading them does not come to an end", maxHung)

// Options says how to run.
type Options struct {
	Jobs      int  // pages at a time; less than 1 means 1
	Unordered bool // give Results as they finish

	// Timeout says how long a page may take; 0 means for ever. Nil means that
	// of every page.
	Timeout func(source.Doc) time.Duration
}

// A Result is what became of a Doc.
type Result[T any] struct {
	Doc   source.Doc // without Open: an archive's page would be held by it
	Value T
	Err   error // of this page alone; the run goes on
}

// A PanicError is a panic while a page was worked on: an error of that page.
type PanicError struct {
	Value any
	Stack []byte // of the goroutine that panicked
}

func (e *PanicError) Error() string { return fmt.Sprintf("internal error: %v", e.Value) }

// Run calls work for each Doc and hands what comes of it to sink, which is
// never called twice at once. It ends at the end of docs, at the first error
// of sink, or when ctx is done, and returns the error of sink or the cause of
// ctx.
//
// A page whose time is up is given to sink with ErrTimeout; the context of its
// work is done then, with the same cause. Work that goes on all the same is left
// alone: it ends with its page, and another goroutine takes its place. More than
// 256 such pages at once end the run with ErrHung.
//
// Run does not wait for work that is under way when it ends early: a read may
// block for ever. Such a goroutine ends with its page. docs is read on a
// goroutine of its own and may be behind by one call.
func Run[T any](ctx context.Context, docs iter.Seq[source.Doc], o Options,
	work func(context.Context, source.Doc) (T, error), sink func(Result[T]) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	jobs := max(o.Jobs, 1)
	r := &runner[T]{
		ctx: ctx, stop: stop, o: o, work: work,
		todo: make(chan job[T]), results: make(chan chan Result[T], window(jobs)),
	}
	r.workers.Add(jobs)
	for range jobs {
		go r.worker()
	}
	go r.feed(docs)
	for {
		res, ok, err := next(ctx, r.results)
		if err != nil || !ok {
			return err
		}
		if err := sink(res); err != nil {
			return err
		}
	}
}

// next waits for the next Result; ok is false at the end.
func next[T any](ctx context.Context, results <-chan chan Result[T]) (res Result[T], ok bool, err error) {
	// A context that is done wins over a Result that is ready.
	if ctx.Err() != nil {
		return res, false, context.Cause(ctx)
	}
	select {
	case <-ctx.Done():
		return res, false, context.Cause(ctx)
	case c, more := <-results:
		if !more {
			return res, false, context.Cause(ctx) // nil, unless docs has come to a bad end
		}
		select {
		case <-ctx.Done():
			return res, false, context.Cause(ctx)
		case res = <-c:
			return res, true, nil
		}
	}
}

// A job is a Doc and where its Result goes: a channel with room for it, so
// that a worker never waits for the sink.
type job[T any] struct {
	doc source.Doc
	out chan Result[T]
}

// A runner is what the goroutines of one Run share.
type runner[T any] struct {
	ctx     context.Context
	stop    context.CancelCauseFunc
	o       Options
	work    func(context.Context, source.Doc) (T, error)
	todo    chan job[T]
	results chan chan Result[T] // the places of Results: in the order of docs, or as they are filled
	workers sync.WaitGroup      // one for each of Options.Jobs, whichever goroutine it is at the time
	hung    atomic.Int64        // pages that are worked on after their time
}

// feed hands out the jobs. The length of results bounds those whose Results
// nobody has taken. A panic of docs belongs to no page: it ends the run.
func (r *runner[T]) feed(docs iter.Seq[source.Doc]) {
	defer close(r.results)
	defer r.workers.Wait()
	defer close(r.todo)
	defer func() {
		if v := recover(); v != nil {
			r.stop(&PanicError{Value: v, Stack: debug.Stack()})
		}
	}()
	for d := range docs {
		j := job[T]{d, make(chan Result[T], 1)}
		if !r.o.Unordered && !send(r.ctx, r.results, j.out) || !send(r.ctx, r.todo, j) {
			return
		}
	}
}

// worker works on one job after the other, until there are none or another
// goroutine has taken its place.
func (r *runner[T]) worker() {
	for j := range r.todo {
		if !r.do(j) {
			return
		}
	}
	r.workers.Done()
}

// do works on one page, and reports whether its worker is still one: if the
// page's time ran out, another goroutine is.
func (r *runner[T]) do(j job[T]) bool {
	limit := time.Duration(0)
	if r.o.Timeout != nil {
		limit = r.o.Timeout(j.doc)
	}
	if limit <= 0 {
		r.give(j, r.try(r.ctx, j.doc))
		return true
	}
	ctx, cancel := context.WithCancelCause(r.ctx)
	defer cancel(nil)
	var settled atomic.Bool // the page has its Result
	timer := time.AfterFunc(limit, func() {
		if settled.CompareAndSwap(false, true) {
			cancel(ErrTimeout)
			r.giveUp(j)
		}
	})
	res := r.try(ctx, j.doc)
	if settled.CompareAndSwap(false, true) {
		timer.Stop()
		r.give(j, res)
		return true
	}
	r.hung.Add(-1)
	return false
}

// giveUp gives the Result of a page whose time is up, on the timer's goroutine,
// which then takes the place of the worker.
func (r *runner[T]) giveUp(j job[T]) {
	if r.hung.Add(1) > maxHung {
		r.stop(ErrHung)
	}
	r.give(j, Result[T]{Err: ErrTimeout})
	r.worker()
}

// give puts the Result into its place, and that into results if the order is
// that of finishing.
func (r *runner[T]) give(j job[T], res Result[T]) {
	res.Doc = j.doc
	res.Doc.Open = nil
	j.out <- res
	if r.o.Unordered {
		send(r.ctx, r.results, j.out)
	}
}

// try works on one page and turns a panic into an error of that page.
func (r *runner[T]) try(ctx context.Context, d source.Doc) (res Result[T]) {
	defer func() {
		if v := recover(); v != nil {
			res = Result[T]{Err: &PanicError{Value: v, Stack: debug.Stack()}}
		}
	}()
	res.Value, res.Err = r.work(ctx, d)
	return res
}

// send puts v into c unless ctx is done first.
func send[V any](ctx context.Context, c chan<- V, v V) bool {
	select {
	case <-ctx.Done():
		return false
	case c <- v:
		return true
	}
}
