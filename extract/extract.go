package extract

import (
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"pressclip/internal/charset"
)

// extract.go has the way in: options, limits, and the stages in their order.

// What Extract can fail with. Test with errors.Is.
var (
	ErrTooLarge = errors.New("larger than the limit") // see WithMaxBytes
	ErrNotHTML  = errors.New("not HTML")              // the message tells what it is, where known
	ErrEmpty    = errors.New("the page is empty")     // nothing but white space
	ErrCharset  = errors.New("unknown character set") // see WithCharset
)

// DefaultMaxBytes is the largest page that Extract reads by default: 64 MiB.
const DefaultMaxBytes = 64 << 20

// Keep says how much of a page becomes the body.
type Keep int

// The levels of Keep.
const (
	KeepArticle Keep = iota // the article: news, posts, documentation
	KeepMain                // what a reader came for: also threads, products and listings
	KeepAll                 // every visible block
)

// An Option changes how Extract reads a page.
type Option func(*config)

type config struct {
	url, likely, path, charset, contentType string
	maxBytes                                int64
	keep                                    Keep
	phrases                                 bool
	trace                                   func(Decision)
	saved                                   time.Time
}

// WithURL gives the page's address, which becomes Article.URL as it is: relative
// links are resolved against it if it is a whole one, "https://e.org/a", else
// they stay as written. Default: what the page says, see Article.URL.
func WithURL(url string) Option { return func(c *config) { c.url = url } }

// WithLikelyURL gives an address that is probably the page's, such as one told
// from where it lies in a mirror of its site. It counts only where the page
// itself names none. Default: none.
func WithLikelyURL(url string) Option { return func(c *config) { c.likely = url } }

// WithPath gives the name that Source.Path carries. Default: none.
func WithPath(path string) Option { return func(c *config) { c.path = path } }

// WithCharset names the encoding of the bytes, as the WHATWG Encoding Standard
// labels it, and overrides detection. Default: detected.
func WithCharset(label string) Option { return func(c *config) { c.charset = label } }

// WithContentType gives the HTTP Content-Type header that came with the page:
// its charset is believed like the page's own declaration. Default: none.
func WithContentType(header string) Option { return func(c *config) { c.contentType = header } }

// WithMaxBytes refuses pages of more than n bytes with ErrTooLarge; 0 means no
// limit. Default: DefaultMaxBytes.
func WithMaxBytes(n int64) Option { return func(c *config) { c.maxBytes = n } }

// WithKeep says how much of the page becomes the body. Default: KeepArticle.
func WithKeep(keep Keep) Option { return func(c *config) { c.keep = keep } }

// WithPhrases also gives quotes of kind PhraseQuote.
func WithPhrases() Option { return func(c *config) { c.phrases = true } }

// WithTime gives the time at which the page was saved. Dates more than two days
// after it are refused, and "3 hours ago" is told from it. Default: unknown;
// such phrases say nothing then.
func WithTime(saved time.Time) Option { return func(c *config) { c.saved = saved } }

// WithTrace tells f every decision, in the page's order, before Extract
// returns. It costs time: it is for people who ask why.
func WithTrace(f func(Decision)) Option { return func(c *config) { c.trace = f } }

var decoders = sync.Pool{New: func() any { return new(charset.Reader) }}

// Extract reads one HTML page from r to its end and returns its article. A page
// without an article is no error: its Article has no Text.
//
// The errors are those of r, ErrTooLarge, ErrNotHTML, ErrEmpty and ErrCharset,
// wrapped. When err is not nil the Article is nil. Extract may be called by
// several goroutines at once.
func Extract(r io.Reader, opts ...Option) (*Article, error) {
	c := config{maxBytes: DefaultMaxBytes}
	for _, opt := range opts {
		opt(&c)
	}
	in, err := sniff(&limitedReader{r: r, left: c.maxBytes, limit: c.maxBytes})
	if err != nil {
		return nil, err
	}
	decoder := decoders.Get().(*charset.Reader)
	defer decoders.Put(decoder)
	defer decoder.Reset(nil, charset.Options{}) //nolint:errcheck // no override: cannot fail
	if err := decoder.Reset(in, charset.Options{Override: c.charset, ContentType: c.contentType}); err != nil {
		return nil, fmt.Errorf("%w: %q", ErrCharset, c.charset)
	}
	text, front, err := readFrontMatter(decoder)
	if err != nil {
		return nil, err
	}
	p := newPage()
	defer p.release()
	if err := scan(text, p); err != nil { // UTF-8 → page
		return nil, err
	}
	if !p.seen && front == nil {
		return nil, ErrEmpty
	}
	p.size = int(decoder.Bytes())
	a := article(p, front, &c) // page → selection → Article
	a.Source = Source{Path: c.path, Bytes: decoder.Bytes(), Charset: decoder.Name()}
	if c.trace != nil {
		c.trace(Decision{Stage: "charset", Name: "charset", Value: decoder.Name(), Reason: decoder.Reason(), Taken: true})
	}
	return a, nil
}

// article makes the Article of a page.
func article(p *page, front frontMatter, c *config) *Article {
	out := &Article{Schema: Schema}
	p.showVersion()
	m := newMetadata(p, front, c)
	defer m.release()
	m.collect()
	shown := m.chooseTitle()
	sel := selectLeaves(p, m, shown, c.keep)
	defer sel.release()
	var slogan int32
	out.Title, slogan = m.shown.titleOf(kindNames[sel.kind.kind], shown)
	sel.keepSlogan(slogan)
	b := builder{p: p, s: sel, out: out, addr: m.addr}
	b.buildBody()
	if !out.HasText() {
		m.fromStated(out)
	}
	b.place()
	m.fill(out, sel, shown)
	out.Kind = kindNames[sel.kind.kind]
	out.count(p, sel)
	m.warn(out)
	if c.trace != nil {
		sel.kind.trace(c.trace)
		m.traceFields(c.trace)
		sel.trace(c.trace)
	}
	b.shed()
	b.findQuotes(c.phrases)
	out.fillLists()
	return out
}

// fillLists makes every list of the record a list, also where it is empty.
func (a *Article) fillLists() {
	a.Authors, a.Categories, a.Tags = orEmpty(a.Authors), orEmpty(a.Categories), orEmpty(a.Tags)
	a.Body, a.Quotes, a.Links, a.Images = orEmpty(a.Body), orEmpty(a.Quotes), orEmpty(a.Links), orEmpty(a.Images)
	a.Warnings = orEmpty(a.Warnings)
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// A limitedReader fails with ErrTooLarge beyond its limit; 0 means none.
type limitedReader struct {
	r           io.Reader
	left, limit int64
}

func (l *limitedReader) Read(b []byte) (int, error) {
	n, err := l.r.Read(b)
	if l.limit <= 0 {
		return n, err
	}
	l.left -= int64(n)
	if l.left < 0 {
		return 0, fmt.Errorf("%w of %d bytes", ErrTooLarge, l.limit)
	}
	return n, err
}
