package extract

import "pressclip/internal/weburl"

// cards.go finds teasers by their structure alone: the page's containers go in,
// those come out that stand beside others like them and hold a heading, or a line,
// that leads to another page of the site, and little else. Many sites' names say
// nothing of what their elements hold, and an article does not link its own
// headings away.

const (
	longestCard = 800 // bytes of a card's text
	mostOfCard  = 8   // leaves of one
	leastTitle  = 20  // bytes of a line that is a card's title though it is no heading
	leastCards  = 2   // containers beside each other that are cards
	// The most running text that cards may hold, in per cent of what is outside
	// them: on a page of more, they may be what it is for. They may hold more where
	// they end the page, below at least ownText bytes of running text.
	cardShare, endCardShare, ownText = 25, 70, 1000
)

// dropCards takes the cards for furniture, unless they are much of the page.
// Furniture by name is no card.
func (s *selection) dropCards(site string) {
	if !s.findCards(site) || !s.besideText() {
		return
	}
	for i := range s.cards {
		if s.cards[i] {
			s.why[i] = hintRelated | hintTeaser
		}
	}
}

// findCards finds the containers that are cards or in one, and reports whether
// there are any.
func (s *selection) findCards(site string) (found bool) {
	p := s.p
	s.cards, s.seen = sized(s.cards, len(p.nodes)), sized(s.seen, len(p.nodes)) // seen: cards of a parent
	for i := int32(1); i < int32(len(p.nodes)); i++ {
		if s.why[i] == 0 && s.isCard(i, site) {
			s.cards[i] = true
			s.seen[p.nodes[i].parent]++
		}
	}
	for i := 1; i < len(p.nodes); i++ {
		up := p.nodes[i].parent
		s.cards[i] = s.why[i] == 0 && (s.cards[up] || s.cards[i] && s.seen[up] >= leastCards)
		found = found || s.cards[i]
	}
	return found
}

// besideText reports whether the page has cards, and an article of its own besides.
func (s *selection) besideText() bool {
	in, before, after := int64(0), int64(0), int64(0)
	for i := range s.p.leaves {
		n, prose := s.p.leaves[i].node, int64(s.measures[i].prose)
		switch {
		case prose == 0 || s.why[n] != 0:
		case s.cards[n]:
			in, before, after = in+prose, before+after, 0
		default:
			after += prose
		}
	}
	if after == 0 && before >= ownText {
		return in*100 <= before*endCardShare
	}
	own := before + after
	return own > 0 && in*100 <= own*cardShare
}

// aboveCards reports whether a card follows leaf i at once: a heading there is
// that of the cards.
func (s *selection) aboveCards(i int) bool {
	for j := i + 1; j < len(s.p.leaves); j++ {
		if l := &s.p.leaves[j]; l.flags == 0 && (!l.text.empty() || l.images > 0) {
			return s.why[l.node]&hintTeaser != 0
		}
	}
	return false
}

// isCard reports whether a container is a card by itself: its heading is a link
// away or, without a heading, one line is and one running text stands beside it.
func (s *selection) isCard(i int32, site string) bool {
	p := s.p
	n := &p.nodes[i]
	if n.last-n.first < 2 || n.last-n.first > mostOfCard || n.tag != tagLi && closed.has(n.tag) {
		return false
	}
	headings, titles, texts, size := 0, 0, 0, 0
	for j := n.first; j < n.last; j++ {
		l := &p.leaves[j]
		if l.flags != 0 || l.text.empty() {
			continue
		}
		size += l.text.len()
		switch {
		case l.kind == leafHeading:
			if headings++; headings > 1 || int(l.linked)*2 <= l.text.len() || !p.leadsAway(l, site) {
				return false
			}
		case int(l.linked)*10 >= l.text.len()*9 && l.text.len() >= leastTitle:
			if titles++; !p.leadsAway(l, site) {
				titles++
			}
		case s.measures[j].prose > 0:
			texts++
		}
	}
	return size <= longestCard && (headings == 1 || titles == 1 && texts == 1 && !s.inTable(i))
}

// inTable reports whether a container is in a table of data or a part of one.
func (s *selection) inTable(i int32) bool {
	for ; i > 0; i = s.p.nodes[i].parent {
		if s.data[i] {
			return true
		}
	}
	return false
}

// leadsAway reports whether the first link of a leaf leads to another page of the site.
func (p *page) leadsAway(l *leaf, site string) bool {
	for r := l.run0; r < l.run1; r++ {
		link := p.runs[r].link
		if link == none {
			continue
		}
		href := p.str(p.links[link].href)
		if weburl.KindOf(href) != weburl.Web {
			return false
		}
		return weburl.Scheme(href) == "" || weburl.SameHost(href, site)
	}
	return false
}
