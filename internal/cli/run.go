package cli

// Settings come in; the pages are read, the articles written, and an exit
// status goes out.

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"pressclip/extract"
	"pressclip/internal/batch"
	"pressclip/internal/source"
	"pressclip/output"
)

// errStop ends a run at its first failure; it is told already.
var errStop = errors.New("stopped at the first failure")

// A run is one reading of pages. take and the fields below it belong to one
// goroutine.
type run struct {
	env  *env
	s    *settings
	con  *console
	plan *plan
	out  sink
	errs *streamSink // failures as JSON lines; nil if they are not wanted

	total   atomic.Int64 // pages to come, 0 while it is not known
	done    int
	failed  int
	nothing int // pages without an article
}

// newRun opens what is written, and refuses what can not be, before any input
// is read.
func (e *env) newRun(s *settings) (*run, error) {
	r := &run{env: e, s: s, con: &console{
		w: e.stderr, paint: newPalette(s.color, e.stderr), quiet: s.quiet, verbose: s.verbose,
		bar: s.progress && isTerminal(e.stderr), start: time.Now(),
	}}
	r.plan = &plan{dir: s.dir, ext: s.format.ext(), skip: s.skip, noClobber: s.noClobber, claimed: map[string]string{}}
	if s.output != source.Stdin {
		if err := r.guard("output", s.output, s.noClobber); err != nil {
			return nil, err
		}
	}
	if s.errors != "" && s.errors != source.Stdin {
		if err := r.guard("errors", s.errors, false); err != nil {
			return nil, err
		}
	}
	if err := r.openSink(); err != nil {
		return nil, err
	}
	if err := r.openErrors(); err != nil {
		_ = r.out.end(false) // nothing is in it
		return nil, err
	}
	return r, nil
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
	stream, err := r.env.openStream(s.output)
	if err != nil {
		return usage("--output %s: %s", s.output, plainWrite(err))
	}
	r.out = stream
	r.env.atStop(func() { _ = stream.end(false) })
	s.options.Pretty = s.format.pretty(filepath.Ext(s.output), isTerminal(stream.w))
	return nil
}

// openErrors opens where failures go. A run without failures leaves an empty
// file, not that of the run before.
func (r *run) openErrors() error {
	if r.s.errors == "" {
		return nil
	}
	stream, err := r.env.openStream(r.s.errors)
	if err != nil {
		return usage("--errors %s: %s", r.s.errors, plainWrite(err))
	}
	stream.wrote = true
	r.errs = stream
	r.env.atStop(func() { _ = stream.end(true) })
	return nil
}

// do reads all pages.
func (r *run) do(ctx context.Context) error {
	if r.con.bar {
		go r.count(ctx)
	}
	docs := r.plan.docs(r.s.inputs.Docs())
	options := batch.Options{Jobs: r.s.jobs, Unordered: r.s.unordered}
	err := batch.Run(ctx, docs, options, r.clip, r.take)
	r.con.finish()
	if errors.Is(err, errStop) {
		err = nil
	}
	ended := r.out.end(err == nil)
	if r.errs != nil {
		ended = errors.Join(ended, r.errs.end(true))
	}
	if err == nil {
		err = ended
	}
	r.summarise()
	r.env.status = r.status()
	return err
}

// status is the exit status of a run that went to its end.
func (r *run) status() int {
	switch {
	case r.failed > 0:
		return exitFailed
	case r.nothing > 0:
		return exitNothing
	}
	return exitDone
}

// A page is what became of an input.
type page struct {
	data     []byte // as it is written
	missing  string // why it counts as "nothing found"; "" if it does not
	warnings []extract.Warning
	counts   string // for --verbose
}

// clip reads one page and renders its article. It runs on several goroutines.
func (r *run) clip(ctx context.Context, d source.Doc) (page, error) {
	in, err := d.Open()
	if err != nil {
		return page{}, err
	}
	defer in.Close()
	a, err := extract.Extract(&patient{ctx, in}, docOptions(r.s.extract, d)...)
	if err != nil {
		return page{}, err
	}
	data, err := r.render(a)
	if err != nil {
		return page{}, err
	}
	return page{data, missing(a, r.s.require), a.Warnings, counts(a)}, nil
}

// docOptions adds to the run's options what belongs to one input.
func docOptions(common []extract.Option, d source.Doc) []extract.Option {
	opts := append([]extract.Option{extract.WithPath(d.Path)}, common...)
	if d.URL != "" {
		opts = append(opts, extract.WithURL(d.URL))
	}
	return opts
}

// A patient reader gives up only when the run is over.
type patient struct {
	ctx context.Context
	r   io.Reader
}

func (p *patient) Read(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	return p.r.Read(b)
}

// render writes the article in the format that was asked for.
func (r *run) render(a *extract.Article) ([]byte, error) {
	if r.s.get != "" {
		values, err := output.Get(a, r.s.get)
		return joinValues(values, r.s.null), err
	}
	var b bytes.Buffer
	err := r.s.format.Write(&b, a, r.s.options)
	return b.Bytes(), err
}

// joinValues ends each value with a line feed or NUL. A value that holds line
// feeds stays one line: only NUL can keep them.
func joinValues(values []string, null bool) []byte {
	var b bytes.Buffer
	for _, v := range values {
		if null {
			b.WriteString(v)
			b.WriteByte(0)
			continue
		}
		b.WriteString(strings.ReplaceAll(v, "\n", " "))
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// missing says why an article counts as "nothing found", or "".
func missing(a *extract.Article, required []string) string {
	if !a.HasText() {
		return "no article text found"
	}
	var lacking []string
	for _, field := range required {
		if !output.Has(a, field) {
			lacking = append(lacking, field)
		}
	}
	if len(lacking) == 0 {
		return ""
	}
	return "lacks " + strings.Join(lacking, ", ")
}

// counts is what --verbose tells of an article.
func counts(a *extract.Article) string {
	return fmt.Sprintf("%d words, %d blocks, %d links, %d images, %d quotes",
		a.Stats.Words, len(a.Body), len(a.Links), len(a.Images), len(a.Quotes))
}

// take writes what became of one page. An error of it ends the run.
func (r *run) take(res batch.Result[page]) error {
	r.done++
	defer func() { r.con.progress(r.tally(), time.Now()) }()
	err := res.Err
	if err == nil {
		err = r.out.put(res.Doc, res.Value.data)
	}
	if stream := (*streamError)(nil); errors.As(err, &stream) {
		return err
	}
	if err != nil {
		return r.fail(res.Doc, err)
	}
	for _, w := range res.Value.warnings {
		r.con.warn(res.Doc.Path, w.Message)
	}
	if res.Value.missing != "" {
		r.nothing++
		r.con.warn(res.Doc.Path, res.Value.missing)
	}
	r.con.info(res.Doc.Path, res.Value.counts)
	return nil
}

// fail tells of an input that failed. An input that is an output of the run as
// a whole ends it, as the end would replace the input.
func (r *run) fail(d source.Doc, err error) error {
	r.failed++
	code, message := describe(err)
	r.con.fail(d.Path, message+r.suggestion(d, err))
	if p := (*batch.PanicError)(nil); errors.As(err, &p) && r.s.verbose {
		r.con.info("", string(p.Stack))
	}
	if r.errs != nil {
		if err := r.errs.put(d, errorLine(d.Path, code, message)); err != nil {
			return err
		}
	}
	switch {
	case errors.Is(err, errOutputInput) && r.s.dir == "":
		return fmt.Errorf("%s: %w", d.Path, errOutputInput)
	case r.s.failFast:
		return errStop
	}
	return nil
}

// suggestion helps where a command's name was mistyped and taken for a file.
func (r *run) suggestion(d source.Doc, err error) string {
	if !errors.Is(err, fs.ErrNotExist) || len(r.s.inputs.Args) == 0 || d.Path != r.s.inputs.Args[0] {
		return ""
	}
	var names []string
	for _, c := range commandRows {
		names = append(names, c.name)
	}
	if near := nearest(d.Path, names); near != "" {
		return "; did you mean `" + near + "`?"
	}
	if f, ok := findFlag(d.Path); ok { // as in `pressclip help`
		return "; did you mean --" + f.name + "?"
	}
	return ""
}

// errorLine is one line of --errors.
func errorLine(path, code, message string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(struct { // strings always encode
		Path    string `json:"path"`
		Code    string `json:"code"`
		Message string `json:"message"`
	}{path, code, message})
	return b.Bytes()
}

// tally is the state of the run for the progress line.
func (r *run) tally() tally {
	skipped := int(r.plan.skipped.Load())
	return tally{done: r.done + skipped, failed: r.failed, skipped: skipped, total: r.total.Load()}
}

// count finds how many pages there are, beside the run, for the progress line.
// A list that can be read only once is not counted.
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
	n := int64(0)
	for range inputs.Docs() {
		if ctx.Err() != nil {
			return
		}
		n++
	}
	r.total.Store(n)
}

// summarise tells the counts at the end, and of a run that had nothing to do.
func (r *run) summarise() {
	t := r.tally()
	if t.done == 0 && r.s.list != "" {
		r.con.warn(r.s.list, "no names in it")
	}
	r.con.info("", fmt.Sprintf("inputs: %d, of them %d written, %d failed, %d skipped, %d without an article, in %v",
		t.done, r.done-r.failed, r.failed, t.skipped, r.nothing, time.Since(r.con.start).Round(time.Millisecond)))
}
