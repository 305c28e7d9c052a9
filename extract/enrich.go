package extract

import (
	"sort"
	"unicode/utf8"
)

// enrich.go adds what is read off the finished body: the places of links and
// pictures, and counts.

// place gives links and pictures the index of the block that they stand in.
func (b *builder) place() {
	out := b.out
	for i := range out.Body {
		at := i
		walk(&out.Body[i], func(block *Block, line Line) {
			if block != nil && block.Image != nil && out.Images[*block.Image].Block == nil {
				out.Images[*block.Image].Block = b.int(at)
			}
			for _, in := range line.Inlines {
				if in.Image != nil && out.Images[*in.Image].Block == nil {
					out.Images[*in.Image].Block = b.int(at)
				}
			}
		})
	}
	for i := range out.Links {
		out.Links[i].Block = b.blockOf(b.linkAt[i])
	}
}

// blockOf returns the top-level block that a run went into: the last one that
// began before it.
func (b *builder) blockOf(run int32) int {
	after := sort.Search(len(b.starts), func(i int) bool { return b.starts[i] > run })
	return max(after-1, 0)
}

// walk calls f with a block and with each line of text in it, in reading order.
// The depth of a body is bounded by maxNesting.
func walk(block *Block, f func(block *Block, line Line)) {
	f(block, Line{block.Text, block.Inlines})
	for i := range block.Items {
		it := &block.Items[i]
		for _, t := range it.Terms {
			f(nil, t)
		}
		f(nil, Line{it.Text, it.Inlines})
		for j := range it.Body {
			walk(&it.Body[j], f)
		}
	}
	for _, row := range block.Rows {
		for i := range row {
			f(nil, Line{row[i].Text, row[i].Inlines})
			for j := range row[i].Body {
				walk(&row[i].Body[j], f)
			}
		}
	}
	for i := range block.Body {
		walk(&block.Body[i], f)
	}
}

// count fills Stats.
func (a *Article) count(p *page, sel *selection) {
	a.Stats.Words = countWords(a.Text)
	a.Stats.Characters = utf8.RuneCountInString(a.Text)
	for i := range p.leaves {
		if l := &p.leaves[i]; l.flags == 0 && !sel.verdicts[i].keep {
			a.Stats.DroppedWords += countWords(p.textOf(l))
		}
	}
}

// wordByte tells the ASCII letters and digits.
var wordByte = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
	}
	return t
}()

// wordBits has 1 for what wordByte tells, and 2 for what may stand within a word.
var wordBits = func() (t [256]uint8) {
	for c, word := range wordByte {
		if word {
			t[c] = 1
		}
	}
	t['\''], t['-'] = 2, 2
	return t
}()

// countWords counts runs of letters and digits; an ideograph or a kana is a
// word of its own, since no spaces part them.
func countWords[T string | []byte](s T) (n int) {
	in := false
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			begun, within := 0, uint8(0)
			if in {
				within = 1
			}
			for ; i < len(s) && s[i] < utf8.RuneSelf; i++ { // without branches: no processor foresees where words end
				w := wordBits[s[i]]
				begun += int(w &^ within & 1)
				within = w&1 | within&(w>>1)
			}
			n, in = n+begun, within != 0
			continue
		}
		r, size := utf8.DecodeRuneInString(string(s[i:min(i+utf8.UTFMax, len(s))]))
		i += size
		switch b := bitsOf(r); {
		case b&runeIdeograph != 0:
			n++
			in = false
		case b&runeWord != 0:
			if !in {
				n++
			}
			in = true
		case r != '’' && r != '\u00ad' && r != '\u200d' && r != '\u200c':
			in = false
		}
	}
	return n
}
