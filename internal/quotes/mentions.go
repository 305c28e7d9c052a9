package quotes

// A paragraph in, the names that it mentions out.

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraph appends the mentions of paragraph i, whose finds begin at k.
func (r *register) paragraph(f *finder, i, k int) {
	text := f.paras[i].Text
	leading := true
	var before lastWords
	for at := 0; at < len(text); {
		if end := lowerEnd(text, at); end > at { // most words: no name begins here
			before.add(at, end)
			leading, at = false, end
			continue
		}
		if text[at] == ' ' {
			at++
			continue
		}
		c, n := utf8.DecodeRuneInString(text[at:])
		if !isWordRune(c) {
			leading = leading && c != ',' || c == '.' || c == '!' || c == '?' || c == ':'
			at += n
			continue
		}
		end := wordEnd(r.l, text, at, len(text))
		if !unicode.IsUpper(c) || r.skips(text[at:end]) {
			leading = leading && unicode.IsUpper(c)
			before.add(at, end)
			at = end
			continue
		}
		end = r.runEnd(text, end)
		for k < len(f.found) && f.found[k].para == i && f.found[k].close <= at {
			k++
		}
		m := mention{para: i, at: at, leading: leading}
		m.quoted = k < len(f.found) && f.found[k].para == i && f.found[k].open <= at && f.found[k].end-f.found[k].start > shortSpan
		r.mention(&m, text, end, &before)
		if f.paras[i].Kind == Heading {
			m.evidence = evidence{}
		}
		r.mentions = append(r.mentions, m)
		leading, before = false, lastWords{}
		at = end
	}
}

// mention takes the name of the mention that ends at end, and what speaks for its
// being somebody's.
func (r *register) mention(m *mention, text string, end int, before *lastWords) {
	name, roles := r.trimRoles(text[m.at:end])
	if first, rest, ok := strings.Cut(name, " "); ok && roles == "" && strings.Contains(rest, " ") && r.leads(first, before.last(text)) {
		name, roles = r.unlinked(rest), first
	}
	m.text = name
	m.last, m.first = r.nameKeys(name)
	m.evidence = r.judge(text, name, roles, m.at, end, m.leading, before)
}

// lowerEnd returns the end of a word of ASCII letters in lower case at offset
// at, or at if none stands there whole.
func lowerEnd(text string, at int) int {
	end := at
	for end < len(text) && text[end] >= 'a' && text[end] <= 'z' {
		end++
	}
	if end < len(text) && text[end] != ' ' && text[end] != ',' && text[end] != '.' {
		return at // goes on with other letters, an apostrophe, a hyphen
	}
	return end
}

// titleWords is how many words may stand between a verb of saying and the name:
// "said the former deputy prime minister Ann Lee".
const titleWords = 6

// lastWords are the last words before a name, as byte ranges.
type lastWords struct {
	at [titleWords][2]int
	n  int
}

func (w *lastWords) add(start, end int) {
	w.at[w.n%titleWords] = [2]int{start, end}
	w.n++
}

// said reports whether a verb of saying stands before the name, with only
// articles and roles between.
func (w *lastWords) said(l *language, text string) bool {
	for i := w.n - 1; i >= 0 && i >= w.n-titleWords; i-- {
		word := text[w.at[i%titleWords][0]:w.at[i%titleWords][1]]
		switch low := fold(word); {
		case l.say[low]:
			return true
		case !l.roles[low] && !l.dets[word]:
			return false
		}
	}
	return false
}

// saysNext reports a verb of saying right after offset at.
func (r *register) saysNext(text string, at int) bool {
	if at+1 >= len(text) || text[at] != ' ' {
		return false
	}
	rest := text[at+1 : min(len(text), at+32)]
	i := strings.IndexAny(rest, " ,.:")
	return i > 0 && r.l.say[rest[:i]]
}

// skips reports a word that begins no name.
func (r *register) skips(w string) bool {
	if strings.IndexByte(w, '\'') < 0 && !strings.Contains(w, "’") {
		return has(r.l.noName, w)
	}
	return r.skipsFolded(fold(w))
}

func (r *register) skipsFolded(w string) bool {
	i := strings.IndexAny(w, "'’")
	return r.l.noName[w] || i > 0 && r.l.pronouns[w[:i]]
}

// runEnd extends a run of capitalised words from end, over particles.
func (r *register) runEnd(text string, end int) int {
	for words, at := 1, end; words < nameWords && at+1 < len(text) && text[at] == ' '; {
		c, _ := utf8.DecodeRuneInString(text[at+1:])
		next := at + 1
		if isWordRune(c) {
			next = wordEnd(r.l, text, at+1, len(text))
		}
		switch w := text[at+1 : next]; {
		case unicode.IsUpper(c) && !strings.HasSuffix(text[:at], "'s") && !strings.HasSuffix(text[:at], "’s"):
			end, words = next, words+1
		case w == "" || !r.l.particles[w] || r.l.nouns && r.l.dets[w] && at == end:
			return end
		}
		at = next
	}
	return end
}

// unlinked cuts a particle off a name that has several words without it: what
// is left of "the daughter of Anna Kern" is "Anna Kern", but "von Kern" stays.
func (r *register) unlinked(name string) string {
	first, rest, _ := strings.Cut(name, " ")
	if c, _ := utf8.DecodeRuneInString(rest); r.l.particles[first] && unicode.IsUpper(c) && strings.IndexByte(rest, ' ') > 0 {
		return rest
	}
	return name
}

// trimRoles parts the nouns before a name from it, and cuts the mark of a
// genitive.
func (r *register) trimRoles(s string) (name, roles string) {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
	last := strings.LastIndexByte(s, ' ')
	for end := last; end > 0; {
		start := strings.LastIndexByte(s[:end], ' ') + 1
		if w := s[start:end]; has(r.l.roles, w) || end != last && len(r.l.ends) > 0 && hasEnding(fold(w), r.l.ends) {
			return s[end+1:], s[:end]
		}
		end = start - 1
	}
	return s, ""
}

// leads reports whether the first word of a run of capitalised words is no part
// of the name: a noun after an article, where nouns have capitals, and who was
// told ("disse à Lusa Ana Reis", "mówi PAP Anna Nowak").
func (r *register) leads(word, before string) bool {
	return r.l.nouns && r.l.dets[before] || r.l.hearers[before] && !r.l.dets[before] || len(r.l.hearers) > 0 && acronym(word)
}
