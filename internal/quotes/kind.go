package quotes

// A find with its cue in, its kind out.

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word counts that part speech from phrases.
const (
	creditedWords = 3 // a fragment that somebody is credited with
	standingWords = 4 // whole sentences that nobody is credited with
	liftedWords   = 8 // a clause out of somebody's text
)

// setKinds tells direct quotations from phrases.
func (f *finder) setKinds() {
	for i := range f.found {
		q := &f.found[i]
		if q.fixed {
			continue
		}
		q.kind = f.kindOf(q)
		if q.kind == Direct && f.emphasised(q) {
			q.kind = Block
		}
		if q.kind == Phrase {
			q.cue, q.group = cue{}, 0
		}
	}
	f.tidyGroups()
}

// kindOf applies the rules, the surest first.
func (f *finder) kindOf(q *found) Kind {
	s := f.text(q)
	n := wordCount(s)
	if p := roleOf(q.mark).pair; p != nil && p.title || f.paras[q.para].Kind == Heading {
		return Phrase
	}
	if q.firm {
		return Direct
	}
	if q.cue.title || q.cue.invented {
		return Phrase
	}
	if q.group != 0 && q.cue.has() {
		return Direct
	}
	full := startsFull(s) && n >= standingWords && endsFull(s)
	if q.cue.has() {
		if q.cue.utter && startsFull(s) || n >= creditedWords && !(titleCase(s) && !q.cue.utter) {
			return Direct
		}
		return Phrase
	}
	if q.open == 0 && q.close < len(f.paras[q.para].Text) && startsFull(s) && n >= standingWords && strings.HasSuffix(s, ",") {
		return Direct // a tag must follow, though its verb is unknown
	}
	if f.cited(q) {
		return Phrase
	}
	if full && f.stands(q) && f.paras[q.para].Kind != ListItem || n >= liftedWords && !titleCase(s) && !full {
		return Direct
	}
	return Phrase
}

// emphasised reports a quotation that is the whole of a paragraph in emphasis.
func (f *finder) emphasised(q *found) bool {
	p := &f.paras[q.para]
	return p.Emphasis && p.Kind == Text && q.open == 0 && strings.Trim(p.Text[q.close:], ".,; \u00a0") == ""
}

// cited reports a title in a list of references, which a full stop or comma
// outside the marks ends: Lee, A. "How rivers rise". Nature. And an address.
func (f *finder) cited(q *found) bool {
	s, text := f.text(q), f.paras[q.para].Text
	if strings.HasPrefix(s, "http") {
		return true
	}
	if endsFull(s) || q.close >= len(text) || !strings.ContainsRune(".,", rune(text[q.close])) {
		return false
	}
	lead := strings.TrimRightFunc(text[:q.open], unicode.IsSpace)
	r, _ := utf8.DecodeLastRuneInString(lead)
	return lead != "" && strings.ContainsRune(".)^,", r) && q.close+1 < len(text)
}

// tidyGroups numbers groups from 1 in order and drops those of a single part.
func (f *finder) tidyGroups() {
	size := make([]int, f.group+1)
	for i := range f.found {
		size[f.found[i].group]++
	}
	number, last := make([]int, f.group+1), 0
	for i := range f.found {
		g := f.found[i].group
		if g != 0 && size[g] > 1 && number[g] == 0 {
			last++
			number[g] = last
		}
		f.found[i].group = number[g]
	}
}

// startsFull reports whether s begins as a sentence does.
func startsFull(s string) bool {
	s = strings.TrimLeft(s, "¿¡[(…. \"“‘'«„")
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}

// wordCount counts the words at the start of s, at most 64; two ideographs or
// kana are one.
func wordCount(s string) int {
	n, half, in := 0, 0, false
	for _, r := range s {
		if r < utf8.RuneSelf {
			if word := wordByte[r]; word && !in {
				n++
				in = true
			} else if !word && r != '\'' && r != '-' {
				in = false
			}
			if n+half/2 >= 64 {
				break
			}
			continue
		}
		switch {
		case r >= 0x3040 && r < 0xAC00:
			half++
			in = false
		case isWordRune(r):
			if !in {
				n++
			}
			in = true
		case r != '\'' && r != '’' && r != '-':
			in = false
		}
		if n+half/2 >= 64 {
			break
		}
	}
	return n + half/2
}

// titleCase reports whether all words of s that are longer than four letters
// begin with a capital, at least two of them, as in titles.
func titleCase(s string) bool {
	if len(s) > 120 {
		return false
	}
	capitals := 0
	for i, w := range strings.Fields(s) {
		w = strings.TrimLeft(w, "(‘'“\"[")
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r) && (len(w) > 4 || i == 0):
			return false
		}
	}
	return capitals >= 2
}
