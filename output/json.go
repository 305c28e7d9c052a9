package output

// A record comes in; JSON without nulls and without raw control characters
// goes out.

import (
	"io"
	"unicode/utf8"

	"pressclip/extract"
)

// writeJSON writes a record and a line feed.
func writeJSON(w io.Writer, a *extract.Article, o Options) error {
	s, err := chosen(a, o)
	if err != nil {
		return err
	}
	buf := room.Get().(*[]byte)
	defer room.Put(buf)
	j := jsonWriter{pipe: pipe{w: w, buf: *buf}, pretty: o.Pretty}
	if err := s.walk(&j); err != nil {
		return err
	}
	j.buf = append(j.buf, '\n')
	j.flush()
	*buf = j.buf
	return j.err
}

// A jsonWriter writes JSON as encoding/json does, with fewer escapes for HTML
// and with escapes for U+007F to U+009F, which terminals obey.
type jsonWriter struct {
	pipe
	pretty bool
	levels []jsonLevel
	keyed  bool // a key was written, its value follows
}

// A jsonLevel is an open list or object.
type jsonLevel struct {
	list  bool
	count int // members so far
}

func (j *jsonWriter) open(list bool) {
	j.begin()
	j.levels = append(j.levels, jsonLevel{list: list})
	j.buf = append(j.buf, "{["[btoi(list)])
}

func (j *jsonWriter) close() {
	last := j.levels[len(j.levels)-1]
	j.levels = j.levels[:len(j.levels)-1]
	if last.count > 0 {
		j.newLine()
	}
	j.buf = append(j.buf, "}]"[btoi(last.list)])
	j.spill()
}

func (j *jsonWriter) key(name string) {
	j.begin()
	j.buf = append(append(append(j.buf, '"'), name...), '"', ':')
	if j.pretty {
		j.buf = append(j.buf, ' ')
	}
	j.keyed = true
}

func (j *jsonWriter) bare(literal string) {
	j.begin()
	j.buf = append(j.buf, literal...)
}

// text writes a string in pieces, so that a long one is never copied whole.
func (j *jsonWriter) text(s string) {
	j.begin()
	j.buf = append(j.buf, '"')
	for len(s) > 0 {
		n := len(s)
		if n > flushSize {
			for n = flushSize; n > flushSize-utf8.UTFMax && !utf8.RuneStart(s[n]); n-- { // a character stays whole
			}
		}
		j.buf = appendEscaped(j.buf, s[:n])
		s = s[n:]
		j.spill()
	}
	j.buf = append(j.buf, '"')
}

// begin writes what stands before a value or a key.
func (j *jsonWriter) begin() {
	if j.keyed {
		j.keyed = false
		return
	}
	if len(j.levels) == 0 {
		return
	}
	top := &j.levels[len(j.levels)-1]
	if top.count > 0 {
		j.buf = append(j.buf, ',')
	}
	top.count++
	j.newLine()
}

// newLine begins a line of indented JSON.
func (j *jsonWriter) newLine() {
	if !j.pretty {
		return
	}
	j.buf = append(j.buf, '\n')
	for range j.levels {
		j.buf = append(j.buf, "  "...)
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// jsonPlain tells the bytes that a JSON string may have as they are.
var jsonPlain = func() (t [256]bool) {
	for c := 0x20; c < 0x7F; c++ {
		t[c] = c != '"' && c != '\\' && c != '<'
	}
	return t
}()

const hexDigits = "0123456789abcdef"

// appendEscaped appends the characters of s as a JSON string holds them. Bytes
// that are no UTF-8 become U+FFFD; controls of direction are escaped, and U+2028 and U+2029, as JavaScript
// once took them for line ends, and so is a "<" that may begin "</script>" or
// "<!--": JSON may stand in a script of a page (HTML Standard, 4.12.1.3).
func appendEscaped(b []byte, s string) []byte {
	start := 0
	for i := 0; i < len(s); {
		if jsonPlain[s[i]] {
			i++
			continue
		}
		if s[i] == '<' && i+1 < len(s) && s[i+1] != '/' && s[i+1] != '!' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r >= 0xA0 && (r != utf8.RuneError || n > 1) && !reorders(r) {
			i += n
			continue
		}
		b = appendEscape(append(b, s[start:i]...), r)
		i += n
		start = i
	}
	return append(b, s[start:]...)
}

// reorders reports whether r ends a line for somebody or has its neighbours
// shown in another order, as the name of a file may.
func reorders(r rune) bool {
	return r >= '\u2028' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// jsonShort are the escapes of two characters (RFC 8259, 7).
var jsonShort = [128]byte{'"': '"', '\\': '\\', '\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't'}

func appendEscape(b []byte, r rune) []byte {
	if r < utf8.RuneSelf && jsonShort[r] != 0 {
		return append(b, '\\', jsonShort[r])
	}
	return append(b, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
}
