package extract

import (
	"strings"
	"time"

	"pressclip/internal/dates"
)

// when.go believes a day of publication and one of the last edit.

// byDay is the length of a date that tells the day.
const byDay = len("2006-01-02")

// A dated is a claim that holds a date.
type dated struct {
	c     *claim
	value string
}

// chooseDates believes a day of publication and of the last edit. An edit
// before publication is none; neither is one on the day of publication that
// gives no time. Where the page shows only an edit, it is the publication
// (hAtom: "updated" stands for a missing "published") of what is published
// once, and not kept up to date.
func (m *metadata) chooseDates(out *Article, kind Kind) {
	m.titleDate = dateOfTitle(out.Title, m.tongue)
	never, edits := m.notPublished(kind)
	m.undated = never
	published, modified := m.publication(kind), m.firstDate(fieldModified, trust[fieldModified]...)
	switch {
	case published.c == nil && edits && !m.onlyEdited():
		published = m.shownEdit(modified)
	case kind == DocumentationPage && published.c != nil && modified.c != nil && dates.Compare(published.value, modified.value) == 0:
		published = dated{} // of a page that is built again and again
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

// publication believes a day of publication.
func (m *metadata) publication(kind Kind) dated {
	published := m.firstDate(fieldPublished, trust[fieldPublished]...)
	shown := m.firstDate(fieldPublished, fromHeader, fromLabel)
	if m.better(shown, published) && (!m.shows(published.value) || ownZone(shown.value, published.value)) {
		published = shown
	}
	published = m.inPath(published)
	if path := m.firstDate(fieldPublished, fromURLPath); m.better(path, published) && !m.shows(published.value) || path.c != nil && len(path.value) >= byDay && published.c != nil && weak[published.c.source] {
		if days, ok := dates.DaysBetween(path.value, published.value); ok && days != 0 {
			published = path
		}
	}
	if kind == ForumPage {
		published = m.opening(published)
	}
	return m.finer(published)
}

// onlyEdited reports whether the page's Open Graph data tell its last edit and no
// publication: that was another day, or is none.
func (m *metadata) onlyEdited() bool {
	return m.counts[fieldModified][fromOpenGraph] > 0 && m.counts[fieldPublished][fromOpenGraph] == 0
}

// shownEdit returns the day of an edit that the page shows, as the head has it
// if that tells the same.
func (m *metadata) shownEdit(modified dated) dated {
	shown := m.firstDate(fieldModified, fromHeader, fromByline, fromTimeTag, fromClassName)
	if shown.c != nil && modified.c != nil && dates.Compare(modified.value, shown.value) == 0 {
		return modified
	}
	return shown
}

// isEdit reports whether a date is of an edit of what was published at p.
func isEdit(e, p string) bool {
	switch dates.Compare(e, p) {
	case -1:
		return false
	case 0: // at the precision that both have
		return len(e) > byDay && len(p) <= byDay
	}
	return true
}

// better reports whether the date that a page shows beside its headline is
// believed before that of its head, which is of another day: where the head's
// is later by more than time zones can do, or after its own edit, it is the day
// on which a program wrote the page again; where both may be the same minute, the shown one is in
// the page's own zone; else another claim of the head must agree with it.
func (m *metadata) better(shown, head dated) bool {
	if shown.c == nil || head.c == nil || head.c.source == fromFrontMatter || head.c.source == fromHeader || len(shown.value) < byDay {
		return false
	}
	days, ok := dates.DaysBetween(shown.value, head.value)
	switch {
	case !ok || days == 0:
		return false
	case days > 1 || days == 1 && m.builtLate(head):
		return true
	case days == 1 || days == -1:
		if ownZone(shown.value, head.value) {
			return true
		}
	}
	return m.seconded(shown.value)
}

// builtLate reports whether the head's date of publication is after the edit
// that the same source gives: neither can be of more than the page's making.
func (m *metadata) builtLate(head dated) bool {
	edit := m.firstDate(fieldModified, head.c.source)
	return edit.c != nil && dates.Before(edit.value, head.value)
}

// ownZone reports whether a shown date may be the same minute as that of the
// head, told in the page's own time zone and not in UTC.
func ownZone(shown, head string) bool {
	return !strings.HasSuffix(shown, "Z") && !strings.HasSuffix(shown, "+00:00") && dates.SameMinute(shown, head)
}

// seconded reports whether the head of the page, or its path, gives a day too.
func (m *metadata) seconded(date string) bool {
	for i := range m.claims {
		c := &m.claims[i]
		if c.field != fieldPublished || onPage[c.source] {
			continue
		}
		v, ok := m.parseDate(c.value)
		if days, known := dates.DaysBetween(v, date); ok && known && days == 0 {
			return true
		}
	}
	return false
}

// onPage are the sources of dates that stand on the page itself.
var onPage = map[source]bool{fromLabel: true, fromMicrodata: true, fromHeader: true, fromTimeTag: true, fromClassName: true, fromByline: true}

// inPath returns the first date beside the headline that is in the month of the
// page's path, where d is another one there and is not.
func (m *metadata) inPath(d dated) dated {
	path := m.firstDate(fieldPublished, fromURLPath)
	if path.c == nil || d.c == nil || d.c.source != fromHeader || dates.Compare(path.value, d.value) == 0 {
		return d
	}
	for i := range m.claims {
		c := &m.claims[i]
		if c.field != fieldPublished || c.source != fromHeader {
			continue
		}
		if v, ok := m.parseDate(c.value); ok && len(v) >= byDay && dates.Compare(path.value, v) == 0 {
			return dated{c, v}
		}
	}
	return d
}

// opening returns the first post's date where that stands above the line that
// repeats the thread's title, and the date below it is of an answer.
func (m *metadata) opening(d dated) dated {
	if d.c == nil || d.c.source != fromHeader {
		return d
	}
	for i := range m.claims {
		c := &m.claims[i]
		if c == d.c {
			break
		}
		if c.field != fieldPublished || c.source != fromByline {
			continue
		}
		if v, ok := m.parseDate(c.value); ok && len(v) > byDay && dates.Before(v, d.value) {
			return dated{c, v}
		}
	}
	return d
}

// finer returns the claim for the same day that tells the time too, if one does;
// midnight is what programs write that know none.
func (m *metadata) finer(d dated) dated {
	if d.c == nil || len(d.value) != byDay {
		return d
	}
	for _, from := range trust[fieldPublished] {
		for i := range m.claims {
			c := &m.claims[i]
			if c.field != fieldPublished || c.source != from {
				continue
			}
			if v, ok := m.parseDate(c.value); ok && len(v) > byDay && v[:byDay] == d.value && !strings.HasPrefix(v[byDay:], "T00:00") {
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
			v, ok := m.parseDate(c.value)
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
		if fd == fieldPublished && m.undated[src] {
			continue
		}
		var found dated
		for i := range m.claims {
			c := &m.claims[i]
			if c.field != fd || c.source != src || found.c != nil && !c.cued && len(found.value) >= byDay {
				continue
			}
			v, ok := m.parseDate(c.value)
			if !ok || m.isFuture(v) || v == m.titleDate && (src == fromHeader || src == fromByline) || v < firstPages && weak[src] && !c.cued {
				continue
			}
			if found.c == nil || c.cued || len(found.value) < byDay && len(v) >= byDay {
				found = dated{c, v}
			}
			if len(v) >= byDay && (c.cued || src != fromHeader) {
				break
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

// firstPages is the year in which the web had its first pages: an older day
// that a page shows without a word on it is that of what the page is about.
const firstPages = "1991"

// clockSlack is how far behind the clock that a page was saved by may be.
const clockSlack = 48 * time.Hour

// isFuture reports whether a date is after the time at which the page was saved.
func (m *metadata) isFuture(date string) bool {
	return !m.c.saved.IsZero() && dates.Before(m.c.saved.Add(clockSlack).UTC().Format("2006-01-02T15:04:05Z"), date)
}
