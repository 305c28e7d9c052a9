package dates

// This file takes a text and gives its tokens: numbers, words that the tables
// know or do not know, and punctuation.

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

const (
	maxTokens = 80
	maxWord   = 40 // bytes of a word; longer ones are unknown
	maxRun    = 4  // characters of the longest word in a script without spaces
)

type tokenKind uint8

const (
	number  tokenKind = iota
	known             // a word of the tables
	unknown           // another word
	punct
)

// A token is a piece of a text. Its bytes are text.s[start:end].
type token struct {
	kind       tokenKind
	spaced     bool  // white space stands before it
	digits     uint8 // number: how many
	start, end int16
	val        int32 // number: its value; punct: its character
	word       *word // known
}

func (k *token) isWord() bool { return k.kind == known || k.kind == unknown }

// A text is a string as tokens.
type text struct {
	s      string
	lang   string // primary subtag, lower case
	tag    string // the whole language tag
	strict bool   // the text is thought to be a date and nothing else
	n      int
	tok    [maxTokens]token
}

// texts are kept for the next call: a text is some kilobytes.
var texts = sync.Pool{New: func() any { return new(text) }}

// release gives t back. It holds on to nothing of the caller's.
func (t *text) release() {
	t.s, t.lang, t.tag = "", "", ""
	texts.Put(t)
}

// tokenise fills t. s is at most maxText bytes long; in strict mode a text of
// too many tokens gets none.
func (t *text) tokenise(s, lang string, strict bool) {
	t.s, t.tag, t.lang, t.strict, t.n = s, lang, primary(lang), strict, 0
	spaced := false
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			spaced = true
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if space := unicode.IsSpace(r); space || r > unicode.MaxASCII && unicode.Is(unicode.Cf, r) {
			spaced = spaced || space
			i += size
			continue
		}
		if t.n == maxTokens {
			if t.strict {
				t.n = 0
			}
			return
		}
		k := &t.tok[t.n]
		*k = token{spaced: spaced, start: int16(i)}
		switch {
		case digit(r) >= 0:
			i = k.number(s, i)
		case unicode.IsLetter(r):
			i = k.letters(s, i, r)
		default:
			i += size
			k.kind, k.val = punct, plain(r)
		}
		k.end = int16(i)
		t.n++
		spaced = false
		t.join()
	}
}

// number reads the digits at s[i:] and returns where they end.
func (k *token) number(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		d := digit(r)
		if d < 0 {
			break
		}
		if k.digits < 9 { // more are never looked at
			k.val = k.val*10 + d
		}
		k.digits++ // at most maxText
		i += size
	}
	return i
}

// letters reads the word at s[i:], whose first letter is r, and returns where
// it ends. Scripts without spaces are cut by the longest word known.
func (k *token) letters(s string, i int, r rune) int {
	k.kind = unknown
	if dense(r) {
		return k.run(s, i)
	}
	end, joint := i, 0
	for end < len(s) {
		if s[end] < utf8.RuneSelf {
			if !isLetter(s[end]) {
				break
			}
			if s[end] < 'a' && end > i && s[end-1] >= 'a' {
				joint = end // a capital after a small letter
			}
			end++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) || dense(r) {
			break
		}
		end += size
	}
	if w, ok := lookup(s[i:end]); ok {
		k.kind, k.word = known, w
	} else if joint > 0 { // "3 min readMay 4, 2026": elements without a space between them
		if w, ok := lookup(s[joint:end]); ok && (w.month > 0 || w.flags&weekday != 0) {
			return joint
		}
	}
	return end
}

// run reads the longest known word at the start of s[i:], else one character.
func (k *token) run(s string, i int) int {
	var ends [maxRun]int
	n, end := 0, i
	for n < maxRun && end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !dense(r) {
			break
		}
		end += size
		ends[n] = end
		n++
	}
	for j := n - 1; j >= 0; j-- {
		if w, ok := lookup(s[i:ends[j]]); ok {
			k.kind, k.word = known, w
			return ends[j]
		}
	}
	return ends[0]
}

// join makes one token of the last ones if they are a month's name of two words, as
// those of the Levant and Vietnam are, or an abbreviation with a point inside, as
// those of Thai are.
func (t *text) join() {
	if t.n < 2 {
		return
	}
	a, b := &t.tok[t.n-2], &t.tok[t.n-1]
	used := 2
	if t.n > 2 && a.kind == punct && a.val == '.' && t.tight(t.n-1) && t.tight(t.n-2) {
		a = &t.tok[t.n-3]
		used = 3
	}
	opened := used == 2 && a.kind == known && a.word.flags&opens != 0 && b.kind != punct
	pointed := used == 3 && a.isWord() && b.isWord() && t.s[a.start] >= 0xD8 && t.s[a.start] <= 0xE0
	if !opened && !pointed {
		return
	}
	if w, ok := lookup(t.s[a.start:b.end]); ok {
		a.kind, a.word, a.end = known, w, b.end
		t.n -= used - 1
	}
}

// dense reports whether r belongs to a script that is written without spaces,
// or, as Korean, whose counters join the number.
func dense(r rune) bool {
	if r >= 0x4e00 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7a3 { // most of them
		return true
	}
	return r >= 0x3040 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// zeros are the digits zero of the scripts that are read beside ASCII:
// Arabic-Indic, extended Arabic-Indic (Persian, Urdu), Devanagari, Bengali, Thai,
// full-width.
var zeros = [...]rune{0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10}

// digit returns the value of a decimal digit, or -1.
func digit(r rune) int32 {
	if r < utf8.RuneSelf {
		if r >= '0' && r <= '9' {
			return r - '0'
		}
		return -1
	}
	for _, z := range zeros {
		if r >= z && r <= z+9 {
			return r - z
		}
	}
	return -1
}

// plain returns the ASCII character that a punctuation mark is written for.
func plain(r rune) rune {
	switch r {
	case '‐', '‑', '–', '—', '−', '-', 'ー':
		return '-'
	case ':':
		return ':'
	case '/', '⁄', '∕':
		return '/'
	case '.', '。':
		return '.'
	case ',', '、', '،':
		return ','
	case '(':
		return '('
	case ')':
		return ')'
	}
	return r
}

// primary returns the first subtag of a language tag, in lower case.
func primary(tag string) string {
	end := 0
	for end < len(tag) && tag[end] != '-' && tag[end] != '_' {
		end++
	}
	tag = tag[:end]
	for i := range len(tag) {
		if tag[i] >= 'A' && tag[i] <= 'Z' {
			return strings.ToLower(tag)
		}
	}
	return tag
}

// is reports whether token i is the punctuation mark r.
func (t *text) is(i int, r rune) bool {
	return i >= 0 && i < t.n && t.tok[i].kind == punct && t.tok[i].val == r
}

// has reports whether token i is a word with one of the flags f.
func (t *text) has(i int, f flags) bool {
	return i >= 0 && i < t.n && t.tok[i].kind == known && t.tok[i].word.flags&f != 0
}

// num returns the value of token i if it is a number of lo to hi digits.
func (t *text) num(i, lo, hi int) (int, bool) {
	if i < 0 || i >= t.n || t.tok[i].kind != number {
		return 0, false
	}
	d := int(t.tok[i].digits)
	return int(t.tok[i].val), d >= lo && d <= hi
}

// tight reports whether token i follows the one before it without white space.
func (t *text) tight(i int) bool { return i > 0 && i < t.n && !t.tok[i].spaced }

// onlyNoise reports whether tokens from to to say nothing but what stands
// beside dates: weekdays, lead words, zones, and anything but numbers in
// brackets.
func (t *text) onlyNoise(from, to int) bool {
	depth := 0
	for i := from; i < to; i++ {
		k := &t.tok[i]
		switch {
		case k.kind == number:
			return false
		case k.kind == unknown && depth == 0:
			return false
		case k.kind == known && k.word.flags == 0 && depth == 0:
			return false // a month
		case t.is(i, '(') || t.is(i, '['):
			depth++
		case depth > 0 && (t.is(i, ')') || t.is(i, ']')):
			depth--
		case t.is(i, '{'), t.is(i, '}'), t.is(i, '%'), t.is(i, '<'), t.is(i, '$'), t.is(i, '='):
			return false // a template or markup
		}
	}
	return true
}
