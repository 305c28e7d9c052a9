package quotes

// A span in, the verb of saying beside it and that verb's subject out.

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A side says where a cue stands.
type side int

const (
	nowhere side = iota
	before
	after
	inherited // from a neighbour
)

// A cue is what the text beside a span says of its source.
type cue struct {
	side     side
	verb     string // as written
	speaker  string // as written; "" if the cue names none
	role     string
	para     int   // paragraph of the speaker
	at       Range // the speaker in that paragraph
	pronoun  bool
	named    bool
	utter    bool   // the span is all that was uttered: "No," she said
	title    bool   // a word before the span announces a title or a term
	invented bool   // nobody said it: "you could ask"
	adjacent bool   // the verb stands right before the opening mark
	genitive bool   // the speaker follows a preposition that changes the name
	unsure   bool   // the text may be read as naming another
	dropped  bool   // the verb stands without its subject, as the language allows
	hearer   string // who was told, in lower case
}

// has reports whether the cue tells anything of a source.
func (q *cue) has() bool { return q.verb != "" || q.speaker != "" }

// findCues fills the cue of every find.
func (f *finder) findCues() {
	for i := range f.found {
		q := &f.found[i]
		if q.fixed {
			f.introduce(i)
			continue
		}
		lo, hi := f.bounds(i)
		l := f.language(q.para)
		if l.arabic != nil {
			q.cue = f.arabicCue(q, l, lo, hi)
		} else if l.cjk != nil {
			q.cue = l.cjk.find(f.paras[q.para].Text, q.span, lo, hi)
			q.cue.para = q.para
		} else {
			q.cue = f.cueOf(q, l, f.leadStart(i, lo), hi)
		}
	}
}

// bounds returns the stretch of its paragraph that the find i shares with no
// other: from the end of the one before to the start of the one after.
func (f *finder) bounds(i int) (lo, hi int) {
	hi = len(f.paras[f.found[i].para].Text)
	if i > 0 && f.found[i-1].para == f.found[i].para {
		lo = f.found[i-1].close
	}
	if i+1 < len(f.found) && f.found[i+1].para == f.found[i].para {
		hi = f.found[i+1].open
	}
	return lo, hi
}

// leadStart moves lo back over short spans, which are often terms inside the
// sentence that leads to find i.
func (f *finder) leadStart(i, lo int) int {
	for k := i - 1; k >= 0 && k > i-4 && f.found[k].para == f.found[i].para; k-- {
		q := &f.found[k]
		if q.end-q.start > shortSpan || q.cue.utter && !q.cue.title || endsFull(f.text(q)) {
			break
		}
		lo = 0
		if k > 0 && f.found[k-1].para == q.para {
			lo = f.found[k-1].close
		}
	}
	return lo
}

// cueOf looks on both sides of q, first where its punctuation points to.
func (f *finder) cueOf(q *found, l *language, lo, hi int) cue {
	text := f.paras[q.para].Text
	end := sentenceEnd(l, text, q.close, hi)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[q.start:q.end], "\"”’'»"))
	lead := f.leadIn(q, l, lo)
	if strings.ContainsRune(".,!?…", last) && lead.adjacent {
		lead.utter = true // she said “No,” and left
	}
	if !strings.ContainsRune(",，", last) && lead.side == before && lead.utter {
		return lead
	}
	c := &context{l: l, text: text, reg: f.reg, toks: tokenise(l, text, q.close, end, f.toks[:0], false)}
	f.toks = c.toks
	got, ok := c.tagAfter(last)
	if !ok && lead.side == nowhere && last != '.' {
		got, ok = c.laterTag()
	}
	if !ok {
		return lead
	}
	got.para, got.side = q.para, after
	if got.speaker == "" && lead.speaker != "" && !lead.title {
		return lead
	}
	got.title = lead.title && !strings.ContainsRune(".!?…", last)
	return got
}

// leadIn reads the sentence before q. Where q opens a paragraph and the one
// before ends with a colon, that is the lead-in.
func (f *finder) leadIn(q *found, l *language, lo int) cue {
	text, para, hi := f.paras[q.para].Text, q.para, q.open
	if q.open == 0 && para > 0 {
		text = strings.TrimRightFunc(f.paras[para-1].Text, unicode.IsSpace)
		para, lo, hi = para-1, 0, len(text)
		if !strings.HasSuffix(text, ":") && !strings.HasSuffix(text, ",") || f.paras[para].Kind == QuoteBlock {
			return cue{}
		}
	}
	start := sentenceStart(l, text, lo, hi)
	c := &context{l: l, text: text, reg: f.reg, toks: tokenise(l, text, start, hi, f.toks[:0], true)}
	f.toks = c.toks
	c.lead, c.label = true, start == 0 && lo == 0
	c.strong = c.label && f.paras[para].Label >= len(strings.TrimRight(text[:hi], ": "))
	got := c.leadIn()
	got.para = para
	return got
}

// isVerb returns how many tokens the verb of saying at token i takes; 0 is none.
func (c *context) isVerb(i int) int {
	t := c.at(i)
	if !t.word {
		return 0
	}
	n := 0
	for _, second := range c.l.verbs[t.low] {
		if second == "" {
			n = max(n, 1)
		} else if c.at(i+1).low == second {
			n = 2
		}
	}
	return n
}

// inverted splits a verb or auxiliary that its pronoun leans on: "dit-elle",
// "a-t-il" before "ajouté".
func (c *context) inverted(i int) (verb, pronoun Range, next int, ok bool) {
	t := c.at(i)
	cut := strings.LastIndexByte(t.low, '-')
	if cut < 0 || !c.l.pronouns[t.low[cut+1:]] || len(t.low) != t.end-t.start {
		return verb, pronoun, 0, false
	}
	stem := strings.TrimSuffix(t.low[:cut], "-t")
	pronoun = Range{t.start + cut + 1, t.end}
	if c.l.verbs[stem] != nil {
		return Range{t.start, t.start + len(stem)}, pronoun, i + 1, true
	}
	if v := c.at(i + 1); c.l.aux[stem] && c.isVerb(i+1) > 0 {
		return Range{v.start, v.end}, pronoun, i + 2, true
	}
	return verb, pronoun, 0, false
}

// tagAfter reads a speech tag that begins right after the closing mark. Last
// is the last rune inside the marks.
func (c *context) tagAfter(last rune) (cue, bool) {
	i := 0
	for i < 3 && (c.at(i).low == "," || isDash(c.at(i).low)) {
		i++
	}
	utter := i > 0 || strings.ContainsRune(",!?.…", last)
	if c.at(i).capital && (last == '.' || last == '…') && i == 0 {
		return cue{}, false
	}
	if n := c.according(i); n > 0 {
		return c.source(i, n, utter)
	}
	if c.at(i).is(inSo) {
		got, ok := c.made(i, 1, i+1, utter)
		got.verb = ""
		return got, ok
	}
	if got, ok := c.verbFirst(i, utter); ok {
		return got, true
	}
	return c.subjectFirst(i, utter)
}

// isDash reports a token that is a dash.
func isDash(s string) bool { return s == "—" || s == "–" || s == "-" || s == "―" }

// according returns the length of a preposition of source at token i.
func (c *context) according(i int) int {
	if t := c.at(i); t.capital && t.is(inOpening) {
		return 1
	}
	for _, a := range c.l.according {
		n := 0
		for n < len(a) && c.at(i+n).low == a[n] {
			n++
		}
		if n == len(a) {
			return n
		}
	}
	return 0
}

// source reads what follows the preposition of n tokens at token i.
func (c *context) source(i, n int, utter bool) (cue, bool) {
	got, ok := c.made(i, n, i+n, utter)
	got.genitive = ok && got.named && c.l.inflects
	return got, ok
}

// made builds a cue from n tokens of a verb at i and the phrase at subject.
func (c *context) made(i, n, subject int, utter bool) (cue, bool) {
	p, ok := c.phraseAfter(subject)
	if !ok {
		return cue{}, false
	}
	if c.lead && p.role.Start > p.Range.Start {
		p.role = Range{} // "According to Lee, the pump": the subject
	}
	return c.withPhrase(p, Range{c.at(i).start, c.at(i + n - 1).end}, utter), true
}

// withPhrase is the cue of a verb and its subject.
func (c *context) withPhrase(p phrase, verb Range, utter bool) cue {
	q := cue{verb: c.text[verb.Start:verb.End], utter: utter, at: p.Range, pronoun: p.pronoun, named: p.named}
	p.Range.End = p.Range.Start + len(strings.TrimSuffix(strings.TrimSuffix(c.text[p.Start:p.End], "’s"), "'s"))
	q.at = p.Range
	q.speaker = c.text[p.Start:p.End]
	q.role = c.text[p.role.Start:p.role.End]
	q.invented = c.l.invented[fold(q.speaker)] && !p.named
	return q
}

// verbFirst reads "said Maria Lopez", "a expliqué la maire", "dit-elle", and a
// verb alone where the language drops its pronouns.
func (c *context) verbFirst(i int, utter bool) (cue, bool) {
	j := i
	if len(c.l.elided) > 0 {
		for n := 0; n < 3 && c.at(j).is(inAux); n++ {
			j++
		}
	}
	if verb, pronoun, _, ok := c.inverted(j); ok {
		p := phrase{Range: pronoun, pronoun: true}
		return c.withPhrase(p, verb, utter), true
	}
	n := c.isVerb(j)
	if n == 0 {
		return cue{}, false
	}
	if got, ok := c.made(j, n, j+n, utter); ok {
		return got, true
	}
	next := c.at(j + n)
	if utter && (!next.word || next.is(inStops)) && !clauses[next.low] && c.l.tag != "en" {
		return cue{verb: c.text[c.at(j).start:c.at(j+n-1).end], utter: true}, true
	}
	return cue{}, false
}

// passive reports a participle at token k whose subject is not who spoke: "the
// wall is said to be", "it was reported", "Lee was told".
func (c *context) passive(k int) bool {
	if strings.HasSuffix(c.at(k).low, "ing") {
		return false
	}
	if c.l.passive[c.at(k-1).low] {
		return true
	}
	adverb := c.at(k-1).is(inAdverbs) || strings.HasSuffix(c.at(k-1).low, "ly")
	return adverb && c.l.passive[c.at(k-2).low] // "is widely said to be"
}

// subjectFirst reads "the mayor said", "Maria Lopez, the mayor, said".
func (c *context) subjectFirst(i int, utter bool) (cue, bool) {
	for k := i + 1; k < i+20 && k < len(c.toks); k++ {
		if t := c.at(k); !t.word && t.low != "," && t.low != "(" && t.low != ")" {
			break
		}
		n := c.isVerb(k)
		if n == 0 || c.passive(k) {
			continue
		}
		if p, ok := c.phraseBefore(k); ok && (p.first == i || p.first == c.skipAdverbs(i)) {
			got := c.withPhrase(p, Range{c.at(k).start, c.at(k + n - 1).end}, utter)
			got.invented = got.invented || c.at(k-1).is(inModals)
			if t := c.at(k + n); t.capital {
				got.hearer = t.bare()
			}
			return got, true
		}
		if p, ok := c.firstPhrase(k); ok && p.first == i && p.named && c.at(i+1).capital && p.next < k && c.at(p.next).low == "," {
			return c.withPhrase(p, Range{c.at(k).start, c.at(k + n - 1).end}, utter), true
		}
	}
	return cue{}, false
}

// laterTag reads a tag further on in the sentence: `a “fix” for it, says Ann`.
func (c *context) laterTag() (cue, bool) {
	for k := 0; k < len(c.toks); k++ {
		if c.at(k).low != "," {
			continue
		}
		if n := c.according(k + 1); n > 0 {
			return c.source(k+1, n, false)
		}
		if n := c.isVerb(k + 1); n > 0 {
			got, ok := c.made(k+1, n, k+1+n, false)
			return got, ok
		}
		if got, ok := c.subjectFirst(k+1, false); ok {
			return got, true
		}
	}
	return cue{}, false
}
