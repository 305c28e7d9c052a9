package extract

import "unicode"

// runes.go tells what a character is: a rune goes in, bits come out. Package
// unicode searches its tables for each; the scripts of most pages stand here in
// one table, made of unicode's.

type runeBits uint8

const (
	runeLetter runeBits = 1 << iota
	runeMark
	runeDigit
	runeUpper
	runeIdeograph // of a script without spaces: a word by itself

	runeWord = runeLetter | runeMark | runeDigit
)

// commonRunes ends the table: Latin, Greek and Cyrillic are below.
const commonRunes = 0x530

var (
	runeTable  [commonRunes]runeBits
	lowerTable [commonRunes]uint16 // in lower case
)

func init() {
	for _, set := range []struct {
		table *unicode.RangeTable
		bit   runeBits
	}{{unicode.Letter, runeLetter}, {unicode.Mark, runeMark}, {unicode.Digit, runeDigit}, {unicode.Upper, runeUpper}} {
		for _, span := range set.table.R16 {
			for r := int(span.Lo); r <= int(span.Hi) && r < commonRunes; r += int(span.Stride) {
				runeTable[r] |= set.bit
			}
		}
	}
	for r := range lowerTable {
		lowerTable[r] = uint16(r)
		if runeTable[r]&(runeUpper|runeLetter) != 0 {
			lowerTable[r] = uint16(unicode.ToLower(rune(r)))
		}
	}
}

// bitsOf tells what r is.
func bitsOf(r rune) (b runeBits) {
	switch {
	case r >= 0 && r < commonRunes:
		return runeTable[r]
	case r >= 0x2000 && r <= 0x206f: // dashes and quotation marks
		return 0
	case r >= 0x4e00 && r <= 0x9fff: // Han
		return runeLetter | runeIdeograph
	case r >= 0xac00 && r <= 0xd7a3: // Hangul, which has spaces
		return runeLetter
	}
	switch {
	case unicode.IsLetter(r):
		b = runeLetter
	case unicode.IsMark(r):
		b = runeMark
	case unicode.IsDigit(r):
		b = runeDigit
	}
	if unicode.IsUpper(r) {
		b |= runeUpper
	}
	if r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
		b |= runeIdeograph
	}
	return b
}

// lowerOf returns r in lower case.
func lowerOf(r rune) rune {
	if r >= 0 && r < commonRunes {
		return rune(lowerTable[r])
	}
	return unicode.ToLower(r)
}
