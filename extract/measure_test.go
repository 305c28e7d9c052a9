package extract_test

import (
	"strings"
	"unicode"
)

// measure_test.go computes the measures by which extracted text is compared
// with gold text.

// wordsOf returns the words of a text: runs of letters, digits and underscores.
func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_'
	})
}

// bag counts the items of a list.
func bag(items []string) map[string]int {
	m := make(map[string]int, len(items))
	for _, s := range items {
		m[s]++
	}
	return m
}

// hits is the size of the common part of two bags.
func hits(a, b []string) (n int) {
	in := bag(b)
	for _, s := range a {
		if in[s] > 0 {
			in[s]--
			n++
		}
	}
	return n
}

// wordF1 is the F1 of the bags of lower-case words, order ignored.
func wordF1(got, want string) float64 {
	g, w := wordsOf(strings.ToLower(got)), wordsOf(strings.ToLower(want))
	if len(g) == 0 || len(w) == 0 {
		if len(g) == len(w) {
			return 1
		}
		return 0
	}
	n := float64(hits(g, w))
	return 2 * n / float64(len(g)+len(w))
}

// gramF1 is the F1 of the bags of runs of four words, case kept; a shorter text
// is one run.
func gramF1(got, want string) float64 {
	g, w := grams(got), grams(want)
	if len(g) == 0 || len(w) == 0 {
		return 0
	}
	return 2 * float64(hits(g, w)) / float64(len(g)+len(w))
}

func grams(text string) (out []string) {
	const size = 4
	words := wordsOf(text)
	if len(words) == 0 {
		return nil
	}
	for i := 0; i < max(1, len(words)-size+1); i++ {
		out = append(out, strings.Join(words[i:min(i+size, len(words))], " "))
	}
	return out
}

// folded is text in lower case without punctuation: titles and names are
// compared so.
func folded(text string) string { return strings.Join(wordsOf(strings.ToLower(text)), " ") }
