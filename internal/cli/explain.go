package cli

// One page comes in; how the record was come by goes out, in plain words.

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"pressclip/extract"
	"pressclip/internal/source"
)

// explainWidth is how many columns of a value are shown. It does not follow
// the terminal, so that a saved explanation can be compared with another.
const explainWidth = 60

// explain is the command of that name.
func (e *env) explain(c *cli.Context, operands []string) error {
	opts, err := extractOptions(c)
	if err != nil {
		return err
	}
	if len(operands) == 0 {
		if isTerminal(e.stdin) {
			return usage("pressclip explain wants a FILE")
		}
		operands = []string{source.Stdin}
	}
	if isFolder(operands[0]) {
		return usage("pressclip explain wants a file, and %s is a folder", operands[0])
	}
	con := &console{w: e.stderr, paint: newPalette(c.String("color"), e.stderr), quiet: c.Bool("quiet")}
	inputs := source.Inputs{Args: operands, URL: c.String("url"), Stdin: e.stdin, MaxBytes: maxBytes(c), Single: true,
		HTMLField: c.String("html-field"), IDField: c.String("id-field"), URLField: c.String("url-field")}
	for d := range inputs.Docs() {
		var steps []extract.Decision
		trace := extract.WithTrace(func(step extract.Decision) { steps = append(steps, step) })
		a, err := e.clipOne(c, d, append(opts, trace))
		if err != nil {
			return e.explainFailure(con, d, err)
		}
		x := explanation{paint: newPalette(c.String("color"), e.stdout), steps: steps}
		if err := e.print(x.text(d.Path, a)); err != nil {
			return err
		}
		if reason := missing(a, nil); reason != "" {
			con.warn(d.Path, codeNothing, reason)
			e.status = exitNothing
		}
	}
	return nil
}

// clipOne reads one page.
func (e *env) clipOne(c *cli.Context, d source.Doc, opts []extract.Option) (*extract.Article, error) {
	in, err := d.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	r := newPatient(c.Context, in)
	defer r.stop()
	return extract.Extract(r, docOptions(opts, d)...)
}

// explainFailure tells of a page that can not be read.
func (e *env) explainFailure(con *console, d source.Doc, err error) error {
	if cause := (*signalError)(nil); errors.As(err, &cause) {
		return err
	}
	code, message := describe(err)
	con.fail(d.Path, code, message)
	e.status = exitFailed
	return nil
}

// An explanation is the text in the making.
type explanation struct {
	paint palette
	steps []extract.Decision
	b     strings.Builder
}

// text is the whole explanation.
func (x *explanation) text(path string, a *extract.Article) string {
	x.head(path, a)
	x.fields()
	x.blocks("Kept", "keep")
	x.blocks("Dropped", "drop")
	fmt.Fprintf(&x.b, "\n%s\n  %s\n  %d words dropped\n", x.paint.strong("Counts"), summary(a), a.Stats.DroppedWords)
	for _, w := range a.Warnings {
		fmt.Fprintf(&x.b, "  %s %s\n", x.paint.warning("warning:"), escape(w.Message))
	}
	return x.b.String()
}

// head names the page and its charset.
func (x *explanation) head(path string, a *extract.Article) {
	fmt.Fprintf(&x.b, "%s\n  %d bytes\n", x.paint.strong(escape(path)), a.Source.Bytes)
	for _, s := range x.stage("charset") {
		mark := "charset"
		if !s.Taken {
			mark = "  not  "
		}
		fmt.Fprintf(&x.b, "  %s %s %s\n", mark, escape(s.Value), x.paint.faint(escape(s.Reason)))
	}
}

// stage are the steps of one stage, in the page's order.
func (x *explanation) stage(name string) []extract.Decision {
	var steps []extract.Decision
	for _, s := range x.steps {
		if s.Stage == name {
			steps = append(steps, s)
		}
	}
	return steps
}

// fields shows each field: what was taken first, then the claims that lost.
func (x *explanation) fields() {
	steps := x.stage("field")
	if len(steps) == 0 {
		return
	}
	fmt.Fprintf(&x.b, "\n%s: + is taken, - is a claim that lost\n", x.paint.strong("Fields"))
	var names []string
	width := 0
	for _, s := range steps {
		if !slices.Contains(names, s.Name) {
			names = append(names, s.Name)
			width = max(width, columns(s.Name))
		}
	}
	for _, name := range names {
		label := name
		for _, taken := range []bool{true, false} {
			for _, s := range steps {
				if s.Name != name || s.Taken != taken {
					continue
				}
				x.row(pad(label, width), taken, s)
				label = ""
			}
		}
	}
}

// row is one claim: "title  + Who pays?  og:title".
func (x *explanation) row(label string, taken bool, s extract.Decision) {
	mark, value := "+", pad(cut(escape(s.Value), explainWidth), explainWidth)
	if !taken {
		mark, value = "-", x.paint.faint(value)
	}
	fmt.Fprintf(&x.b, "  %s %s %s  %s\n", x.paint.strong(label), mark, value, x.paint.faint(escape(s.Reason)))
}

// blocks shows what was kept or dropped, by its first words.
func (x *explanation) blocks(title, stage string) {
	steps := x.stage(stage)
	if len(steps) == 0 {
		return
	}
	width := 0
	for _, s := range steps {
		width = max(width, columns(s.Name))
	}
	fmt.Fprintf(&x.b, "\n%s: %d\n", x.paint.strong(title), len(steps))
	for _, s := range steps {
		x.row(pad(s.Name, width), stage == "keep", s)
	}
}

// cut shortens s to width columns, with an ellipsis where something is lost.
func cut(s string, width int) string {
	if columns(s) <= width {
		return s
	}
	runes := []rune(s)
	return strings.TrimRight(string(runes[:width-1]), " ") + "…"
}

// pad fills s with spaces.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-columns(s)))
}

// columns is the width of s on a terminal, as far as code points tell.
func columns(s string) int { return utf8.RuneCountInString(s) }
