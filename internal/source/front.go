package source

// What a feed or a mail says about an article comes in; front matter goes out,
// in ASCII, so that it can stand before HTML in nearly any charset.

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Limits of the block, in bytes: readers of front matter look at its first
// 16 KiB.
const (
	maxFront = 12 << 10
	maxValue = 2 << 10
)

// A front is a block in the making.
type front struct{ b strings.Builder }

// set writes a key with one value.
func (f *front) set(key, value string) {
	if value = quote(value); value != `""` {
		f.line(key + ": " + value)
	}
}

// list writes a key with several values.
func (f *front) list(key string, values []string) {
	if len(values) == 0 {
		return
	}
	f.line(key + ":")
	for _, v := range values {
		f.line("- " + quote(v))
	}
}

// line writes a line if there is room for it.
func (f *front) line(s string) {
	if f.b.Len()+len(s) < maxFront {
		f.b.WriteString(s + "\n")
	}
}

// end returns the block with its borders.
func (f *front) end() []byte {
	return []byte("---\n" + f.b.String() + "---\n")
}

// quote puts a value into double quotes. What is no ASCII becomes a reference
// of HTML, which readers resolve.
func quote(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case b.Len() > maxValue:
			return b.String() + `"`
		case r == utf8.RuneError:
			b.WriteString("&#xFFFD;")
		case r > '~':
			b.WriteString("&#" + strconv.Itoa(int(r)) + ";")
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r >= ' ':
			b.WriteString(html.EscapeString(string(r)))
		}
	}
	b.WriteByte('"')
	return b.String()
}
