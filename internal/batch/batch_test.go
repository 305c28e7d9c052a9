package batch

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"pressclip/internal/source"
)

// docs gives n Docs named "0", "1" and so on.
func docs(n int) iter.Seq[source.Doc] {
	return func(yield func(source.Doc) bool) {
		for i := range n {
			if !yield(source.Doc{Path: fmt.Sprint(i)}) {
				return
			}
		}
	}
}

// echo answers with the name, the later names faster, so that order has to be
// made.
func echo(_ context.Context, d source.Doc) (string, error) {
	time.Sleep(time.Duration(100-len(d.Path)*10) * time.Millisecond)
	return d.Path, nil
}

func TestRunOrder(t *testing.T) {
	for _, o := range []Options{{Jobs: 0}, {Jobs: 1}, {Jobs: 3}, {Jobs: 50}, {Jobs: 7, Unordered: true}} {
		synctest.Test(t, func(t *testing.T) {
			var got []int
			err := Run(t.Context(), docs(500), o, echo, func(r Result[string]) error {
				var i int
				_, err := fmt.Sscan(r.Value, &i)
				got = append(got, i)
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			if o.Unordered {
				slices.Sort(got)
			}
			for i := range 500 {
				if len(got) != 500 || got[i] != i {
					t.Fatalf("%+v: %d results, not 0 to 499 in order", o, len(got))
				}
			}
		})
	}
}

// While the first page takes its time, the others are held back: never more
// than jobs pages are worked on, nor more results kept than the window has room for.
func TestRunIsBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const jobs = 3
		var started, atOnce atomic.Int64
		work := func(_ context.Context, d source.Doc) (int, error) {
			if n := atOnce.Add(1); n > jobs {
				t.Errorf("%d pages at once", n)
			}
			defer atOnce.Add(-1)
			started.Add(1)
			if d.Path == "0" {
				time.Sleep(time.Hour)
				if n := started.Load(); int(n) > window(jobs)+2 {
					t.Errorf("%d pages were begun while the first was worked on", n)
				}
			}
			return 0, nil
		}
		if err := Run(t.Context(), docs(1000), Options{Jobs: jobs}, work, func(Result[int]) error { return nil }); err != nil {
			t.Fatal(err)
		}
		if started.Load() != 1000 {
			t.Errorf("%d pages begun, want 1000", started.Load())
		}
	})
}

func TestWindow(t *testing.T) {
	for jobs, want := range map[int]int{1: 16, 2: 32, 16: 256, 64: 256, 1024: 2048} {
		if got := window(jobs); got != want {
			t.Errorf("window(%d) = %d, want %d", jobs, got, want)
		}
	}
}

// synctest.Test fails if a goroutine is blocked when its function returns; the
// pages in hand get their time before.
func TestRunLeavesNobody(t *testing.T) {
	full := errors.New("disk full")
	for _, unordered := range []bool{false, true} {
		o := Options{Jobs: 4, Unordered: unordered}
		synctest.Test(t, func(t *testing.T) {
			n := 0
			err := Run(t.Context(), docs(1000), o, echo, func(Result[string]) error {
				if n++; n == 10 {
					return full
				}
				return nil
			})
			if !errors.Is(err, full) || n != 10 {
				t.Errorf("sink failed: %v after %d results", err, n)
			}
			time.Sleep(2 * time.Hour)
		})
		synctest.Test(t, func(t *testing.T) {
			stopped := errors.New("stopped")
			ctx, cancel := context.WithCancelCause(t.Context())
			time.AfterFunc(time.Second, func() { cancel(stopped) })
			slow := func(ctx context.Context, _ source.Doc) (int, error) {
				<-ctx.Done()
				time.Sleep(time.Hour) // a read that can not be interrupted
				return 0, nil
			}
			start := time.Now()
			err := Run(ctx, docs(1000), o, slow, func(Result[int]) error { return nil })
			if !errors.Is(err, stopped) || time.Since(start) != time.Second {
				t.Errorf("cancelled: %v after %v", err, time.Since(start))
			}
			time.Sleep(2 * time.Hour)
		})
	}
}

func TestRunPanicIsOfThePage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		work := func(_ context.Context, d source.Doc) (string, error) {
			if d.Path == "3" {
				panic("boom")
			}
			return d.Path, nil
		}
		n := 0
		err := Run(t.Context(), docs(10), Options{Jobs: 2}, work, func(r Result[string]) error {
			n++
			p := (*PanicError)(nil)
			if errors.As(r.Err, &p) != (r.Doc.Path == "3") {
				t.Errorf("page %s: %v", r.Doc.Path, r.Err)
			}
			if p != nil && (p.Value != "boom" || !strings.Contains(string(p.Stack), "batch_test.go")) {
				t.Errorf("panic is %v at %s", p.Value, p.Stack)
			}
			return nil
		})
		if err != nil || n != 10 {
			t.Errorf("%v, %d results", err, n)
		}
	})
}

func TestRunErrorsAreOfThePage(t *testing.T) {
	bad := errors.New("bad page")
	work := func(_ context.Context, d source.Doc) (string, error) {
		if d.Path == "1" {
			return "", bad
		}
		return d.Path, nil
	}
	var got []string
	err := Run(t.Context(), docs(3), Options{Jobs: 2}, work, func(r Result[string]) error {
		got = append(got, fmt.Sprint(r.Value, r.Err))
		return nil
	})
	if want := "0<nil> bad page 2<nil>"; err != nil || strings.Join(got, " ") != want {
		t.Errorf("%v: got %q, want %q", err, got, want)
	}
}

// A page whose time is up is an error of that page; the others go on, also where
// more pages hang than there are workers.
func TestRunTimeout(t *testing.T) {
	for _, o := range []Options{{Jobs: 1}, {Jobs: 3}, {Jobs: 3, Unordered: true}} {
		synctest.Test(t, func(t *testing.T) {
			o.Timeout = func(d source.Doc) time.Duration {
				if d.Path == "9" {
					return 0 // waited for
				}
				return time.Minute
			}
			work := func(ctx context.Context, d source.Doc) (string, error) {
				switch d.Path {
				case "1", "2", "3", "4", "9":
					time.Sleep(time.Hour) // a read that can not be interrupted
				case "5":
					<-ctx.Done()
					if context.Cause(ctx) != ErrTimeout {
						t.Errorf("cause is %v", context.Cause(ctx))
					}
				}
				return d.Path, nil
			}
			n := 0
			err := Run(t.Context(), docs(20), o, work, func(r Result[string]) error {
				n++
				if late := r.Doc.Path >= "1" && r.Doc.Path <= "5" && len(r.Doc.Path) == 1; errors.Is(r.Err, ErrTimeout) != late {
					t.Errorf("page %s: %v", r.Doc.Path, r.Err)
				}
				return nil
			})
			if err != nil || n != 20 {
				t.Errorf("%+v: %v, %d results", o, err, n)
			}
			time.Sleep(2 * time.Hour)
		})
	}
}

// Pages that never end are bounded.
func TestRunHung(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := Options{Jobs: 2, Timeout: func(source.Doc) time.Duration { return time.Second }}
		started := 0
		work := func(context.Context, source.Doc) (int, error) {
			time.Sleep(24 * time.Hour)
			return 0, nil
		}
		err := Run(t.Context(), docs(1000), o, work, func(Result[int]) error { started++; return nil })
		if !errors.Is(err, ErrHung) || started > maxHung+2 {
			t.Errorf("%v after %d pages", err, started)
		}
		time.Sleep(48 * time.Hour)
	})
}

func TestRunPanicOfDocs(t *testing.T) {
	broken := func(yield func(source.Doc) bool) {
		yield(source.Doc{})
		panic("boom")
	}
	err := Run(t.Context(), broken, Options{}, echo, func(Result[string]) error { return nil })
	if p := (*PanicError)(nil); !errors.As(err, &p) || p.Value != "boom" {
		t.Errorf("got %v", err)
	}
}
