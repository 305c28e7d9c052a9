package charset

// Bytes in; how many of them are ASCII or UTF-8, and where it breaks, out.

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// asciiPrefix returns how many bytes at the start of b are ASCII.
func asciiPrefix(b []byte) int {
	const high = 0x8080808080808080
	i := 0
	for ; i+32 <= len(b); i += 32 {
		if (binary.LittleEndian.Uint64(b[i:])|binary.LittleEndian.Uint64(b[i+8:])|
			binary.LittleEndian.Uint64(b[i+16:])|binary.LittleEndian.Uint64(b[i+24:]))&high != 0 {
			break
		}
	}
	for ; i+8 <= len(b); i += 8 {
		if m := binary.LittleEndian.Uint64(b[i:]) & high; m != 0 {
			return i + bits.TrailingZeros64(m)/8
		}
	}
	for i < len(b) && b[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// validPrefix returns how many bytes at the start of b are valid UTF-8, whole
// characters only. Both passes end at the first bad byte, so that a caller who
// goes on behind it stays linear.
func validPrefix(b []byte) int {
	whole := len(b) - cutLen(b)
	if utf8.Valid(b[:whole]) {
		return whole
	}
	i := 0
	for {
		i += asciiPrefix(b[i:])
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
}

// cutLen returns the length of the sequence at the end of b that lacks only
// its last bytes: 0 to 3.
func cutLen(b []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(b); n++ {
		if c := b[len(b)-n]; utf8.RuneStart(c) {
			if utf8.FullRune(b[len(b)-n:]) {
				return 0
			}
			return n
		}
	}
	return 0
}

// badLen returns how many bytes at the start of b one U+FFFD stands for, where
// b starts with no valid character: the maximal subpart (Unicode Standard,
// 3.9; Encoding Standard, 8.1.1). It is 1 to 3.
func badLen(b []byte) int {
	for n := min(len(b), utf8.UTFMax-1); n > 1; n-- {
		if !utf8.FullRune(b[:n]) {
			return n // the start of a character, and what follows does not go on
		}
	}
	return 1
}

// tally counts the multi-byte characters of b and its bad sequences. What is
// cut off at the end counts as bad only where it is all there is.
func tally(b []byte) (good, bad int) {
	b, cut := b[:len(b)-cutLen(b)], cutLen(b)
	for i := 0; ; {
		i += asciiPrefix(b[i:])
		if i == len(b) {
			break
		}
		if r, n := utf8.DecodeRune(b[i:]); r != utf8.RuneError || n > 1 {
			good++
			i += n
			continue
		}
		bad++
		i += badLen(b[i:])
	}
	if good == 0 && cut > 0 {
		bad++
	}
	return good, bad
}
