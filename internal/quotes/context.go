package quotes

// A stretch of text beside a quotation in, its tokens out.

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of what is read beside a quotation, in bytes and tokens.
const (
	window     = 400
	maxTokens  = 64
	maxPhrase  = 14 // tokens of a noun phrase
	longPhrase = 6  // tokens from which a noun phrase is cut down
	shortSpan  = 40 // bytes of a term
)

// A token is a word or a punctuation mark of a context.
type token struct {
	start, end int
	low        string // lower case; a punctuation mark as it is
	word       bool
	capital    bool // begins with a capital letter
	classes    classes
}

// A context is the tokens of one stretch of text.
type context struct {
	l    *language
	text string
	toks []token
	reg  *register
	lead bool // a quotation follows at once: the end of the tokens is not that of a sentence

	label  bool // the tokens begin a paragraph, and a quotation follows
	strong bool // and stand in strong type
}

// tokenise appends the tokens of text[lo:hi] to toks, at most maxTokens: the
// first of them, or the last if fromEnd.
func tokenise(l *language, text string, lo, hi int, toks []token, fromEnd bool) []token {
	for i := lo; i < hi; {
		r, n := utf8.DecodeRuneInString(text[i:hi])
		switch {
		case unicode.IsSpace(r):
			i += n
			continue
		case isWordRune(r):
			end := wordEnd(l, text, i, hi)
			w := text[i:end]
			t := token{start: i, end: end, low: fold(w), word: true, capital: unicode.IsUpper(r) || unicode.IsTitle(r)}
			t.classes = l.classes[t.low]
			if bare := t.bare(); len(bare) < len(t.low) {
				t.classes |= l.classes[bare]
			}
			toks = append(toks, t)
			i = end
		default:
			toks = append(toks, token{start: i, end: i + n, low: text[i : i+n]})
			i += n
		}
		if len(toks) >= maxTokens && !fromEnd {
			break
		}
	}
	if len(toks) > maxTokens {
		toks = toks[len(toks)-maxTokens:]
	}
	return toks
}

// wordByte tells the ASCII letters and digits.
var wordByte = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
	}
	return t
}()

func isWordRune(r rune) bool {
	switch {
	case r >= 0 && r < utf8.RuneSelf:
		return wordByte[r]
	case r >= 0x400 && r < 0x482: // Cyrillic
		return true
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// wordEnd returns where the word that begins at i ends: letters, digits, inner
// hyphens, apostrophes and full stops, and the full stop of an abbreviation.
func wordEnd(l *language, text string, i, hi int) int {
	start := i
	for i < hi {
		if c := text[i]; c < utf8.RuneSelf && wordByte[c] {
			i++
			continue
		} else if c == ' ' {
			break // most words end so
		}
		r, n := utf8.DecodeRuneInString(text[i:hi])
		if isWordRune(r) {
			i += n
			continue
		}
		if !strings.ContainsRune("-'’.&\u2011", r) || i+n >= hi {
			break
		}
		next, _ := utf8.DecodeRuneInString(text[i+n : hi])
		if !isWordRune(next) {
			break
		}
		i += n
		if (r == '\'' || r == '’') && l.elided[fold(text[start:i-n])] {
			return i
		}
	}
	if i < hi && text[i] == '.' && (abbreviated(text[start:i]) || l.titles[fold(text[start:i])]) {
		i++
	}
	return i
}

// abbreviated reports a word whose full stop belongs to it: a single capital
// letter, or letters parted by full stops as in "R.D.N".
func abbreviated(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	if n == len(w) {
		return unicode.IsUpper(r)
	}
	return len(w) > 2 && w[1] == '.' && len(w) < 10
}

// at returns the token i, or an empty one outside the context.
func (c *context) at(i int) token {
	if i < 0 || i >= len(c.toks) {
		return token{}
	}
	return c.toks[i]
}

// bare is the lower-case form of a token without the marks that lean on it.
func (t token) bare() string {
	s := strings.TrimSuffix(t.low, ".")
	s = strings.TrimSuffix(strings.TrimSuffix(s, "’"), "'")
	return strings.TrimSuffix(strings.TrimSuffix(s, "’s"), "'s")
}

// A classes is the lists of a language that a word is on.
type classes uint16

// The lists that the words beside a quotation are looked up in.
const (
	inAdverbs classes = 1 << iota
	inAux
	inDets
	inLinks
	inModals
	inOpening
	inParticles
	inPost
	inPronouns
	inRelative
	inRoles
	inSo
	inStops
	inTitles
	inWorks
)

// is reports whether the token is a word of the lists.
func (t token) is(lists classes) bool { return t.classes&lists != 0 }

// sentenceStart returns where the sentence that ends at hi begins, not before
// lo nor window bytes back.
func sentenceStart(l *language, text string, lo, hi int) int {
	if hi-lo > window {
		lo = runeStart(text, hi-window)
	}
	for i := hi; i > lo; {
		r, n := utf8.DecodeLastRuneInString(text[lo:i])
		if i < hi && endsSentence(l, text, lo, i, hi, r) {
			return i
		}
		i -= n
	}
	return lo
}

// sentenceEnd returns where the sentence that begins at lo ends, its full stop
// left out, not after hi nor window bytes on.
func sentenceEnd(l *language, text string, lo, hi int) int {
	if hi-lo > window {
		hi = runeStart(text, lo+window)
	}
	for i := lo; i < hi; {
		r, n := utf8.DecodeRuneInString(text[i:hi])
		if endsSentence(l, text, lo, i+n, hi, r) {
			return i
		}
		i += n
	}
	return hi
}

// endsSentence reports whether r, which ends at i, ends a sentence of
// text[lo:hi]: a terminator before white space and no abbreviation.
func endsSentence(l *language, text string, lo, i, hi int, r rune) bool {
	switch r {
	case '。', '！', '？', '؟', '\n':
		return true
	case '.', '!', '?', '…':
	default:
		return false
	}
	if i >= hi {
		return true
	}
	rest := strings.TrimLeft(text[i:min(hi, i+12)], "\"”’'»)]“ \u00a0\u202f")
	next, _ := utf8.DecodeRuneInString(text[i:hi])
	if !unicode.IsSpace(next) && !roleOf(next).mayClose() && next != ')' {
		return false
	}
	if after, _ := utf8.DecodeRuneInString(rest); unicode.IsLower(after) {
		return false
	}
	if r != '.' {
		return true
	}
	start := i - 1
	for start > lo && i-start < 16 {
		p, n := utf8.DecodeLastRuneInString(text[lo:start])
		if !isWordRune(p) && p != '.' {
			break
		}
		start -= n
	}
	w := text[start : i-1]
	return w == "" || w == "I" || !abbreviated(w) && !l.titles[fold(w)]
}

// runeStart moves i back to the border of a rune.
func runeStart(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}
