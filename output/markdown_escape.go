package output

// Text and addresses come in; they go out with a backslash before each
// character that a reader would take for markup where it stands.

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A context is what is known about the place of a text.
type context struct {
	lineStart bool   // nothing stands before it on its line, which may begin a block
	first     bool   // nothing stands before it in its block
	afterNote bool   // "[^1]" stands before it
	bracketed bool   // inside the text of a link or picture
	boxed     bool   // at the beginning of a link's text, where the link begins its block
	lone      string // those of *, _ and ~ that pair with nothing on the line
}

// render appends the tokens to dst as Markdown. Texts side by side are joined
// before it is decided what to escape in them.
func (in *inliner) render(dst []byte, p place) []byte {
	ctx := context{lineStart: p.lineStart, first: true, lone: in.loneMarks()}
	in.text = in.text[:0]
	for _, t := range in.tokens {
		if t.atom >= 0 {
			if a := &in.atoms[t.atom]; a.kind == textAtom || a.kind == spaceAtom {
				in.text = append(in.text, a.text...)
				continue
			}
		}
		dst = in.flush(dst, &ctx)
		dst = in.renderToken(dst, t, p, &ctx)
	}
	return in.flush(dst, &ctx)
}

// flush appends the text that was gathered.
func (in *inliner) flush(dst []byte, ctx *context) []byte {
	if len(in.text) == 0 {
		return dst
	}
	if ctx.boxed && len(in.text) == 1 && in.text[0]|0x20 == 'x' { // "[x](" would be a task's box
		dst = append(strconv.AppendInt(append(dst, "&#"...), int64(in.text[0]), 10), ';')
	} else {
		dst = escapeBytes(dst, in.text, *ctx)
	}
	in.text = in.text[:0]
	ctx.lineStart, ctx.first, ctx.afterNote, ctx.boxed = false, false, false, false
	return dst
}

// renderToken appends what is no text, and sets the context of what follows.
func (in *inliner) renderToken(dst []byte, t token, p place, ctx *context) []byte {
	ctx.afterNote, ctx.boxed = false, false
	if t.atom < 0 {
		dst = in.renderDelimiter(dst, t, ctx)
		ctx.lineStart, ctx.first = false, false
		return dst
	}
	a := &in.atoms[t.atom]
	ctx.first = false
	ctx.lineStart = a.kind == breakAtom && p.brk == "" && p.lineStart
	switch a.kind {
	case breakAtom:
		if p.brk != "" {
			return append(dst, p.brk...)
		}
		if len(dst) > 0 && dst[len(dst)-1] == '\\' {
			return append(dst, "  \n"...) // goldmark does not see the third of three backslashes
		}
		return append(dst, "\\\n"...) // a backslash: editors strip the other form, two spaces
	case codeAtom:
		return appendCode(dst, a.text)
	case mathAtom: // GitHub's and GitLab's form; for others a code span, verbatim
		return append(appendCode(append(dst, '$'), a.text), '$')
	case imageAtom:
		return append(dst, a.text...)
	}
	ctx.afterNote = true
	return append(append(append(dst, "[^"...), a.text...), ']')
}

func (in *inliner) renderDelimiter(dst []byte, t token, ctx *context) []byte {
	p := &in.pairs[t.pair]
	switch {
	case p.mark != linked:
		return append(dst, delimiterOf[p.mark]...)
	case t.open:
		ctx.bracketed, ctx.boxed = true, ctx.first
		return append(dst, '[')
	}
	ctx.bracketed = false
	dst = append(dst, "]("...)
	dst = appendTarget(dst, in.links[in.atoms[p.from].link])
	return append(dst, ')')
}

// loneMarks returns those of *, _ and ~ that need no backslash: there is one
// run of them in all of the line, which pairs with nothing.
func (in *inliner) loneMarks() string {
	lone := ""
	for _, c := range []byte("*_~") {
		runs := 0
		for i := range in.pairs {
			if m := in.pairs[i].mark; m != linked && delimiterOf[m][0] == c {
				runs++
			}
		}
		for i := 0; i < len(in.atoms) && runs < 2; i++ {
			if a := &in.atoms[i]; a.kind == textAtom {
				runs += countRuns(a.text, c)
			}
		}
		if runs == 1 {
			lone += string(rune(c))
		}
	}
	return lone
}

// countRuns returns how many runs of c are in s; more than two count as two.
func countRuns(s string, c byte) int {
	i := strings.IndexByte(s, c)
	if i < 0 {
		return 0
	}
	if strings.IndexByte(strings.TrimLeft(s[i:], string(rune(c))), c) < 0 {
		return 1
	}
	return 2
}

func escape(dst []byte, s string, ctx context) []byte { return escapeBytes(dst, []byte(s), ctx) }

// escapeBytes appends s.
func escapeBytes(dst, s []byte, ctx context) []byte {
	start := -1
	if ctx.lineStart {
		start = blockMarker(s)
	}
	for i := 0; i < len(s); {
		n := i
		for n < len(s) && !special[s[n]] && n != start {
			n++
		}
		dst = append(dst, s[i:n]...)
		if i = n; i == len(s) {
			break
		}
		run := 1
		if isMarkByte(s[i]) {
			run = len(s[i:]) - len(bytes.TrimLeft(s[i:], string(s[i:i+1])))
		}
		guard := i == start || escapes(s, i, i+run, ctx)
		for range run {
			if guard {
				dst = append(dst, '\\')
			}
			dst = append(dst, s[i])
			i++
		}
	}
	return dst
}

// special are the characters that escapes has a case for.
var special = [256]bool{'\\': true, '`': true, '*': true, '_': true, '~': true, '[': true, ']': true, '<': true,
	'&': true, '!': true, ':': true, '.': true, '@': true, '{': true, '%': true, '(': true, '^': true}

func isMarkByte(c byte) bool { return c == '*' || c == '_' || c == '~' }

// escapes reports whether s[i:end], one special character or a run of marks,
// needs backslashes. At the ends of s it is taken that it does: what stands
// there may be anything.
func escapes(s []byte, i, end int, ctx context) bool {
	switch c := s[i]; c {
	case '\\':
		return end == len(s) || isASCIIPunct(s[end])
	case '`':
		return true
	case '*', '~', '_':
		return escapesMark(s, i, end, ctx)
	case '[':
		return ctx.bracketed || end == len(s) || i == 0 && (ctx.afterNote || ctx.first) || s[end] == '^' || s[end] == '['
	case ']':
		return ctx.bracketed || end == len(s) || bytes.IndexByte([]byte("([:"), s[end]) >= 0
	case '(':
		return i == 0 && ctx.afterNote
	case '!':
		return end == len(s) || s[end] == '['
	case '<':
		return end == len(s) || isASCIILetter(s[end]) || bytes.IndexByte([]byte("/!?"), s[end]) >= 0
	case '&':
		return isEntity(s[i:])
	case '^': // Pandoc and markdown-it read "^[" as a note that stands in the text
		return end == len(s) || s[end] == '['
	case '{', '%': // Hugo and Liquid look for {{ and {% before they look for Markdown
		return i > 0 && s[i-1] == '{'
	}
	return isAutolink(s, i, ctx)
}

// escapesMark decides for a run of *, _ or ~.
func escapesMark(s []byte, i, end int, ctx context) bool {
	ruler := ctx.lineStart && i == 0 && (end-i >= 3 || end == len(s) || s[end] == ' ') // or a fence, or a bullet
	long := s[i] == '~' && end-i > 2                                                   // cmark-gfm loses more than two tildes, also where they mark nothing
	if strings.IndexByte(ctx.lone, s[i]) >= 0 && !ruler && !long {
		return false
	}
	if i == 0 || end == len(s) {
		return true
	}
	before, _ := utf8.DecodeLastRune(s[:i])
	after, _ := utf8.DecodeRune(s[end:])
	b, a := classOf(before), classOf(after)
	inWord := s[i] == '_' && b == letter && a == letter
	return !inWord && (b != space || a != space)
}

// isAutolink reports whether s[i] makes a link of GFM 6.9 out of bare text:
// the colon of http://, the dot of www. or the @ of an address. Inside a link
// there are no others.
func isAutolink(s []byte, i int, ctx context) bool {
	if s[i] == ':' && i == 0 && ctx.afterNote {
		return true // "[^1]:" would define the note
	}
	if ctx.bracketed || i == 0 {
		return false
	}
	switch s[i] {
	case ':':
		return bytes.HasPrefix(s[i:], []byte("://")) && isASCIILetter(s[i-1])
	case '.':
		return i >= 3 && bytes.EqualFold(s[i-3:i], []byte("www")) && (i == 3 || !isASCIILetter(s[i-4]))
	case '@':
		local := isASCIILetter(s[i-1]) || isDigit(s[i-1]) || bytes.IndexByte([]byte(".+-_"), s[i-1]) >= 0
		return local && i+1 < len(s) && (isASCIILetter(s[i+1]) || isDigit(s[i+1]))
	}
	return false
}

// isEntity reports whether s begins with a character reference (CommonMark 2.5).
func isEntity(s []byte) bool {
	for i := 1; i < len(s) && i < 40; i++ {
		switch c := s[i]; {
		case c == ';':
			return i > 1
		case isASCIILetter(c), isDigit(c), c == '#' && i == 1:
		default:
			return false
		}
	}
	return false
}

// blockMarker returns the index of the character to escape where s, the
// beginning of a line, would begin a block of another kind, underline a
// heading or rule a table (CommonMark 4 and 5, GFM 4.10); -1 where it would not.
func blockMarker(s []byte) int {
	next := byte(' ') // what a marker must be followed by; so is one at the end
	if len(s) > 1 {
		next = s[1]
	}
	switch c := s[0]; {
	case c == '>', c == '=', c == '|', c == '*' && next == ' ':
		return 0
	case c == '#':
		n := len(s) - len(bytes.TrimLeft(s, "#"))
		if n <= 6 && (n == len(s) || s[n] == ' ') {
			return 0
		}
	case c == '-':
		return at0(bytes.IndexByte([]byte(" -:|"), next) >= 0)
	case c == '+': // "+++" opens Hugo's other front matter
		return at0(next == ' ' || next == '+')
	case c == ':':
		return at0(next == '-' || next == ' ')
	case isDigit(c):
		return orderedMarker(s)
	}
	return -1
}

func at0(yes bool) int {
	if yes {
		return 0
	}
	return -1
}

// orderedMarker returns the index of the delimiter of a list number.
func orderedMarker(s []byte) int {
	n := 0
	for n < len(s) && n < 10 && isDigit(s[n]) {
		n++
	}
	if n == len(s) || n > 9 || s[n] != '.' && s[n] != ')' {
		return -1
	}
	if n+1 < len(s) && s[n+1] != ' ' {
		return -1
	}
	return n
}

func isDigit(c byte) bool       { return '0' <= c && c <= '9' }
func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isASCIIPunct(c byte) bool {
	return c > ' ' && c < 0x7F && !isDigit(c) && !isASCIILetter(c)
}
