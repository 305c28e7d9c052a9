package extract

import (
	"slices"
	"strings"
)

// titlekinds.go chooses the title once more when the page's kind is known: the
// heading that was believed and what the head says instead go in, the one that
// pages of the kind are called by comes out.

// likeHeadlineOf is how much, in per cent, a heading must have in common with
// what the head says to be the title of a page of a kind. For kinds that are
// not here likeHeadline is enough. Who offers something writes a slogan above
// it, and what it is into the head.
var likeHeadlineOf = map[Kind]int{OtherPage: 60}

// A shownTitle is what a title was chosen from, before the kind was known.
type shownTitle struct {
	heading   *claim   // the heading that is believed, nil if none is
	head, tag *claim   // what the head says first, and the title element; nil without
	refs      []*claim // all that the head says
	like      int      // what the heading has in common with the head, in per cent
}

// newShownTitle notes the claim that is believed for the title if it is a heading,
// or that none is, and what the head says.
func newShownTitle(best *claim, refs []*claim) (s shownTitle) {
	if best != nil {
		if best.source != fromHeading || best.part {
			return s
		}
		s.heading, s.like = best, best.likeAny(refs)
	}
	s.refs = refs
	trusted := len(headFirst)
	for _, c := range refs {
		if at := slices.Index(headFirst, c.source); at >= 0 && at < trusted {
			trusted, s.head = at, c
		}
		if c.source == fromTitleTag {
			s.tag = c
		}
	}
	return s
}

// titleOf returns the title of a page of a kind of which title has been chosen,
// and the leaf that is the heading above it if that is not the title.
func (s *shownTitle) titleOf(kind Kind, title string) (string, int32) {
	if s.head == nil || s.like >= likeHeadlineOf[kind] || s.heading == nil && !s.head.won {
		return title, none
	}
	leaf := int32(none)
	if s.heading != nil {
		s.heading.won, leaf = false, s.heading.leaf
	}
	head := s.head
	if s.tag != nil && head.source == fromOpenGraph && !strings.Contains(s.tag.folded, head.folded) {
		head = s.tag // what is shared is a slogan, too
	}
	s.head.won, head.won = false, true
	return repaired(head, s.refs), leaf
}
