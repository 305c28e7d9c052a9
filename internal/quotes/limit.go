package quotes

// The paragraphs of an article in, those that Find has the memory for out.

import "unicode/utf8"

// What a piece of text may cost Find in bytes, about: a mark may become half a
// quotation, a word with a capital a name.
const (
	costMark = 150
	costName = 200
	maxCost  = 64 << 20 // twice what War and Peace costs
)

// cheap is a length of text, in bytes, that never costs too much.
const cheap = maxCost / (costName + 1)

// Limit returns the paragraphs from the first on that Find needs a bounded
// memory for, the last one cut where the bound is, and whether that is all.
func Limit(paras []Paragraph) (kept []Paragraph, whole bool) {
	size := 0
	for i := range paras {
		size += len(paras[i].Text) + len(paras[i].Credit)
	}
	if size <= cheap {
		return paras, true
	}
	left := maxCost
	for i := range paras {
		p := &paras[i]
		n := affordable(p.Text, &left)
		if left -= len(p.Credit); n == len(p.Text) && left >= 0 {
			continue
		}
		p.Text = p.Text[:n]
		return paras[:i+1], false
	}
	return paras, true
}

// affordable returns how much of a text can be paid for, up to the border of a
// character, and pays.
func affordable(s string, left *int) int {
	word := false
	for i := 0; i < len(s); i++ {
		b := s[i]
		*left--
		switch {
		case lead[b]:
			*left -= costMark
			word = false
		case !word && (b >= 'A' && b <= 'Z' || b >= utf8.RuneSelf):
			*left -= costName
			word = true
		default:
			word = isASCIILetter(b) || b >= utf8.RuneSelf || b >= '0' && b <= '9'
		}
		if *left < 0 {
			for i > 0 && !utf8.RuneStart(s[i]) {
				i--
			}
			return i
		}
	}
	return len(s)
}
