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
	var buf nameBuffer
	for word, _, end := nextName(token, 0, &buf); word != nil; word, _, end = nextName(token, end, &buf) {
		if r := words.find(word); r != nil {
			kinds |= r.kinds
		}
	}
	token = token[strings.LastIndexByte(token, ':')+1:]
	if i := strings.Index(token, "--"); i > 0 {
		token = token[:i]
	}
	token = withoutNamespace(token)
	for word, start, end := nextName(token, 0, &buf); word != nil && !aboutOthers[string(word)]; word, start, end = nextName(token, end, &buf) {
		if r := words.find(word); r != nil && isNameWord(token, start, end) {
			h |= r.hints
		}
	}
	return h, kinds
}

// A nameBuffer holds a word of a name; longer ones are in no table.
type nameBuffer [24]byte

// nextName returns the first word of a name from at on, in lower case in buf, and
// where it stands; nil where there is none. A word is a run of two letters or
// more; camelCase, hyphens, underscores and digits divide words.
func nextName(token string, at int, buf *nameBuffer) (word []byte, start, end int) {
	for at < len(token) {
		for at < len(token) && !isLetterByte(token[at]) {
			at++
		}
		start = at
		for at < len(token) && isLetterByte(token[at]) && (at == start || !isUpperByte(token[at]) || isUpperByte(token[at-1])) {
			at++
		}
		if n := at - start; n > 1 && n < len(buf) {
			for i := range n {
				buf[i] = token[start+i] | 0x20 // in lower case
			}
			return buf[:n], start, at
		}
	}
	return nil, at, at
}

func isUpperByte(c byte) bool { return c >= 'A' && c <= 'Z' }

func isLetterByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

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
