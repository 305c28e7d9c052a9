package output

// Atoms with marks come in; delimiters that a CommonMark reader pairs as meant
// go out, marks that it would not are taken off.

import (
	"slices"
	"unicode"
)

// A pair is one mark from its opening to its closing delimiter.
type pair struct {
	mark     mark
	from, to int32 // atoms
	lame     bool  // one of its delimiters can not do what it is there for
	matched  bool  // a reader pairs its delimiters
}

// A token is an atom, or a delimiter of a pair.
type token struct {
	atom int32 // -1: a delimiter
	pair int32
	open bool
}

// markOrder lists the marks from outer to inner where they span the same text.
// Links come first, for "[" is punctuation, which no opening "**" may stand
// before in a word; emphasis before strong is how "***" is read (CommonMark 6.2).
var markOrder = [...]mark{linked, emphasis, strong, strike}

// delimiterOf are the delimiters of the marks but linked.
var delimiterOf = map[mark]string{strong: "**", emphasis: "*", strike: "~~"}

// maxRounds is how often marks are taken off before all that are left go.
const maxRounds = 6

// nest sets in.tokens: the atoms with the delimiters between them.
func (in *inliner) nest() {
	for round := 0; ; round++ {
		in.measure()
		in.place()
		if !in.checkPairs(round == maxRounds) {
			return
		}
	}
}

// measure sets until of every atom.
func (in *inliner) measure() {
	n := int32(len(in.atoms))
	for i := n - 1; i >= 0; i-- {
		a := &in.atoms[i]
		for k, m := range markOrder {
			a.until[k] = i
			if !in.has(i, m) {
				continue
			}
			a.until[k] = i + 1
			if i+1 < n && in.has(i+1, m) && (m != linked || in.atoms[i+1].link == a.link) {
				a.until[k] = in.atoms[i+1].until[k]
			}
		}
	}
}

func (in *inliner) has(i int32, m mark) bool {
	if m == linked {
		return in.atoms[i].link >= 0
	}
	return in.atoms[i].marks&m != 0
}

// place sets tokens and pairs. Marks close in the reverse order of opening; one
// that outlasts another which closes before it is closed and opened again. A
// link is never cut in two: marks that end inside it are cut at its start.
func (in *inliner) place() {
	in.tokens, in.pairs = in.tokens[:0], in.pairs[:0]
	var open [len(markOrder)]int32 // pairs, outermost first
	depth := 0
	for i := range int32(len(in.atoms)) {
		keep := 0
		for keep < depth && in.pairs[open[keep]].to > i {
			keep++
		}
		if a := &in.atoms[i]; a.link >= 0 && (i == 0 || in.atoms[i-1].link != a.link) {
			for k := range keep {
				if in.pairs[open[k]].to < a.until[0] {
					keep = k
					break
				}
			}
		}
		for ; depth > keep; depth-- {
			in.close(open[depth-1], i)
		}
		depth = in.openMarks(i, &open, depth)
		in.tokens = append(in.tokens, token{atom: i})
	}
	for ; depth > 0; depth-- {
		in.close(open[depth-1], int32(len(in.atoms)))
	}
}

// close closes p before atom at, and before the white space before that.
func (in *inliner) close(p, at int32) {
	in.pairs[p].to = at
	i := len(in.tokens)
	for i > 0 && in.tokens[i-1].atom >= 0 && in.atoms[in.tokens[i-1].atom].isEdge(in.pairs[p].mark) {
		i--
	}
	in.tokens = slices.Insert(in.tokens, i, token{atom: -1, pair: p})
}

// openMarks opens the marks of atom i that are not open and can begin there,
// the longest first.
func (in *inliner) openMarks(i int32, open *[len(markOrder)]int32, depth int) int {
	var have mark
	for k := range depth {
		have |= in.pairs[open[k]].mark
	}
	for {
		best, end := mark(0), i
		for k, m := range markOrder {
			if until := in.atoms[i].until[k]; have&m == 0 && until > end && !in.atoms[i].isEdge(m) {
				best, end = m, until
			}
		}
		if best == 0 {
			return depth
		}
		have |= best
		open[depth] = int32(len(in.pairs))
		depth++
		in.tokens = append(in.tokens, token{atom: -1, pair: int32(len(in.pairs)), open: true})
		in.pairs = append(in.pairs, pair{mark: best, from: i, to: end, matched: best == linked})
	}
}

// checkPairs reads the delimiters as a reader does and takes the marks that it
// would not see off their atoms; it reports whether there were any. Readers
// differ on whether symbols are punctuation (CommonMark 0.31 counts them) and
// on line separators: a pair must hold in both readings.
func (in *inliner) checkPairs(all bool) bool {
	if len(in.pairs) == 0 {
		return false
	}
	ambiguous := in.collect()
	if all {
		return in.unmark(func(p *pair) bool { return true })
	}
	if in.unmark(func(p *pair) bool { return p.lame }) {
		return true
	}
	in.match(0)
	changed := in.unmark(func(p *pair) bool { return !p.matched })
	if !changed && ambiguous {
		in.match(1)
		changed = in.unmark(func(p *pair) bool { return !p.matched })
	}
	return changed
}

// unmark takes the marks of the pairs that lost reports off the atoms.
func (in *inliner) unmark(lost func(*pair) bool) bool {
	changed := false
	for i := range in.pairs {
		p := &in.pairs[i]
		if p.mark == linked || !lost(p) {
			continue
		}
		changed = true
		for j := p.from; j < p.to; j++ {
			in.atoms[j].marks &^= p.mark
		}
	}
	return changed
}

// A runeClass is what counts of a character beside a delimiter run.
type runeClass uint8

const (
	letter runeClass = iota // whatever is neither of these
	space
	punct
	symbol // punctuation for some readers, a letter for others
	odd    // white space for some readers, a letter for others
)

func classOf(r rune) runeClass {
	switch {
	case r == '\n' || r == '\t' || unicode.Is(unicode.Zs, r):
		return space
	case unicode.IsSpace(r):
		return odd
	case r < unicode.MaxASCII && unicode.In(r, unicode.P, unicode.S), unicode.IsPunct(r):
		return punct
	case unicode.IsSymbol(r):
		return symbol
	}
	return letter
}

// readings are what a class counts as for one reader or the other.
var readings = [2][5]runeClass{
	{letter, space, punct, punct, space},
	{letter, space, punct, letter, letter},
}

// flanking tells whether a run between two characters can open and close
// (CommonMark 6.2: left- and right-flanking).
func flanking(before, after runeClass) (open, close bool) {
	open = after != space && (after != punct || before != letter)
	close = before != space && (before != punct || after != letter)
	return open, close
}

// closingBracket and openingBracket are what a reader sees of a link's ends.
const (
	openingBracket = '['
	closingBracket = ')'
)

// edge returns the character that token t shows to its left or right
// neighbour.
func (in *inliner) edge(t token, first bool) rune {
	switch {
	case t.atom >= 0 && first:
		return in.atoms[t.atom].firstRune()
	case t.atom >= 0:
		return in.atoms[t.atom].lastRune()
	}
	m := in.pairs[t.pair].mark
	if m != linked {
		return rune(delimiterOf[m][0])
	}
	if t.open {
		return openingBracket
	}
	return closingBracket
}

func width(m mark) int { return len(delimiterOf[m]) }

// flankBits packs what flanking says in both readings.
func flankBits(before, after runeClass) uint8 {
	var b uint8
	for i, reading := range readings {
		open, close := flanking(reading[before], reading[after])
		if open {
			b |= 1 << (2 * i)
		}
		if close {
			b |= 2 << (2 * i)
		}
	}
	return b
}

// agree reports whether both readings are the same.
func agree(flank uint8) bool { return flank&3 == flank>>2 }
