package quotes

// Set-off finds in, those that repeat the body's own words marked as pull quotes
// of the paragraph and the find that they repeat.

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

// pullWords is how many words at the start of a candidate are looked for in one
// go; shorter candidates are none. maxTries bounds the places that are compared.
const (
	pullWords = 5
	maxTries  = 8

	// A paragraph in marks is a copy of words in marks from this many on:
	// people do say the same short thing twice.
	repeatWords = 8
)

// A candidate is a find that may be a display copy.
type candidate struct {
	find  int
	words []word
	tries int
	found bool
}

// A word is the hash of one and where it begins.
type word struct {
	hash uint64
	at   int
}

// markPulls looks for the words of set-off finds in the running text.
func (f *finder) markPulls() {
	index := map[uint64][]*candidate{}
	var all []*candidate
	for i := range f.found {
		q := &f.found[i]
		if !f.displayed(q) {
			continue
		}
		c := &candidate{find: i, words: wordsOf(f.text(q), nil)}
		if len(c.words) < pullWords {
			continue
		}
		key := joined(c.words[:pullWords])
		if len(index[key]) < maxTries {
			index[key] = append(index[key], c)
			all = append(all, c)
		}
	}
	if len(all) == 0 {
		return
	}
	f.search(index)
	for _, c := range all {
		if c.found {
			f.found[c.find].kind = Pull
		}
	}
}

// speakForPulls gives the pull quotes that name nobody the speaker of the words
// they repeat. Its cue stays there: no verb stands beside the copy.
func (f *finder) speakForPulls() {
	for i := range f.found {
		q := &f.found[i]
		if q.kind != Pull || q.cue.speaker != "" || q.source < 0 {
			continue
		}
		if s := &f.found[q.source]; s.kind != Phrase {
			q.name, q.cue.speaker, q.cue.role, q.cue.unsure = s.name, s.cue.speaker, s.cue.role, s.cue.unsure
		}
	}
}

// findAt is the index of the find that begins before byte to of paragraph para
// and ends after byte from, or -1.
func (f *finder) findAt(para, from, to int) int {
	i, _ := slices.BinarySearchFunc(f.found, para, func(q found, para int) int {
		return cmp.Or(q.para-para, q.end-from-1)
	})
	if i < len(f.found) && f.found[i].para == para && f.found[i].start < to {
		return i
	}
	return -1
}

// displayed reports whether q stands alone in its paragraph, as a display copy
// does: a block, or marks around the whole paragraph with no tag.
func (f *finder) displayed(q *found) bool {
	p := &f.paras[q.para]
	if p.Kind == QuoteBlock {
		return true
	}
	return q.kind == Direct && (p.Kind == Text) && q.open == 0 && q.close == len(p.Text) && q.cue.side != before && q.cue.side != after
}

// search compares each place of the running text that begins as a candidate.
func (f *finder) search(index map[uint64][]*candidate) {
	var words []word
	var first [256]bool // low bytes of the first words of the candidates
	for _, list := range index {
		for _, c := range list {
			first[byte(c.words[0].hash)] = true
		}
	}
	for i := range f.paras {
		if f.paras[i].Kind == QuoteBlock || f.paras[i].Kind == Heading {
			continue
		}
		words = wordsOf(f.paras[i].Text, words[:0])
		for k := 0; k+pullWords <= len(words); k++ {
			if !first[byte(words[k].hash)] {
				continue
			}
			for _, c := range index[joined(words[k:k+pullWords])] {
				if f.found[c.find].para == i || c.found || c.tries >= maxTries {
					continue
				}
				c.tries++
				if begins(words[k:], c.words) {
					f.copied(c, i, words, k)
				}
			}
		}
	}
}

// copied makes c a copy of the words of paragraph i from word k on, unless it
// is the original, or its like.
func (f *finder) copied(c *candidate, i int, words []word, k int) {
	q := &f.found[c.find]
	if len(words) == len(c.words) && i > q.para {
		return // of two equal paragraphs, the later one is the copy
	}
	source := f.findAt(i, words[k].at, words[k+len(c.words)-1].at+1)
	if f.paras[q.para].Kind != QuoteBlock && len(c.words) < repeatWords && source >= 0 {
		return
	}
	q.repeats, q.source, c.found = i, source, true
}

func begins(words, prefix []word) bool {
	if len(words) < len(prefix) {
		return false
	}
	for i, w := range prefix {
		if words[i].hash != w.hash {
			return false
		}
	}
	return true
}

// wordsOf appends the words of s, hashed (FNV-1a over their letters and digits
// in lower case), to out. An ideograph or kana is a word of its own.
func wordsOf(s string, out []word) []word {
	const offset, prime = 14695981039346656037, 1099511628211
	h, in, from := uint64(offset), false, 0
	end := func() {
		if in {
			out = append(out, word{h, from})
		}
		h, in = offset, false
	}
	for i := 0; i < len(s); {
		if !in {
			from = i
		}
		if b := s[i]; b < utf8.RuneSelf {
			i++
			switch {
			case b >= 'A' && b <= 'Z':
				h, in = (h^uint64(b|0x20))*prime, true
			case wordByte[b]:
				h, in = (h^uint64(b))*prime, true
			case b != '\'':
				end()
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case isWordRune(r):
			ideograph := r >= 0x3040 && r < 0xAC00
			if ideograph {
				end()
				from = i - n
			}
			h, in = (h^uint64(unicode.ToLower(r)))*prime, true
			if ideograph {
				end()
			}
		case r != '’' && r != '\u00ad':
			end()
		}
	}
	end()
	return out
}

// joined is one hash of several.
func joined(words []word) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		h = (h ^ w.hash) * 1099511628211
	}
	return h
}
