package quotes

// Arabic text around a span in, its cue out.

import (
	"strings"
	"sync"
	"unicode"
)

// An arabicSets is a row of arabicWords made ready for lookups.
type arabicSets struct {
	say, according, pronouns, stops, adverbs, hearers, roles, titles map[string]bool
}

// sets makes the row ready once.
var arabicReady = sync.OnceValue(func() *arabicSets {
	w := arabic.arabic
	return &arabicSets{say: set(w.say), according: set(w.according), pronouns: set(w.pronouns), stops: set(w.stops), adverbs: set(w.adverbs),
		hearers: set(w.hearers), roles: set(w.roles), titles: set(w.titles)}
})

// maxArabicName is the most words of a name, and of the phrase that holds it.
const (
	maxArabicName   = 4
	maxArabicPhrase = 8
)

// plain returns an Arabic word without vowel marks and tatweel.
func plain(w string) string {
	if !strings.ContainsAny(w, "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640") {
		return w
	}
	return strings.Map(func(r rune) rune {
		if r >= 0x64B && r <= 0x652 || r == 0x640 {
			return -1
		}
		return r
	}, w)
}

// bareVerb is an Arabic word without the conjunction that leans on it.
func bareVerb(w string) string {
	for _, c := range []string{"و", "ف"} {
		if rest, ok := strings.CutPrefix(w, c); ok && len(rest) > 4 {
			return rest
		}
	}
	return w
}

// An arabicContext is the tokens of a stretch of Arabic.
type arabicContext struct {
	*arabicSets
	text string
	toks []token
}

func (a *arabicContext) at(i int) token {
	if i < 0 || i >= len(a.toks) {
		return token{}
	}
	return a.toks[i]
}

// verb reports a verb of saying at token i.
func (a *arabicContext) verb(i int) bool {
	w := a.at(i).low
	return a.at(i).word && (a.say[w] || a.say[bareVerb(w)])
}

// arabicCue looks for a tag after the span, then before it.
func (f *finder) arabicCue(q *found, l *language, lo, hi int) cue {
	text := f.paras[q.para].Text
	a := &arabicContext{arabicSets: arabicReady(), text: text}
	read := func(lo, hi int, fromEnd bool) {
		a.toks = tokenise(l, text, lo, hi, f.toks[:0], fromEnd)
		f.toks = a.toks
		for i := range a.toks {
			a.toks[i].low = plain(a.toks[i].low)
		}
	}
	read(q.close, sentenceEnd(l, text, q.close, hi), false)
	i := 0
	for i < 2 && !a.at(i).word {
		i++
	}
	if a.verb(i) || a.according[a.at(i).low] {
		c := a.subject(i, i+1)
		c.side, c.para = after, q.para
		if c.speaker != "" {
			return c
		}
	}
	read(sentenceStart(l, text, lo, q.open), q.open, true)
	for k := len(a.toks) - 1; k >= 0; k-- {
		if a.verb(k) || a.according[a.at(k).low] {
			c := a.subject(k, k+1)
			c.side, c.para = before, q.para
			c.utter = a.at(len(a.toks)-1).low == ":"
			return c
		}
	}
	return cue{}
}

// subject reads the noun phrase at token i, the subject of the verb at k.
func (a *arabicContext) subject(k, i int) cue {
	c := cue{verb: a.text[a.at(k).start:a.at(k).end], utter: true}
	for n := 0; n < 3 && a.adverbs[a.at(i).low]; n++ {
		i++
	}
	end := i
	for end < len(a.toks) && end-i < maxArabicPhrase && a.at(end).word && !a.stops[a.at(end).low] && !a.hearers[a.at(end).low] && !a.verb(end) {
		end++
	}
	if end == i {
		c.dropped = true
		return c
	}
	if end == i+1 && a.pronouns[a.at(i).low] {
		c.pronoun = true
		return a.with(c, i, end)
	}
	if a.roles[a.at(i).low] {
		return a.withRole(c, i, end)
	}
	c.named = end-i <= maxArabicName
	if next := end + 1; a.at(end).low == "،" && c.named && a.at(next).word && a.roles[a.at(next).low] {
		stop := next
		for stop < len(a.toks) && stop-next < maxArabicPhrase && a.at(stop).word && !a.stops[a.at(stop).low] {
			stop++
		}
		c.role = a.text[a.at(next).start:a.at(stop-1).end]
	}
	return a.with(c, i, end)
}

// withRole parts the role at the start of the phrase [i, end) from the name
// after it, or after the comma that ends it: "مديرة المدرسة، هدى الخالدي".
func (a *arabicContext) withRole(c cue, i, end int) cue {
	name := i + 1
	for name < end && (a.roles[a.at(name).low] || strings.HasPrefix(a.at(name).low, "ال") && !a.titles[a.at(name).low]) {
		name++
	}
	if a.at(end).low == "،" && name >= end {
		stop := end + 1
		for stop < len(a.toks) && a.at(stop).word && !a.stops[a.at(stop).low] && !a.verb(stop) {
			stop++
		}
		if n := stop - end - 1; n >= 1 && n <= maxArabicName {
			c.named, c.role = true, a.text[a.at(i).start:a.at(end-1).end]
			return a.with(c, end+1, stop)
		}
	}
	if n := end - name; n >= 1 && n <= maxArabicName {
		c.named, c.role = true, a.text[a.at(i).start:a.at(name-1).end]
		return a.with(c, name, end)
	}
	return a.with(c, i, end)
}

// with is c with the speaker in the tokens [i, end).
func (a *arabicContext) with(c cue, i, end int) cue {
	c.at = Range{a.at(i).start, a.at(end - 1).end}
	c.speaker = a.text[c.at.Start:c.at.End]
	return c
}

// arabicFull is the fullest form of the name of a cue: one of several words on
// the roll that ends with it, or the two words of the text where a name of one
// word stands first after another that may be a given name.
func (r *roll) arabicFull(f *finder, c *cue) string {
	name := c.speaker
	if strings.ContainsRune(name, ' ') {
		return name
	}
	if known := r.longest[name]; known != "" && known != name {
		return known
	}
	full, ok := r.full[name]
	if !ok && len(r.full) < maxSearches {
		full = name
		for i := 0; i <= c.para && i < len(f.paras) && full == name; i++ {
			full = givenBefore(f.paras[i].Text, name)
		}
		r.full[name] = full
	}
	if full == "" {
		return name
	}
	return full
}

// givenBefore returns name with the word before its first occurrence in text,
// if that may be a given name; otherwise name.
func givenBefore(text, name string) string {
	i := strings.Index(text, " "+name)
	if i <= 0 {
		return name
	}
	if after := text[i+1+len(name):]; after != "" && isWordRune(rune1(after)) {
		return name
	}
	start := strings.LastIndexFunc(text[:i], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) + 1
	s := arabicReady()
	w := plain(text[start:i])
	if start == i || strings.HasPrefix(w, "ال") || s.stops[w] || s.roles[w] || s.say[bareVerb(w)] || s.say[w] || s.according[w] {
		return name
	}
	return text[start : i+1+len(name)]
}
