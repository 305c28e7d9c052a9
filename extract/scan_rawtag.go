package extract

import (
	"bytes"

	"golang.org/x/net/html"
)

// scan_rawtag.go reads a tag where the tokenizer has found it: its bytes go in, its
// name and the attributes that are known come out. TagName and TagAttr copy
// each name and each value, known or not; most tags can do without. A tag with
// a capital in a name, a character reference, NUL or CR is left to them.

// tagByte says what a byte is in a tag (HTML Standard 13.2.5.8 and 13.2.5.32 to 38).
var tagByte = func() (t [256]uint8) {
	for _, c := range " \t\n\f\r" {
		t[c] = tagSpace
	}
	t['/'], t['>'], t['='] = tagSlash, tagEnd, tagEquals
	for c := 'A'; c <= 'Z'; c++ {
		t[c] = tagOdd
	}
	t[0] = tagOdd
	return t
}()

const (
	tagPlain  uint8 = iota
	tagEquals       // parts a key from its value
	tagSpace        // these end a key
	tagSlash
	tagEnd
	tagOdd // is not kept as it is
)

// tagName returns the name of the tag that z stands on, in lower case, and the
// bytes of the tag after it; lead is the length of its "<" or "</".
func tagName(z *html.Tokenizer, raw []byte, lead int) (name, rest []byte) {
	for i := lead; i < len(raw); i++ {
		switch tagByte[raw[i]] {
		case tagSpace, tagSlash, tagEnd:
			return raw[lead:i], raw[i:]
		case tagOdd:
			name, _ = z.TagName()
			return name, raw[min(lead+bytes.IndexAny(raw[lead:], " \t\n\f\r/>"), len(raw)):]
		}
	}
	name, _ = z.TagName()
	return name, nil
}

// read takes the attributes of the start tag that z stands on; rest is what
// follows its name.
func (a *attributes) read(z *html.Tokenizer, rest []byte) {
	a.has, a.n = 0, 0
	if a.readRaw(rest) {
		return
	}
	a.has, a.n = 0, 0
	for more := true; more; {
		var key, val []byte
		if key, val, more = z.TagAttr(); key != nil {
			a.add(key, val)
		}
	}
}

// add keeps a known attribute; the first of a name counts.
func (a *attributes) add(key, val []byte) {
	if k, ok := attributeNames.find(key); ok && !a.bit(attribute(k)) && a.n < maxAttributes {
		a.has |= 1 << k
		a.keys[a.n], a.vals[a.n] = attribute(k), val
		a.n++
	}
}

// readRaw reads b as the tokenizer does, and reports whether it could: false
// leaves the tag to TagAttr.
func (a *attributes) readRaw(b []byte) bool {
	b = skipTagSpace(b)
	for len(b) > 0 && b[0] != '>' {
		key, val, ok := nextKey(b)
		if !ok {
			return false
		}
		b = val
		if val, b, ok = nextValue(b); !ok {
			return false
		}
		if len(key) > 0 {
			had := a.n
			if a.add(key, val); a.n > had && !isPlainValue(val) {
				return false
			}
		}
		b = skipTagSpace(b)
	}
	return len(b) > 0
}

// nextKey cuts the name of an attribute off b. An equals sign before it is part
// of it (13.2.5.32).
func nextKey(b []byte) (key, rest []byte, ok bool) {
	for i := 0; i < len(b); i++ {
		switch tagByte[b[i]] {
		case tagPlain:
		case tagEquals:
			if i > 0 {
				return b[:i], b[i:], true
			}
		case tagOdd:
			return nil, nil, false
		default:
			return b[:i], b[i:], true
		}
	}
	return nil, nil, false
}

// nextValue cuts what stands between two names off b: an equals sign with a
// value, a slash, or nothing.
func nextValue(b []byte) (val, rest []byte, ok bool) {
	b = skipTagSpace(b)
	switch {
	case len(b) == 0:
		return nil, nil, false
	case b[0] == '/':
		return nil, b[1:], true
	case b[0] != '=':
		return nil, b, true
	}
	b = skipTagSpace(b[1:])
	switch {
	case len(b) == 0:
		return nil, nil, false
	case b[0] == '>':
		return nil, b, true
	case b[0] == '"' || b[0] == '\'':
		end := bytes.IndexByte(b[1:], b[0])
		if end < 0 {
			return nil, nil, false
		}
		if end == 0 {
			return nil, b[2:], true
		}
		return b[1 : 1+end], b[end+2:], true
	}
	for i, c := range b {
		if kind := tagByte[c]; kind == tagSpace || kind == tagEnd {
			return b[:i], b[i:], true
		}
	}
	return nil, nil, false
}

func skipTagSpace(b []byte) []byte {
	for len(b) > 0 && tagByte[b[0]] == tagSpace {
		b = b[1:]
	}
	return b
}

// isPlainValue reports whether a value is what it says: no character reference,
// NUL or CR.
func isPlainValue(b []byte) bool {
	for _, c := range b {
		if c == '&' || c == 0 || c == '\r' {
			return false
		}
	}
	return true
}
