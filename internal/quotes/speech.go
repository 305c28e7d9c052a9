package quotes

// Speech that dashes open, and tags that stand inside marks: a stretch in, its
// parts out.

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxTag is the longest speech tag, in bytes, that a stretch is cut at.
const maxTag = 160

// dashOpens reports whether s may be a line of speech that a dash opens.
func dashOpens(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if r != '—' && r != '–' && r != '―' {
		return false
	}
	rest := strings.TrimLeft(s[n:], " \u00a0\u202f¡¿…")
	r, _ = utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r)
}

// dashSpeech fills f.spans with the parts of a line of speech that a dash opens
// and reports whether there are any. Without a tag ("—No —dijo Ana—.") the line
// is not believed: dashes open the items of lists too.
func (f *finder) dashSpeech(s string, l *language) bool {
	if !l.dash || !dashOpens(s) {
		return false
	}
	_, start := utf8.DecodeRuneInString(s)
	open, tagged := 0, false
	for at := nextDash(s, start); at < len(s); at = nextDash(s, at) {
		_, n := utf8.DecodeRuneInString(s[at:])
		at += n
		if start == 0 {
			open, start = at-n, at
			continue
		}
		if !startsTag(l, s, at, len(s)) {
			continue
		}
		f.addSpeech(s, open, start, at-n)
		tagged, start = true, 0
	}
	if start != 0 && tagged {
		f.addSpeech(s, open, start, len(s))
	}
	return tagged || l.commaTag && f.commaSpeech(s, l)
}

// commaSpeech fills f.spans with the parts of a line of speech whose tag only a
// comma parts from it: "– Det är kallt, säger Anna Berg. Men vackert."
func (f *finder) commaSpeech(s string, l *language) bool {
	_, n := utf8.DecodeRuneInString(s)
	start, end := trim(s, n, len(s))
	var room [4]span
	parts := cutTags(l, s, span{start: start, end: end, close: end, mark: '—'}, room[:0])
	if len(parts) < 2 {
		return false
	}
	for _, p := range parts {
		if p.start < p.end {
			p.close = max(p.close, p.end)
			f.spans = append(f.spans, p)
		}
	}
	return true
}

// addSpeech appends the words s[start:end] of a line of speech.
func (f *finder) addSpeech(s string, open, start, end int) {
	sp := span{open: open, close: end, mark: '—', firm: true}
	sp.start, sp.end = trim(s, start, end)
	if rest := strings.TrimLeft(s[sp.start:sp.end], ".,; "); len(rest) < sp.end-sp.start && open > 0 {
		sp.start = sp.end - len(rest)
	}
	f.spans = append(f.spans, sp)
}

// nextDash returns the offset of the next dash of s at or after i, or len(s).
func nextDash(s string, i int) int {
	for ; i+2 < len(s); i++ {
		if s[i] == 0xE2 && s[i+1] == 0x80 && s[i+2] >= 0x93 && s[i+2] <= 0x95 {
			return i
		}
	}
	return len(s)
}

// startsTag reports whether a speech tag, a verb of saying and its subject,
// begins at offset at of s.
func startsTag(l *language, s string, at, hi int) bool {
	var room [8]token
	hi = runeStart(s, min(hi, at+48))
	c := &context{l: l, text: s, toks: tokenise(l, s, at, hi, room[:0], false)}
	if c.at(0).capital {
		return false
	}
	for j := 0; j < 3; j++ {
		if _, _, _, ok := c.inverted(j); ok || l.say[c.at(j).low] {
			return true
		}
		if !c.at(j).is(inAux) {
			break
		}
	}
	return false
}

// cutTags returns sp in the parts between the tags inside its marks:
// « A, précise-t-il. B ». Without tags that is sp itself.
func cutTags(l *language, s string, sp span, out []span) []span {
	out = out[:0]
	if !l.innerTag && !l.commaTag || sp.firm {
		return append(out, sp)
	}
	start, open := sp.start, sp.open
	for i := sp.start; i < sp.end; i++ {
		if s[i] != ',' && s[i] != '!' && s[i] != '?' && !strings.HasPrefix(s[i:], "…") {
			continue
		}
		at := tagStart(s, i, sp.end)
		if at == 0 || !startsTag(l, s, at, sp.end) {
			continue
		}
		end := tagEnd(l, s, at, sp.end)
		if end == 0 {
			continue
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		out = append(out, span{open: open, start: start, end: i + n, close: i, mark: sp.mark, firm: true})
		open = end
		start, _ = trim(s, end, sp.end)
		for strings.HasPrefix(s[start:sp.end], "—") || strings.HasPrefix(s[start:sp.end], "–") {
			start, _ = trim(s, start+3, sp.end)
		}
		i = start
	}
	firm := sp.firm || len(out) > 0
	return append(out, span{open: open, start: start, end: sp.end, close: sp.close, mark: sp.mark, unclosed: sp.unclosed, firm: firm})
}

// tagStart returns where the word after the punctuation at i begins, past a
// dash, or 0 if none does.
func tagStart(s string, i, hi int) int {
	_, n := utf8.DecodeRuneInString(s[i:])
	at, _ := trim(s, i+n, min(hi, i+n+12))
	for _, d := range []string{"— ", "– "} {
		at += len(d) * btoi(strings.HasPrefix(s[at:hi], d))
	}
	if at == i+n || at >= hi {
		return 0
	}
	return at
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// tagEnd returns where the tag at offset at of s ends, past its full stop or,
// for a tag of at most three words, its comma; 0 if no end is near.
func tagEnd(l *language, s string, at, hi int) int {
	hi = runeStart(s, min(hi, at+maxTag))
	spaces := 0
	for i := at; i < hi; i++ {
		switch s[i] {
		case ' ':
			spaces++
		case ',':
			if spaces <= 2 {
				return i + 1
			}
		case '.':
			if endsSentence(l, s, at, i+1, hi, '.') {
				return i + 1
			}
		}
	}
	return 0
}
