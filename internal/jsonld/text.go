package jsonld

// This file takes the raw bytes of a JSON string and gives clean text: escapes
// and character references decoded, white space folded.

import (
	"bytes"
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// text returns what value v says as one line: a string, a number, the first of
// a list that says something, or the value or name of an object.
func (r *reader) text(v int32) string {
	return r.first(v, false)
}

// body is text that keeps a line break where there were any.
func (r *reader) body(v int32) string {
	return r.first(v, true)
}

// inner are the members that say what an object is called, best first.
var inner = []string{"@value", "name"}

// first returns the first text in v.
func (r *reader) first(v int32, lines bool) string {
	for i := range r.items(v) {
		if s := r.plain(i, lines); s != "" {
			return s
		}
		for _, name := range inner {
			for m := range r.items(r.member(i, name)) {
				if s := r.plain(m, lines); s != "" {
					return s
				}
			}
		}
	}
	return ""
}

// plain returns the text of a string or number.
func (r *reader) plain(v int32, lines bool) string {
	x := &r.vals[v]
	raw := r.src[x.start:x.end]
	switch x.kind {
	case str:
		return r.clean(raw, lines)
	case scalar:
		if len(raw) > 0 && (raw[0] == '-' || raw[0] >= '0' && raw[0] <= '9') {
			return string(raw)
		}
	}
	return ""
}

// clean decodes raw. The scratch buffers are r's; nothing but the result is
// allocated.
func (r *reader) clean(raw []byte, lines bool) string {
	if bytes.IndexByte(raw, '\\') >= 0 {
		r.a = unescape(slices.Grow(r.a[:0], len(raw)), raw)
		raw = r.a
	}
	if bytes.IndexByte(raw, '&') >= 0 {
		r.b = references(slices.Grow(r.b[:0], len(raw)), raw)
		raw = r.b
	}
	if isClean(raw) {
		return string(raw)
	}
	r.c = fold(slices.Grow(r.c[:0], len(raw)), raw, lines)
	return string(r.c)
}

// isClean reports whether clean would change nothing in b: it is printable
// ASCII with single spaces inside.
func isClean(b []byte) bool {
	space := true // so that a space at the start counts as the second
	for _, c := range b {
		if c < ' ' || c >= 0x7F || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space || len(b) == 0
}

// escapes are those of RFC 8259, section 7, but \u. Another character after a
// backslash stands for itself.
var escapes = [256]byte{'b': ' ', 'f': ' ', 'n': '\n', 'r': '\r', 't': '\t'}

// unescape appends raw to dst with its escapes decoded. A surrogate without its
// partner becomes U+FFFD.
func unescape(dst, raw []byte) []byte {
	for i := 0; i < len(raw); {
		n := bytes.IndexByte(raw[i:], '\\')
		if n < 0 || i+n+1 >= len(raw) {
			return append(dst, raw[i:]...)
		}
		dst = append(dst, raw[i:i+n]...)
		i += n + 1
		if r, ok := unit(raw[i:]); ok {
			i += 5
			if utf16.IsSurrogate(r) {
				r = pair(r, raw[i:])
				if r != utf8.RuneError {
					i += 6
				}
			}
			dst = utf8.AppendRune(dst, r)
			continue
		}
		c := raw[i]
		if e := escapes[c]; e != 0 {
			c = e
		}
		dst = append(dst, c)
		i++
	}
	return dst
}

// pair returns the character of the surrogate hi and of the escape that b
// begins with, or U+FFFD.
func pair(hi rune, b []byte) rune {
	if len(b) < 6 || b[0] != '\\' {
		return utf8.RuneError
	}
	lo, ok := unit(b[1:])
	if !ok {
		return utf8.RuneError
	}
	return utf16.DecodeRune(hi, lo)
}

// unit reads u and four hexadecimal digits at the start of b.
func unit(b []byte) (rune, bool) {
	if len(b) < 5 || b[0] != 'u' {
		return 0, false
	}
	var r rune
	for _, c := range b[1:5] {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}

// maxReference is the length of the longest character reference, in bytes:
// "&CounterClockwiseContourIntegral;".
const maxReference = 33

// references appends raw to dst with its character references decoded (HTML
// Standard, 13.5). Only those that end in a semicolon are: the "&copy=" of an
// address is none.
func references(dst, raw []byte) []byte {
	for {
		n := bytes.IndexByte(raw, '&')
		if n < 0 {
			return append(dst, raw...)
		}
		dst, raw = append(dst, raw[:n]...), raw[n:]
		end := bytes.IndexByte(raw[:min(len(raw), maxReference)], ';')
		if end < 0 || bytes.IndexByte(raw[1:end], '&') >= 0 {
			dst, raw = append(dst, '&'), raw[1:]
			continue
		}
		ref := string(raw[:end+1])
		if c := html.UnescapeString(ref); strings.HasSuffix(c, ";") && c != ";" && ref != "&semi;" {
			dst, raw = append(dst, '&'), raw[1:] // unknown, or known only in part
		} else {
			dst, raw = append(dst, c...), raw[end+1:]
		}
	}
}

// fold appends raw to dst as valid UTF-8, without control characters, each run
// of white space as one space, or as a line feed if lines is set and there is
// one in it.
func fold(dst, raw []byte, lines bool) []byte {
	var gap byte
	start := len(dst)
	for i := 0; i < len(raw); {
		if n := printable(raw[i:]); n > 0 {
			if gap != 0 && len(dst) > start {
				dst = append(dst, gap)
			}
			gap = 0
			dst = append(dst, raw[i:i+n]...)
			i += n
			continue
		}
		r, size := rune(raw[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(raw[i:])
		}
		i += size
		switch {
		case lines && (r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029'):
			gap = '\n'
			continue
		case unicode.IsSpace(r) || r == '\u2028' || r == '\u2029':
			if gap == 0 {
				gap = ' '
			}
			continue
		case unicode.IsControl(r) || r == '\ufeff':
			continue
		}
		if gap != 0 && len(dst) > start {
			dst = append(dst, gap)
		}
		gap = 0
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// printable returns how many bytes at the start of b fold would not change:
// printable ASCII with single spaces inside.
func printable(b []byte) int {
	n := 0
	for i, c := range b {
		switch {
		case c > ' ' && c < 0x7F:
			n = i + 1
		case c != ' ' || i > n || i == 0:
			return n
		}
	}
	return n
}
