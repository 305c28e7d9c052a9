// Package batch takes Docs in and gives Results out: several pages at a time,
// in the order of the Docs or as they finish, with a bounded number of pages in
// memory.
package batch

import (
	"context"
	"fmt"
	"iter"
	"runtime/debug"
	"sync"

	"pressclip/internal/source"
)

// ahead is how many Results per worker may wait for the one before them. A
// slow page holds the others up only after that many.
const ahead = 4

// Options says how to run.
type Options struct {
	Jobs      int  // pages at a time; less than 1 means 1
	Unordered bool // give Results as they finish
}

// A Result is what became of a Doc.
type Result[T any] struct {
	Doc   source.Doc
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
// Run does not wait for work that is under way when it ends early: a read may
// block for ever. Such a goroutine ends with its page. docs is read on a
// goroutine of its own and may be behind by one call.
func Run[T any](ctx context.Context, docs iter.Seq[source.Doc], o Options,
	work func(context.Context, source.Doc) (T, error), sink func(Result[T]) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	jobs := max(o.Jobs, 1)
	r := runner[T]{ctx: ctx, work: work, todo: make(chan job[T])}
	var results <-chan chan Result[T]
	if o.Unordered {
		results = r.unordered(docs, jobs)
	} else {
		results = r.ordered(docs, jobs)
	}
	for {
		res, ok, err := next(ctx, results)
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
			return res, false, nil
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
	ctx  context.Context
	work func(context.Context, source.Doc) (T, error)
	todo chan job[T]
}

// ordered starts the workers; its channel holds the Results' places in the
// order of docs, and its length bounds them.
func (r *runner[T]) ordered(docs iter.Seq[source.Doc], jobs int) <-chan chan Result[T] {
	queue := make(chan chan Result[T], jobs*ahead)
	for range jobs {
		go func() {
			for j := range r.todo {
				j.out <- r.do(j.doc)
			}
		}()
	}
	go func() {
		defer close(r.todo)
		defer close(queue)
		for d := range docs {
			j := job[T]{d, make(chan Result[T], 1)}
			if !send(r.ctx, queue, j.out) || !send(r.ctx, r.todo, j) {
				return
			}
		}
	}()
	return queue
}

// unordered starts the workers; each puts its Results' places into the channel
// when they are filled.
func (r *runner[T]) unordered(docs iter.Seq[source.Doc], jobs int) <-chan chan Result[T] {
	done := make(chan chan Result[T], jobs*ahead)
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			for j := range r.todo {
				j.out <- r.do(j.doc)
				if !send(r.ctx, done, j.out) {
					return
				}
			}
		})
	}
	go func() {
		for d := range docs {
			if !send(r.ctx, r.todo, job[T]{d, make(chan Result[T], 1)}) {
				break
			}
		}
		close(r.todo)
		workers.Wait()
		close(done)
	}()
	return done
}

// do works on one page and turns a panic into an error of that page.
func (r *runner[T]) do(d source.Doc) (res Result[T]) {
	res.Doc = d
	defer func() {
		if v := recover(); v != nil {
			res.Err = &PanicError{Value: v, Stack: debug.Stack()}
		}
	}()
	res.Value, res.Err = r.work(r.ctx, d)
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
