package quotes

// The sentence before a span in, the cue in it out.

import "strings"

// leadIn reads the tokens of a sentence that a span follows.
func (c *context) leadIn() cue {
	n := len(c.toks)
	last := c.at(n - 1)
	open := last.low == ":" || last.low == ","
	q := cue{title: !open && c.announced(n)}
	if got, ok := c.leadVerb(open); ok {
		got.title, got.side = q.title, before
		return got
	}
	if got, ok := c.leadAccording(open); ok {
		got.title, got.side = q.title, before
		return got
	}
	if last.low == ":" {
		if got, ok := c.leadColon(n - 1); ok {
			got.side = before
			return got
		}
		for k := range c.toks {
			q.invented = q.invented || c.l.modals[c.at(k).low] && c.at(k).low != "to"
		}
	}
	return q
}

// announced reports whether one of the last words before n tells of a title.
func (c *context) announced(n int) bool {
	for k := n - 1; k >= 0 && k >= n-2; k-- {
		if !c.at(k).word {
			return false
		}
		if c.at(k).is(inWorks) {
			return true
		}
	}
	return false
}

// clauses are the words between a verb of saying and a reported clause.
var clauses = set("that dass que qu che dat att что że")

// leadVerb looks for the last verb of saying that has a subject.
func (c *context) leadVerb(open bool) (cue, bool) {
	n := len(c.toks)
	for k := n - 1; k >= 0; k-- {
		v := c.isVerb(k)
		if v == 0 || k+v > n {
			continue
		}
		t := c.at(k)
		if c.l.weak[t.low] && !c.l.say[t.low] && n-k > 5 && !(open && n-k < 12) && !clauses[c.at(k+v).low] {
			continue
		}
		if c.at(k+v).low == "by" {
			if got, ok := c.made(k, v, k+v+1, open); ok && got.named {
				return got, true // "described by Ann Lee as"
			}
			continue
		}
		if c.passive(k) {
			continue
		}
		if got, ok := c.leadVerbAt(k, v, open); ok {
			return got, true
		}
	}
	return cue{}, false
}

// leadVerbAt reads the subject of the verb of v tokens at token k. A verb without
// one counts where the speaker goes without saying.
func (c *context) leadVerbAt(k, v int, open bool) (cue, bool) {
	n, t := len(c.toks), c.at(k)
	verb := Range{t.start, c.at(k + v - 1).end}
	q := cue{verb: c.text[verb.Start:verb.End], utter: c.at(n-1).low == ":" || open && n-k-v <= 5}
	if c.l.in[t.low] {
		return c.leadPlace(k, verb, q.utter)
	}
	if c.l.drops && open && k+v == n-1 && c.at(k-1).low == "," {
		q.utter = true // "Quanto alla cima, ammette, «...»"
		return q, true
	}
	if p, ok := c.subject(k, v, open); ok {
		got := c.withPhrase(p, verb, q.utter)
		got.invented = got.invented || c.at(k-1).is(inModals)
		got.adjacent = k+v == n && c.l.say[t.low]
		return got, true
	}
	if open && k <= 1 {
		q.invented = t.capital
		return q, true
	}
	q.invented = true
	return q, c.at(k-1).is(inModals) || c.at(k-1).low == "" && t.capital
}

// subject reads who does what the verb of v tokens at token k says.
func (c *context) subject(k, v int, open bool) (phrase, bool) {
	if c.l.second && c.at(k-1).low == "," {
		if p, ok := c.invertedSubject(k+v, open); ok { // "Auf die Frage, ob er bleibe, sagt Lenz"
			return p, true
		}
	}
	if p, ok := c.phraseBefore(k); ok {
		return p, true
	}
	return c.invertedSubject(k+v, open)
}

// invertedSubject reads a subject after its verb, as German has it when
// something else begins the sentence.
func (c *context) invertedSubject(k int, open bool) (phrase, bool) {
	if c.l.tag == "en" && !open {
		return phrase{}, false
	}
	p, ok := c.phraseAfter(k)
	return p, ok && (p.named || p.pronoun)
}

// leadPlace reads the source of an impersonal verb: "In dem Brief heißt es".
func (c *context) leadPlace(k int, verb Range, utter bool) (cue, bool) {
	i := 0
	for i < k && !(c.at(i).is(inStops) || c.at(i).is(inLinks)) {
		i++
	}
	end := i + 1
	for end < k && c.at(end).word && !(end > i+1 && (c.at(end).is(inStops) && !c.at(end).is(inDets))) {
		end++
	}
	if i >= k || end == i+1 {
		return cue{verb: c.text[verb.Start:verb.End], utter: utter}, true
	}
	p := phrase{Range: Range{c.at(i + 1).start, c.at(end - 1).end}}
	return c.withPhrase(p, verb, utter), true
}

// leadAccording reads "According to the report," and "laut Polizei".
func (c *context) leadAccording(open bool) (cue, bool) {
	for k := len(c.toks) - 1; k >= 0; k-- {
		if n := c.according(k); n > 0 {
			if got, ok := c.source(k, n, open); ok {
				return got, true
			}
		}
		if c.at(k).is(inPost) {
			if p, ok := c.phraseEnding(k); ok {
				return c.withPhrase(p, Range{c.at(k).start, c.at(k).end}, open), true
			}
		}
	}
	return cue{}, false
}

// person reports whether a name is that of somebody: it speaks elsewhere, it is
// all there is before the colon and the article tells of it, or it has two or
// three words amid others.
func (c *context) person(p phrase) bool {
	name := c.text[p.Start:p.End]
	words := strings.Count(name, " ") + 1
	if c.label && words == len(c.toks)-1 && (c.strong && words > 1 || c.reg.tells(c.l, name)) {
		return true // "Ann Lee:" as in interviews
	}
	return c.reg.isPerson(name) || (words == 2 || words == 3) && len(c.toks) > words+2 && !(c.at(p.first).start == p.Start && c.at(p.first).is(inDets))
}

// leadColon reads the source of a quotation that a colon at token k
// announces: the owner of the last noun ("Lee's answer:"), the name before it,
// the subject of the sentence, or the only person in it.
func (c *context) leadColon(k int) (cue, bool) {
	if t := c.at(k - 2); t.capital && t.bare() != t.low && c.at(k-1).word {
		if p, ok := c.phraseEnding(k - 1); ok && p.named {
			return c.withPhrase(p, Range{}, true), true
		}
	}
	p, ok := c.phraseEnding(k)
	if !ok || !p.named || p.Range.End != c.at(k-1).end {
		p, ok = c.firstPhrase(k)
	}
	if !ok || !p.named || !c.person(p) {
		p, ok = c.onlyPerson(k)
	}
	if !ok {
		return cue{}, false
	}
	return c.withPhrase(p, Range{}, true), true
}

// onlyPerson reads the one name before token k of somebody who speaks elsewhere.
func (c *context) onlyPerson(k int) (p phrase, ok bool) {
	for i := 0; i < k; i++ {
		if !c.at(i).capital || c.at(i-1).is(inDets) {
			continue
		}
		end := i + 1
		for end < k && c.at(end).capital {
			end++
		}
		if q := c.pick(i, end); q.named && c.reg.isPerson(c.text[q.Start:q.End]) {
			if ok {
				return p, false
			}
			q.role = Range{}
			p, ok = q, true
		}
		i = end
	}
	return p, ok
}
