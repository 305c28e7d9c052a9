package quotes

// Neighbouring finds in, cues carried from one to the other and groups out.

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxBridge is the longest text, in bytes, between two parts of one utterance.
const maxBridge = 220

// longSpeech is how many words a paragraph of speech has that is no line of a
// dialogue.
const longSpeech = 15

// link carries cues over and numbers groups.
func (f *finder) link() {
	f.joinParagraphs()
	for i := 1; i < len(f.found); i++ {
		f.linkBack(i)
	}
	for i := len(f.found) - 2; i >= 0; i-- {
		f.linkAhead(i)
	}
	for i := range f.found {
		f.carry(i)
	}
}

// joinParagraphs groups the paragraphs of a quotation whose closing mark is
// held back, and drops open marks that nothing speaks for.
func (f *finder) joinParagraphs() {
	kept := f.found[:0]
	for i := range f.found {
		q := f.found[i]
		if n := len(kept); n > 0 && kept[n-1].unclosed && kept[n-1].para == q.para-1 && q.open == 0 && q.mark == kept[n-1].mark {
			last := &kept[n-1]
			if last.group == 0 {
				last.group = f.newGroup()
			}
			q.group, last.firm, q.firm = last.group, true, true
			if !q.cue.has() {
				q.cue = inherit(last.cue)
			}
		} else if n > 0 && kept[n-1].unclosed && !f.believed(&kept[n-1]) {
			kept = kept[:n-1]
		}
		kept = append(kept, q)
	}
	if n := len(kept); n > 0 && kept[n-1].unclosed && !f.believed(&kept[n-1]) {
		kept = kept[:n-1]
	}
	f.found = kept
}

// believed reports whether a span without a closing mark is one all the same.
func (f *finder) believed(q *found) bool {
	return q.firm || q.cue.side == before && q.cue.utter || q.cue.side == before && wordCount(f.text(q)) >= 3 && q.cue.speaker != ""
}

// text returns the words of q.
func (f *finder) text(q *found) string { return f.paras[q.para].Text[q.start:q.end] }

// inherit is the cue c for a part that it does not stand beside.
func inherit(c cue) cue {
	if c.side != nowhere {
		c.side = inherited
	}
	c.title, c.utter = false, false
	return c
}

// linkBack joins find i to the one before it in its paragraph.
func (f *finder) linkBack(i int) {
	q, prev := &f.found[i], &f.found[i-1]
	if q.fixed || prev.fixed || q.para != prev.para || q.open-prev.close > maxBridge {
		return
	}
	l := f.language(q.para)
	between := f.paras[q.para].Text[prev.close:q.open]
	end := sentenceEnd(l, between, 0, len(between))
	oneSentence := end == len(between)
	tagOnly := strings.TrimFunc(between[end:], func(r rune) bool { return !unicode.IsLetter(r) }) == ""
	tagged := prev.cue.speaker != "" && prev.cue.side == after && prev.cue.utter && prev.cue.at.Start >= prev.close
	tagged = tagged && !prev.cue.title
	own := q.cue.side == after && q.cue.speaker != ""
	if !prev.cue.title && prev.cue.side == after && prev.cue.utter && prev.cue.verb != "" && prev.cue.speaker == "" {
		tagged = true
	}
	switch {
	case tagged && tagOnly && !own && (!q.cue.has() || q.cue.at == prev.cue.at || q.cue.verb == prev.cue.verb):
		q.cue = inherit(prev.cue)
		q.cue.utter = true
		f.join(prev, q)
	case tagged && tagOnly && own && q.cue.speaker == prev.cue.speaker:
		f.join(prev, q)
	case oneSentence && !q.cue.has() && prev.cue.has() && !q.cue.title && (!endsFull(f.text(prev)) || strings.TrimSpace(between) == ""):
		q.cue = inherit(prev.cue)
	}
}

// join puts two finds in one group.
func (f *finder) join(prev, q *found) {
	if prev.group == 0 {
		prev.group = f.newGroup()
	}
	q.group = prev.group
}

// linkAhead gives find i the tag that follows a later part of its sentence:
// “A,” which is B, “C,” she says.
func (f *finder) linkAhead(i int) {
	q, next := &f.found[i], &f.found[i+1]
	if next.group != 0 && next.group == q.group && q.cue.speaker == "" {
		q.cue = inherit(next.cue)
		return
	}
	if q.fixed || q.para != next.para || q.cue.has() || q.cue.title || next.cue.side != after || next.cue.speaker == "" || next.open-q.close > maxBridge {
		return
	}
	text := f.paras[q.para].Text
	between := text[q.close:next.open]
	if endsFull(f.text(q)) || sentenceEnd(f.language(q.para), between, 0, len(between)) < len(between) {
		return
	}
	q.cue = inherit(next.cue)
	if strings.HasSuffix(f.text(q), ",") && next.cue.utter {
		f.join(next, q)
		next.group = q.group
	}
}

// endsFull reports whether s ends a sentence.
func endsFull(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "\"”’'»)"))
	return strings.ContainsRune(".!?…。！？", r)
}

// carry finds a source for a whole utterance without one: the subject of the
// sentence before it, or the last source nearby.
func (f *finder) carry(i int) {
	q := &f.found[i]
	if q.fixed || q.cue.speaker != "" || q.cue.title || q.cue.invented || f.paras[q.para].Kind == Heading {
		return
	}
	verbOnly := q.cue.verb != ""
	text := f.paras[q.para].Text
	l := f.language(q.para)
	lo, _ := f.bounds(i)
	if !verbOnly && !f.stands(q) {
		f.carryReported(i, l, text, lo)
		return
	}
	if c, ok := f.subjectBefore(l, text, lo, q.open, q.para, verbOnly); ok {
		c.verb, c.utter = q.cue.verb, q.cue.utter
		q.cue = c
		return
	}
	q.cue.dropped = q.cue.dropped || verbOnly && l.drops
	if i == 0 {
		return
	}
	prev := &f.found[i-1]
	near := prev.para == q.para && q.open-prev.close < window || prev.para == q.para-1 && f.monologue(prev) && f.monologue(q)
	if prev.cue.speaker != "" && near && !prev.fixed && !prev.cue.title && (prev.cue.utter || prev.cue.side == inherited) {
		verb, utter := q.cue.verb, q.cue.utter
		q.cue = inherit(prev.cue)
		q.cue.verb, q.cue.utter = verb, utter
	}
}

// carryReported gives find i, a fragment in a sentence of reported speech, the
// subject of the sentence before, or the source of the find before it. The mood
// of the verb tells such speech: "Sie habe „große Angst“ gehabt."
func (f *finder) carryReported(i int, l *language, text string, lo int) {
	q := &f.found[i]
	if len(l.reported) == 0 {
		return
	}
	start := sentenceStart(l, text, lo, q.open)
	f.toks = tokenise(l, text, start, q.open, f.toks[:0], true)
	mood := false
	for k := range f.toks {
		mood = mood || l.reported[f.toks[k].low]
	}
	if !mood {
		return
	}
	if c, ok := f.subjectBefore(l, text, lo, start, q.para, false); ok {
		q.cue = c
	} else if i > 0 && f.found[i-1].para == q.para {
		q.cue = inherit(f.found[i-1].cue)
	}
	q.cue.verb = ""
}

// monologue reports whether q is a long paragraph of speech, but for its tag.
// In a dialogue, whose lines are short, the next paragraph is somebody else's.
func (f *finder) monologue(q *found) bool {
	text := f.paras[q.para].Text
	return (q.open == 0 || q.group != 0 || q.cue.side == before && q.cue.utter) && wordCount(f.text(q)) >= longSpeech &&
		q.close+window/4 > len(text) && sentenceEnd(f.language(q.para), text, q.close, len(text)) >= len(text)-1
}

// stands reports whether q is whole sentences that begin where one may begin.
func (f *finder) stands(q *found) bool {
	s := f.text(q)
	if !startsFull(s) || wordCount(s) < 4 || !endsFull(s) {
		return q.firm
	}
	text := strings.TrimRightFunc(f.paras[q.para].Text[:q.open], unicode.IsSpace)
	r, _ := utf8.DecodeLastRuneInString(text)
	return text == "" || strings.ContainsRune(".!?…:”\"»。！？", r)
}

// subjectBefore reads the named subject of the sentence right before offset hi.
func (f *finder) subjectBefore(l *language, text string, lo, hi, para int, verbOnly bool) (cue, bool) {
	if l.cjk != nil || l.arabic != nil {
		return cue{}, false
	}
	_, end := trim(text, lo, hi)
	if end <= lo {
		return cue{}, false
	}
	start := sentenceStart(l, text, lo, end)
	c := &context{l: l, text: text, reg: f.reg, toks: tokenise(l, text, start, end, f.toks[:0], false)}
	f.toks = c.toks
	if c.at(0).word && !c.at(0).capital {
		return cue{}, false
	}
	if got, ok := c.reported(); ok {
		got.side, got.para = inherited, para
		return got, true
	}
	p, ok := c.firstPhrase(len(c.toks))
	if !ok || !p.named || c.at(p.first) != c.at(0) || !c.reg.isPerson(c.text[p.Start:p.End]) {
		got, ok := c.lastName()
		got.side, got.para, got.unsure = inherited, para, true
		return got, ok && verbOnly
	}
	q := c.withPhrase(p, Range{}, false)
	q.side, q.para = inherited, para
	return q, true
}

// reported reads the source of a sentence of indirect speech: "It can not, Lee
// added." and "Lee says there is none."
func (c *context) reported() (cue, bool) {
	for k := range c.toks {
		n := c.according(k)
		if n == 0 {
			continue
		}
		if got, ok := c.source(k, n, false); ok && got.named && c.reg.isPerson(got.speaker) {
			return got, true // "According to Lee, there is none."
		}
	}
	for k := len(c.toks) - 1; k > 0; k-- {
		n := c.isVerb(k)
		if n == 0 || !c.l.say[c.at(k).low] {
			continue
		}
		p, ok := c.phraseBefore(k)
		if !ok && c.at(k-1).low == "," {
			p, ok = c.phraseAfter(k + n)
		}
		if ok && p.named && c.reg.isPerson(c.text[p.Start:p.End]) {
			return c.withPhrase(p, Range{}, false), true
		}
	}
	return cue{}, false
}

// lastName reads the last name of two words or more, for a verb that leaves
// its subject out.
func (c *context) lastName() (cue, bool) {
	for k := len(c.toks); k > 1; k-- {
		if !c.at(k-1).capital || !c.at(k-2).capital {
			continue
		}
		i := k - 2
		for c.at(i - 1).capital {
			i--
		}
		if c.at(i - 1).is(inLinks) {
			continue // "the coach of Real Madrid"
		}
		if p := c.pick(i, k); p.named && p.Range.End-p.Start > c.at(k-1).end-c.at(k-1).start {
			return c.withPhrase(p, Range{}, false), true
		}
	}
	return cue{}, false
}

// soleQuotes is how many quotations with a speaker an article needs before its
// only source is taken for that of the others.
const soleQuotes = 3

// onlySource gives the whole utterances without a source the only one that the
// article quotes, as an interview or an expert's advice has it. Another reading
// remains.
func (f *finder) onlySource() {
	source, count := "", 0
	for i := range f.found {
		q := &f.found[i]
		if q.kind == Phrase || q.cue.speaker == "" || q.cue.pronoun {
			continue
		}
		name := f.reg.fullest(q.cue.speaker)
		if !q.cue.named || source != "" && name != source {
			return
		}
		source = name
		count++
	}
	if count < soleQuotes {
		return
	}
	last := -1
	for i := range f.found {
		q := &f.found[i]
		if q.cue.speaker != "" && q.cue.named {
			last = i
		} else if last >= 0 && q.kind == Direct && !q.cue.has() && f.stands(q) {
			q.cue = inherit(f.found[last].cue)
			q.cue.verb, q.cue.unsure = "", true
		}
	}
}
