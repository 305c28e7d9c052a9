package extract

// endtags.go takes end tags: the element that one names, and what ends with it.

// endInline ends the inline element at place i (13.2.6.4.7, the adoption agency
// and "any other end tag"): one that formats text also when a container was
// opened inside it, any other only when none was. The inline elements inside it
// that do not format text end with it. What a browser moves out of such an
// element afterwards stays where it was read.
func (s *scanner) endInline(i int) {
	if !formatting.has(s.stack[i].tag) && s.holdsBlock(i) {
		return
	}
	for j := s.depth - 1; j > i; j-- {
		if t := s.stack[j].tag; elements[t].kind != block && !formatting.has(t) {
			s.remove(j)
		}
	}
	s.remove(i)
}

// remove ends an inline element that others stand inside of, which stay open:
// what the standard's adoption agency comes to for text.
func (s *scanner) remove(i int) {
	e := s.stack[i]
	if e.node != none {
		return // a container ends with all it holds, never alone
	}
	copy(s.stack[i:s.depth-1], s.stack[i+1:s.depth])
	s.depth--
	if e.tag == tagA {
		for j := i; j < s.depth; j++ { // a link opened inside keeps what it will restore
			if s.stack[j].tag == tagA {
				s.stack[j].link = e.link
				e.link = s.link
				break
			}
		}
	}
	s.finish(&e)
}

// endTag ends the element that an end tag names, if it is open in scope.
func (s *scanner) endTag(t tag) {
	if s.overflow[t] > 0 {
		s.overflow[t]--
		switch {
		case elements[t].kind != block:
		case s.page.full:
			s.lineEnd()
		default:
			s.flush()
		}
		return
	}
	switch {
	case t == tagP && s.counts[tagP] == 0:
		if !s.page.full {
			s.flush() // as browsers: an empty paragraph stands here
		}
		return
	case headings.has(t):
		if i := s.innermost(&headings, &defaultScope); i >= 0 {
			s.popTo(i)
		}
		return
	case s.counts[t] == 0:
		return
	}
	s.endOpen(t)
}

// endOpen ends the innermost open element t that its end tag reaches.
func (s *scanner) endOpen(t tag) {
	only := tags(t)
	scope := &defaultScope
	switch {
	case t == tagP:
		scope = &buttonScope
	case t == tagLi:
		scope = &listScope
	case tableParts.has(t):
		scope = &tableScope
	}
	i := s.innermost(&only, scope)
	switch {
	case i < 0:
	case t == tagObject:
		s.popTo(i)
	case elements[t].kind != block:
		s.endInline(i)
	case t == tagForm:
		s.endForm(i)
	default:
		s.popTo(i)
	}
}

// endForm ends a form (13.2.6.4.7): what is open inside it and does not end by
// itself stays open, and the form's container lasts as long, without its name.
func (s *scanner) endForm(i int) {
	s.endThemselves(i + 1)
	if s.depth == i+1 {
		s.popTo(i)
		return
	}
	e := &s.stack[i]
	s.forget(e)
	e.tag = tagOther
	s.counts[tagOther]++
}

// endThemselves ends the innermost elements, down to place i, whose end tag may
// be left out (13.2.6.3, implied end tags).
func (s *scanner) endThemselves(i int) {
	for s.depth > i && endsItself.has(s.stack[s.depth-1].tag) {
		s.popTo(s.depth - 1)
	}
}

// innermost returns the place of the innermost open element of a set, not
// looking beyond one of scope.
func (s *scanner) innermost(set, scope *tagSet) int {
	for i := s.depth - 1; i >= 0; i-- {
		t := s.stack[i].tag
		if set.has(t) {
			return i
		}
		if scope.has(t) {
			return none
		}
	}
	return none
}

// holdsBlock reports whether a block-level element is open inside the element at place i.
func (s *scanner) holdsBlock(i int) bool {
	for _, e := range s.stack[i+1 : s.depth] {
		if elements[e.tag].kind == block {
			return true
		}
	}
	return false
}
