package jsonld

// This file takes a script's bytes and gives its values as a flat list, in the
// order of the text. There is no tree and no recursion: a value's descendants
// are those between it and the value at its index after.

import (
	"bytes"
	"fmt"
	"iter"
	"sync"
)

// A valueKind is the kind of a value.
type valueKind uint8

const (
	object valueKind = iota
	array
	str    // its bytes are those between the quotes, not decoded
	scalar // a number, or a word: true, false, null
)

// A value is one JSON value. Offsets are bytes of the source.
type value struct {
	kind             valueKind
	open             bool  // reached only by lists and by the properties of openKeys
	keyStart, keyEnd int32 // the member's name, not decoded; empty in a list
	start, end       int32 // str, scalar
	after            int32 // index of the first value that is not inside this one
}

// A reader makes the list. It is reused from script to script.
type reader struct {
	src     []byte
	pos     int
	vals    []value
	stack   [maxDepth]int32 // the open containers
	depth   int
	ids     map[string]int32 // objects by @id; made when first needed
	hops    int              // references followed
	broken  int              // where salvage begins
	under   string           // name of the member that was open there
	a, b, c []byte           // scratch of text.go
}

var readers = sync.Pool{New: func() any { return new(reader) }}

// How much of a reader's buffers is kept between scripts.
const (
	maxKeptValues = 1 << 14
	maxKeptBytes  = 1 << 20
)

// release gives r back. It holds on to nothing of the caller's.
func (r *reader) release() {
	fresh := reader{vals: r.vals[:0], a: r.a[:0], b: r.b[:0], c: r.c[:0]}
	if cap(r.vals) > maxKeptValues {
		fresh.vals = nil
	}
	if cap(r.a)+cap(r.b)+cap(r.c) > maxKeptBytes {
		fresh.a, fresh.b, fresh.c = nil, nil, nil
	}
	*r = fresh
	readers.Put(r)
}

// read reads all values of the source. When it can not go on, what it has read
// is closed, so that the list is whole.
func (r *reader) read() error {
	w := wrapper{lastBrace: bytes.LastIndexByte(r.src, '{')}
	for r.skipToValue(&w) {
		err := r.readValue(span{})
		for err == nil && r.depth > 0 {
			err = r.readNext()
		}
		if err != nil {
			r.abandon()
			return err
		}
	}
	return nil
}

// A span is a range of bytes of the source.
type span struct{ start, end int }

// readNext reads one member or item of the innermost container, or its end.
func (r *reader) readNext() error {
	r.skip(true)
	if r.pos >= len(r.src) {
		return r.bad("it ends inside a value")
	}
	top := r.stack[r.depth-1]
	c := r.src[r.pos]
	if r.vals[top].kind == array {
		if c != ']' {
			return r.readValue(span{})
		}
		r.close()
		return nil
	}
	if c == '}' {
		r.close()
		return nil
	}
	if c != '"' {
		return r.bad("no name where a member begins")
	}
	key, ok := r.quoted()
	r.skip(false)
	if !ok || r.pos >= len(r.src) || r.src[r.pos] != ':' {
		return r.bad("no colon after a name")
	}
	r.pos++
	r.skip(false)
	return r.readValue(key)
}

// readValue reads a string or a scalar, or opens a container.
func (r *reader) readValue(key span) error {
	if len(r.vals) >= maxValues {
		return fmt.Errorf("more than %d values: %w", maxValues, ErrTooLarge)
	}
	key = r.trimVocabulary(key)
	v := value{keyStart: int32(key.start), keyEnd: int32(key.end), open: r.opens(key)}
	if r.pos >= len(r.src) {
		return r.bad("it ends before a value")
	}
	switch c := r.src[r.pos]; c {
	case '{', '[':
		return r.openContainer(v, c)
	case '"':
		s, ok := r.quoted()
		if !ok {
			r.broken = max(0, key.start-1)
			return r.bad("a string has no end")
		}
		v.kind, v.start, v.end = str, int32(s.start), int32(s.end)
	default:
		s := r.word()
		if s.start == s.end && c != ',' && c != '}' && c != ']' { // else a template left it out
			return r.bad("no value")
		}
		v.kind, v.start, v.end = scalar, int32(s.start), int32(s.end)
	}
	v.after = int32(len(r.vals) + 1)
	r.vals = append(r.vals, v)
	return nil
}

// openContainer begins an object or a list, if it is not too deep.
func (r *reader) openContainer(v value, c byte) error {
	if r.depth == maxDepth {
		return r.bad(fmt.Sprintf("nested deeper than %d", maxDepth))
	}
	if c == '[' {
		v.kind = array
	}
	r.stack[r.depth] = int32(len(r.vals))
	r.depth++
	r.pos++
	r.vals = append(r.vals, v)
	return nil
}

// close ends the innermost container.
func (r *reader) close() {
	r.pos++
	r.depth--
	r.vals[r.stack[r.depth]].after = int32(len(r.vals))
}

// abandon closes what is open. The last string is dropped: a quotation mark
// that was not escaped has probably ended it too soon. salvage begins there.
func (r *reader) abandon() {
	if n := len(r.vals); n > 0 && r.broken == 0 {
		r.broken = r.pos
		if last := &r.vals[n-1]; last.kind == str {
			r.broken = int(last.start) - 1
			if last.keyEnd > 0 {
				r.broken = int(last.keyStart) - 1
			}
			last.kind, last.end = scalar, last.start
		}
	}
	for r.depth > 0 {
		if key := r.key(r.stack[r.depth-1]); r.under == "" {
			r.under = string(key)
		}
		r.close()
	}
}

// bad returns an ErrBad with its place.
func (r *reader) bad(what string) error {
	return fmt.Errorf("byte %d: %s: %w", r.pos, what, ErrBad)
}

// quoted reads the string that begins at pos, and reports whether it ends.
// Raw control characters may stand in it.
func (r *reader) quoted() (span, bool) {
	s := span{start: r.pos + 1}
	quote := -1 // the next quotation mark at or after i
	for i := s.start; ; {
		if quote < i {
			n := bytes.IndexByte(r.src[min(i, len(r.src)):], '"')
			if n < 0 {
				r.pos = len(r.src)
				return span{s.start, r.pos}, false
			}
			quote = i + n
		}
		n := bytes.IndexByte(r.src[i:quote], '\\')
		if n < 0 {
			s.end, r.pos = quote, quote+1
			return s, true
		}
		i += n + 2
	}
}

// words may stand where a value is; undefined and NaN come from templates.
var words = []string{"true", "false", "null", "undefined", "NaN"}

// word reads a number or one of words. The span is empty if there is none.
func (r *reader) word() span {
	s := span{r.pos, r.pos}
	for s.end < len(r.src) && wordByte(r.src[s.end]) {
		s.end++
	}
	if s.end == s.start {
		return s
	}
	c := r.src[s.start]
	ok := c == '-' || c >= '0' && c <= '9'
	for _, w := range words {
		ok = ok || string(r.src[s.start:s.end]) == w
	}
	if !ok {
		return span{r.pos, r.pos}
	}
	r.pos = s.end
	return s
}

func wordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '.' || c == '-' || c == '+'
}

// vocabularies are prefixes of names that say no more than the context does.
var vocabularies = []string{"schema:", "https://schema.org/", "http://schema.org/"}

// trimVocabulary cuts a vocabulary from the start of a member's name.
func (r *reader) trimVocabulary(key span) span {
	if key.end-key.start < len("schema:") {
		return key
	}
	for _, v := range vocabularies {
		if bytes.HasPrefix(r.src[key.start:key.end], []byte(v)) {
			key.start += len(v)
			break
		}
	}
	return key
}

// openKeys are the properties whose values may be the article as well as a
// value at the top. Others (hasPart, itemListElement, citation) hold other
// articles.
var openKeys = map[string]bool{"@graph": true, "mainEntity": true, "mainEntityOfPage": true, "breadcrumb": true}

// opens reports whether a value of this name in the innermost container is
// open.
func (r *reader) opens(key span) bool {
	if r.depth == 0 {
		return true
	}
	up := &r.vals[r.stack[r.depth-1]]
	return up.open && (up.kind == array || openKeys[string(r.src[key.start:key.end])])
}

// key returns the name of member v.
func (r *reader) key(v int32) []byte {
	return r.src[r.vals[v].keyStart:r.vals[v].keyEnd]
}

// members yields the members of object v; none if v is no object.
func (r *reader) members(v int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		if v < 0 || r.vals[v].kind != object {
			return
		}
		n := 0
		for i := v + 1; i < r.vals[v].after && n < maxMembers; i = r.vals[i].after {
			if !yield(i) {
				return
			}
			n++
		}
	}
}

// member returns the first member of object v with a name, or -1.
func (r *reader) member(v int32, name string) int32 {
	for m := range r.members(v) {
		if string(r.key(m)) == name {
			return m
		}
	}
	return -1
}

// items yields v, or, if v is a list, what is in it and in lists in it.
func (r *reader) items(v int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		if v < 0 {
			return
		}
		n := 0
		for i, end := v, r.vals[v].after; i < end && n < maxMembers; n++ {
			if r.vals[i].kind == array {
				i++
				continue
			}
			if !yield(i) {
				return
			}
			i = r.vals[i].after
		}
	}
}
