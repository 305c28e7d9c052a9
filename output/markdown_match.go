package output

// Delimiters in their order come in; which of them a CommonMark reader pairs
// goes out ("process emphasis" of CommonMark's appendix, and GFM 6.5).

// A delimRun is delimiters of one character side by side, which a reader sees
// as one.
type delimRun struct {
	char       byte
	flank      uint8 // flankBits
	length     int32 // in characters
	left, stop int32 // owners[left:stop] are those that are not yet paired
	prev, next int32 // runs that may still pair; -1: none
}

// closes is or-ed to an owner whose delimiter closes.
const closes = 1 << 30

// collect sets runs and owners from the tokens, and which pairs are lame. It reports whether the
// two readings differ anywhere.
func (in *inliner) collect() (ambiguous bool) {
	in.runs, in.owners = in.runs[:0], in.owners[:0]
	for i := 0; i < len(in.tokens); {
		n := in.runLength(i)
		if n == 0 {
			i++
			continue
		}
		before, after := ' ', ' '
		if i > 0 {
			before = in.edge(in.tokens[i-1], false)
		}
		if i+n < len(in.tokens) {
			after = in.edge(in.tokens[i+n], true)
		}
		r := delimRun{char: in.delimiter(i), flank: flankBits(classOf(before), classOf(after)), left: int32(len(in.owners))}
		if r.char == '~' && before == '~' {
			r.flank = 0 // goldmark opens and closes none behind a tilde, escaped or not
		}
		ambiguous = ambiguous || !agree(r.flank)
		for _, t := range in.tokens[i : i+n] {
			in.own(t)
		}
		r.stop = int32(len(in.owners))
		r.length = r.stop - r.left
		for _, t := range in.tokens[i : i+n] {
			p := &in.pairs[t.pair]
			p.lame = p.lame || !r.can(t.open)
		}
		in.runs = append(in.runs, r)
		i += n
	}
	return ambiguous
}

// delimiter returns the character of the delimiter that token i is, or 0.
func (in *inliner) delimiter(i int) byte {
	t := in.tokens[i]
	if t.atom >= 0 || in.pairs[t.pair].mark == linked {
		return 0
	}
	return delimiterOf[in.pairs[t.pair].mark][0]
}

// runLength returns how many tokens from i on are one run.
func (in *inliner) runLength(i int) int {
	n := 0
	for c := in.delimiter(i); c != 0 && i+n < len(in.tokens) && in.delimiter(i+n) == c; {
		n++
	}
	return n
}

// own appends the owner of each character of t.
func (in *inliner) own(t token) {
	owner := t.pair
	if !t.open {
		owner |= closes
	}
	for range width(in.pairs[t.pair].mark) {
		in.owners = append(in.owners, owner)
	}
}

// can reports whether every reader lets r open, or close, what it is there for.
// GFM's strikethrough takes two tildes and no more.
func (r *delimRun) can(open bool) bool {
	if r.char == '~' && r.length != 2 {
		return false
	}
	for reading := range readings {
		if open && !r.opens(reading) || !open && !r.closes(reading) {
			return false
		}
	}
	return true
}

func (r *delimRun) opens(reading int) bool  { return r.flank>>(2*reading)&1 != 0 }
func (r *delimRun) closes(reading int) bool { return r.flank>>(2*reading)&2 != 0 }

// match sets matched of the pairs for one reading.
func (in *inliner) match(reading int) {
	for i := range in.pairs {
		in.pairs[i].matched = in.pairs[i].mark == linked
	}
	for i := range in.runs {
		in.runs[i].prev, in.runs[i].next = int32(i)-1, int32(i)+1
	}
	var bottom [openersKey]int32 // no opener is at or before it
	for i := range bottom {
		bottom[i] = -1
	}
	for c := int32(0); int(c) < len(in.runs); {
		r := &in.runs[c]
		if !r.closes(reading) || r.left == r.stop {
			c = r.next
			continue
		}
		o := in.opener(c, bottom[r.key(reading)], reading)
		if o < 0 {
			bottom[r.key(reading)] = r.prev
			if !r.opens(reading) {
				in.unlink(c)
			}
			c = r.next
			continue
		}
		in.pairUp(o, c)
	}
}

// openersKey counts the cases in which the search for an opener ends at
// different places: by character, by whether the closer can open, by length
// modulo 3.
const openersKey = 2 * 2 * 3

func (r *delimRun) key(reading int) int {
	k := int(r.length%3) * 4
	if r.char == '~' {
		k++
	}
	if r.opens(reading) {
		k += 2
	}
	return k
}

// opener returns the nearest run before c, and after bottom, that c can close,
// or -1.
func (in *inliner) opener(c, bottom int32, reading int) int32 {
	r := &in.runs[c]
	o := r.prev
	for ; o > bottom; o = in.runs[o].prev {
		s := &in.runs[o]
		if s.char != r.char || !s.opens(reading) || s.left == s.stop {
			continue
		}
		// The rule of three: "*foo**bar*" is one emphasis.
		both := r.opens(reading) || s.closes(reading)
		if !both || (r.length+s.length)%3 != 0 || r.length%3 == 0 && s.length%3 == 0 {
			return o
		}
	}
	return -1
}

// pairUp pairs the end of run o with the beginning of run c and drops the runs
// between them.
func (in *inliner) pairUp(o, c int32) {
	opener, closer := &in.runs[o], &in.runs[c]
	n := min(2, opener.stop-opener.left, closer.stop-closer.left)
	id := in.owners[opener.stop-1]
	whole := id&closes == 0 && width(in.pairs[id&^closes].mark) == int(n)
	for k := range n {
		whole = whole && in.owners[opener.stop-1-k] == id && in.owners[closer.left+k] == id|closes
	}
	if whole {
		in.pairs[id].matched = true
	}
	opener.stop -= n
	closer.left += n
	opener.next, closer.prev = c, o
	if opener.left == opener.stop {
		in.unlink(o)
	}
	if closer.left == closer.stop {
		in.unlink(c)
	}
}

// unlink takes run i out of the list.
func (in *inliner) unlink(i int32) {
	r := &in.runs[i]
	if r.prev >= 0 {
		in.runs[r.prev].next = r.next
	}
	if int(r.next) < len(in.runs) {
		in.runs[r.next].prev = r.prev
	}
}
