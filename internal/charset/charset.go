// Package charset turns the bytes of a page into UTF-8 as they arrive and
// says which encoding they were in.
//
//	r, err := charset.NewReader(page, charset.Options{})
//	text, err := io.ReadAll(r) // always valid UTF-8
//	r.Name()                   // "windows-1252"
//
// A Reader asks, in this order: a byte order mark; the caller; the NUL bytes
// that UTF-16 markup is full of; the HTTP header; the page's own <meta> or XML
// declaration. The last two are only labels, and labels are often wrong, so
// bytes that are valid UTF-8 are read as UTF-8 whatever the label says. Only
// then comes the label, and windows-1252 last. ASCII is handed on while nothing
// is decided: the first byte that is not ASCII decides, with the 64 KiB after it.
//
// The whole page is never held: memory is one window of 64 KiB.
package charset

import (
	"bytes"
	"errors"
	"fmt"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// ErrUnknown means that a label names no encoding that can be read.
var ErrUnknown = errors.New("unknown charset")

// Options are what is known of a page besides its bytes.
type Options struct {
	Override    string // label of the encoding, stronger than all but a byte order mark; "" detects
	ContentType string // value of the HTTP header, "text/html; charset=utf-8"; "" is none
}

// Lookup returns the name of the encoding that label stands for, as the
// Encoding Standard has them in lower case ("latin1" is "windows-1252"), and
// whether there is one. Labels of the standard's replacement encoding
// (iso-2022-kr, hz-gb-2312 and the like) stand for nothing: no decoder reads them.
func Lookup(label string) (name string, ok bool) {
	e := lookup([]byte(label))
	if e == nil {
		return "", false
	}
	return e.name, true
}

// lookup is Lookup that returns the row, or nil. It allocates nothing.
// Encoding Standard, 4.2 "get an encoding".
func lookup(label []byte) *charset {
	label = bytes.Trim(label, space)
	var low [maxLabel]byte
	if len(label) > len(low) {
		return nil
	}
	for i, c := range label {
		low[i] = lower(c)
	}
	return byLabel[string(low[:len(label)])]
}

// NewDecoder returns a decoder of the encoding that label stands for, to UTF-8:
// for text that is no page, where nothing but its label tells the encoding. It
// fails with ErrUnknown only.
func NewDecoder(label string) (*encoding.Decoder, error) {
	switch e, err := named(label); {
	case err != nil:
		return nil, err
	case e.enc == nil:
		return unicode.UTF8.NewDecoder(), nil
	default:
		return e.enc.NewDecoder(), nil
	}
}

// named returns the row of label, or ErrUnknown.
func named(label string) (*charset, error) {
	e := lookup([]byte(label))
	if e == nil {
		return nil, fmt.Errorf("%w: %.40q", ErrUnknown, label)
	}
	return e, nil
}

// override returns the encoding that the caller asks for, or nil for none.
func (o Options) override() (*charset, error) {
	if o.Override == "" {
		return nil, nil
	}
	return named(o.Override)
}

// space is ASCII white space in the sense of the Infra Standard, 4.6.
const space = "\t\n\f\r "

// isSpace reports whether c is ASCII white space.
func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' }

// lower returns c in lower case if it is an ASCII letter, else c.
func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
