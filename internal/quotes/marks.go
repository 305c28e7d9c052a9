package quotes

// The table of quotation marks: which rune opens, and which may close it.

// A pair is a row: a mark that opens, the marks that close it, and how much
// context the opening mark needs to be believed.
type pair struct {
	open   rune
	closes string // the marks that belong to it
	slips  string // marks that writers put instead: they close at the end of a word only
	need   flank  // context that an opening needs
	single bool   // closing mark is also an apostrophe
	title  bool   // encloses titles of works: always a phrase
	bit    uint32 // its bit in the sets of a role
}

// A flank is what stands on the two sides of a mark.
type flank int

const (
	anySide  flank = iota
	notRight       // not clearly at the end of a word
	left           // clearly at the beginning of a word
)

// pairs holds every opening mark. Sources: Unicode CLDR delimiters, Chicago
// Manual 13, Duden rule 8 to 12, GB/T 15834 for Chinese.
var pairs = []pair{
	{open: '"', closes: "\"", slips: "”", need: notRight},
	{open: '“', closes: "”", slips: "\"“", need: notRight}, // en, es, pt, zh
	{open: '„', closes: "“”", slips: "\"", need: notRight}, // de, pl, cs; ru inside others
	{open: '”', closes: "”", slips: "\"", need: left},      // sv, fi; elsewhere a slip
	{open: '«', closes: "»", need: anySide},                // fr with spaces inside; es, it, ru, pt
	{open: '»', closes: "«»", need: left},                  // German books; sv
	{open: '‹', closes: "›", need: notRight},
	{open: '›', closes: "‹", need: left},
	{open: '‘', closes: "’", slips: "'", need: left, single: true},
	{open: '‚', closes: "‘’", slips: "'", need: left, single: true},
	{open: '\'', closes: "'", slips: "’", need: left, single: true},
	{open: '「', closes: "」"},
	{open: '『', closes: "』"},
	{open: '《', closes: "》", title: true},
	{open: '〈', closes: "〉", title: true},
}

// elisions are words that begin with an apostrophe, which no mark opens.
var elisions = set("tis twas em til till cause bout round n s t")

// A role is what a rune can do as a mark.
type role struct {
	pair   *pair  // the row that it opens
	closes uint32 // bit i: it closes pairs[i]
	slips  uint32 // bit i: it closes pairs[i] by a slip
}

// The marks stand in three blocks of Unicode, and roles in an array for each.
const (
	latinMarks = 0x100  // below this
	firstPunct = 0x2018 // General Punctuation
	firstCJK   = 0x3008 // CJK Symbols and Punctuation
	blockSize  = 0x28
)

// roles holds what each rune can do; lead the first bytes of all marks in
// UTF-8. Both are built from pairs once and only read.
var roles, lead = func() (t struct {
	latin      [latinMarks]role
	punct, cjk [blockSize]role
}, first [256]bool) {
	at := func(r rune) *role {
		first[string(r)[0]] = true
		switch {
		case r < latinMarks:
			return &t.latin[r]
		case r < firstCJK:
			return &t.punct[r-firstPunct]
		}
		return &t.cjk[r-firstCJK]
	}
	for i := range pairs {
		p := &pairs[i]
		at(p.open).pair = p
		p.bit = 1 << i
		for _, r := range p.closes {
			at(r).closes |= p.bit
		}
		for _, r := range p.slips {
			at(r).slips |= p.bit
		}
	}
	return t, first
}()

// mayClose reports whether the rune closes any mark.
func (r role) mayClose() bool { return r.closes|r.slips != 0 }

// roleOf returns what r can do as a mark.
func roleOf(r rune) role {
	switch {
	case r < latinMarks && r >= 0:
		return roles.latin[r]
	case r >= firstPunct && r < firstPunct+blockSize:
		return roles.punct[r-firstPunct]
	case r >= firstCJK && r < firstCJK+blockSize:
		return roles.cjk[r-firstCJK]
	}
	return role{}
}

// nextMark returns the offset of the first possible mark of s at or after i,
// or len(s). General Punctuation and CJK marks share two first bytes.
func nextMark(s string, i int) int {
	for ; i < len(s); i++ {
		b := s[i]
		if !lead[b] {
			continue
		}
		if b >= 0xE0 && (i+1 >= len(s) || s[i+1] != 0x80) {
			continue
		}
		return i
	}
	return len(s)
}
