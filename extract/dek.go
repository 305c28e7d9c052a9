package extract

import "strings"

// dek.go finds the line between the headline and the text that sums the article
// up: the page and its headline go in, a leaf comes out. It needs no selection,
// which may ask for it: a dek is no body text.

const (
	// The least and most bytes of a dek, and how many leaves after the headline
	// it may stand.
	minDek    = 20
	longDek   = 600
	dekWithin = 3
)

// dek returns the leaf of the page's dek, or none.
func (m *metadata) dek(title string) int32 {
	p := m.p
	h1 := p.headline(title, none)
	if h1 == none {
		return none
	}
	seen := 0
	for i := h1 + 1; i < min(h1+afterHeadline, int32(len(p.leaves))) && seen < dekWithin; i++ {
		l := &p.leaves[i]
		if l.flags != 0 || l.text.empty() {
			continue
		}
		if m.isBylineLeaf(i) {
			seen = max(seen, 1)
			continue
		}
		seen++
		if n := l.text.len(); n < minDek || n > longDek || l.linked*2 > int32(n) || l.kind == leafPre {
			continue
		}
		if m.namedDek(l) || m.isDescription(l) || seen == 1 && m.beforeByline(i) {
			return i
		}
		return none
	}
	return none
}

// dekLine returns the dek that is the second line of the headline's own
// paragraph, as on pages that are laid out with line breaks, or "".
func (m *metadata) dekLine(title string) string {
	h1 := m.p.headline(title, none)
	if h1 == none || m.p.leaves[h1].kind != leafText {
		return ""
	}
	first, dek, ok := strings.Cut(string(m.p.textOf(&m.p.leaves[h1])), "\n")
	if dek = strings.TrimSpace(dek); !ok || len(dek) < minDek || len(dek) > longDek || strings.Contains(dek, "\n") || !sameWords(first, title) || !m.beforeByline(h1) {
		return ""
	}
	return dek
}

// namedDek reports whether the element of a leaf, or the one around it, is
// called so.
func (m *metadata) namedDek(l *leaf) bool {
	p := m.p
	if p.nodes[l.node].last-p.nodes[l.node].first > 1 {
		return false // a container of more than this line
	}
	for n, up := l.node, 0; n > 0 && up < 2; n, up = p.nodes[n].parent, up+1 {
		if p.nodes[n].last-p.nodes[n].first > 2 {
			break
		}
		if p.nodes[n].hints&hintDek != 0 {
			return true
		}
	}
	return false
}

// isDescription reports whether a leaf is what the head calls the page's
// description, or its beginning.
func (m *metadata) isDescription(l *leaf) bool {
	text := string(foldWords(nil, m.p.textOf(l)))
	for i := range m.claims {
		c := &m.claims[i]
		if c.field != fieldDescription || len(c.value) < minDek {
			continue
		}
		d := string(foldWords(nil, []byte(c.value)))
		if d == text || len(text) > minDek && strings.HasPrefix(d, text) && len(text)*2 > len(d) {
			return l.text.len() < longByline*2
		}
	}
	return false
}

// beforeByline reports whether a byline or a date line follows leaf i at once:
// what stands between it and the headline is the dek.
func (m *metadata) beforeByline(i int32) bool {
	p := m.p
	seen := 0
	for j := i + 1; j < int32(len(p.leaves)) && seen < 3; j++ {
		if l := &p.leaves[j]; l.flags == 0 && !l.text.empty() {
			if seen++; m.isBylineLeaf(j) {
				return true
			}
			if l.text.len() > longByline {
				return false
			}
		}
	}
	return false
}

// isBylineLeaf reports whether a leaf is a byline or a date line by its text,
// or because most of it is marked as one.
func (m *metadata) isBylineLeaf(i int32) bool {
	l := &m.p.leaves[i]
	if l.text.len() > longByline {
		return false
	}
	text := m.p.textOf(l)
	if bylineStarts.begins(text) {
		return true
	}
	for k := range m.p.marks {
		if mk := &m.p.marks[k]; mk.kinds&(markAuthor|markPublished|markModified|markDate|markByline) != 0 && mk.text.start < l.text.end && mk.text.end > l.text.start {
			return true
		}
	}
	if hasDigit(text) && m.mostlyDate(string(text)) {
		return true
	}
	_, ok := afterCue(string(text), true)
	return ok
}
