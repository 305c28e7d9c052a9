package extract

// text.go collapses white space as CSS does and cuts text into leaves and runs.

// maxText is how much text of a page is kept, in bytes, so that positions fit
// their 32 bits. A page beyond it gets the warning text_cut.
const maxText = 1 << 30

// byteClass says how a byte of text is taken.
var byteClass = func() (t [256]uint8) {
	for c := range 0x20 {
		t[c] = byteDrop // control characters are no text
	}
	for _, c := range " \t\n\f\r" {
		t[c] = byteSpace
	}
	t[0x7f] = byteDrop
	t[0xc2] = byteLead // U+0080 to U+009F are controls
	t[0xe2] = byteLead // U+2028 and U+2029 end lines; controls of direction let text look like other text
	t[0xf3] = byteLead // U+E0000 to U+E007F, tags, are text that nobody sees
	t[0xef] = byteLead // U+FEFF is a stray byte order mark
	return t
}()

const (
	bytePlain uint8 = iota
	byteSpace
	byteDrop
	byteLead // first byte of a character that may be dropped or a space
)

// rare classifies the character at b[i:], whose first byte is a byteLead, and
// gives its length.
func rare(b []byte, i int) (kind uint8, n int) {
	before := b[:i]
	b = b[i:]
	switch {
	case b[0] == 0xc2 && len(b) > 1:
		switch {
		case b[1] == 0x85: // NEL ends a line
			return byteSpace, 2
		case b[1] < 0xa0:
			return byteDrop, 2
		}
		return bytePlain, 2
	case b[0] == 0xe2 && len(b) > 2:
		switch {
		case b[1] == 0x80 && (b[2] == 0xa8 || b[2] == 0xa9):
			return byteSpace, 3
		case b[1] == 0x80 && b[2] >= 0xaa && b[2] <= 0xae, b[1] == 0x81 && b[2] >= 0xa6 && b[2] <= 0xa9:
			return byteDrop, 3 // U+202A to U+202E, U+2066 to U+2069
		}
		return bytePlain, 3
	case b[0] == 0xf3 && len(b) > 3:
		if isTag(b) && !inFlag(before) {
			return byteDrop, 4
		}
		return bytePlain, 4
	case b[0] == 0xef && len(b) > 2:
		if b[1] == 0xbb && b[2] == 0xbf {
			return byteDrop, 3
		}
		return bytePlain, 3
	}
	return bytePlain, 1
}

// A flow is the text being collected: where the current leaf and run began and
// what white space waits to be written.
type flow struct {
	open   bool // a leaf is open
	leaf   leaf
	run    run  // the current run; its end is the text's end
	inRun  bool // a run is open
	space  bool // white space waits for more text
	spaced run  // markup that the waiting space stands in
	breaks int  // <br>s that wait for more text
}

// plainEnd returns the end of the stretch of b from i that can be copied as it
// is: no white space but single spaces between words.
func plainEnd(b []byte, i int) int {
	for i < len(b) {
		switch c := b[i]; byteClass[c] {
		case bytePlain:
			i++
		case byteLead:
			kind, n := rare(b, i)
			if kind != bytePlain {
				return i
			}
			i += n
		case byteSpace:
			if c != ' ' || i+1 >= len(b) || byteClass[b[i+1]] != bytePlain {
				return i
			}
			i += 2
		default:
			return i
		}
	}
	return i
}

// addText takes a text token's bytes.
func (s *scanner) addText(b []byte) {
	switch {
	case s.darkness > 0:
	case s.noscript > 0 && s.flow.open && s.flow.leaf.flags&nodeNoscript == 0:
		return // within a line that is shown
	case s.pre > 0:
		s.addVerbatim(b)
		return
	}
	for i := 0; i < len(b); {
		kind, n := byteClass[b[i]], 1
		if kind == byteLead {
			kind, n = rare(b, i)
		}
		switch kind {
		case bytePlain:
			end := plainEnd(b, i)
			s.write(b[i:end])
			n = end - i
		case byteSpace:
			s.addSpace()
		}
		i += n
	}
}

// addSpace notes white space; it is written when text follows in the same leaf.
func (s *scanner) addSpace() {
	if s.darkness > 0 {
		if n := len(s.page.dark); n > 0 && s.page.dark[n-1] != ' ' {
			s.page.dark = append(s.page.dark, ' ')
		}
		return
	}
	f := &s.flow
	if f.open && !f.space && f.breaks == 0 {
		f.space, f.spaced = true, s.markup()
	}
	s.button.after = true
}

// markup is the run that text would start here.
func (s *scanner) markup() run {
	return run{link: s.link, image: none, style: s.style}
}

func (r *run) same(o *run) bool {
	return r.style == o.style && r.link == o.link && r.image == none && o.image == none && r.tex.empty() && o.tex.empty()
}

// write appends text without white space at its borders.
func (s *scanner) write(b []byte) {
	p := s.page
	if s.darkness > 0 {
		if len(p.dark)+len(b) < maxText {
			p.dark = append(p.dark, b...)
		}
		return
	}
	if len(p.text)+len(b) >= maxText {
		p.cut = true
		return
	}
	if s.picturesApart() {
		s.flush()
	}
	if !s.flow.open && s.button.leaf > 0 && s.node != s.button.node {
		s.resume(b)
	}
	s.beginText()
	if s.flow.leaf.cited && s.counts[tagCite] == 0 {
		s.flow.leaf.cited = false
	}
	p.text = append(p.text, b...)
}

// picturesApart reports whether the pictures that the open leaf has stand apart
// from the text that follows: on a line of their own, or in no paragraph.
func (s *scanner) picturesApart() bool {
	f := &s.flow
	if !f.open || f.leaf.images == 0 || len(s.page.text) != int(f.leaf.text.start) {
		return false
	}
	return s.kind != leafHeading && (f.breaks > 0 || !pieces.has(s.page.nodes[s.node].tag))
}

// beginText opens a leaf and a run for text that is about to be appended, and
// writes the breaks and the space that wait before it.
func (s *scanner) beginText() {
	f, m := &s.flow, s.markup()
	if f.breaks > 1 && s.breaksParagraph() && !s.page.full {
		s.flush()
	}
	switch {
	case !f.open:
		s.beginLeaf()
	case f.breaks > 0:
		for range min(f.breaks, 2) {
			s.page.text = append(s.page.text, '\n')
		}
	case f.space:
		s.continueRun(f.spaced)
		s.page.text = append(s.page.text, ' ')
	}
	f.breaks, f.space = 0, false
	s.continueRun(m)
}

// continueRun goes on with the current run if m is its markup, else starts another.
func (s *scanner) continueRun(m run) {
	f := &s.flow
	if f.inRun && f.run.same(&m) {
		return
	}
	s.endRun()
	f.run, f.inRun = m, true
	f.run.text.start = int32(len(s.page.text))
}

// endRun stores the current run.
func (s *scanner) endRun() {
	f := &s.flow
	if !f.inRun {
		return
	}
	f.inRun = false
	r := &f.run
	r.text.end = int32(len(s.page.text))
	n := int32(r.text.len())
	if n == 0 && r.image == none {
		return
	}
	if r.link != none {
		f.leaf.linked += n
	}
	if r.style&(bitStrong|bitEmphasis) != 0 {
		f.leaf.styled += n
	}
	s.page.runs = append(s.page.runs, *r)
}

// beginLeaf opens a leaf in the innermost container.
func (s *scanner) beginLeaf() {
	p := s.page
	if len(p.text) > 0 {
		p.text = append(p.text, '\n') // so that a mark over several leaves keeps their words apart
	}
	start := int32(len(p.text))
	s.flow = flow{open: true, leaf: leaf{
		node: s.node, text: ref{start, start}, run0: int32(len(p.runs)), media: none,
		kind: s.kind, level: s.level, flags: s.hiddenFlags(), cited: s.counts[tagCite] > 0,
	}}
	if s.pre > 0 {
		s.flow.leaf.kind = leafPre
	}
}

// flush ends the open leaf: a block border.
func (s *scanner) flush() {
	f := &s.flow
	if !f.open {
		f.breaks, f.space = 0, false
		return
	}
	if s.pre > 0 {
		s.trimVerbatim()
	}
	s.endRun()
	p, l := s.page, f.leaf
	*f = flow{}
	l.text.end, l.run1 = int32(len(p.text)), int32(len(p.runs))
	if l.text.empty() && l.images == 0 {
		p.runs = p.runs[:l.run0]
		return
	}
	if blank(p.text[l.text.start:l.text.end]) && l.images == 0 {
		p.text, p.runs = p.text[:l.text.start], p.runs[:l.run0]
		return
	}
	p.leaves = append(p.leaves, l)
	if t := p.nodes[l.node].tag; t == tagTd || t == tagTh {
		p.inCells++
	}
}

// addVerbatim takes text inside <pre>: white space stays as it is.
func (s *scanner) addVerbatim(b []byte) {
	if s.preStart && len(b) > 0 {
		s.preStart = false
		if b[0] == '\n' { // 13.2.6.4.7: a line feed just after <pre> is ignored
			b = b[1:]
		}
	}
	for len(b) > 0 {
		i := verbatimEnd(b)
		if i > 0 {
			s.writeVerbatim(b[:i])
			b = b[i:]
			continue
		}
		n := 1
		if byteClass[b[0]] == byteLead {
			var kind uint8
			if kind, n = rare(b, 0); kind == byteSpace {
				s.writeVerbatim([]byte{'\n'})
			}
		}
		b = b[n:]
	}
}

// verbatimEnd returns the length of the stretch of b without characters that
// are dropped.
func verbatimEnd(b []byte) int {
	for i := 0; i < len(b); {
		switch c := b[i]; {
		case byteClass[c] == byteDrop, c == '\f', c == '\r':
			return i
		case byteClass[c] == byteLead:
			kind, n := rare(b, i)
			if kind != bytePlain {
				return i
			}
			i += n
		default:
			i++
		}
	}
	return len(b)
}

func (s *scanner) writeVerbatim(b []byte) {
	if len(s.page.text)+len(b) >= maxText {
		s.page.cut = true
		return
	}
	if !s.flow.open {
		s.beginLeaf()
	}
	s.flow.breaks, s.flow.space = 0, false
	s.continueRun(s.markup())
	s.page.text = append(s.page.text, b...)
}

// trimVerbatim cuts white space from the end of an open leaf of code, and
// empty lines from its start.
func (s *scanner) trimVerbatim() {
	p, f := s.page, &s.flow
	floor := int(f.leaf.text.start)
	if f.inRun {
		floor = int(f.run.text.start)
	}
	for len(p.text) > floor {
		if c := p.text[len(p.text)-1]; c != '\n' && c != ' ' && c != '\t' {
			break
		}
		p.text = p.text[:len(p.text)-1]
	}
}

// blank reports whether text has nothing to see: white space, no-break spaces
// and zero-width characters only.
func blank(b []byte) bool {
	for i := 0; i < len(b); {
		switch {
		case byteClass[b[i]] == byteSpace:
			i++
		case b[i] == 0xc2 && i+1 < len(b) && (b[i+1] == 0xa0 || b[i+1] == 0xad): // no-break space, soft hyphen
			i += 2
		case b[i] == 0xe2 && i+2 < len(b) && b[i+1] == 0x80 && b[i+2] >= 0x80 && b[i+2] <= 0x8f: // spaces and joiners
			i += 3
		case b[i] == 0xe3 && i+2 < len(b) && b[i+1] == 0x80 && b[i+2] == 0x80: // ideographic space
			i += 3
		default:
			return false
		}
	}
	return true
}
