// Package warc reads web archives (WARC 1.1, ISO 28500:2017) and gives the HTML
// pages in them: records are unframed, HTTP is taken off, bodies are decoded.
// It reads archives that are plain, compressed record by record, or as a whole.
package warc

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"
)

// A Page is one record that holds a page.
type Page struct {
	URL         string    // WARC-Target-URI as written
	ID          string    // WARC-Record-ID without its brackets
	Saved       time.Time // WARC-Date; zero if it is none
	ContentType string    // the HTTP header's value, or the record's own
	Body        []byte    // decoded; belongs to the caller
	Cut         string    // WARC-Truncated: why the writer left off; "" for a whole page
	Err         error     // why this page can not be had; Body is nil
}

// What a Page's Err may be, and the error at the end of a sequence.
var (
	ErrTooLarge = errors.New("larger than the limit")  // see Options.MaxBytes
	ErrDamaged  = errors.New("the archive is damaged") // a *Damage
)

// A Damage says that records could not be read. Those before and behind them
// were.
type Damage struct {
	Offset int64 // where the first of them begins, in bytes of the file as it is stored
	Places int   // how many there are
	Err    error // of the first
}

func (d *Damage) Error() string {
	more := ""
	if d.Places > 1 {
		more = fmt.Sprintf(", and in %d more places", d.Places-1)
	}
	return fmt.Sprintf("%v at byte %d%s: %v", ErrDamaged, d.Offset, more, d.Err)
}

func (d *Damage) Unwrap() []error { return []error{ErrDamaged, d.Err} }

// Options says what is a page.
type Options struct {
	MaxBytes int64                    // of one page, decoded; 0 means no limit
	IsPage   func(head []byte) bool   // judges bodies whose type is not declared, or as one of no meaning
	Skip     func(url, reason string) // told of each response that is no page; may be nil
}

// Pages reads an archive to its end. An error comes last, with a Page of no
// meaning: a *Damage, or what r failed with.
func Pages(r io.Reader, o Options) iter.Seq2[Page, error] {
	return func(yield func(Page, error) bool) {
		records := newReader(r)
		if o.Skip == nil {
			o.Skip = func(string, string) {}
		}
		for {
			rec, err := records.next()
			if err == io.EOF {
				break
			}
			if err != nil {
				yield(Page{}, err)
				return
			}
			page, ok := o.page(records, rec)
			// The body is whole only if the next record, or nothing, is behind it.
			if err := records.finish(); err != nil || !ok {
				continue
			}
			if !yield(page, nil) {
				return
			}
		}
		if records.damage != nil {
			yield(Page{}, records.damage)
		}
	}
}

// page reads the page of a record; ok is false if there is none.
func (o *Options) page(r *reader, rec *record) (page Page, ok bool) {
	page = Page{URL: rec.uri, ID: rec.id, Saved: rec.date, ContentType: rec.payload, Cut: rec.truncated}
	switch {
	case rec.kind == "resource":
		if page.ContentType == "" {
			page.ContentType = rec.contentType
		}
		page.Body, page.Err = o.read(r, page.ContentType)
	case rec.kind == "response" && isHTTP(rec):
		o.response(r, &page, rec)
	case rec.kind == "revisit":
		page.Err = skipped("a revisit of a page that is stored elsewhere")
	default: // requests, notes on the archive, answers of name servers
		return page, false
	}
	if reason := skipped(""); errors.As(page.Err, &reason) {
		o.Skip(rec.uri, string(reason))
		return page, false
	}
	return page, true
}

// isHTTP reports whether a response is one of a web server.
func isHTTP(rec *record) bool {
	return strings.HasPrefix(strings.ToLower(rec.contentType), "application/http") ||
		rec.contentType == "" && strings.HasPrefix(strings.ToLower(rec.uri), "http")
}

// response fills page from a response's block.
func (o *Options) response(r *reader, page *Page, rec *record) {
	head, err := readHead(r)
	switch {
	case err != nil:
		page.Err = err
		return
	case head.status != 200 && head.status != 203:
		page.Err = skipped(fmt.Sprintf("HTTP status %d", head.status))
		return
	}
	page.ContentType = head.contentType
	kind := rec.payload
	if kind == "" {
		kind = head.contentType
	}
	packed := head.chunked || len(head.codings) > 0 || head.strange != ""
	if packed {
		if judge(kind) == notPage {
			page.Err = skipped("of type " + kind)
			return
		}
		page.Body, page.Err = o.decode(r, head, rec.truncated != "")
		if page.Err == nil {
			page.Body, page.Err = o.check(page.Body, kind)
		}
		return
	}
	page.Body, page.Err = o.read(r, kind)
}

// read takes the rest of a block that is stored as it is.
func (o *Options) read(r *reader, kind string) ([]byte, error) {
	if judge(kind) == notPage {
		return nil, skipped("of type " + kind)
	}
	head := r.peek()
	if _, err := o.check(head, kind); err != nil {
		return nil, err
	}
	if o.MaxBytes > 0 && r.left > o.MaxBytes {
		return nil, ErrTooLarge
	}
	return r.rest()
}

// check refuses a body that is no page.
func (o *Options) check(body []byte, kind string) ([]byte, error) {
	if len(body) == 0 {
		return nil, skipped("an empty body")
	}
	if judge(kind) == unknown && !o.IsPage(body) {
		return nil, skipped("not HTML")
	}
	return body, nil
}

// skipped is the reason why a record is passed over. It never leaves this
// package.
type skipped string

func (s skipped) Error() string { return string(s) }

// A verdict is what a media type says.
type verdict int

const (
	notPage verdict = iota
	isPage
	unknown // only the bytes can tell
)

// judge says what a media type means.
func judge(contentType string) verdict {
	kind, _, _ := strings.Cut(contentType, ";")
	switch strings.ToLower(strings.TrimSpace(kind)) {
	case "text/html", "application/xhtml+xml":
		return isPage
	case "", "text/plain", "application/octet-stream", "application/xml", "text/xml", "unknown/unknown", "*/*", "application/unknown":
		return unknown
	}
	return notPage
}
