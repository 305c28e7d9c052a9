package extract

import "strings"

// titleshown.go finds the headline among the lines that a page shows where no
// heading is like what its head says: the claims go in, the one that is shown
// comes out.

// namesSite reports whether a title reads like the name of a site or of a
// standing page: a name and a motto, "Home page".
func namesSite(title string) bool {
	for _, sep := range titleBreaks {
		if sep != "-" && sep != "_" && sep != ": " && strings.Contains(title, sep) {
			return true
		}
	}
	return strings.Count(title, " ") < 2
}

// frontName is the title of a page whose titles tell no more than that it is a
// site: the site's name, where they say "Home".
func (m *metadata) frontName() string {
	title := m.first(fieldTitle, plain)
	if !homeWords[strings.ToLower(title)] {
		return title
	}
	return firstString(m.first(fieldSite, plain), title)
}

// onlyHeading returns the heading of the highest rank if the page has one and
// it is as long as headlines are: where the head has nothing but a title element
// that says something else, and that is the site's, the heading is right.
func (m *metadata) onlyHeading(names []string) (only *claim) {
	if m.counts[fieldTitle][fromHeading] != 1 {
		return nil
	}
	m.eachOf(fieldTitle, fromHeading, func(c *claim) {
		if strings.Count(c.folded, " ") >= 3 && !isName(c.folded, names) {
			only = c
		}
	})
	return only
}

// shownPart returns the claim of the title element, cut to the part that the page
// shows as a line of its own: where no heading is the headline, a line in big
// letters is. The start of a title is rather the headline than its end.
func (m *metadata) shownPart() (found *claim) {
	colon := true // without other claims of the head, a colon may end the site's name
	for i := range m.claims {
		c := &m.claims[i]
		colon = colon && (c.field != fieldTitle || c.source == fromTitleTag || c.source == fromHeading || c.source == fromClassName)
	}
	m.eachOf(fieldTitle, fromTitleTag, func(c *claim) {
		start, end := "", ""
		for _, sep := range titleBreaks {
			if strings.Trim(sep, " :")+" " == " " && !colon || !strings.Contains(sep, " ") {
				continue
			}
			if i := strings.Index(c.value, sep); i > 0 {
				start, end = m.longerShown(start, c.value[:i]), m.longerShown(end, c.value[i+len(sep):])
			}
			if i := strings.LastIndex(c.value, sep); i > 0 {
				start, end = m.longerShown(start, c.value[:i]), m.longerShown(end, c.value[i+len(sep):])
			}
		}
		if part := firstString(start, end); part != "" {
			c.value, c.folded, found = part, string(foldWords(nil, []byte(part))), c
		}
	})
	return found
}

// longerShown returns part if it is longer than best and a line of the page that
// does not lead to its front.
func (m *metadata) longerShown(best, part string) string {
	part = strings.TrimSpace(part)
	if len(part) <= len(best) || !strings.Contains(part, " ") && len(part) < 10 {
		return best
	}
	i := m.p.headline(part, none)
	if i == none || !sameWords(firstLine(string(m.p.textOf(&m.p.leaves[i]))), part) || m.isHome(string(foldWords(nil, []byte(part)))) {
		return best
	}
	return part
}

// beforeSection returns the claim that says what stands in the title element
// before a heading that is its end: a heading that is a link, and shorter, names
// the section, the board or the site.
func (m *metadata) beforeSection(h *claim, refs []*claim) *claim {
	if h.source != fromHeading || !isLink(&m.p.leaves[h.leaf]) {
		return nil
	}
	ends, front := false, (*claim)(nil)
	m.eachOf(fieldTitle, fromTitleTag, func(c *claim) {
		for _, sep := range titleBreaks {
			i := strings.LastIndex(c.value, sep)
			if i <= len(h.value) || sep == "-" || !sameWords(c.value[i+len(sep):], h.value) {
				continue
			}
			ends = true
			for _, r := range refs {
				if front == nil && sameWords(r.value, c.value[:i]) {
					front = r
				}
			}
		}
	})
	if ends && front == nil {
		return m.shownPart()
	}
	return front
}

// firstLine cuts a text at its first line break.
func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
