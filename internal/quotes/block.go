package quotes

// Set-off quotations and credit lines in, their words and sources out.

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// add appends a span of paragraph i to the finds.
func (f *finder) add(i int, s span, l *language) {
	p := &f.paras[i]
	var room [4]span
	parts := cutTags(l, p.Text, s, room[:0])
	group := 0
	if len(parts) > 1 {
		group = f.newGroup()
	}
	for _, part := range parts {
		if part.end <= part.start || !hasWord(p.Text[part.start:part.end]) {
			continue
		}
		q := found{span: part, para: i, group: group}
		if s.open == 0 && !s.unclosed && !part.firm {
			f.credited(&q, p.Text)
		}
		f.found = append(f.found, q)
	}
}

// newGroup returns the next group number.
func (f *finder) newGroup() int {
	f.group++
	return f.group
}

// credited makes q a block if a credit line follows it to the paragraph's end:
// “Words.” — Name.
func (f *finder) credited(q *found, text string) {
	at, ok := creditDash(text, q.close, len(text))
	if !ok || len(text)-at > maxTag || !unicode.IsUpper(rune1(text[at:])) && text[at] != '@' {
		return
	}
	q.cue = creditCue(text, q.para, at, len(text))
	if q.cue.speaker != "" {
		q.kind, q.fixed = Block, true
	}
}

// creditDash returns what follows a dash that stands first in text[lo:hi].
func creditDash(text string, lo, hi int) (int, bool) {
	start, _ := trim(text, lo, hi)
	at := start
	for at < hi && at-start < 6 {
		r, n := utf8.DecodeRuneInString(text[at:hi])
		if !strings.ContainsRune("—–―-~", r) {
			break
		}
		at += n
	}
	if at == start || at-start == 1 && text[start] == '-' && at < hi && text[at] != ' ' {
		return 0, false
	}
	at, _ = trim(text, at, hi)
	r, _ := utf8.DecodeRuneInString(text[at:hi])
	return at, at < hi && (unicode.IsLetter(r) || r == '@')
}

// creditCue reads the credit text[lo:hi]: a name up to a comma, a bracket, a
// handle or a date, and a short role after the comma.
func creditCue(text string, para, lo, hi int) cue {
	if at, ok := creditDash(text, lo, hi); ok {
		lo = at
	}
	lo, hi = trim(text, lo, hi)
	end := lo
	for end < hi {
		r, n := utf8.DecodeRuneInString(text[end:hi])
		if strings.ContainsRune(",(|;@\n，،（·•", r) || end > lo && strings.HasPrefix(text[end:hi], " – ") || strings.HasPrefix(text[end:hi], " — ") {
			break
		}
		end += n
	}
	start, stop := trim(text, lo, end)
	for start < stop && strings.ContainsRune("\"“”«»", rune1(text[start:])) {
		start += len(string(rune1(text[start:])))
	}
	if start == stop && end < hi && text[end] == '@' {
		stop = end + len(handle(text[end:hi]))
	}
	if stop > start && strings.HasSuffix(text[start:stop], ".") && !strings.Contains(text[start:stop-1], ".") && !initialLast(text[start:stop-1]) {
		stop--
	}
	if start >= stop || stop-start > maxTag || !hasWord(text[start:stop]) {
		return cue{}
	}
	c := cue{side: after, para: para, at: Range{start, stop}, speaker: text[start:stop], named: true, utter: true}
	if end < hi && (text[end] == ',' || strings.HasPrefix(text[end:], "،")) {
		c.role = creditRole(text[end+len(string(rune1(text[end:]))) : hi])
	}
	return c
}

// initialLast reports a name whose last word is one capital: "Jory P".
func initialLast(name string) bool {
	r, n := utf8.DecodeLastRuneInString(name)
	return unicode.IsUpper(r) && strings.HasSuffix(name[:len(name)-n], " ")
}

func rune1(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// handle returns the name of an account at the start of s.
func handle(s string) string {
	i := 1
	for i < len(s) && (isASCIILetter(s[i]) || s[i] == '_' || s[i] >= '0' && s[i] <= '9') {
		i++
	}
	return s[:i]
}

// creditRole is what stands between the first comma of a credit and the next,
// unless it is a date or a title.
func creditRole(s string) string {
	if i := strings.IndexAny(s, ",;(|،"); i >= 0 {
		s = s[:i]
	}
	s = strings.TrimSuffix(strings.TrimSpace(s), ".")
	if s == "" || len(s) > 80 || strings.ContainsAny(s, "0123456789“\"«") {
		return ""
	}
	return s
}

// addBlock appends the block paragraph i to the finds. A paragraph that is only
// a credit line gives its speaker to those before it.
func (f *finder) addBlock(i int) {
	p := &f.paras[i]
	start, end := trim(p.Text, 0, len(p.Text))
	if at, ok := creditDash(p.Text, start, end); ok && end-at <= maxTag && f.creditBefore(i, creditCue(p.Text, i, at, end)) {
		return
	}
	if first := i == 0 || f.paras[i-1].Kind != QuoteBlock || f.paras[i-1].Block != p.Block; first {
		f.boxed = quotesNobody(f.language(i), p.Text[start:end])
	}
	if f.boxed {
		return
	}
	q := found{para: i, kind: Block, fixed: true, span: span{open: start, start: start, end: end, close: end}}
	if p.Credit != "" {
		q.cue = creditCue(p.Credit, i, 0, len(p.Credit))
		q.cue.at = Range{}
	}
	f.stripBlock(&q, p.Text)
	if q.end <= q.start || !hasWord(p.Text[q.start:q.end]) {
		return
	}
	if f.sameBlock(i) {
		last := &f.found[len(f.found)-1]
		if last.group == 0 {
			last.group = f.newGroup()
		}
		q.group = last.group
		if last.cue.speaker == "" {
			last.cue = q.cue
		}
	}
	f.found = append(f.found, q)
}

// quotesNobody reports a set-off box that is a note, a tip or a pointer to
// another page: a pictograph or one of the openings of such boxes begins it.
func quotesNobody(l *language, text string) bool {
	if r := rune1(text); unicode.Is(unicode.So, r) || unicode.Is(unicode.Sm, r) {
		return true
	}
	var room [4]token
	toks := tokenise(l, text, 0, min(len(text), 64), room[:0], false)
	if len(toks) < 2 || !toks[0].word {
		return false
	}
	if toks[1].low == ":" || toks[1].low == "!" {
		return l.boxes[toks[0].low]
	}
	return l.boxes[toks[0].low+"_"+toks[1].low]
}

// sameBlock reports whether the last find is an earlier part of block paragraph i.
func (f *finder) sameBlock(i int) bool {
	if len(f.found) == 0 {
		return false
	}
	last := &f.found[len(f.found)-1]
	p, q := &f.paras[i], &f.paras[last.para]
	return last.para == i-1 && q.Kind == QuoteBlock && q.Block == p.Block && q.Credit == p.Credit && last.close == last.end
}

// narrated reports whether a set-off paragraph is running text that quotes:
// “A,” she said. “B.” Its first mark is closed before it ends, and another is
// opened after words that nobody has said.
func narrated(text string) bool {
	start, end := trim(text, 0, len(text))
	p := roleOf(rune1(text[start:end])).pair
	if p == nil || p.single {
		return false
	}
	n := len(string(p.open))
	inside := text[start+n : end]
	shut := strings.IndexAny(inside, p.closes)
	if shut < 0 || p.open != rune1(inside[shut:]) && strings.ContainsRune(inside[:shut], p.open) {
		return false
	}
	rest := inside[shut+len(string(rune1(inside[shut:]))):]
	again := strings.IndexRune(rest, p.open)
	return again > 0 && again <= maxTag && hasWord(rest[:again]) && strings.ContainsAny(rest[again+n:], p.closes)
}

// stripBlock takes the outer marks and a credit at the end from a block.
func (f *finder) stripBlock(q *found, text string) {
	if at, ok := signedInside(text, q.start, q.end); ok {
		if c := creditCue(text, q.para, at, q.end); c.speaker != "" && q.cue.speaker == "" {
			q.cue, q.end = c, at
		}
	}
	p := roleOf(rune1(text[q.start:q.end])).pair
	if p == nil || p.single {
		return
	}
	n := len(string(p.open))
	at, size := -1, 0
	for _, r := range p.closes + p.slips {
		if i := strings.LastIndex(text[q.start+n:q.end], string(r)); i > at {
			at, size = i, len(string(r))
		}
	}
	if at < 0 {
		return
	}
	at += q.start + n
	rest := at + size
	if strings.Trim(text[rest:q.end], ".,;!? ") == "" {
		q.close = q.end
		q.start, q.end = trim(text, q.start+n, at)
		return
	}
	if from, ok := creditDash(text, rest, q.end); ok && q.end-from <= maxTag {
		q.cue = creditCue(text, q.para, from, q.end)
		q.close = rest
		q.start, q.end = trim(text, q.start+n, at)
	}
}

// creditBefore gives the credit line of paragraph i to the parts of its block.
func (f *finder) creditBefore(i int, c cue) bool {
	if len(f.found) == 0 || c.speaker == "" {
		return false
	}
	k := len(f.found) - 1
	last := &f.found[k]
	if last.kind != Block || last.para != i-1 || f.paras[last.para].Block != f.paras[i].Block {
		return false
	}
	return f.giveBack(c)
}

// giveBack makes c the source of the last find and of the parts before it.
func (f *finder) giveBack(c cue) bool {
	if c.speaker == "" {
		return false
	}
	k := len(f.found) - 1
	group := f.found[k].group
	f.found[k].cue = c
	for k--; k >= 0 && group != 0 && f.found[k].group == group; k-- {
		f.found[k].cue = c
	}
	return true
}

// introduce gives a block without a credit the source that the paragraph before
// it names: "As Ann Lee writes:", or the one who speaks in its last sentence.
func (f *finder) introduce(i int) {
	q := &f.found[i]
	if q.cue.speaker != "" || f.paras[q.para].Kind != QuoteBlock {
		return
	}
	if i > 0 && q.group != 0 && f.found[i-1].group == q.group {
		q.cue = f.found[i-1].cue
		return
	}
	para := q.para - 1
	if para < 0 || f.paras[para].Kind == QuoteBlock || f.paras[para].Kind == Heading {
		return
	}
	l := f.language(para)
	text := strings.TrimRightFunc(f.paras[para].Text, unicode.IsSpace)
	if l.arabic != nil {
		return
	}
	if l.cjk != nil {
		q.cue = l.cjk.leadIn(text, text[sentenceStart(l, text, 0, len(text)):], len(text))
		q.cue.para = para
		return
	}
	c := f.leadIn(q, l, 0)
	if c.speaker == "" {
		if got, ok := f.subjectBefore(l, text, 0, len(text), para, false); ok {
			c = got
		}
	}
	if c.speaker != "" && !c.invented {
		q.cue = c
	}
}

// signed gives the blocks before paragraph i the name that it signs them with:
// a line of a dash and a name, or of a name and a role without a full stop.
func (f *finder) signed(i int) bool {
	text := f.paras[i].Text
	if i == 0 || len(f.found) == 0 || len(text) > maxTag || f.paras[i-1].Kind != QuoteBlock || f.paras[i].Kind != Text {
		return false
	}
	last := &f.found[len(f.found)-1]
	if last.para != i-1 || last.cue.speaker != "" {
		return false
	}
	at, ok := creditDash(text, 0, len(text))
	if !ok && !signature(text) {
		return false
	}
	return f.giveBack(creditCue(text, i, at, len(text)))
}

// signedInside finds a signature that follows the closing mark of a block
// without a dash: ‘... up.” Ann Lee, 15 May 2017’. It returns where it begins.
func signedInside(text string, lo, hi int) (int, bool) {
	at := strings.LastIndexAny(text[lo:hi], "\"”»")
	if at <= 0 || hi-lo-at > maxTag/2 {
		return 0, false
	}
	at += lo + len(string(rune1(text[lo+at:])))
	at, _ = trim(text, at, hi)
	return at, at < hi && signature(strings.TrimSuffix(text[at:hi], "."))
}

// signature reports a line of a name of two words or three, a comma and a role.
func signature(text string) bool {
	name, role, ok := strings.Cut(text, ", ")
	if !ok || endsFull(text) || strings.HasSuffix(role, ":") {
		return false
	}
	words := strings.Fields(name)
	for _, w := range words {
		if !unicode.IsUpper(rune1(w)) {
			return false
		}
	}
	return len(words) == 2 || len(words) == 3
}
