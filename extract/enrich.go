package extract

import (
	"unicode"
	"unicode/utf8"

	"pressclip/internal/quotes"
)

// enrich.go adds what is read off the finished body: the places of links and
// pictures, quotes, counts and warnings.

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
	at := 0
	for i, from := range b.starts {
		if from > run {
			break
		}
		at = i
	}
	return min(at, max(len(b.out.Body)-1, 0))
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

// findQuotes fills Quotes from the body's paragraphs.
func (b *builder) findQuotes(phrases bool) {
	q := quoteReader{b: b, paras: make([]quotes.Paragraph, 0, b.kept), blocks: make([]int, 0, b.kept), cites: make([]string, 0, b.kept)}
	for i := range b.out.Body {
		q.block(&b.out.Body[i], i, quotes.Text)
	}
	for _, found := range quotes.Find(q.paras, b.out.Language) {
		if found.Kind == quotes.Phrase && !phrases {
			continue
		}
		b.out.Quotes = append(b.out.Quotes, q.quote(&found))
	}
}

// A quoteReader hands the body's lines to the quote finder and remembers where
// they stand.
type quoteReader struct {
	b      *builder
	paras  []quotes.Paragraph
	blocks []int // by paragraph: index into Body
	cites  []string
	groups int // set-off quotations so far
	next   int // the credit that the next one takes
}

func (q *quoteReader) add(line Line, at int, kind quotes.ParagraphKind) *quotes.Paragraph {
	p := quotes.Paragraph{Text: line.Text, Kind: kind}
	offset := 0
	for _, in := range line.Inlines {
		if hasStyle(in.Style, CodeText) || hasStyle(in.Style, Keyboard) || in.TeX != "" {
			p.Skip = append(p.Skip, quotes.Range{Start: offset, End: offset + len(in.Text)})
		}
		offset += len(in.Text)
	}
	q.paras = append(q.paras, p)
	q.blocks = append(q.blocks, at)
	q.cites = append(q.cites, "")
	return &q.paras[len(q.paras)-1]
}

func hasStyle(list []Style, s Style) bool {
	for _, have := range list {
		if have == s {
			return true
		}
	}
	return false
}

// block adds the paragraphs of a block. The depth of a body is bounded.
func (q *quoteReader) block(block *Block, at int, kind quotes.ParagraphKind) {
	switch block.Type {
	case Heading:
		q.add(Line{block.Text, block.Inlines}, at, quotes.Heading)
	case Paragraph:
		q.add(Line{block.Text, block.Inlines}, at, kind)
	case QuoteBlock:
		q.quotation(block, at)
	case Embed:
		if len(block.Body) > 0 {
			q.quotation(block, at)
		}
	case List, Footnotes, Definitions:
		for i := range block.Items {
			it := &block.Items[i]
			if it.Text != "" {
				q.add(Line{it.Text, it.Inlines}, at, quotes.ListItem)
			}
			for j := range it.Body {
				q.block(&it.Body[j], at, quotes.ListItem)
			}
		}
	}
}

// quotation adds the paragraphs of a set-off quotation, with its credit.
func (q *quoteReader) quotation(block *Block, at int) {
	q.groups++
	first := len(q.paras)
	for i := range block.Body {
		q.block(&block.Body[i], at, quotes.QuoteBlock)
	}
	c := q.b.creditOf(block.Text)
	if c == nil {
		c = &credit{}
	}
	last := len(q.paras)
	if c.tweet && last-first > 1 { // the post's own signature is its last line
		c.text = q.paras[last-1].Text
		q.paras, q.blocks, q.cites = q.paras[:last-1], q.blocks[:last-1], q.cites[:last-1]
		last--
	}
	for i := first; i < last; i++ {
		if p := &q.paras[i]; p.Kind == quotes.QuoteBlock {
			p.Block, p.Credit = q.groups, c.text
			q.cites[i] = c.cite
		}
	}
}

// creditOf finds the attribution of the quotation with a text.
func (b *builder) creditOf(text string) *credit {
	for i := range b.credits {
		if b.credits[i].body == text {
			return &b.credits[i]
		}
	}
	return nil
}

// quoteKinds are the record's names of the finder's kinds.
var quoteKinds = map[quotes.Kind]QuoteKind{quotes.Direct: DirectQuote, quotes.Block: BlockQuote, quotes.Pull: PullQuote, quotes.Phrase: PhraseQuote}

func (q *quoteReader) quote(found *quotes.Quote) Quote {
	out := Quote{
		Kind: quoteKinds[found.Kind], Text: q.paras[found.Para].Text[found.Start:found.End], Block: q.blocks[found.Para],
		Cue: found.Cue, Group: found.Group, Cite: q.cites[found.Para],
	}
	if s := found.Speaker; s != nil {
		out.Speaker = &Speaker{Name: s.Name, AsWritten: s.AsWritten, Role: s.Role}
	}
	return out
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

// countWords counts runs of letters and digits; an ideograph or a kana is a
// word of its own, since no spaces part them.
func countWords[T string | []byte](s T) (n int) {
	in := false
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			word := wordByte[c]
			if word && !in {
				n++
			}
			in = word || in && (c == '\'' || c == '-')
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(string(s[i:min(i+utf8.UTFMax, len(s))]))
		i += size
		switch {
		case r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			n++
			in = false
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
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

// warn adds what a reader should know before trusting the record.
func (m *metadata) warn(out *Article) {
	add := func(code, message string) { out.Warnings = append(out.Warnings, Warning{code, message}) }
	if m.badJSON {
		add("bad_json_ld", "a JSON-LD block was not valid JSON")
	}
	if m.addr.relative {
		add("no_base", "relative addresses stay as written: the page does not tell its own address")
	}
	if m.p.deep {
		add("too_deep", "elements more than 512 deep were flattened; their text is kept")
	}
	if m.p.cut {
		add("text_cut", "text beyond 1 GiB was left out")
	}
}
