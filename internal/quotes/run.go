package quotes

// The tokens of a noun phrase in, the run of them that is a name out.

import "strings"

// afterRole returns the token after the last common noun in [i, end) that
// stands before a name, "MIT computer science professor Ann Lee", or after an
// owner, "Vermont's Lee"; without one, i.
func (c *context) afterRole(i, end int) int {
	if j := c.lastRun(i, end); j > i {
		return j
	}
	for r := end - 2; r >= i; r-- {
		t := c.at(r)
		if !c.at(r + 1).capital {
			continue
		}
		if !t.capital && t.is(inRoles) || t.capital && t.word && (strings.HasSuffix(t.low, "'s") || strings.HasSuffix(t.low, "’s")) {
			return r + 1
		}
	}
	return i
}

// lastRun returns where the two capitalised words or three begin that end the
// phrase [i, end) after common nouns: "Rzecznik policji Adam Król"; i if none do.
func (c *context) lastRun(i, end int) int {
	j := end
	for j > i && c.at(j-1).capital {
		j--
	}
	if c.l.nouns || end-j < 2 || end-j > 3 || j == i {
		return i
	}
	for k := i; k < j; k++ {
		if t := c.at(k); !t.word || t.is(inLinks) || t.is(inParticles) || k > i && (t.capital || t.is(inDets) || t.is(inStops)) {
			return i
		}
	}
	return j
}

// nameRun returns the first run of capitalised tokens in [i, end) that no
// preposition leads to.
func (c *context) nameRun(i, end int) (j, k int) {
	for j = i; j < end; j++ {
		t := c.at(j)
		if t.capital && !(j == i && (t.is(inDets) || c.stop(j) && !(c.at(j+1).capital && (j > 0 || !c.lead)))) {
			break // of words like "Per", a capital amid the sentence makes a name
		}
		if j > i && t.is(inLinks) && !(ands[t.low] && c.at(j-1).is(inRoles)) {
			return end, end
		}
	}
	for k = j; k < end; k++ {
		t := c.at(k)
		if t.capital || k > j && c.particle(k) && k+1 < end ||
			k > j && ands[t.low] && c.at(k-1).is(inRoles) && c.at(k+1).capital && k+1 < end {
			continue
		}
		break
	}
	return j, k
}

// alsoNames are words that end a noun phrase, and given names too.
var alsoNames = set("per will so an don")

// stop reports whether token i ends a noun phrase.
func (c *context) stop(i int) bool {
	t := c.at(i)
	return t.is(inStops) && !(t.capital && alsoNames[t.low] && c.at(i+1).capital)
}

// particle reports whether token k is a particle inside a name. A German
// article is one only after another: "von der Heide", but "sagte Vogt der Zeitung".
func (c *context) particle(k int) bool {
	t := c.at(k)
	return t.is(inParticles) && (c.at(k+1).capital || c.at(k+1).is(inParticles)) && !(c.l.nouns && t.is(inDets) && c.at(k-1).capital)
}

// lastRole returns the first token of [j, k) that is past all role nouns.
func (c *context) lastRole(j, k int) int {
	for r := k - 2; r >= j; r-- {
		t := c.at(r)
		if t.is(inTitles) {
			continue
		}
		if t.is(inRoles) || k-r > 2 && hasEnding(t.bare(), c.l.ends) {
			return r + 1
		}
	}
	if k-j < 3 {
		return j
	}
	if c.l.nouns && c.at(j-1).is(inDets) || len(c.l.hearers) > 0 && acronym(c.text[c.at(j).start:c.at(j).end]) {
		return j + 1 // "die Architektin Nora Blum", "mówi PAP Joanna Mróz"
	}
	return j
}

// acronym reports a word of two capitals or more.
func acronym(w string) bool {
	return len(w) > 1 && w == strings.ToUpper(w) && w != fold(w) && !strings.HasSuffix(w, ".")
}

func hasEnding(w string, ends []string) bool {
	for _, e := range ends {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}
