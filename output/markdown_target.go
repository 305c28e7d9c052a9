package output

// The texts that a reader takes as they are come in: those of code spans, the
// addresses and titles of links; they go out between marks that they do not end.

// appendCode appends s as a code span (CommonMark 6.1), in a run of backticks
// unlike any in it.
func appendCode(dst []byte, s string) []byte {
	n := longestRun(s, '`') + 1
	pad := s[0] == '`' || s[len(s)-1] == '`'
	for range n {
		dst = append(dst, '`')
	}
	if pad {
		dst = append(dst, ' ')
	}
	dst = append(dst, s...)
	if pad {
		dst = append(dst, ' ')
	}
	for range n {
		dst = append(dst, '`')
	}
	return dst
}

// appendTarget appends the address of a link and its title (CommonMark 6.3).
// The address that a reader gives back is l.href: only control characters,
// which no address has, are written as a URL must.
func appendTarget(dst []byte, l link) []byte {
	bare := isBare(l.href)
	if !bare {
		dst = append(dst, '<')
	}
	for i := range len(l.href) {
		switch c := l.href[i]; {
		case c < ' ' || c == 0x7F:
			dst = append(dst, '%', "0123456789ABCDEF"[c>>4], "0123456789ABCDEF"[c&15])
		case c == '\\' || !bare && (c == '<' || c == '>'):
			dst = append(dst, '\\', c)
		case c == '&':
			dst = appendAmpersand(dst, l.href[i:])
		default:
			dst = append(dst, c)
		}
	}
	if !bare {
		dst = append(dst, '>')
	}
	if l.title == "" {
		return dst
	}
	dst = append(dst, ` "`...)
	for i := range len(l.title) {
		switch c := l.title[i]; {
		case c == '"' || c == '\\':
			dst = append(dst, '\\', c)
		case c == '&':
			dst = appendAmpersand(dst, l.title[i:])
		default:
			dst = append(dst, c)
		}
	}
	return append(dst, '"')
}

// appendAmpersand appends the "&" that s, of an address or a title, begins
// with. "\&" would do, but goldmark decodes that twice, and other readers that
// know numbers and names apart do so with "&amp;#35;" or "&#38;copy;".
func appendAmpersand(dst []byte, s string) []byte {
	switch {
	case !isEntity([]byte(s[:min(len(s), 40)])):
		return append(dst, '&')
	case s[1] == '#':
		return append(dst, "&#38;"...)
	}
	return append(dst, "&amp;"...)
}

// isBare reports whether an address needs no <>: it has no spaces and no
// parentheses but "()" that do not nest.
func isBare(href string) bool {
	depth := 0
	for i := range len(href) {
		switch href[i] {
		case ' ', '\t', '\n', '<', '>':
			return false
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth < 0 || depth > 1 {
			return false
		}
	}
	return depth == 0 && href != ""
}
