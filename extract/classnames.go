package extract

import "strings"

// classnames.go reads names: a class or an id goes in, what its words promise
// comes out. Which words count is said in rules.go.

// namespaces are what page builders and libraries of components put before
// their names, of whatever element: Elementor's "widget" is no sidebar's, the
// "cmp" of Adobe's components is not that of consent.
var namespaces = []string{"elementor-widget-", "elementor-widget", "elementor-", "cmp-", "tw-"}

// aboutOthers are words after which a name tells of another element, of what is
// missing, or of colours: "has-sidebar", "page-no-comments", "bg-secondary".
var aboutOthers = map[string]bool{"has": true, "have": true, "with": true, "without": true, "no": true, "not": true, "hide": true, "show": true, "bg": true, "text": true, "border": true}

// wordHints looks up the words of a class name: what they promise, and the kinds
// of page that they speak for. For those each word counts; a promise is of this
// element only. What stands after "--" is a variant of the element (BEM), what
// stands before ":" is when the name holds (Tailwind).
func wordHints(token string) (h hints, kinds uint8) {
	eachWord(token, func(word []byte, _, _ int) bool {
		if r := words.find(word); r != nil {
			kinds |= r.kinds
		}
		return true
	})
	token = token[strings.LastIndexByte(token, ':')+1:]
	if i := strings.Index(token, "--"); i > 0 {
		token = token[:i]
	}
	token = withoutNamespace(token)
	eachWord(token, func(word []byte, start, end int) bool {
		if !isNameWord(token, start, end) {
			return true
		}
		if r := words.find(word); r != nil {
			h |= r.hints
		}
		return !aboutOthers[string(word)]
	})
	return h, kinds
}

// eachWord calls f with the words of a name, in lower case, and where they
// stand, until it returns false. A word is a run of two letters or more;
// camelCase, hyphens, underscores and digits divide words.
func eachWord(token string, f func(word []byte, start, end int) bool) {
	var word [24]byte
	n, start := 0, 0
	for i := 0; i <= len(token); i++ {
		c := byte('-')
		if i < len(token) {
			c = token[i]
		}
		up := c >= 'A' && c <= 'Z'
		letter := up || c >= 'a' && c <= 'z'
		if n > 0 && (!letter || up && token[i-1] >= 'a') {
			if n > 1 && n < len(word) && !f(word[:n], start, i) {
				return
			}
			n = 0
		}
		if letter && n < len(word) {
			if n == 0 {
				start = i
			}
			word[n] = c | 0x20 // in lower case
			n++
		}
	}
}

// withoutNamespace cuts a namespace off.
func withoutNamespace(token string) string {
	for _, p := range namespaces {
		if len(token) >= len(p) && strings.EqualFold(token[:len(p)], p) {
			return token[len(p):]
		}
	}
	return token
}

// isNameWord reports whether the letters token[start:end] are a word, and not a
// piece of a name that a program has drawn: "1ad269af", "hJpRRP".
func isNameWord(token string, start, end int) bool {
	const short = 3
	if start > 0 && token[start-1] != '-' && token[start-1] != '_' && (isDigit(token[start-1]) || end-start < short) {
		return false
	}
	return end-start > short || end == len(token) || !isDigit(token[end])
}

// slugWords is how many words make the slug of a heading out of an id: that is
// text, and says nothing of the element.
const slugWords = 5

// idHints is wordHints for an id: a slug promises nothing.
func idHints(id string) (h hints, kinds uint8) {
	h, kinds = wordHints(id)
	if strings.Count(id, "-")+strings.Count(id, "_") >= slugWords-1 {
		h = 0
	}
	return h, kinds
}
