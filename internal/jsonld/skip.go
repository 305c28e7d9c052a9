package jsonld

// This file takes what stands between values, JSON's or not, and steps over it.

import "bytes"

const (
	cdataStart   = "<![CDATA["
	commentStart = "<!--"
	commentEnd   = "-->"
)

// maxTag is how long an HTML tag may be that an editor has put between values,
// in bytes.
const maxTag = 128

// skip moves past white space, comments and tags, and commas if told so: a
// comma too many or too few changes nothing.
func (r *reader) skip(commas bool) {
	for r.pos < len(r.src) {
		c := r.src[r.pos]
		switch {
		case c <= ' ', commas && c == ',':
			r.pos++
		case c == '/':
			if !r.skipComment() {
				return
			}
		case c == '<':
			if !r.skipMarkup() {
				return
			}
		case c >= 0x80:
			n := spaceLen(r.src[r.pos:])
			if n == 0 {
				return
			}
			r.pos += n
		default:
			return
		}
	}
}

// skipComment moves past // and /* */ comments, and reports whether there was
// one. "//" before a CDATA mark hides only the mark.
func (r *reader) skipComment() bool {
	rest := r.src[r.pos:]
	switch {
	case bytes.HasPrefix(rest, []byte("/*")):
		r.moveAfter(2, "*/")
	case !bytes.HasPrefix(rest, []byte("//")):
		return false
	default:
		mark := bytes.TrimLeft(rest[2:min(len(rest), maxTag)], " \t")
		if bytes.HasPrefix(mark, []byte(cdataStart)) || bytes.HasPrefix(mark, []byte("]]>")) {
			r.pos += 2
			return true
		}
		r.moveAfter(2, "\n")
	}
	return true
}

// skipMarkup moves past an HTML comment, a CDATA mark or a tag, and reports
// whether there was one.
func (r *reader) skipMarkup() bool {
	rest := r.src[r.pos:]
	switch {
	case bytes.HasPrefix(rest, []byte(commentStart)):
		r.moveAfter(len(commentStart), commentEnd)
	case bytes.HasPrefix(rest, []byte(cdataStart)):
		r.pos += len(cdataStart)
	default:
		n := bytes.IndexByte(rest[:min(len(rest), maxTag)], '>')
		if n < 2 {
			return false
		}
		r.pos += n + 1
	}
	return true
}

// moveAfter moves past the next end, at least n bytes on, or to the end of the
// source.
func (r *reader) moveAfter(n int, end string) {
	from := min(r.pos+n, len(r.src))
	i := bytes.Index(r.src[from:], []byte(end))
	if i < 0 {
		r.pos = len(r.src)
		return
	}
	r.pos = from + i + len(end)
}

// spaces are characters beyond ASCII that editors put between values: no-break
// space, byte order mark, line and paragraph separator, zero-width space.
var spaces = []string{"\u00a0", "\ufeff", "\u2028", "\u2029", "\u200b"}

// spaceLen returns how many bytes the space at the start of b has, or 0.
func spaceLen(b []byte) int {
	for _, s := range spaces {
		if bytes.HasPrefix(b, []byte(s)) {
			return len(s)
		}
	}
	return 0
}

// A wrapper is what is known of HTML comments around values.
type wrapper struct {
	lastBrace int // offset of the last {
	end       int // offset of a comment's end that was found before
}

// skipToValue moves past anything to the next object, list or string, and
// reports whether there is one. So scripts that assign to a variable, and
// semicolons and braces left over, do no harm.
func (r *reader) skipToValue(w *wrapper) bool {
	for r.pos < len(r.src) {
		switch c := r.src[r.pos]; {
		case c == '{', c == '[', c == '"' && r.stringAhead():
			return true
		case c == '/' && r.skipComment():
		case c == '<' && bytes.HasPrefix(r.src[r.pos:], []byte(commentStart)):
			r.skipWrapper(w)
		case c == '<' && bytes.HasPrefix(r.src[r.pos:], []byte(cdataStart)):
			r.pos += len(cdataStart)
		default:
			r.pos++
		}
	}
	return false
}

// stringAhead reports whether the quotation mark at pos begins a string that
// ends.
func (r *reader) stringAhead() bool {
	return bytes.IndexByte(r.src[r.pos+1:], '"') >= 0
}

// skipWrapper moves past <!-- if the comment holds the last of the values, so
// that it hides them from old browsers, else past the comment.
func (r *reader) skipWrapper(w *wrapper) {
	if w.end < r.pos+len(commentStart) {
		w.end = len(r.src)
		if i := bytes.Index(r.src[r.pos:], []byte(commentEnd)); i >= 0 {
			w.end = r.pos + i
		}
	}
	if w.lastBrace > w.end {
		r.pos = w.end
		return
	}
	r.pos += len(commentStart)
}
