package extract

// datekinds.go knows which dates are never those of a page's publication on
// pages that are no article and no thread: the page's kind goes in, the sources
// that are not asked come out.

// sourceSet are sources, each at its place.
type sourceSet [sourceCount]bool

func sources(list ...source) (s sourceSet) {
	for _, from := range list {
		s[from] = true
	}
	return s
}

// A kindDays says how far the dates of a page of some kind are believed.
type kindDays struct {
	never sourceSet // of something else: a review, an offer, an event
	items bool      // days that differ are those of the page's items
	edits bool      // the last edit may stand for the publication
}

// daysOf has the kinds of page that only their head dates, or a single line.
// None takes its last edit, or the day that its WebPage was put up, for a
// publication.
var daysOf = map[Kind]kindDays{
	DocumentationPage: {never: sources(fromByline), items: true},
	ListingPage:       {items: true},
	OtherPage:         {never: sources(fromByline, fromTimeTag, fromLabel), edits: true},
	ProductPage:       {never: sources(fromByline, fromTimeTag, fromLabel, fromHeader, fromClassName)},
}

// shownDays are the sources of dates that items of a page may have, too.
var shownDays = sources(fromByline, fromTimeTag, fromLabel, fromHeader, fromClassName)

// notPublished are the sources whose dates are not of the publication of a page
// of a kind, and whether its last edit may stand for it.
func (m *metadata) notPublished(k Kind) (never sourceSet, edits bool) {
	days, other := daysOf[k]
	if !other {
		return never, true
	}
	never = days.never
	if days.items && m.daysDiffer(shownDays) {
		never = shownDays
		never[fromLabel] = false                                             // claimed only where all that have a label agree
		never[fromHeader] = m.onFront() || m.daysDiffer(sources(fromHeader)) // a single one is the page's own
	}
	never[fromMicrodata] = m.daysDiffer(sources(fromMicrodata))
	never[fromJSONLD] = m.main != nil && m.main.Rank <= webPageRank
	return never, days.edits
}

// daysDiffer reports whether some sources give several days.
func (m *metadata) daysDiffer(among sourceSet) bool {
	first := ""
	for i := range m.claims {
		c := &m.claims[i]
		if c.field != fieldPublished || !among[c.source] {
			continue
		}
		v, ok := m.parseDate(c.value)
		if !ok || len(v) < byDay {
			continue
		}
		if first != "" && v[:byDay] != first {
			return true
		}
		first = v[:byDay]
	}
	return false
}
