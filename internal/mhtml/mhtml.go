// Package mhtml finds the page in a message: a web page saved as MHTML (RFC
// 2557) by a browser, old or new, or a newsletter in a mail (RFC 5322, MIME).
// The message is read as a stream up to the end of the page.
package mhtml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"strings"
	"time"

	"pressclip/internal/charset"
)

// A Page is the page of a message.
type Page struct {
	HTML        []byte    // decoded from its transfer encoding, in its own charset
	ContentType string    // of the part, as written
	URL         string    // where a browser saved it from; "" for a mail
	Subject     string    // of a mail; browsers put the page's title there
	From        string    // the sender's name, or else the address; "" for a saved page
	Date        time.Time // when it was saved or sent; zero if it is not told
	Saved       bool      // a browser saved it: it is no mail
}

// What Read fails with, beside the errors of its reader.
var (
	ErrNoHTML   = errors.New("a message without HTML")
	ErrTooLarge = errors.New("larger than the limit")
	errEnd      = fmt.Errorf("the message ends inside the page: %w", io.ErrUnexpectedEOF)
)

// Limits of a message.
const (
	maxHeader = 1 << 20 // bytes of one part's header
	maxDepth  = 8       // of parts in parts
	maxParts  = 100_000
)

// Read finds the page. It may have up to maxBytes bytes, 0 for any number.
func Read(r io.Reader, maxBytes int64) (*Page, error) {
	p := &parser{in: newLines(r), max: maxBytes}
	h, err := p.header()
	if err != nil {
		return nil, err
	}
	p.top(h)
	if err := p.walk(h); err != nil {
		return nil, err
	}
	if !p.found {
		return nil, ErrNoHTML
	}
	return &p.page, nil
}

// A parser reads one message.
type parser struct {
	in         *lines
	max        int64
	page       Page
	found      bool
	start      string   // Content-ID of the page, if the message tells it
	boundaries [][]byte // of the parts that are open, with "--" before them
}

// top takes what the message's own header tells.
func (p *parser) top(h header) {
	p.page.URL = strings.TrimSpace(h["snapshot-content-location"])
	p.page.Date = parseDate(h["date"])
	p.page.Subject = decodeWords(h["subject"])
	from := decodeWords(h["from"])
	kind, params := mediaType(h["content-type"])
	p.start = strings.Trim(params["start"], "<> ")
	p.page.Saved = p.page.URL != "" || savedBy(from) || kind == "multipart/related" && h["received"] == "" && h["to"] == ""
	if !p.page.Saved {
		p.page.From = senderName(from)
	}
	if p.page.Saved && p.page.URL == "" {
		p.page.URL = strings.TrimSpace(h["content-location"])
	}
}

// savedBy reports whether a sender is a browser. "<Saved by Blink>", "<Saved by
// Windows Internet Explorer 8>"; older ones say it in their language, without
// an address.
func savedBy(from string) bool {
	low := strings.ToLower(from)
	return strings.Contains(low, "saved by ") || strings.Contains(low, "internet explorer")
}

// senderName is the name in an address: "Rain News <news@e.org>".
func senderName(from string) string {
	name, rest, ok := strings.Cut(from, "<")
	if name = strings.Trim(strings.TrimSpace(name), `"' `); ok && name == "" {
		name, _, _ = strings.Cut(rest, ">")
	}
	return name
}

// walk visits the parts, without recursion: open multiparts are a stack of
// their boundaries.
func (p *parser) walk(h header) error {
	for range maxParts {
		kind, params := mediaType(h["content-type"])
		switch {
		case strings.HasPrefix(kind, "multipart/") && params["boundary"] != "" && len(p.boundaries) < maxDepth:
			p.boundaries = append(p.boundaries, []byte("--"+params["boundary"]))
		case kind == "text/html" || kind == "application/xhtml+xml":
			if !strings.HasPrefix(strings.ToLower(strings.TrimSpace(h["content-disposition"])), "attachment") {
				done, err := p.part(h)
				if err != nil || done {
					return err
				}
			}
		}
		more, err := p.next()
		if err != nil || !more {
			return err
		}
		if h, err = p.header(); err != nil {
			return err
		}
	}
	return nil
}

// part reads a part that is HTML; done means that it is the page. The first
// counts until the one comes that the message names.
func (p *parser) part(h header) (done bool, err error) {
	location := strings.TrimSpace(h["content-location"])
	named := p.start != "" && strings.Trim(h["content-id"], "<> ") == p.start || p.start == "" && p.page.Saved && location != "" && location == p.page.URL
	if p.found && !named {
		return false, nil
	}
	body, err := p.body(h["content-transfer-encoding"])
	if err != nil {
		if p.found { // the other one is whole
			err = nil
		}
		return true, err
	}
	p.page.HTML, p.page.ContentType, p.found = body, h["content-type"], true
	if p.page.Saved && location != "" && (named || p.page.URL == "") && !strings.HasPrefix(strings.ToLower(location), "cid:") {
		p.page.URL = location
	}
	return named || p.start == "" && p.page.URL == "" || len(p.boundaries) == 0 || !p.page.Saved, nil
}

// body reads the content of a part.
func (p *parser) body(encoding string) ([]byte, error) {
	var r io.Reader = &content{p: p}
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		r = &quoted{r: r.(*content)}
	case "base64":
		r = newBase64(r)
	}
	if p.max > 0 {
		r = io.LimitReader(r, p.max+1)
	}
	var b bytes.Buffer
	if _, err := b.ReadFrom(r); err != nil {
		return nil, err
	}
	if p.max > 0 && int64(b.Len()) > p.max {
		return nil, ErrTooLarge
	}
	return b.Bytes(), nil
}

// next goes to the header of the next part; more is false at the end.
func (p *parser) next() (more bool, err error) {
	for {
		line, whole, err := p.in.next()
		if err == io.EOF {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		if !whole {
			continue
		}
		if i, last := p.boundary(line); i >= 0 {
			p.boundaries = p.boundaries[:i+1]
			if !last {
				return true, nil
			}
			p.boundaries = p.boundaries[:i]
		}
	}
}

// boundary finds which of the open parts a line ends, -1 for none; last means
// that no part follows in it.
func (p *parser) boundary(line []byte) (i int, last bool) {
	if len(line) < 2 || line[0] != '-' || line[1] != '-' {
		return -1, false
	}
	line = bytes.TrimRight(line, " \t\r\n")
	for i := len(p.boundaries) - 1; i >= 0; i-- {
		if rest, ok := bytes.CutPrefix(line, p.boundaries[i]); ok && (len(rest) == 0 || string(rest) == "--") {
			return i, len(rest) > 0
		}
	}
	return -1, false
}

// A header holds the fields of a part by name, in lower case; the first of a
// name counts.
type header map[string]string

// header reads up to the empty line.
func (p *parser) header() (header, error) {
	h := header{}
	name, size := "", 0
	for first := true; ; {
		line, _, err := p.in.next()
		if err == io.EOF {
			return h, nil
		}
		if err != nil {
			return nil, err
		}
		if size += len(line); size > maxHeader {
			return nil, fmt.Errorf("a header of more than %d KiB", maxHeader>>10)
		}
		text := bytes.TrimRight(line, " \t\r\n")
		switch {
		case len(text) == 0 && first && len(p.boundaries) == 0: // before the message
		case len(text) == 0:
			return h, nil
		case text[0] == ' ' || text[0] == '\t':
			if name != "" {
				h[name] += " " + string(bytes.TrimSpace(text))
			}
		default:
			before, after, ok := bytes.Cut(text, []byte(":"))
			name = ""
			if key := strings.ToLower(string(before)); ok && h[key] == "" {
				name = key
				h[key] = string(bytes.TrimSpace(after))
			}
		}
		first = first && len(text) == 0
	}
}

// mediaType reads a Content-Type. One that is written badly still tells its
// type and its boundary.
func mediaType(value string) (string, map[string]string) {
	kind, params, err := mime.ParseMediaType(value)
	if err == nil {
		return kind, params
	}
	kind, rest, _ := strings.Cut(value, ";")
	params = map[string]string{}
	for param := range strings.SplitSeq(rest, ";") {
		name, v, _ := strings.Cut(param, "=")
		params[strings.ToLower(strings.TrimSpace(name))] = strings.Trim(strings.TrimSpace(v), `"`)
	}
	return strings.ToLower(strings.TrimSpace(kind)), params
}

// decodeWords decodes a field's encoded words (RFC 2047), as far as they can be.
func decodeWords(s string) string {
	d := mime.WordDecoder{CharsetReader: func(label string, r io.Reader) (io.Reader, error) {
		d, err := charset.NewDecoder(label)
		if err != nil {
			return nil, err
		}
		return d.Reader(r), nil
	}}
	if decoded, err := d.DecodeHeader(s); err == nil {
		s = decoded
	}
	return strings.ToValidUTF8(s, "\ufffd")
}

// dateLayouts are the forms of RFC 5322, section 3.3, and 4.3.
var dateLayouts = []string{
	"Mon, 2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "2 Jan 2006 15:04:05 MST",
	"Mon, 2 Jan 2006 15:04 -0700", "Mon, 2 Jan 06 15:04:05 -0700",
}

// parseDate reads a Date field.
func parseDate(s string) time.Time {
	s, _, _ = strings.Cut(s, "(") // a comment, as "(CET)"
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, strings.Join(strings.Fields(s), " ")); err == nil {
			return t
		}
	}
	return time.Time{}
}
