package extract

import "strings"

// titlerepair.go mends a headline that a program has cut or encoded twice: the
// claim that is believed and the others go in, what all of them mean comes out.

// repaired returns the value of the claim that is believed for the title: whole
// where another claim of the head goes on from the place at which it is cut,
// decoded where another has it so.
func repaired(best *claim, refs []*claim) string {
	start, cut := cutShort(best.value)
	decoded := unescaped(best.value)
	folded := string(foldWords(nil, []byte(decoded)))
	for _, r := range refs {
		switch {
		case cut && goesOnFrom(r.value, start, best.value):
			return r.value
		case decoded != best.value && r.folded == folded:
			return decoded
		}
	}
	return best.value
}

// cutShort reports whether a title ends in the middle, with dots or inside a
// bracket, and returns it without the dots.
func cutShort(title string) (start string, cut bool) {
	start = strings.TrimRight(title, ".… ")
	return start, strings.HasSuffix(title, "…") || strings.HasSuffix(title, "...") || strings.LastIndexByte(title, '(') > strings.LastIndexByte(title, ')')
}

// goesOnFrom reports whether a title is the whole of one that is cut: it begins
// with the same words and has no dots where that has them.
func goesOnFrom(title, start, cut string) bool {
	_, again := cutShort(title)
	return !again && len(title) > len(cut) && strings.HasPrefix(title, start) && (start == cut || !strings.HasPrefix(title, cut))
}
