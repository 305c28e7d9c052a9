package extract

import "slices"

// titlekinds.go chooses the title once more when the page's kind is known: the
// heading that was believed and what the head says instead go in, the one that
// pages of the kind are called by comes out.

// likeHeadlineOf is how much, in per cent, a heading must have in common with
// what the head says to be the title of a page of a kind. For kinds that are
// not here likeHeadline is enough. Who offers something writes a slogan above
// it, and what it is into the head.
var likeHeadlineOf = map[Kind]int{OtherPage: 60}

// A shownTitle is a heading that is believed for the title.
type shownTitle struct {
	heading, head int // claims: that and the first of the head; none without either
	like          int // what the heading has in common with the head, in per cent
}

// noteShown notes the claim that is believed for the title if it is a heading,
// and what the head says instead.
func (m *metadata) noteShown(best *claim, refs []*claim) {
	m.shown = shownTitle{none, none, 0}
	if best == nil || best.source != fromHeading || best.part {
		return
	}
	m.shown.like = best.likeAny(refs)
	trusted := len(headFirst)
	for i := range m.claims {
		c := &m.claims[i]
		if c == best {
			m.shown.heading = i
		}
		if at := slices.Index(headFirst, c.source); at < trusted && slices.Contains(refs, c) {
			trusted, m.shown.head = at, i
		}
	}
}

// titleOf returns the title of a page of a kind of which title has been chosen,
// and the leaf that is the heading above it if that is not the title.
func (m *metadata) titleOf(kind Kind, title string) (string, int32) {
	s := &m.shown
	if s.heading == none || s.head == none || s.like >= likeHeadlineOf[kind] {
		return title, none
	}
	heading, head := &m.claims[s.heading], &m.claims[s.head]
	heading.won, head.won = false, true
	return head.value, heading.leaf
}
