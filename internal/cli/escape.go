package cli

// Names and messages come in as anybody wrote them; text that a terminal or a
// log shows as it stands goes out.

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// escape makes s safe to show on one line: control characters (C0, DEL, C1),
// line and paragraph separators, bidirectional controls (Unicode UAX #9) and
// bytes that are not UTF-8 are written as Go would, "\x1b" and "\u202e".
func escape(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case unicode.IsControl(r):
			fmt.Fprintf(&b, `\x%02x`, r)
		case isFormatControl(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isControl reports whether r is a control character or acts like one.
func isControl(r rune) bool { return unicode.IsControl(r) || isFormatControl(r) }

// isFormatControl reports whether r changes how its neighbours are shown.
func isFormatControl(r rune) bool {
	switch {
	case r == 0x061C, r == 0x200E, r == 0x200F, r == 0x2028, r == 0x2029, r == 0xFEFF:
		return true
	}
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}
