package extract

import (
	"errors"
	"io"
)

// What Extract can fail with. Test with errors.Is.
var (
	ErrTooLarge = errors.New("page is larger than the limit")
	ErrNotHTML  = errors.New("not HTML")
	ErrEmpty    = errors.New("page is empty")
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

type config struct{}

// WithURL gives the page's address.
func WithURL(string) Option { return func(*config) {} }

// WithPath gives the name that Source.Path carries.
func WithPath(string) Option { return func(*config) {} }

// WithCharset overrides detection.
func WithCharset(string) Option { return func(*config) {} }

// WithMaxBytes refuses larger pages; 0 means no limit.
func WithMaxBytes(int64) Option { return func(*config) {} }

// WithKeep says how much of the page becomes the body.
func WithKeep(Keep) Option { return func(*config) {} }

// WithPhrases also gives quotes of kind PhraseQuote.
func WithPhrases() Option { return func(*config) {} }

// A Decision is one step of the extraction, told to WithTrace.
type Decision struct {
	Stage  string // "charset", "field", "keep", "drop"
	Name   string // the field, or the type of the block
	Value  string // the value, or the beginning of the block's text
	Reason string // why, in plain words
	Taken  bool   // false: a claim that lost, a block that was dropped
}

// WithTrace tells f each decision, in the page's order.
func WithTrace(func(Decision)) Option { return func(*config) {} }

// Extract reads one HTML page from r and returns its article.
func Extract(r io.Reader, opts ...Option) (*Article, error) {
	return nil, ErrEmpty
}
