package cli

// What became of pages comes in, one after the other; their articles and their
// failures are written.

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"pressclip/internal/batch"
	"pressclip/internal/source"
)

// take writes what became of one page. An error of it ends the run. It is called
// in the order of the input, unless that of finishing was asked for, and is where
// --dedupe decides: the first of two pages stays, whatever -j is.
func (r *run) take(res batch.Result[page]) error {
	start := time.Now()
	defer func() {
		r.stages.write.Add(time.Since(start))
		r.con.progress(r.tally(), time.Now())
		r.reserve()
	}()
	r.done++
	p := res.Value
	r.bytes += p.bytes
	switch {
	case res.Err != nil:
		return r.fail(res.Doc, res.Err)
	case p.unwanted != "":
		r.counts.filter(p.unwanted)
		return r.leaveOut(res.Doc, "--"+p.unwanted, "left out by --"+p.unwanted)
	case r.marks.has(p.mark):
		r.counts.duplicates++
		return r.leaveOut(res.Doc, codeDuplicate, "left out: a page before it is the same (--dedupe "+r.s.dedupe.name+")")
	}
	err := r.put(res.Doc, p)
	if stream := (*streamError)(nil); errors.As(err, &stream) {
		return err
	}
	if err != nil {
		return r.fail(res.Doc, err)
	}
	r.wrote(res.Doc, p)
	return nil
}

// put hands a page to the sink.
func (r *run) put(d source.Doc, p page) error {
	if p.write == nil {
		r.bytesOut += int64(len(p.data))
		return r.out.put(d, p.data)
	}
	return r.out.stream(d, func(w io.Writer) error {
		c := countingWriter{w: w}
		err := p.write(&c)
		r.bytesOut += c.n
		return err
	})
}

// A countingWriter counts what goes through it.
type countingWriter struct {
	w io.Writer
	n int64
}

func (c *countingWriter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	return n, err
}

// wrote counts an article that is written, and tells what is to be known of it.
func (r *run) wrote(d source.Doc, p page) {
	r.counts.written++
	r.marks.add(p.mark)
	for _, w := range p.warnings {
		r.con.remark(d.Path, w.Code, w.Message)
	}
	if p.missing != "" {
		r.counts.nothing++
		r.con.warn(d.Path, codeNothing, p.missing)
	}
	r.con.info(d.Path, p.summary)
}

// codeNothing is the code of a page that has no article or lacks a field.
const codeNothing = "nothing_found"

// leaveOut notes a page that is not wanted.
func (r *run) leaveOut(d source.Doc, code, message string) error {
	r.con.info(d.Path, message)
	if r.journal != nil {
		return r.journal.put(d.Path, code)
	}
	return nil
}

// fail tells of an input that failed. An input that is an output of the run as
// a whole ends it, as the end would replace the input.
func (r *run) fail(d source.Doc, err error) error {
	code, message := describe(err)
	r.counts.fail(code)
	r.con.fail(d.Path, code, message+r.suggestion(d, err))
	if p := (*batch.PanicError)(nil); errors.As(err, &p) && r.s.verbose {
		r.con.info("", string(p.Stack))
	}
	if err := r.note(d, code, message); err != nil {
		return err
	}
	switch {
	case errors.Is(err, errOutputInput) && r.s.dir == "":
		return fmt.Errorf("%s: %w", d.Path, errOutputInput)
	case r.s.failFast:
		return errStop
	}
	return nil
}

// note writes a failure down.
func (r *run) note(d source.Doc, code, message string) error {
	switch {
	case r.errs != nil:
		return r.errs.put(d, errorLine(d.Path, code, message))
	case r.journal != nil:
		return r.journal.put(d.Path, code)
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
	return scrubJSON(b.Bytes())
}
