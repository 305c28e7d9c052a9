package extract

import (
	"testing"
	"unicode"
)

// TestRunes compares every character with what package unicode says of it.
func TestRunes(t *testing.T) {
	for r := rune(-1); r <= unicode.MaxRune; r++ {
		var want runeBits
		for _, is := range []struct {
			on  bool
			bit runeBits
		}{
			{unicode.IsLetter(r), runeLetter}, {unicode.IsMark(r), runeMark}, {unicode.IsDigit(r), runeDigit}, {unicode.IsUpper(r), runeUpper},
			{r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana), runeIdeograph},
		} {
			if is.on {
				want |= is.bit
			}
		}
		if got := bitsOf(r); got != want {
			t.Errorf("%U: %b, not %b", r, got, want)
		}
		if got := lowerOf(r); got != unicode.ToLower(r) {
			t.Errorf("%U: lower case %U, not %U", r, got, unicode.ToLower(r))
		}
	}
}
