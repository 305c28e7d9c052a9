package quotes

// Set-off finds in, those that repeat the body's own words marked as pull quotes.

import (
	"unicode"
	"unicode/utf8"
)

// pullWords is how many words at the start of a candidate are looked for in one
// go; shorter candidates are none. maxTries bounds the places that are compared.
const (
	pullWords = 5
	maxTries  = 8

	// A paragraph in marks is a copy from this many words on: people do say
	// the same short thing twice.
	repeatWords = 10
)

// A candidate is a find that may be a display copy.
type candidate struct {
	find  int
	words []uint64 // hashes of its words
	tries int
	found bool
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
		c := &candidate{find: i, words: hashes(f.text(q), nil)}
		if len(c.words) < pullWords || f.paras[q.para].Kind != QuoteBlock && len(c.words) < repeatWords {
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
	var words []uint64
	var first [256]bool // low bytes of the first words of the candidates
	for _, list := range index {
		for _, c := range list {
			first[byte(c.words[0])] = true
		}
	}
	for i := range f.paras {
		if f.paras[i].Kind == QuoteBlock || f.paras[i].Kind == Heading {
			continue
		}
		words = hashes(f.paras[i].Text, words[:0])
		for k := 0; k+pullWords <= len(words); k++ {
			if !first[byte(words[k])] {
				continue
			}
			for _, c := range index[joined(words[k:k+pullWords])] {
				if f.found[c.find].para == i || c.found || c.tries >= maxTries {
					continue
				}
				c.tries++
				// Of two equal paragraphs, the later one is the copy.
				c.found = begins(words[k:], c.words) && (len(words) > len(c.words) || i < f.found[c.find].para)
			}
		}
	}
}

func begins(words, prefix []uint64) bool {
	if len(words) < len(prefix) {
		return false
	}
	for i, w := range prefix {
		if words[i] != w {
			return false
		}
	}
	return true
}

// hashes appends the hash of each word of s (FNV-1a over its letters and
// digits in lower case) to out. An ideograph or kana is a word of its own.
func hashes(s string, out []uint64) []uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h, in := uint64(offset), false
	end := func() {
		if in {
			out = append(out, h)
		}
		h, in = offset, false
	}
	for i := 0; i < len(s); {
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
func joined(words []uint64) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		h = (h ^ w) * 1099511628211
	}
	return h
}
