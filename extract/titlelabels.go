package extract

import (
	"slices"
	"strings"
)

// titlelabels.go knows what programs write before and after a headline: a claim
// goes in, the headline alone comes out.

// longKicker is the most words of a label before a headline of as many.
const longKicker = 8

// unlabelled returns the claim that is a heading without the label before it,
// "Thread: …", a kicker, or without what follows it.
func unlabelled(h *claim, refs []*claim) *claim {
	for _, r := range refs {
		if !strings.Contains(r.folded, " ") {
			continue
		}
		if start, ok := cutSource(h.value); ok && sameWords(start, r.value) {
			return r
		}
		if strings.HasPrefix(h.folded, r.folded+" ") && endsAtBreak(h.value, r.value) {
			return r
		}
		label, ok := strings.CutSuffix(h.folded, " "+r.folded)
		most := 3
		before, apart := strings.CutSuffix(h.value, r.value)
		colon := apart && strings.HasSuffix(before, ": ")
		if !colon {
			most = max(most, min(strings.Count(r.folded, " ")+1, longKicker))
		}
		if ok && strings.Count(label, " ") < most && (colon || !writtenIn(refs, h.value, r.value)) {
			return r
		}
	}
	return h
}

// endsAtBreak reports whether a headline is what a heading has before a break that is
// no dash: what the head does not know is the name of the site or a date.
func endsAtBreak(heading, headline string) bool {
	for _, sep := range titleBreaks {
		if i := strings.Index(heading, sep); i > 0 && sep != ": " && !strings.ContainsAny(sep, "-–—_") && sameWords(heading[:i], headline) {
			return true
		}
	}
	return false
}

// writtenIn reports whether a claim of the head begins as a heading does, up to the
// first word of the rest of it: what is written alike in both is no label.
func writtenIn(refs []*claim, heading, rest string) bool {
	word, _, _ := strings.Cut(rest, " ")
	i := strings.Index(heading, word)
	return i > 0 && slices.ContainsFunc(refs, func(r *claim) bool { return strings.HasPrefix(r.value, heading[:i+len(word)]) })
}

// cutSource cuts off what boards of links write after a headline: the host that
// a link leads to, in brackets, and perhaps a number of comments.
func cutSource(title string) (start string, ok bool) {
	i := strings.LastIndex(title, " (")
	if i <= 0 {
		return title, false
	}
	host, after, closed := strings.Cut(title[i+len(" ("):], ")")
	if !closed || strings.Contains(host, " ") || !strings.Contains(strings.Trim(host, "."), ".") || strings.Trim(after, " 0123456789") != "" {
		return title, false
	}
	return title[:i], true
}

// isNumbered reports whether a title begins as a section does: "2. Methods".
func isNumbered(title string) bool {
	rest := strings.TrimLeft(title, "0123456789")
	return len(rest) < len(title) && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") "))
}

// trimBreaks cuts what parts a headline from a name off the end and the start of
// a title that has no such name.
func trimBreaks(title string) string {
	for _, sep := range titleBreaks {
		if strings.ContainsAny(sep, "«»‹›") || !strings.HasPrefix(sep, " ") {
			continue // a quote's mark, or one that a headline may have
		}
		title = strings.TrimSuffix(title, strings.TrimRight(sep, " "))
		if start := sep[1:]; strings.HasSuffix(start, " ") {
			title = strings.TrimPrefix(title, start)
		}
	}
	return title
}

// titleLabels stand before the headline in titles that forum and blog programs
// make, folded.
var titleLabels = map[string]bool{
	"view topic": true, "thread": true, "topic": true, "blog archive": true, "thema anzeigen": true, "thema": true, "thème": true, "tópico": true, "тема": true,
}

// cutLabel cuts such a label off, and the name before a label of two words:
// "Quay Nine • View topic - Who wound it?".
func cutLabel(title string) string {
	if rest, label := afterLabel(title); label != "" {
		return rest
	}
	for _, sep := range titleBreaks {
		_, end, ok := strings.Cut(title, sep)
		if rest, label := afterLabel(end); ok && strings.Contains(label, " ") {
			return rest
		}
	}
	return title
}

// afterLabel returns what follows the label that a title begins with, and that.
func afterLabel(title string) (rest, label string) {
	for _, sep := range titleBreaks {
		if i := strings.Index(title, sep); i > 0 && i < 30 {
			if label = string(foldWords(nil, []byte(title[:i]))); titleLabels[label] {
				return strings.TrimSpace(title[i+len(sep):]), label
			}
		}
	}
	return title, ""
}
