package cli

// One page comes in; its article, rendered, goes out, and what the run has to
// know of it.

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"pressclip/extract"
	"pressclip/internal/source"
	"pressclip/output"
)

// A page is what became of an input.
type page struct {
	data     []byte                // as it is written; nil if it is not wanted
	write    func(io.Writer) error // of a large page, instead of data: writes it
	unwanted string                // the filter's flag that leaves it out, or ""
	mark     mark                  // for --dedupe
	missing  string                // why it counts as "nothing found"; "" if it does not
	warnings []extract.Warning
	summary  string // for --verbose
	bytes    int64  // of the input
}

// clip reads one page and renders its article. It runs on several goroutines.
func (r *run) clip(ctx context.Context, d source.Doc) (page, error) {
	a, err := r.extract(ctx, d)
	if err != nil {
		return page{}, err
	}
	p := page{unwanted: r.s.unwanted(a), bytes: a.Source.Bytes}
	if p.unwanted != "" {
		return p, nil
	}
	if r.s.dedupe.mark != nil {
		p.mark = r.s.dedupe.mark(a)
	}
	p.missing, p.warnings, p.summary = missing(a, r.s.require), a.Warnings, summary(a)
	if a.Source.Bytes > largePage && r.s.get == "" {
		p.write = func(w io.Writer) error { return r.s.format.Stream(w, a, r.s.options) }
		return p, nil
	}
	start := time.Now()
	p.data, err = r.render(a)
	r.stages.render.Add(time.Since(start))
	return p, err
}

// largePage is the size, in bytes, from which a page's output, which may be many
// times as long, is made while it is written and not before.
const largePage = 512 << 10

// extract reads one page. The time that reading takes is not the extractor's.
func (r *run) extract(ctx context.Context, d source.Doc) (*extract.Article, error) {
	start := time.Now()
	in, err := d.Open()
	opened := time.Now()
	r.stages.read.Add(opened.Sub(start))
	if err != nil {
		return nil, err
	}
	defer in.Close()
	reader := newPatient(ctx, in)
	defer reader.stop()
	reader.large = func() {
		if !r.tuned.Load() {
			limitMemory(memoryGoal)
		}
	}
	a, err := extractDoc(reader, r.s.extract, d)
	r.stages.read.Add(reader.spent)
	r.stages.extract.Add(time.Since(opened) - reader.spent)
	return a, err
}

// extractDoc reads the page that r gives, with what its archive says of it.
func extractDoc(r io.Reader, opts []extract.Option, d source.Doc) (*extract.Article, error) {
	a, err := extract.Extract(r, docOptions(opts, d)...)
	if err == nil && d.Cut {
		a.Warn(extract.WarnCutOff)
	}
	return a, err
}

// docOptions adds to the run's options what belongs to one input. What the
// command line says wins over what an archive says, but for the address.
func docOptions(common []extract.Option, d source.Doc) []extract.Option {
	opts := []extract.Option{extract.WithPath(d.Path)}
	if d.LikelyURL != "" {
		opts = append(opts, extract.WithLikelyURL(d.LikelyURL))
	}
	if d.ContentType != "" {
		opts = append(opts, extract.WithContentType(d.ContentType))
	}
	if d.Charset != "" {
		opts = append(opts, extract.WithCharset(d.Charset))
	}
	if !d.Saved.IsZero() {
		opts = append(opts, extract.WithTime(d.Saved))
	}
	opts = append(opts, common...)
	if d.URL != "" {
		opts = append(opts, extract.WithURL(d.URL))
	}
	return opts
}

// A patient reader gives up only when its context is done.
type patient struct {
	ctx   context.Context
	r     io.Reader
	spent time.Duration // reading
	stop  func() bool   // has to be called at the end
	read  int64         // bytes
	large func()        // is called when read passes smallPage, if it is set
}

// newPatient makes the reader. A pipe or a FIFO that waits for its writer is
// woken when ctx is done; other files can not be waited for long.
func newPatient(ctx context.Context, r io.Reader) *patient {
	p := &patient{ctx: ctx, r: r, stop: func() bool { return true }}
	if f, ok := r.(interface{ SetReadDeadline(time.Time) error }); ok {
		p.stop = context.AfterFunc(ctx, func() { _ = f.SetReadDeadline(time.Unix(0, 0)) }) // it may know none
	}
	return p
}

func (p *patient) Read(b []byte) (int, error) {
	if p.ctx.Err() != nil {
		return 0, context.Cause(p.ctx)
	}
	start := time.Now()
	n, err := p.r.Read(b)
	p.spent += time.Since(start)
	if p.read += int64(n); p.read > smallPage && p.large != nil {
		p.large()
		p.large = nil
	}
	if err != nil && p.ctx.Err() != nil { // it was woken
		err = context.Cause(p.ctx)
	}
	return n, err
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

// summary is what --verbose tells of an article.
func summary(a *extract.Article) string {
	return strings.Join([]string{counted(a.Stats.Words, "word"), counted(len(a.Body), "block"), counted(len(a.Links), "link"),
		counted(len(a.Images), "image"), counted(len(a.Quotes), "quote")}, ", ")
}

// counted is a number with what it counts: "1 word", "2 words".
func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
