package charset

// The first bytes of a page in, the encoding that it declares out.

import "bytes"

// rawText are the elements whose content is no markup. The standard's prescan
// does not know them; it takes a <meta> in a script for one of the page's.
var rawText = [...]string{"script", "style", "title", "textarea"}

// prescan returns the encoding that a page declares in its first bytes, and
// where; nil if it declares none. HTML Standard, 13.2.3.2 "prescan a byte
// stream to determine its encoding", with rawText in addition.
func prescan(page []byte) (*charset, string) {
	s := scanner{b: page}
	for s.next() {
		if e := s.tag(); e != nil {
			return e, "declared in <meta>"
		}
	}
	if e := xmlEncoding(page); e != nil {
		return e, "declared in the XML declaration"
	}
	return nil, ""
}

// A scanner walks over markup. Each step moves i forward, and the search for
// the end of raw text that does not end is made once for each element.
type scanner struct {
	b       []byte
	i       int                // what is before it was read
	m       int                // no "<m" is in b[i:m]
	endless [len(rawText)]bool // no end tag of this element follows
}

// next moves to the next "<" and reports whether it or one behind it may be a
// <meta>: a page without a declaration is read to the end of its head only.
func (s *scanner) next() bool {
	for s.m = max(s.m, s.i); ; s.m++ {
		n := bytes.IndexByte(s.b[s.m:], '<')
		if n < 0 || s.m+n+1 == len(s.b) {
			return false
		}
		if s.m += n; lower(s.b[s.m+1]) == 'm' {
			break
		}
	}
	n := bytes.IndexByte(s.b[s.i:], '<')
	if n < 0 {
		return false
	}
	s.i += n
	return true
}

// tag reads over the markup at i, and returns the encoding that it declares
// if it is a <meta> that does, else nil.
func (s *scanner) tag() *charset {
	rest := s.b[s.i:]
	switch {
	case bytes.HasPrefix(rest, []byte("<!--")):
		s.skipPast("-->", 2) // "<!-->" is a whole comment
	case isTag(rest, "<meta"):
		s.i += len("<meta")
		return s.meta()
	case len(rest) > 1 && isLetter(rest[1]):
		s.startTag()
	case len(rest) > 2 && rest[1] == '/' && isLetter(rest[2]):
		s.i += 2
		s.skipTag()
	case len(rest) > 1 && (rest[1] == '!' || rest[1] == '/' || rest[1] == '?'):
		s.skipPast(">", 1)
	default:
		s.i++
	}
	return nil
}

// skipPast moves behind the next mark that starts at least from bytes after
// i, or to the end.
func (s *scanner) skipPast(mark string, from int) {
	s.i = min(s.i+from, len(s.b))
	if n := bytes.Index(s.b[s.i:], []byte(mark)); n >= 0 {
		s.i += n + len(mark)
		return
	}
	s.i = len(s.b)
}

// startTag reads over a start tag and, if its content is raw text, over that.
func (s *scanner) startTag() {
	rest := s.b[s.i:]
	s.i++
	s.skipTag()
	for k, name := range rawText {
		if !s.endless[k] && isTag(rest, "<"+name) {
			s.skipRaw(k)
			return
		}
	}
}

// skipRaw moves to the end tag of rawText[k]. Where none follows (the element
// is <script/> of XHTML, or goes beyond the window), it stays.
func (s *scanner) skipRaw(k int) {
	for i := s.i; ; i++ {
		n := bytes.Index(s.b[i:], []byte("</"))
		if n < 0 {
			s.endless[k] = true
			return
		}
		i += n
		if end := s.b[i+2:]; len(end) >= len(rawText[k]) && equalFold(end[:len(rawText[k])], rawText[k]) {
			s.i = i
			return
		}
	}
}

// skipTag reads over a tag's name and attributes.
func (s *scanner) skipTag() {
	for s.i < len(s.b) && s.b[s.i] != '>' && !isSpace(s.b[s.i]) {
		s.i++
	}
	for {
		if _, _, ok := s.attribute(); !ok {
			return
		}
	}
}

// meta reads a <meta> tag's attributes and returns the encoding that they
// declare. Of attributes with the same name the first counts.
func (s *scanner) meta() *charset {
	var equiv, content, label []byte
	for {
		name, value, ok := s.attribute()
		switch {
		case !ok && s.i == len(s.b):
			return nil // the window ends within the tag, and may cut a label short
		case !ok:
			return metaCharset(equiv, content, label)
		case label == nil && equalFold(name, "charset"):
			label = value
		case equiv == nil && equalFold(name, "http-equiv"):
			equiv = value
		case content == nil && equalFold(name, "content"):
			content = value
		}
	}
}

// metaCharset returns the encoding that a <meta> with these attributes
// declares; nil stands for an attribute that is not there.
func metaCharset(equiv, content, label []byte) *charset {
	if label != nil {
		return declared(lookup(label))
	}
	if equalFold(equiv, "content-type") {
		return declared(lookup(charsetOf(content)))
	}
	return nil
}

// declared returns what a declaration of e means: a page whose declaration
// can be read byte by byte is not in UTF-16.
func declared(e *charset) *charset {
	if e != nil && (e == utf16BE || e == utf16LE) {
		return plainUTF8
	}
	return e
}

// attribute reads one attribute, as the standard's "get an attribute". It
// returns false behind the last one, and then i is on the tag's ">" or at the end.
// Name and value are never nil otherwise.
func (s *scanner) attribute() (name, value []byte, ok bool) {
	for s.i < len(s.b) && (isSpace(s.b[s.i]) || s.b[s.i] == '/') {
		s.i++
	}
	if s.i >= len(s.b) || s.b[s.i] == '>' {
		return nil, nil, false
	}
	start := s.i
	s.i++ // a name may start with "="
	for s.i < len(s.b) && !endsName[s.b[s.i]] {
		s.i++
	}
	name = s.b[start:s.i]
	s.skipSpace()
	if s.i >= len(s.b) || s.b[s.i] != '=' {
		return name, []byte{}, true
	}
	s.i++
	s.skipSpace()
	return name, s.value(), true
}

// value reads an attribute's value, in quotes or not.
func (s *scanner) value() []byte {
	if s.i >= len(s.b) {
		return []byte{}
	}
	if q := s.b[s.i]; q == '"' || q == '\'' {
		s.i++
		start := s.i
		s.skipPast(string(rune(q)), 0)
		return s.b[start:max(start, s.i-1)]
	}
	start := s.i
	for s.i < len(s.b) && s.b[s.i] != '>' && !isSpace(s.b[s.i]) {
		s.i++
	}
	return s.b[start:s.i]
}

func (s *scanner) skipSpace() {
	for s.i < len(s.b) && isSpace(s.b[s.i]) {
		s.i++
	}
}

// endsName holds the bytes that end an attribute's name.
var endsName = [256]bool{'\t': true, '\n': true, '\f': true, '\r': true, ' ': true, '/': true, '>': true, '=': true}

// charsetOf returns the label in the value of a Content-Type, nil if there is
// none. HTML Standard, "extracting a character encoding from a meta element".
func charsetOf(v []byte) []byte {
	for {
		i := indexFold(v, "charset")
		if i < 0 {
			return nil
		}
		v = bytes.TrimLeft(v[i+len("charset"):], space)
		if len(v) > 0 && v[0] == '=' {
			break
		}
	}
	v = bytes.TrimLeft(v[1:], space)
	if len(v) > 0 && (v[0] == '"' || v[0] == '\'') {
		end := bytes.IndexByte(v[1:], v[0])
		if end < 0 {
			return nil
		}
		return v[1 : 1+end]
	}
	if end := bytes.IndexAny(v, space+";"); end >= 0 {
		return v[:end]
	}
	return v
}

// xmlEncoding returns the encoding of an XML declaration at the very start, or
// nil. HTML Standard, 13.2.3.2 "get an XML encoding".
func xmlEncoding(page []byte) *charset {
	if !bytes.HasPrefix(page, []byte("<?xml")) {
		return nil
	}
	end := bytes.IndexByte(page, '>')
	if end < 0 {
		return nil
	}
	_, v, ok := bytes.Cut(page[:end], []byte("encoding"))
	v = bytes.TrimLeft(v, space)
	if !ok || len(v) == 0 || v[0] != '=' {
		return nil
	}
	v = bytes.TrimLeft(v[1:], space)
	if len(v) == 0 || v[0] != '"' && v[0] != '\'' {
		return nil
	}
	if end = bytes.IndexByte(v[1:], v[0]); end < 0 {
		return nil
	}
	return declared(lookup(v[1 : 1+end]))
}

// isTag reports whether b starts with open, "<" and a name in lower case, and
// the name ends there.
func isTag(b []byte, open string) bool {
	if len(b) <= len(open) || !equalFold(b[:len(open)], open) {
		return false
	}
	c := b[len(open)]
	return isSpace(c) || c == '/' || c == '>'
}

func isLetter(c byte) bool { return 'a' <= lower(c) && lower(c) <= 'z' }

// equalFold reports whether b is low but for the case of ASCII letters. low
// must be in lower case.
func equalFold(b []byte, low string) bool {
	if len(b) != len(low) {
		return false
	}
	for i, c := range b {
		if lower(c) != low[i] {
			return false
		}
	}
	return true
}

// indexFold returns where low, in lower case, first is in b whatever the case
// of its ASCII letters, or -1.
func indexFold(b []byte, low string) int {
	for i := 0; i+len(low) <= len(b); i++ {
		if equalFold(b[i:i+len(low)], low) {
			return i
		}
	}
	return -1
}
