package extract

import (
	"time"

	"pressclip/internal/dates"
)

// when.go believes a day of publication and one of the last edit.

// A dated is a claim that holds a date.
type dated struct {
	c     *claim
	value string
}

// chooseDates believes a day of publication and of the last edit. An edit
// before publication is none; neither is one on the day of publication that
// gives no time. Where the page shows only an edit, it is the publication
// (hAtom: "updated" stands for a missing "published").
func (m *metadata) chooseDates(out *Article) {
	m.titleDate = dateOfTitle(out.Title, m.language)
	published, modified := m.firstDate(fieldPublished, trust[fieldPublished]...), m.firstDate(fieldModified, trust[fieldModified]...)
	shown := m.firstDate(fieldPublished, fromHeader)
	if shown.better(published) && !m.shows(published.value) {
		published = shown
	}
	if path := m.firstDate(fieldPublished, fromURLPath); path.better(published) || path.c != nil && len(path.value) >= len("2006-01-02") && published.c != nil && weak[published.c.source] {
		if days, ok := dates.DaysBetween(path.value, published.value); ok && days != 0 {
			published = path
		}
	}
	published = m.finer(published)
	if published.c == nil {
		if shown = m.firstDate(fieldModified, fromHeader, fromByline, fromTimeTag, fromClassName); shown.c != nil {
			published = shown
			if modified.c != nil && dates.Compare(modified.value, shown.value) == 0 {
				published = modified
			}
		}
	}
	if p, e := published.value, modified.value; published.c != nil && modified.c != nil && isEdit(e, p) {
		modified.c.won = true
		out.Modified = Date(e)
	} else if published.c == nil && modified.c != nil {
		modified.c.won = true
		out.Modified = Date(e)
	}
	if published.c != nil {
		published.c.won = true
		out.Published = Date(published.value)
	}
}

// isEdit reports whether a date is of an edit of what was published at p.
func isEdit(e, p string) bool {
	const day = len("2006-01-02")
	switch dates.Compare(e, p) {
	case -1:
		return false
	case 0: // at the precision that both have
		return len(e) > day && len(p) <= day
	}
	return true
}

// better reports whether the date that a page shows beside its headline is
// believed before that of its head: where the head's is later by more than time
// zones can do, it is the day on which a program wrote the page again.
func (shown dated) better(head dated) bool {
	if shown.c == nil || head.c == nil || head.c.source == fromFrontMatter || head.c.source == fromHeader || len(shown.value) < len("2006-01-02") {
		return false
	}
	days, ok := dates.DaysBetween(shown.value, head.value)
	if !ok {
		return false
	}
	return days > 1
}

// finer returns the claim for the same day that tells the time too, if one does.
func (m *metadata) finer(d dated) dated {
	const day = len("2006-01-02")
	if d.c == nil || len(d.value) != day {
		return d
	}
	for _, from := range trust[fieldPublished] {
		for i := range m.claims {
			c := &m.claims[i]
			if c.field != fieldPublished || c.source != from {
				continue
			}
			if v, ok := dates.Parse(c.value, m.language); ok && len(v) > day && v[:day] == d.value {
				return dated{c, v}
			}
		}
	}
	return d
}

// weak are the sources of dates that may be of something else on the page.
var weak = map[source]bool{fromHeader: true, fromTimeTag: true, fromClassName: true, fromMeta: true, fromByline: true}

// shows reports whether the page shows a day beside its headline.
func (m *metadata) shows(date string) bool {
	for i := range m.claims {
		if c := &m.claims[i]; c.field == fieldPublished && c.source == fromHeader {
			v, ok := dates.Parse(c.value, m.language)
			if days, known := dates.DaysBetween(v, date); ok && known && days == 0 {
				return true
			}
		}
	}
	return false
}

// firstDate returns the first date that sources give for a field; beside the
// headline, the first that is said to be of the publication.
func (m *metadata) firstDate(fd field, from ...source) dated {
	for _, src := range from {
		var found dated
		for i := range m.claims {
			c := &m.claims[i]
			if c.field != fd || c.source != src || found.c != nil && !c.cued {
				continue
			}
			if v, ok := dates.Parse(c.value, m.language); ok && !m.isFuture(v) && !(v == m.titleDate && (src == fromHeader || src == fromByline)) {
				if found = (dated{c, v}); c.cued || src != fromHeader {
					break
				}
			}
		}
		if found.c != nil {
			return found
		}
	}
	return dated{}
}

// dateOfTitle is the date that a headline is: what the article is about, so a
// line with it need not be the day of publication. "" for other headlines.
func dateOfTitle(title, language string) string {
	date, _ := dates.Parse(title, language)
	return date
}

// clockSlack is how far behind the clock that a page was saved by may be.
const clockSlack = 48 * time.Hour

// isFuture reports whether a date is after the time at which the page was saved.
func (m *metadata) isFuture(date string) bool {
	return !m.c.saved.IsZero() && dates.Before(m.c.saved.Add(clockSlack).UTC().Format("2006-01-02T15:04:05Z"), date)
}
