package extract

import "unicode/utf8"

// groups.go finds what repeats: containers of the same element and class that
// follow each other go in, groups of like items come out, with what their items
// have in common: cards have links, posts have authors and dates, offers prices.

// A group is a row of like containers beside each other.
type group struct {
	text, linked int32 // bytes in all of its items
	prose        int32 // leaves of running text
	items        int32
	with         [itemBits]int32 // items that have one of a bit
	first        int32           // its first item's node
}

// What an item may have.
const (
	itemLink    = iota // a link
	itemHeading        // a heading
	itemPrice          // a price
	itemDate           // a date that is marked as one
	itemPerson         // an author who is marked as one
	itemPicture        // a picture
	itemBits
)

// leastItems is how many like containers make a group.
const leastItems = 3

// leastItemText is the least text of a group's items on average, in bytes:
// rows of buttons are no items.
const leastItemText = 8

// findGroups finds the page's groups, once rows are counted.
func (s *selection) findGroups() {
	p := s.p
	s.markItems()
	s.groups = append(s.groups[:0], group{}) // 0: none
	s.groupOf = sized(s.groupOf, len(p.nodes))
	for i := int32(1); i < int32(len(p.nodes)); i++ {
		sh := &s.shapes[i]
		if sh.rows < leastItems {
			continue
		}
		lead := s.leader[i]
		if lead == i {
			s.groups = append(s.groups, group{first: i})
			s.last[i] = int32(len(s.groups) - 1)
		}
		g := &s.groups[s.last[lead]]
		g.add(sh, s.items[i])
		s.groupOf[i] = s.last[lead]
	}
	s.widest()
}

// add counts one item.
func (g *group) add(sh *shape, bits uint8) {
	g.items++
	g.text, g.linked, g.prose = g.text+sh.text, g.linked+sh.linked, g.prose+sh.sentences
	for b := range itemBits {
		if bits&(1<<b) != 0 {
			g.with[b]++
		}
	}
}

// widest lets each container belong to the group around it that has most text.
func (s *selection) widest() {
	for i := 1; i < len(s.p.nodes); i++ {
		up := s.groupOf[s.p.nodes[i].parent]
		if own := s.groupOf[i]; own == 0 || up != 0 && s.groups[up].text >= s.groups[own].text || s.groups[own].text < s.groups[own].items*leastItemText {
			s.groupOf[i] = up
		}
	}
}

// markItems notes what each container has in it, and by what names it and those
// around it go.
func (s *selection) markItems() {
	p := s.p
	s.items, s.prices = sized(s.items, len(p.nodes)), 0
	for i := range p.leaves {
		l := &p.leaves[i]
		if l.flags != 0 {
			continue
		}
		bits := &s.items[l.node]
		if l.linked > 0 {
			*bits |= 1 << itemLink
		}
		if l.kind == leafHeading {
			*bits |= 1 << itemHeading
		}
		if l.images > 0 {
			*bits |= 1 << itemPicture
		}
		if n := l.text.len(); n > 0 && n <= longPrice && hasPrice(p.textOf(l)) {
			*bits |= 1 << itemPrice
			s.prices++
		}
	}
	for i := range p.marks {
		switch mk := &p.marks[i]; {
		case mk.kinds&(markPublished|markModified|markDate) != 0:
			s.items[mk.node] |= 1 << itemDate
		case mk.kinds&(markAuthor|markByline) != 0:
			s.items[mk.node] |= 1 << itemPerson
		}
	}
	for i := len(p.nodes) - 1; i > 0; i-- {
		s.items[p.nodes[i].parent] |= s.items[i]
	}
	s.names = sized(s.names, len(p.nodes))
	for i := 1; i < len(p.nodes); i++ {
		s.names[i] = s.names[p.nodes[i].parent] | p.nodes[i].kinds
	}
}

// longPrice is the length, in bytes, from which a leaf is no price.
const longPrice = 40

// currencies are signs and codes that stand beside an amount.
var currencies = [...]string{"$", "£", "€", "¥", "￥", "₹", "₽", "₩", "₺", "zł", "kr", "руб", "USD", "EUR", "GBP", "CHF", "円", "元"}

// hasPrice reports whether a short text has an amount of money: a currency
// beside digits, a space between them at most.
func hasPrice(text []byte) bool {
	for i := 0; i < len(text); i++ {
		if !isDigit(text[i]) {
			continue
		}
		if endsWithCurrency(text[:i]) {
			return true
		}
		for i < len(text) && (isDigit(text[i]) || text[i] == '.' || text[i] == ',') {
			i++
		}
		if beginsWithCurrency(text[i:]) {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func endsWithCurrency(text []byte) bool {
	n := len(text)
	if n > 0 && text[n-1] == ' ' {
		n--
	}
	if n == 0 || text[n-1] != '$' && text[n-1] < utf8.RuneSelf && !wordByte[text[n-1]] {
		return false
	}
	for _, c := range currencies {
		if n >= len(c) && string(text[n-len(c):n]) == c {
			return true
		}
	}
	return false
}

func beginsWithCurrency(text []byte) bool {
	if len(text) > 0 && text[0] == ' ' {
		text = text[1:]
	}
	if len(text) == 0 || text[0] != '$' && text[0] < utf8.RuneSelf && !wordByte[text[0]] {
		return false
	}
	for _, c := range currencies {
		if len(text) >= len(c) && string(text[:len(c)]) == c {
			return true
		}
	}
	return false
}
