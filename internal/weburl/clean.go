package weburl

// An attribute's value in, the same as an address without white space out.

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean returns ref without the white space and control characters around it
// and without tabs and line ends in it (URL Standard, 4.4). Other spaces and
// control characters, and bytes that are not UTF-8, are written as %XX. It
// allocates nothing if there is nothing to do.
func clean(ref string) string {
	for len(ref) > 0 && ref[0] <= ' ' {
		ref = ref[1:]
	}
	for len(ref) > 0 && ref[len(ref)-1] <= ' ' {
		ref = ref[:len(ref)-1]
	}
	for i := 0; i < len(ref); {
		if plain[ref[i]] {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(ref[i:])
		if r < utf8.RuneSelf || !fits(r, n) {
			return escape(ref, i)
		}
		i += n
	}
	return ref
}

// escape is clean for a ref that is to be changed from i on.
func escape(ref string, i int) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	b.Grow(len(ref) + 16)
	b.WriteString(ref[:i])
	for i < len(ref) {
		r, n := utf8.DecodeRuneInString(ref[i:])
		switch {
		case r == '\t' || r == '\n' || r == '\r':
		case fits(r, n):
			b.WriteString(ref[i : i+n])
		default:
			for _, c := range []byte(ref[i : i+n]) {
				b.Write([]byte{'%', hex[c>>4], hex[c&15]})
			}
		}
		i += n
	}
	return b.String()
}

// fits reports whether r, n bytes long, may stand in an address: it is no
// space, no control character and no broken UTF-8.
func fits(r rune, n int) bool {
	switch {
	case r < utf8.RuneSelf:
		return plain[r]
	case r == utf8.RuneError && n == 1:
		return false
	}
	return !unicode.IsSpace(r) && !unicode.IsControl(r)
}

// plain holds the ASCII bytes that may stand in an address.
var plain = func() (t [256]bool) {
	for c := '!'; c <= '~'; c++ {
		t[c] = true
	}
	return t
}()

// schemeEnd returns the index of the ":" behind ref's scheme, or -1 if it has
// none. RFC 3986, 3.1.
func schemeEnd(ref string) int {
	for i := 0; i < len(ref); i++ {
		switch c := ref[i]; {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
		case i > 0 && ('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.'):
		case i > 0 && c == ':':
			return i
		default:
			return -1
		}
	}
	return -1
}

// isSpecial reports whether scheme is one whose addresses have a host and may
// be written with "\" (URL Standard, 4.2 "special scheme", but for "file").
func isSpecial(scheme string) bool {
	for _, s := range [...]string{"https", "http", "ftp", "wss", "ws"} {
		if strings.EqualFold(scheme, s) {
			return true
		}
	}
	return false
}

// slashes returns how many "/" and "\" s starts with.
func slashes(s string) int {
	n := 0
	for n < len(s) && (s[n] == '/' || s[n] == '\\') {
		n++
	}
	return n
}

// pathStart returns where the authority that s starts with ends.
func pathStart(s string) int {
	if i := strings.IndexAny(s, "/?#"); i >= 0 {
		return i
	}
	return len(s)
}

// cutPath divides s before its query or fragment.
func cutPath(s string) (path, rest string) {
	for i := 0; i < len(s); i++ {
		if s[i] == '?' || s[i] == '#' {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// hasBackslash reports whether s has a "\" before its query or fragment.
func hasBackslash(s string) bool {
	path, _ := cutPath(s)
	return strings.IndexByte(path, '\\') >= 0
}

// fixSlashes returns s with "/" for each "\" before its query or fragment.
func fixSlashes(s string) string {
	if !hasBackslash(s) {
		return s
	}
	path, rest := cutPath(s)
	return strings.ReplaceAll(path, `\`, "/") + rest
}
