package extract

import "testing"

// On a page that lists others, days that differ are those of its items; a label
// is claimed only where all that have one agree.
func TestDatesOfItems(t *testing.T) {
	m := newMetadata(&page{}, frontMatter{}, &config{})
	for _, day := range []string{"2026-01-03", "2026-01-04"} {
		m.claim(fieldPublished, fromTimeTag, day)
	}
	m.claim(fieldPublished, fromLabel, "2026-02-07")
	for _, c := range []struct {
		kind        Kind
		times, edit bool
		label       bool
	}{
		{ArticlePage, false, true, false},
		{ListingPage, true, false, false},
		{DocumentationPage, true, false, false},
		{ProductPage, true, false, true},
		{OtherPage, true, true, true},
	} {
		never, edits := m.notPublished(c.kind)
		if never[fromTimeTag] != c.times || never[fromLabel] != c.label || edits != c.edit {
			t.Errorf("%s: times withheld %v, label %v, edits %v", c.kind, never[fromTimeTag], never[fromLabel], edits)
		}
	}
}
