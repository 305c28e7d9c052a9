package cli

// What happens to inputs comes in; lines on standard error go out, and on a
// terminal a progress line below them.

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"os"
	"slices"
	"sync"
	"time"

	"golang.org/x/term"
)

// When the progress line is shown: not before a second has passed, and not
// more than five times a second.
const (
	progressAfter = time.Second
	progressEvery = 200 * time.Millisecond
)

// A console writes messages. Its methods may be called by several goroutines.
type console struct {
	mu      sync.Mutex
	w       io.Writer
	log     *slog.Logger // takes messages in place of w; nil without --log-json
	paint   palette
	quiet   bool
	verbose bool
	bar     bool // a progress line may be shown
	shown   bool // it is shown now
	start   time.Time
	last    time.Time // when it was drawn

	warned map[string]int // by message: pages that remark was called for
}

// fail tells of an input that failed.
func (c *console) fail(name, code, message string) {
	if c.log != nil {
		c.record(slog.LevelError, name, code, message)
		return
	}
	c.line(name, c.paint.bad(escape(message)))
}

// warn tells of something that a reader should know, unless told to be quiet.
func (c *console) warn(name, code, message string) {
	switch {
	case c.quiet:
	case c.log != nil:
		c.record(slog.LevelWarn, name, code, message)
	default:
		c.line(name, c.paint.warning("warning:")+" "+escape(message))
	}
}

// remarksShown is how many pages with one warning are named: a folder may have
// thousands that lack their address, and failures must not drown in them.
const remarksShown = 3

// remark tells of a warning of a page's record: by the page's name for the first
// few pages with that message, and always if told to say more.
func (c *console) remark(name, code, message string) {
	if c.warned == nil {
		c.warned = map[string]int{}
	}
	c.warned[message]++
	if c.warned[message] <= remarksShown || c.verbose || c.log != nil {
		c.warn(name, code, message)
	}
}

// remarks tells how many more pages each warning is about.
func (c *console) remarks() {
	if c.verbose || c.log != nil {
		return
	}
	for _, message := range slices.Sorted(maps.Keys(c.warned)) {
		if more := c.warned[message] - remarksShown; more > 0 {
			c.warn("", "", fmt.Sprintf("%s (%s; -v names each)", message, counted(more, "more page")))
		}
	}
}

// info tells of what went well, if told to say more.
func (c *console) info(name, message string) {
	switch {
	case !c.verbose:
	case c.log != nil:
		c.record(slog.LevelInfo, name, "", message)
	default:
		c.line(name, escape(message))
	}
}

// tell says what was asked for, also without --verbose.
func (c *console) tell(message string) {
	if c.log != nil {
		c.record(slog.LevelInfo, "", "", message)
		return
	}
	c.line("", escape(message))
}

// record logs a message with the page's path and, if there is one, the code by
// which programs know it.
func (c *console) record(level slog.Level, name, code, message string) {
	var attrs []slog.Attr
	if name != "" {
		attrs = append(attrs, slog.String("path", name))
	}
	if code != "" {
		attrs = append(attrs, slog.String("code", code))
	}
	c.log.LogAttrs(context.Background(), level, message, attrs...)
}

// line writes "pressclip: name: message". An error of standard error can be
// told to nobody.
func (c *console) line(name, message string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.wipe()
	if name != "" {
		name = c.paint.strong(escape(name)) + ": "
	}
	_, _ = fmt.Fprintf(c.w, "pressclip: %s%s\n", name, message)
}

// A tally counts inputs.
type tally struct {
	done    int // all that are behind us, failed and skipped ones among them
	failed  int
	skipped int   // left out as their output is there
	total   int64 // 0 while it is not known
}

// progress draws the progress line if it is time to.
func (c *console) progress(t tally, now time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.bar || now.Sub(c.start) < progressAfter || now.Sub(c.last) < progressEvery {
		return
	}
	c.last, c.shown = now, true
	_, _ = fmt.Fprintf(c.w, "\r\x1b[K%s", progressLine(t, now.Sub(c.start)))
}

// progressLine is "pressclip: 120 of 1000 done, 3 failed, 41/s, 21s left".
func progressLine(t tally, passed time.Duration) string {
	line := fmt.Sprintf("pressclip: %d", t.done)
	if t.total > 0 {
		line += fmt.Sprintf(" of %d", t.total)
	}
	line += fmt.Sprintf(" done, %d failed", t.failed)
	rate := float64(t.done-t.skipped) / passed.Seconds()
	if rate <= 0 {
		return line
	}
	line += fmt.Sprintf(", %.3g/s", rate)
	if left := t.total - int64(t.done); left > 0 {
		line += fmt.Sprintf(", %v left", time.Duration(float64(left)/rate*float64(time.Second)).Round(time.Second))
	}
	return line
}

// finish takes the progress line away.
func (c *console) finish() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.wipe()
}

// wipe clears the progress line; c.mu is held.
func (c *console) wipe() {
	if c.shown {
		_, _ = io.WriteString(c.w, "\r\x1b[K")
		c.shown = false
	}
}

// A palette colours text, or leaves it as it is.
type palette bool

func (p palette) bad(s string) string     { return p.sgr("31", s) }
func (p palette) warning(s string) string { return p.sgr("33", s) }
func (p palette) strong(s string) string  { return p.sgr("1", s) }
func (p palette) faint(s string) string   { return p.sgr("2", s) }

// sgr wraps s in a "select graphic rendition" sequence (ECMA-48, 8.3.117).
func (p palette) sgr(code, s string) string {
	if !p || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[m"
}

// newPalette decides by --color, and for "auto" by the stream and by what
// no-color.org asks for.
func newPalette(when string, stream any) palette {
	switch when {
	case "always":
		return true
	case "never":
		return false
	}
	return palette(os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(stream))
}

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(interface{ Fd() uintptr })
	return ok && term.IsTerminal(int(f.Fd()))
}
