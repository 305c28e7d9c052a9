// Package simhash takes texts in and gives 64-bit fingerprints of them out, of
// which near-duplicates have nearly the same, and finds those of a set that are
// near another.
//
// The fingerprint is Charikar's ("Similarity estimation techniques from rounding
// algorithms", STOC 2002), the distance of 3 bits that of Manku, Jain and Das
// Sarma ("Detecting near-duplicates for web crawling", WWW 2007).
package simhash

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// Distance is how many bits of two fingerprints may differ for their texts to
// be near-duplicates.
const Distance = 3

// shingle is how many words in a row are one feature of a text. Of the lengths
// one to four, two finds the most near-duplicates without taking texts on one
// subject for such, as single words do.
const shingle = 2

// Of returns the fingerprint of a text: by its words, whatever their case and
// what stands between them. It is the same in every run and on every machine.
func Of(text string) uint64 {
	var v votes
	var words [shingle]uint64
	n := 0
	add := func(word uint64) {
		copy(words[:], words[1:])
		words[shingle-1] = word
		if n++; n >= shingle {
			v.add(feature(words))
		}
	}
	eachWord(text, add)
	for n > 0 && n < shingle { // a text of fewer words is one feature
		add(0)
	}
	return v.majority()
}

// votes counts, for each of 64 bits, the features that have it. The counts lie
// across: planes[k] holds bit k of each, so that one addition counts 64 bits.
type votes struct {
	planes [32]uint64
	cast   uint64 // features; fewer than 1<<32, as a text is
}

// add is an addition with carry, 64 times at once.
func (v *votes) add(f uint64) {
	v.cast++
	for k := 0; f != 0 && k < len(v.planes); k++ {
		v.planes[k], f = v.planes[k]^f, v.planes[k]&f
	}
}

// majority has the bits that more than half of the features have.
func (v *votes) majority() uint64 {
	var h uint64
	for i := range 64 {
		var count uint64
		for k, plane := range v.planes {
			count |= plane >> i & 1 << k
		}
		if 2*count > v.cast {
			h |= 1 << i
		}
	}
	return h
}

// feature mixes words, in their order, into well-distributed bits.
func feature(words [shingle]uint64) uint64 {
	var h uint64
	for _, w := range words {
		h = mix(h ^ w)
	}
	return h
}

// mix is the finalizer of SplitMix64.
func mix(h uint64) uint64 {
	h += 0x9e3779b97f4a7c15
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// eachWord calls f with a hash (FNV-1a) of each word: a run of letters, marks
// and digits, or a single character of a script that sets no spaces.
func eachWord(text string, f func(uint64)) {
	const offset, prime = 14695981039346656037, 1099511628211
	h, open := uint64(offset), false
	end := func() {
		if open {
			f(h)
			h, open = offset, false
		}
	}
	for _, r := range text {
		alone := r >= utf8.RuneSelf && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
		if alone || !isWord(r) {
			end()
		}
		if !alone && !isWord(r) {
			continue
		}
		h, open = (h^uint64(unicode.ToLower(r)))*prime, true
		if alone {
			end()
		}
	}
	end()
}

// isWord reports whether r is part of a word.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

// bands is into how many parts a fingerprint is divided. Of two that differ in
// no more bits than Distance, one part is the same (pigeonhole principle).
const (
	bands    = Distance + 1
	bandBits = 64 / bands
)

// A Set holds fingerprints. The zero value is empty. Its memory is about 30
// bytes for each, and 6 MB of tables.
type Set struct {
	all    []uint64
	tables [bands][][]uint32 // by the value of the part: where in all
}

// Near reports whether the set has a fingerprint near h.
func (s *Set) Near(h uint64) bool {
	for band := range bands {
		if s.tables[band] == nil {
			return false
		}
		for _, i := range s.tables[band][part(h, band)] {
			if bits.OnesCount64(s.all[i]^h) <= Distance {
				return true
			}
		}
	}
	return false
}

// Add adds h.
func (s *Set) Add(h uint64) {
	for band := range bands {
		if s.tables[band] == nil {
			s.tables[band] = make([][]uint32, 1<<bandBits)
		}
		at := part(h, band)
		s.tables[band][at] = append(s.tables[band][at], uint32(len(s.all)))
	}
	s.all = append(s.all, h)
}

// part is one of the bands of h.
func part(h uint64, band int) uint64 { return h >> (band * bandBits) & (1<<bandBits - 1) }

// Len is the number of fingerprints in the set.
func (s *Set) Len() int { return len(s.all) }
