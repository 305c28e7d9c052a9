package quotes

// The table of quotation marks: which rune opens, and which may close it.

// A pair is a row: a mark that opens, the marks that close it, and how much
// context the opening mark needs to be believed.
type pair struct {
	open   rune
	closes string // usual closing marks first; the rest are slips of writers
	need   flank  // context that an opening needs
	single bool   // closing mark is also an apostrophe
	title  bool   // encloses titles of works: always a phrase
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
	{open: '"', closes: "\"”", need: notRight},
	{open: '“', closes: "”\"“", need: notRight}, // en, es, pt, zh
	{open: '„', closes: "“”\"", need: notRight}, // de, pl, cs, ru (inner)
	{open: '”', closes: "”\"", need: left},      // sv, fi; elsewhere a slip
	{open: '«', closes: "»", need: anySide},     // fr, es, it, ru, pt; with spaces inside in fr
	{open: '»', closes: "«»", need: left},       // de books; sv
	{open: '‹', closes: "›", need: notRight},    // fr, ch (inner)
	{open: '›', closes: "‹", need: left},        // de books (inner)
	{open: '‘', closes: "’'", need: left, single: true},
	{open: '‚', closes: "‘’'", need: left, single: true}, // de (inner)
	{open: '\'', closes: "'’", need: left, single: true},
	{open: '「', closes: "」"},
	{open: '『', closes: "』"},
	{open: '《', closes: "》", title: true},
	{open: '〈', closes: "〉", title: true},
}

// elisions are words that begin with an apostrophe, which no mark opens.
var elisions = set("tis twas em til till cause bout round n s t")

// openers and closers are pairs by rune. They are built once and only read.
var (
	openers = func() map[rune]*pair {
		m := make(map[rune]*pair, len(pairs))
		for i := range pairs {
			m[pairs[i].open] = &pairs[i]
		}
		return m
	}()
	closers = func() map[rune]bool {
		m := map[rune]bool{}
		for _, p := range pairs {
			for _, r := range p.closes {
				m[r] = true
			}
		}
		return m
	}()
	// lead marks the first bytes of the UTF-8 forms of all marks.
	lead = func() (t [256]bool) {
		for _, p := range pairs {
			for _, r := range string(p.open) + p.closes {
				t[string(r)[0]] = true
			}
		}
		return t
	}()
)

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
