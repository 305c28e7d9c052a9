package quotes

// A paragraph in, the outermost spans between its marks out.

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A span is a stretch in marks: text[start:end] are the words, text[open:close]
// has the marks too. A span that its paragraph leaves open ends with it.
type span struct {
	open, start, end, close int
	mark                    rune
	unclosed                bool
	firm                    bool // the whole is speech: a dash opened it, or a tag cut it
}

// An opener is an open mark on the stack. Weak is the end of the span if no
// better closing mark comes ("the boys’ house"); 0 is none.
type opener struct {
	pair       *pair
	at         int
	weak       int
	firstInner int // number of spans when it opened
}

// Bounds of the stack: how many open marks a closing mark may look past, and
// how many are kept.
const (
	reach   = 8
	maxOpen = 64
)

// scanParagraph appends the spans of paragraph i to f.found.
func (f *finder) scanParagraph(i int) {
	p := &f.paras[i]
	if p.Kind == QuoteBlock && !narrated(p.Text) {
		f.addBlock(i)
		return
	}
	if f.signed(i) {
		return
	}
	if nextMark(p.Text, 0) == len(p.Text) && !dashOpens(p.Text) {
		return
	}
	l := f.language(i)
	f.spans = f.spans[:0]
	if !f.dashSpeech(p.Text, l) {
		f.pairMarks(p)
	}
	for _, s := range f.spans {
		if s.end > s.start && hasWord(p.Text[s.start:s.end]) {
			f.add(i, s, l)
		}
	}
}

// pairMarks fills f.spans with the outermost pairs of p.
func (f *finder) pairMarks(p *Paragraph) {
	s, skip := p.Text, p.Skip
	f.stack, f.deep = f.stack[:0], false
	run := 0 // end of the run of equal marks that at is in
	for at := nextMark(s, 0); at < len(s); at = nextMark(s, at) {
		r, n := utf8.DecodeRuneInString(s[at:])
		if at >= run {
			if run = runEnd(s, at, n); run-at > maxOpen*n {
				at = run // decoration
				continue
			}
		}
		for len(skip) > 0 && skip[0].End <= at {
			skip = skip[1:]
		}
		if len(skip) == 0 || at < skip[0].Start {
			f.mark(s, at, n, r)
		}
		at += n
	}
	f.endParagraph(s)
}

// runEnd returns where the run of the mark of n bytes at offset at ends.
func runEnd(s string, at, n int) int {
	end := at + n
	for end+n <= len(s) && s[end:end+n] == s[at:at+n] {
		end += n
	}
	return end
}

// mark handles the mark r of n bytes at offset at of s.
func (f *finder) mark(s string, at, n int, r rune) {
	side := flanks(s, at, n)
	mark := roleOf(r)
	p := mark.pair
	opens := p != nil && (side.opening || p.need == anySide || p.need == notRight && !side.closing)
	if opens && p.single && elided(s, at, n) {
		opens = false
	}
	if mark.mayClose() && !(opens && side.opening) && f.closeMark(s, at, n, mark, side) {
		return
	}
	if r == '"' && prevIsDigit(s, at) {
		return // an inch sign
	}
	if opens {
		if len(f.stack) == maxOpen {
			f.stack = f.stack[:copy(f.stack, f.stack[maxOpen-reach:])]
			f.deep = true
		}
		f.stack = append(f.stack, opener{pair: p, at: at, firstInner: len(f.spans)})
	}
}

// closeMark ends the nearest open mark that this one closes, if there is one.
func (f *finder) closeMark(s string, at, n int, mark role, side sides) bool {
	set := mark.closes
	if side.closing {
		set |= mark.slips
	}
	if set == 0 {
		return false
	}
	for k := len(f.stack) - 1; k >= 0 && k >= len(f.stack)-reach; k-- {
		o := &f.stack[k]
		if o.pair.bit&set == 0 {
			continue
		}
		if o.pair.single {
			if !side.closing {
				return true // an apostrophe
			}
			if possessive(s, at, n) {
				o.weak = at
				return true
			}
		}
		f.closeSpan(s, k, at, n)
		return true
	}
	return false
}

// closeSpan ends the open mark f.stack[k] with the mark of n bytes at offset
// at. What was found inside it is nested, and dropped.
func (f *finder) closeSpan(s string, k, at, n int) {
	o := f.stack[k]
	f.stack = f.stack[:k]
	_, w := utf8.DecodeRuneInString(s[o.at:])
	sp := span{open: o.at, close: at + n, mark: o.pair.open}
	sp.start, sp.end = trim(s, o.at+w, at)
	f.spans = append(f.spans[:o.firstInner], sp)
}

// endParagraph settles what is still open: the first mark of a paragraph holds
// to its end if nothing else of its kind follows; a single mark ends at its
// weak end; the others are dropped.
func (f *finder) endParagraph(s string) {
	for k := len(f.stack) - 1; k >= 0; k-- {
		o := f.stack[k]
		if o.weak != 0 && o.firstInner == len(f.spans) {
			_, n := utf8.DecodeRuneInString(s[o.weak:])
			f.closeSpan(s, k, o.weak, n)
		}
	}
	if f.deep || len(f.stack) != 1 || f.stack[0].pair.single || f.stack[0].firstInner != len(f.spans) {
		return
	}
	o := f.stack[0]
	_, w := utf8.DecodeRuneInString(s[o.at:])
	sp := span{open: o.at, close: len(s), mark: o.pair.open, unclosed: true}
	sp.start, sp.end = trim(s, o.at+w, len(s))
	f.spans = append(f.spans, sp)
}

// sides says on which side of a mark a word leans.
type sides struct{ opening, closing bool }

// flanks looks at the runes on both sides of the mark of n bytes at offset at.
func flanks(s string, at, n int) sides {
	prev, _ := utf8.DecodeLastRuneInString(s[:at])
	next, _ := utf8.DecodeRuneInString(s[at+n:])
	before := at == 0 || unicode.IsSpace(prev) || strings.ContainsRune("([{—–-/¿¡:=>", prev) || roleOf(prev).pair != nil && (prev > 0x7F || at == 1)
	after := at+n == len(s) || unicode.IsSpace(next) || strings.ContainsRune(".,;:!?…)]}—–-/。，、", next) || roleOf(next).mayClose() && next != '"'
	return sides{opening: before && !after, closing: after && !before}
}

// elided reports an apostrophe that stands for letters or digits: ’70s, ’tis.
func elided(s string, at, n int) bool {
	rest := s[at+n:]
	if rest == "" || rest[0] >= '0' && rest[0] <= '9' {
		return true
	}
	end := 0
	for end < len(rest) && end < 8 && isASCIILetter(rest[end]) {
		end++
	}
	return elisions[fold(rest[:end])]
}

// possessive reports a closing single mark that may be the apostrophe of a
// plural: an s before it and a small letter in the next word.
func possessive(s string, at, n int) bool {
	if at == 0 || s[at-1] != 's' || at+n+1 >= len(s) || s[at+n] != ' ' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[at+n+1:])
	return unicode.IsLower(r)
}

func prevIsDigit(s string, at int) bool {
	return at > 0 && s[at-1] >= '0' && s[at-1] <= '9'
}

func isASCIILetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// trim moves both ends of s[start:end] inwards past white space.
func trim(s string, start, end int) (int, int) {
	for start < end {
		r, n := utf8.DecodeRuneInString(s[start:end])
		if !unicode.IsSpace(r) && r != '\u200b' {
			break
		}
		start += n
	}
	for start < end {
		r, n := utf8.DecodeLastRuneInString(s[start:end])
		if !unicode.IsSpace(r) && r != '\u200b' {
			break
		}
		end -= n
	}
	return start, end
}

// hasWord reports whether s has a letter or a digit in its first 64 bytes.
func hasWord(s string) bool {
	for i, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
		if i > 64 {
			break
		}
	}
	return false
}
