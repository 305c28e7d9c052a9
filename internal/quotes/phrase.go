package quotes

// The tokens beside a verb of saying in, the noun phrase that is its subject out.

import "strings"

// A phrase is a noun phrase, as ranges of the text it stands in.
type phrase struct {
	Range         // the name, or the phrase if it has none
	role    Range // a short apposition, or the nouns before the name
	pronoun bool
	named   bool // Range is a proper name
	first   int  // first token of the whole phrase
	next    int  // token after the whole phrase
}

// ands join two nouns in all languages of the table.
var ands = set("and und en och et y e i и")

// phraseAfter reads the noun phrase at token i or, past adverbs, shortly after.
func (c *context) phraseAfter(i int) (phrase, bool) {
	i = c.skipAdverbs(i)
	t := c.at(i)
	if !t.word {
		return phrase{}, false
	}
	if c.l.hearers[t.bare()] {
		if p, ok := c.pastHearer(i); ok {
			return p, true
		}
	}
	if t.is(inPronouns) && !(t.is(inDets) && c.at(i+1).word && !c.at(i+1).is(inStops)) {
		return phrase{Range: Range{t.start, t.end}, pronoun: true, first: i, next: i + 1}, true
	}
	end := i
	for end < len(c.toks) && end-i < maxPhrase && c.continues(i, end) {
		end++
	}
	if end == i {
		return phrase{}, false
	}
	p := c.pick(i, end)
	c.apposition(&p)
	return p, true
}

// pastHearer reads the subject that follows who was told: "ha detto al Corriere
// del Lago Anna Neri", "a déclaré à l'AFP Anne Roux". Of a run of capitalised
// words, the last two are the name.
func (c *context) pastHearer(i int) (phrase, bool) {
	end := i + 1
	for end < len(c.toks) && end-i < maxPhrase && (c.at(end).capital || c.at(end).is(inParticles) || c.at(end).is(inDets) || c.at(end).is(inLinks)) {
		end++
	}
	j := end
	for j > i+1 && c.at(j-1).capital {
		j--
	}
	if j = max(j, end-2); end-j < 2 || j == i+1 {
		return phrase{}, false
	}
	p := phrase{Range: Range{c.at(j).start, c.at(end - 1).end}, named: true, first: j, next: end}
	c.apposition(&p)
	return p, true
}

// skipAdverbs returns the first token from i that is no adverb of a tag: "dijo
// este martes la consejera".
func (c *context) skipAdverbs(i int) int {
	for n := 0; n < 4; n++ {
		t := c.at(i)
		next := c.at(i + 1)
		if t.capital && next.capital {
			break // "Will Hart"
		}
		if t.is(inAdverbs) && (!t.is(inDets) || next.is(inAdverbs)) || t.is(inAux) && !t.is(inDets) && !t.is(inPronouns) ||
			c.l.tag == "en" && !t.capital && strings.HasSuffix(t.low, "ly") && len(t.low) > 4 && !next.is(inStops) {
			i++
			continue
		}
		break
	}
	return i
}

// continues reports whether token k belongs to the noun phrase that began at i.
func (c *context) continues(i, k int) bool {
	t := c.at(k)
	if !t.word {
		return false
	}
	next := c.at(k + 1)
	if k > i && c.at(k-1).capital && c.particle(k) {
		return true
	}
	if t.is(inLinks) && k > i {
		return next.word && (c.at(i).is(inDets) || !c.at(i).capital || c.at(k-1).is(inRoles)) && (!ands[t.low] || c.at(k-1).is(inRoles))
	}
	return !t.is(inStops) || t.capital && k == i || t.is(inDets)
}

// pick finds the name in the tokens [i, end), or takes the phrase as it is.
func (c *context) pick(i, end int) phrase {
	p := phrase{first: i, next: end}
	j, k := c.nameRun(c.afterRole(i, end), end)
	if j < k && !(k-j == 1 && c.at(j).is(inRoles)) {
		r := c.lastRole(j, k)
		if t := c.at(k - 1); k-r == 1 && (t.is(inTitles) || t.is(inRoles)) {
			return c.whole(p, end) // "the bank's Vice President"
		}
		nounPhrase := c.at(i).is(inDets) && j <= i+1 && (!c.at(end-1).capital || c.l.nouns && k-r == 1)
		if c.at(i).is(inDets) && j == i+1 && !nounPhrase && c.at(k).is(inLinks) {
			k = end // "the Department of Justice"
		}
		if !nounPhrase {
			if r == i+1 && c.at(i).is(inParticles) && !c.at(i).is(inDets) {
				r = i // "de Miranda"
			}
			p.Range, p.named = Range{c.at(r).start, c.at(k - 1).end}, true
			if agency := r > j && acronym(c.text[c.at(r-1).start:c.at(r-1).end]); !agency && (r > i+1 || r == i+1 && !c.at(i).is(inDets)) {
				from := r - 1
				for from > i && !c.at(from).is(inDets) {
					from--
				}
				p.role = Range{c.at(from).start, c.at(r - 1).end}
			}
			p.next = max(k, p.next)
			return p
		}
	}
	return c.whole(p, end)
}

// whole makes p the noun phrase that ends before token end, without a name.
func (c *context) whole(p phrase, end int) phrase {
	i := p.first
	for end > i+1 && (c.at(end-1).is(inStops) || c.at(end-1).is(inDets) || c.at(end-1).is(inAdverbs)) {
		end--
	}
	p.Range = Range{c.at(i).start, c.at(c.shorten(i, end) - 1).end}
	return p
}

// shorten returns the end of the noun phrase [i, end) without what only tells
// more of a thing already named: "a study of the costs of long delays".
func (c *context) shorten(i, end int) int {
	for k := i + 1; end-i > longPhrase && k < end; k++ {
		if c.at(k).is(inLinks) && k-i > 1 {
			return k
		}
	}
	return end
}

// apposition reads what follows the phrase after a comma: a name after a noun
// ("the mayor, Ann Lee"), or a role after a name ("Ann Lee, the mayor").
func (c *context) apposition(p *phrase) {
	if c.at(p.next).low != "," {
		return
	}
	i := p.next + 1
	end := i
	for end < len(c.toks) && end-i < maxPhrase && c.at(end).word && (end == i || !c.at(end).is(inRelative)) {
		end++
	}
	if end == i {
		return
	}
	first := c.at(i)
	if !p.named {
		if c.naming(p, i) {
			return
		}
		j, k := c.nameRun(i, end)
		if j == i && k-j >= 2 && k == end {
			p.role = p.Range
			p.Range, p.named, p.next = Range{first.start, c.at(k - 1).end}, true, end
		}
		return
	}
	if first.is(inRelative) || first.is(inStops) && !first.is(inDets) || c.isVerb(i) > 0 || strings.HasSuffix(first.low, "ing") || first.is(inPronouns) && !first.is(inDets) {
		return
	}
	if first.is(inDets) || first.is(inRoles) || hasEnding(first.bare(), c.l.ends) || !first.capital && first.low[0] > '9' {
		if end-i == maxPhrase {
			end = c.beforeAnd(i, end)
		}
		for end > i && c.at(end-1).is(inStops) {
			end--
		}
		if end > i && p.role == (Range{}) && !(c.lead && end == len(c.toks)) {
			p.role = Range{first.start, c.at(end - 1).end}
		}
	}
}

// naming reads the name that a clause at token i gives the noun phrase: "the
// man, whose name was Lee".
func (c *context) naming(p *phrase, i int) bool {
	for _, words := range c.l.naming {
		n := 0
		for n < len(words) && c.at(i+n).low == words[n] {
			n++
		}
		j, k := c.nameRun(i+n, min(i+n+nameWords, len(c.toks)))
		if n == len(words) && j == i+n && k > j {
			p.role = p.Range
			p.Range, p.named, p.next = Range{c.at(j).start, c.at(k - 1).end}, true, k
			return true
		}
	}
	return false
}

// beforeAnd returns where the first of the nouns joined in [i, end) ends; i if
// there is but one.
func (c *context) beforeAnd(i, end int) int {
	for k := i + 1; k < end; k++ {
		if ands[c.at(k).low] {
			return k
		}
	}
	return i
}

// phraseBefore reads the subject of the verb at token i.
func (c *context) phraseBefore(i int) (phrase, bool) {
	k := i
	for k > 0 && (c.at(k-1).is(inAdverbs) || c.at(k-1).is(inAux) || strings.HasSuffix(c.at(k-1).low, "ly") && !c.at(k-1).capital) {
		if c.at(k - 1).is(inPronouns) {
			break
		}
		k--
	}
	t := c.at(k - 1)
	switch {
	case k == 0:
		return phrase{}, false
	case t.is(inPronouns) && !t.is(inRelative):
		if prev := c.at(k - 2); prev.is(inLinks) || c.l.modals[prev.low] {
			return phrase{}, false // an object: "looking into it have found"
		}
		return phrase{Range: Range{t.start, t.end}, pronoun: true, first: k - 1, next: k}, true
	case t.is(inRelative):
		return c.beforeRelative(k - 1)
	case ands[t.low]:
		return c.firstPhrase(k - 1)
	case t.low == "," && c.l.tag == "en" && strings.HasSuffix(c.at(i).low, "ing"):
		return c.firstPhrase(k - 1) // "Lee went further, explaining"
	case t.low == "," || t.low == ")" || isDash(t.low):
		return c.beforeInsertion(k - 1)
	case !t.word:
		return phrase{}, false
	}
	return c.phraseEnding(k)
}

// beforeRelative reads the phrase that the relative pronoun at k refers to.
func (c *context) beforeRelative(k int) (phrase, bool) {
	if c.at(k-1).low == "," {
		k--
	}
	if k == 0 || !c.at(k-1).word {
		return phrase{}, false
	}
	return c.phraseEnding(k)
}

// beforeInsertion reads the phrase before the apposition or clause that ends
// with the comma or bracket at k.
func (c *context) beforeInsertion(k int) (phrase, bool) {
	open := c.at(k).low
	if open == ")" {
		open = "("
	}
	first := -1
	for j := k - 1; j >= 0 && k-j < 40; j-- {
		if c.at(j).low == open {
			first = j
			if open != "," || c.at(j+1).is(inRelative) {
				break
			}
			if j > 0 && c.at(j-1).capital {
				break
			}
		}
	}
	if first <= 0 {
		return phrase{}, false
	}
	for !c.at(first-1).word && first > 1 {
		first--
	}
	p, ok := c.phraseEnding(first)
	if !ok || p.pronoun {
		return p, false
	}
	c.apposition(&p)
	return p, true
}

// firstPhrase reads the phrase that the sentence begins with, before token k.
func (c *context) firstPhrase(k int) (phrase, bool) {
	i := 0
	for i < k && (!c.at(i).word || c.stop(i) && !c.at(i).is(inDets)) {
		i++
	}
	if i >= k {
		return phrase{}, false
	}
	t := c.at(i)
	if t.is(inPronouns) && !(t.is(inDets) && c.at(i+1).word) {
		return phrase{Range: Range{t.start, t.end}, pronoun: true, first: i, next: i + 1}, true
	}
	end := i
	for end < k && c.continues(i, end) && c.isVerb(end) == 0 {
		end++
	}
	if end == i {
		return phrase{}, false
	}
	p := c.pick(i, end)
	c.apposition(&p)
	return p, p.named || t.is(inDets)
}

// phraseEnding reads the noun phrase whose last token is k-1.
func (c *context) phraseEnding(k int) (phrase, bool) {
	i := k
	for i > 0 && k-i < maxPhrase {
		t := c.at(i - 1)
		if !t.word || i < k && c.isVerb(i-1) > 0 && !t.capital {
			break
		}
		if i == k && t.is(inStops) && !t.capital {
			return phrase{}, false
		}
		if t.is(inDets) {
			i--
			if prev := c.at(i - 1); c.l.nouns && t.is(inLinks) && i < k-1 && prev.capital && i > 1 && c.isVerb(i-1) == 0 {
				continue // a genitive: "eine Sprecherin des Landkreises"
			}
			if c.at(i-1).is(inLinks) && !ands[c.at(i-1).low] && i >= 2 && c.at(i-2).word && !c.at(i-2).is(inStops) {
				i--
				continue
			}
			break
		}
		if c.stop(i-1) || t.is(inPronouns) {
			if !c.inside(i - 1) {
				break
			}
		}
		i--
	}
	for i < k && (c.at(i).is(inLinks) || c.at(i).is(inAdverbs)) && !c.at(i).is(inDets) {
		i++
	}
	if i == k || !c.nominal(i, k) {
		return phrase{}, false
	}
	p := c.pick(i, k)
	if a := c.at(p.first - 1); p.named && ands[a.low] && c.at(p.first-2).capital {
		first := p.first - 2
		for c.at(first - 1).capital {
			first--
		}
		p.first, p.Range.Start = first, c.at(first).start // "Lee and Roe"
	} else if !p.named && ands[a.low] && !c.at(p.first).is(inDets) && p.first > 1 {
		return c.firstPhrase(p.first - 1) // "Lee knows cards, games and books, says"
	}
	return p, true
}

// nominal reports whether the tokens [i, k) can be a subject: in English, bare
// words in small letters are one only in the plural.
func (c *context) nominal(i, k int) bool {
	t := c.at(k - 1)
	return c.l.tag != "en" || c.at(i).is(inDets) || strings.HasSuffix(t.low, "s") || c.at(i).capital || t.capital || t.is(inRoles)
}

// inside reports whether the preposition at k stands inside a noun phrase: a
// noun before it that is itself not the object of one.
func (c *context) inside(k int) bool {
	t, prev := c.at(k), c.at(k-1)
	if t.is(inParticles) && prev.capital && c.at(k+1).capital {
		return true
	}
	return t.is(inLinks) && k > 0 && prev.word && !prev.is(inStops) && c.isVerb(k-1) == 0 && (!ands[t.low] || prev.is(inRoles))
}
