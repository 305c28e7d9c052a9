package cli

// One page comes in; the decisions on it are gathered and told.

import (
	"errors"

	"github.com/urfave/cli/v2"

	"pressclip/extract"
	"pressclip/internal/source"
)

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
		x := explanation{paint: newPalette(c.String("color"), e.stdout), steps: steps, verbose: c.Bool("verbose")}
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
	r.large = func() { limitMemory(memoryGoal) }
	return extractDoc(r, opts, d)
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
