package extract

import (
	"bytes"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// strings.go has the small readings of bytes that several files share.

// trimSpace cuts white space from both ends, no-break and wide spaces too.
func trimSpace(b []byte) []byte { return bytes.TrimFunc(b, isSpace) }

func isSpace(r rune) bool {
	switch r {
	case '\u200b', '\ufeff', '\u2060', '\u00ad':
		return true // has no width, or none at a border
	}
	return unicode.IsSpace(r)
}

// clean makes a field's value of text: one line, single spaces, no control
// characters, those of direction included, valid UTF-8.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for i, r := range s {
		switch {
		case r >= firstTag && r <= lastTag && !inFlag([]byte(s[max(0, i-flagLength):i])):
		case unicode.IsSpace(r), r == '\u2028', r == '\u2029':
			space = b.Len() > 0
		case unicode.IsControl(r), r == '\ufeff', r == utf8.RuneError, r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isClean reports whether clean would give s back.
func isClean(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0x20 || c >= 0x7f:
			return false
		case c == ' ' && (i == 0 || i+1 == len(s) || s[i+1] == ' '):
			return false
		}
	}
	return true
}

// appendPlain appends text as addText would write it on one line: controls
// dropped, white space collapsed.
func appendPlain(dst, b []byte) []byte {
	return append(dst, clean(string(b))...)
}

// lowerASCII returns s with A to Z in lower case.
func lowerASCII(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return strings.ToLower(s)
		}
	}
	return s
}

// foldString appends s in lower case, as foldCase does.
func foldString(dst []byte, s string) []byte {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return foldCase(dst, []byte(s[i:]))
		}
		dst = append(dst, lowerByte[s[i]])
	}
	return dst
}

// lowerByte gives A to Z in lower case, every other byte as it is.
var lowerByte = func() (t [256]byte) {
	for c := range t {
		t[c] = byte(c)
		if c >= 'A' && c <= 'Z' {
			t[c] += 'a' - 'A'
		}
	}
	return t
}()

// integer reads the number at the start of an attribute's value (HTML Standard
// 2.3.4.2, rules for parsing integers), within 32 bits.
func integer(v []byte) (int32, bool) {
	v = bytes.TrimLeft(v, " \t\n\f\r")
	sign := int64(1)
	if len(v) > 0 && (v[0] == '-' || v[0] == '+') {
		if v[0] == '-' {
			sign = -1
		}
		v = v[1:]
	}
	n, digits := int64(0), 0
	for _, c := range v {
		if c < '0' || c > '9' {
			break
		}
		n = min(n*10+int64(c-'0'), math.MaxInt32)
		digits++
	}
	return int32(n * sign), digits > 0
}

// hidingStyle reports whether a style attribute keeps its element off the
// screen: display:none or visibility:hidden.
func hidingStyle(v []byte) bool {
	for len(v) > 0 {
		var decl []byte
		decl, v, _ = bytes.Cut(v, []byte{';'})
		name, value, ok := bytes.Cut(decl, []byte{':'})
		if !ok {
			continue
		}
		name, value = bytes.TrimSpace(name), bytes.TrimSpace(value)
		if cut := bytes.IndexByte(value, '!'); cut >= 0 { // !important
			value = bytes.TrimSpace(value[:cut])
		}
		if bytes.EqualFold(name, []byte("display")) && bytes.EqualFold(value, []byte("none")) ||
			bytes.EqualFold(name, []byte("visibility")) && bytes.EqualFold(value, []byte("hidden")) {
			return true
		}
	}
	return false
}

// codePrefixes stand before a language in a class name: HTML Standard 4.5.15
// ("language-"), Prism ("lang-"), GitHub, and Jekyll.
var codePrefixes = []string{"language-", "lang-", "highlight-source-", "highlight-text-", "brush-"}

// codeLanguage returns the language that a class name gives to code.
func codeLanguage(token string) string {
	for _, prefix := range codePrefixes {
		if lang, ok := strings.CutPrefix(token, prefix); ok && len(lang) <= 20 {
			return notLanguage(lang)
		}
	}
	return ""
}

// notLanguage returns "" for the names under which highlighters mean none.
func notLanguage(lang string) string {
	switch lang {
	case "plaintext", "text", "none", "nohighlight", "plain", "txt":
		return ""
	}
	return lang
}

// brushes are the class names after which a language may follow as a word.
var brushes = map[string]bool{"brush:": true, "brush": true, "sourcecode": true, "hljs": true}

// brushLanguage reads the class values that name a language as a second word:
// SyntaxHighlighter's "brush: js", Pandoc's "sourceCode python", highlight.js's "hljs go".
func brushLanguage(class string) string {
	after := false
	for token := range strings.FieldsSeq(lowerASCII(class)) {
		name := strings.Trim(token, ":;")
		if after && len(name) <= 20 && tokens.find([]byte(name)) == nil {
			return notLanguage(name)
		}
		after = brushes[token]
	}
	return ""
}

// firstTag and lastTag are the tag characters of Unicode: nobody sees them, and
// who reads the text by program does. They are at home in the flags of England,
// Scotland and Wales alone, behind U+1F3F4 (UTS #51, annex C).
const (
	firstTag   = '\U000E0000'
	lastTag    = '\U000E007F'
	flagLength = 4 * 8 // bytes of a flag before its last tag: "gbeng", and room
)

// isTag reports whether b begins with a tag character.
func isTag(b []byte) bool {
	return len(b) > 3 && b[0] == 0xf3 && b[1] == 0xa0 && (b[2] == 0x80 || b[2] == 0x81)
}

// inFlag reports whether before ends in a flag, or in its beginning.
func inFlag(before []byte) bool {
	for range flagLength / 4 {
		if len(before) < 4 {
			return false
		}
		last := before[len(before)-4:]
		if string(last) == "\U0001F3F4" {
			return true
		}
		if !isTag(last) || string(last) == string(lastTag) { // which ends a flag
			return false
		}
		before = before[:len(before)-4]
	}
	return false
}
