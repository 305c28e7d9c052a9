// Package cli is the pressclip command: arguments and streams come in, an exit
// status goes out.
//
// args.go takes the command line apart by the table in flags.go; settings.go
// says what it means and refuses what is wrong, before any input is read;
// run.go sends the pages of internal/source through clip.go, several at a time,
// by internal/batch; take.go puts what comes of them into a sink. filter.go and
// dedupe.go say which are wanted, resume.go which are done. Articles go to
// standard output or files, everything else to standard error.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"slices"
	"sync"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"pressclip/internal/source"
)

// Exit statuses; a signal's is 128 and its number.
const (
	exitDone    = 0
	exitFailed  = 1
	exitUsage   = 2
	exitNothing = 3
)

// grace is how long a run that was told to stop may take for the page in hand.
// After that it is left alone: a read or a write may block for ever.
const grace = time.Second

// An env is what a command works with.
type env struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	status         int
	log            *slog.Logger // for errors that end everything; nil without --log-json

	mu     sync.Mutex
	onStop []func() // what to tidy up if the run has to be left alone
}

// A signalError is the cause of a run that was told to stop.
type signalError struct{ signal syscall.Signal }

func (e *signalError) Error() string { return "stopped: " + e.signal.String() }

// Main runs the command and returns its exit status: 0 every input gave an
// article, 1 one failed, 2 wrong usage, 3 one had no article, and 128 and its
// number for a signal.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	limitMemory(smallGoal)
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is then an error of Write
	ctx, release := withSignals(context.Background())
	defer release()
	e := &env{stdin: stdin, stdout: stdout, stderr: stderr}
	done := make(chan int, 1)
	go func() { done <- e.main(ctx, args) }()
	select {
	case status := <-done:
		return status
	case <-ctx.Done():
	}
	select {
	case status := <-done:
		return status
	case <-time.After(grace):
		e.stop()
		return statusOf(context.Cause(ctx))
	}
}

// withSignals ends the context at the first signal that asks to stop; a second
// one kills. Signals that were ignored at the start stay so, as nohup and
// shells' background jobs want it.
func withSignals(parent context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(parent)
	c := make(chan os.Signal, 1)
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) {
			signal.Notify(c, s)
		}
	}
	go func() {
		select {
		case s := <-c:
			signal.Stop(c)
			number, _ := s.(syscall.Signal)
			cancel(&signalError{number})
		case <-ctx.Done():
		}
	}()
	return ctx, func() {
		signal.Stop(c)
		cancel(nil)
	}
}

// main parses args and runs what they ask for.
func (e *env) main(ctx context.Context, args []string) int {
	p, err := parse(args)
	switch {
	case err != nil:
	case slices.Contains(p.flags, "--help"):
		err = e.print(helpText(p.command))
	case slices.Contains(p.flags, "--version"):
		err = e.print("pressclip " + version() + "\n")
	default:
		err = e.dispatch(ctx, p)
	}
	if u := (*usageError)(nil); errors.As(err, &u) && p.command != "" && u.hint == helpHint {
		u.hint = "see pressclip " + p.command + " --help"
	}
	return e.finish(err)
}

// dispatch hands the flags to the flag package. It sees no operands, so that
// it can not take one for a flag or a command.
func (e *env) dispatch(ctx context.Context, p parsed) error {
	app := &cli.App{
		Name: "pressclip", HideHelp: true, HideHelpCommand: true, HideVersion: true,
		Writer: io.Discard, ErrWriter: io.Discard, // it would print usage errors to standard output
		Flags: urfaveFlags(), DisableSliceFlagSeparator: true,
		ExitErrHandler: func(*cli.Context, error) {},
		OnUsageError: func(_ *cli.Context, err error, _ bool) error {
			return usage("%s", err)
		},
		Action: func(c *cli.Context) error { return e.read(c, p.operands) },
	}
	args := append([]string{"pressclip"}, p.flags...)
	if p.command != "" {
		app.Action = func(c *cli.Context) error { return e.command(c, p) }
	}
	return app.RunContext(ctx, args)
}

// urfaveFlags makes the flag package's flags of the table.
func urfaveFlags() []cli.Flag {
	var flags []cli.Flag
	for _, f := range flagRows {
		switch {
		case f.group == "Help": // main has seen to it
		case f.many:
			flags = append(flags, &cli.StringSliceFlag{Name: f.name})
		case f.value != "":
			flags = append(flags, &cli.StringFlag{Name: f.name})
		default:
			flags = append(flags, &cli.BoolFlag{Name: f.name})
		}
	}
	return flags
}

// finish tells of an error that ended everything, and gives the status.
func (e *env) finish(err error) int {
	if err == nil {
		return e.status
	}
	status := statusOf(err)
	if e.log != nil && status == exitFailed {
		e.log.Error(err.Error())
		return status
	}
	if u := (*usageError)(nil); errors.As(err, &u) {
		_, _ = fmt.Fprintf(e.stderr, "pressclip: %s (%s)\n", escape(u.message), escape(u.hint))
	} else if status == exitFailed {
		_, _ = fmt.Fprintf(e.stderr, "pressclip: %s\n", escape(err.Error()))
	}
	return status
}

// statusOf is the exit status for an error that ended everything.
func statusOf(err error) int {
	u, s := (*usageError)(nil), (*signalError)(nil)
	switch {
	case errors.As(err, &u):
		return exitUsage
	case errors.As(err, &s):
		return 128 + int(s.signal)
	case errors.Is(err, syscall.EPIPE):
		return exitDone // the reader has had enough
	}
	return exitFailed
}

// print writes text of a command to standard output.
func (e *env) print(text string) error {
	if _, err := io.WriteString(e.stdout, text); err != nil {
		return &streamError{"standard output", err}
	}
	return nil
}

// atStop registers what tidies up if the run has to be left alone.
func (e *env) atStop(f func()) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.onStop = append(e.onStop, f)
}

// stop does what atStop registered.
func (e *env) stop() {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, f := range e.onStop {
		f()
	}
}

// read is the command without a name: pages in, articles out.
func (e *env) read(c *cli.Context, operands []string) error {
	if len(operands) == 0 && !c.IsSet("files-from") && isTerminal(e.stdin) {
		_, _ = io.WriteString(e.stderr, usageText())
		e.status = exitUsage
		return nil
	}
	s, err := newSettings(c, operands)
	if err != nil {
		return err
	}
	if s.list != "" {
		list, err := e.openList(s.list)
		if err != nil {
			return err
		}
		defer list.Close()
		again, err := s.shard.list(list)
		if err != nil {
			return err
		}
		defer again.Close()
		s.inputs.List = again
	}
	s.inputs.Stdin = e.stdin
	r, err := e.newRun(s)
	if err != nil {
		return err
	}
	if err := r.takeShard(); err != nil {
		_ = r.out.end(false) // nothing is in it
		return err
	}
	return r.do(c.Context)
}

// openList opens the list of --files-from.
func (e *env) openList(name string) (io.ReadCloser, error) {
	if name == source.Stdin {
		return io.NopCloser(e.stdin), nil
	}
	f, err := os.Open(name)
	if err != nil {
		_, message := describe(err)
		return nil, usage("--files-from %s: %s", name, message)
	}
	return f, nil
}
