package extract

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressclip/internal/quotes"
)

// quoting.go hands the finished body to the quote finder, and its finds to the
// record.

// findQuotes fills Quotes from the body's paragraphs.
func (b *builder) findQuotes(phrases bool) {
	q := quoteReader{b: b, quoted: b.p.spare.quoted}
	defer q.release()
	for i := range b.out.Body {
		q.block(&b.out.Body[i], i, quotes.Text)
	}
	paras, whole := quotes.Limit(q.paras)
	if !whole {
		b.out.Warn(WarnQuotesCut)
	}
	found := quotes.Find(paras, b.out.Language)
	for i := 0; i < len(found); {
		n := q.setOff(found[i:])
		if found[i].Kind != quotes.Phrase || phrases {
			b.out.Quotes = append(b.out.Quotes, q.quote(found[i:i+n]))
		}
		i += n
	}
	renumber(b.out.Quotes)
}

// A quoteReader hands the body's lines to the quote finder and remembers where
// they stand.
type quoteReader struct {
	b *builder
	quoted
	groups int // set-off quotations so far
}

// quoted are the lines of a body, as the quote finder takes them.
type quoted struct {
	paras  []quotes.Paragraph
	blocks []int // by paragraph: index into Body
	cites  []string
}

// release gives the arrays back to the page, without their strings.
func (q *quoteReader) release() {
	clear(q.paras)
	clear(q.cites)
	q.b.p.spare.quoted = quoted{q.paras[:0], q.blocks[:0], q.cites[:0]}
}

func (q *quoteReader) add(line Line, at int, kind quotes.ParagraphKind) *quotes.Paragraph {
	p := quotes.Paragraph{Text: line.Text, Kind: kind}
	p.Label, p.Emphasis = labelOf(line.Inlines), emphasised(line.Inlines)
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

// labelOf is the length of the text in strong type that a line begins with, if
// a colon ends it, inside or after it.
func labelOf(runs []Inline) int {
	n, last := 0, ""
	for i := range runs {
		if !hasStyle(runs[i].Style, Strong) {
			if strings.HasPrefix(runs[i].Text, ":") {
				return n
			}
			break
		}
		n, last = n+len(runs[i].Text), runs[i].Text
	}
	if strings.HasSuffix(strings.TrimRight(last, " "), ":") {
		return n
	}
	return 0
}

// emphasised reports a line that stands in emphasis but for white space and
// punctuation, such as marks around it.
func emphasised(runs []Inline) bool {
	found := false
	for i := range runs {
		if hasStyle(runs[i].Style, Emphasis) {
			found = true
		} else if strings.IndexFunc(runs[i].Text, unicode.IsLetter) >= 0 {
			return false
		}
	}
	return found
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
	if c.signed && last-first > 1 {
		c.text = q.paras[last-1].Text
		q.paras[last-1], q.cites[last-1] = quotes.Paragraph{}, ""
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
	if b.creditIndex == nil {
		b.creditIndex = make(map[string]int, len(b.credits))
		for i := range b.credits {
			if _, ok := b.creditIndex[b.credits[i].body]; !ok {
				b.creditIndex[b.credits[i].body] = i
			}
		}
	}
	if i, ok := b.creditIndex[text]; ok {
		return &b.credits[i]
	}
	return nil
}

// Bounds of the search for a signature: its length in bytes and how many
// leaves from the end of the quotation it may stand.
const (
	maxSignature  = 160
	signatureSpan = 4
)

// signature finds the attribution of the quotation at node where it was no text
// of the article: in a footer or figcaption (HTML Standard 4.4.4), in an
// element whose class names an author or a source, or after a dash; the line
// right below the quotation counts if a dash begins it.
func (b *builder) signature(node int32) string {
	p := b.p
	n := &p.nodes[node]
	for k := n.last - 1; k >= n.first && k >= n.last-signatureSpan && !b.s.verdicts[k].keep; k-- {
		if l := &p.leaves[k]; p.signs(l, node) {
			return string(p.trimmed(l))
		}
	}
	if k := n.last; int(k) < len(p.leaves) && !b.s.verdicts[k].keep && p.signs(&p.leaves[k], n.parent) {
		if text := p.trimmed(&p.leaves[k]); dashed(text) {
			return string(text)
		}
	}
	return ""
}

// looseEnd reports whether the quotation ends with a short line that stands in
// no element of its own, below paragraphs that do: <p>…</p><cite>Ann Lee</cite>.
func (b *builder) looseEnd(f *frame) bool {
	p := b.p
	n := &p.nodes[f.node]
	k := len(f.children) - 1
	last := &p.leaves[n.last-1]
	return k > 0 && f.children[k].Type == Paragraph && last.run0 == f.places[k] && last.node == f.node && last.text.len() <= maxSignature &&
		p.leaves[n.first].node != f.node && !strings.HasSuffix(f.children[k].Text, ".")
}

// signs reports whether a leaf inside the quotation at node is an attribution.
func (p *page) signs(l *leaf, node int32) bool {
	if l.flags != 0 || l.kind != leafText || l.text.len() == 0 || l.text.len() > maxSignature {
		return false
	}
	for i := l.node; i > node; i = p.nodes[i].parent {
		n := &p.nodes[i]
		if n.tag == tagFooter || n.tag == tagFigcaption || n.hints&(hintByline|hintCaption|hintSigned) != 0 {
			return true
		}
	}
	return dashed(p.trimmed(l))
}

func (p *page) trimmed(l *leaf) []byte { return bytes.TrimSpace(p.textOf(l)) }

// dashed reports a line that a dash begins.
func dashed(text []byte) bool {
	r, n := utf8.DecodeRune(text)
	return r == '—' || r == '–' || r == '―' || r == '-' && len(text) > n && text[n] == ' '
}

// quoteKinds are the record's names of the finder's kinds.
var quoteKinds = map[quotes.Kind]QuoteKind{quotes.Direct: DirectQuote, quotes.Block: BlockQuote, quotes.Pull: PullQuote, quotes.Phrase: PhraseQuote}

// setOff returns how many of the finds, from the first, are one record: the
// paragraphs of a set-off quotation, or a single find.
func (q *quoteReader) setOff(found []quotes.Quote) int {
	first := &found[0]
	p := &q.paras[first.Para]
	n := 1
	for ; p.Kind == quotes.QuoteBlock && first.Group != 0 && n < len(found) && found[n].Group == first.Group; n++ {
		if next := &q.paras[found[n].Para]; next.Kind != quotes.QuoteBlock || next.Block != p.Block {
			break
		}
	}
	return n
}

// quote is the record of finds that are one quotation. Paragraphs are joined
// with a line feed.
func (q *quoteReader) quote(found []quotes.Quote) Quote {
	first := &found[0]
	text := func(f *quotes.Quote) string { return q.paras[f.Para].Text[f.Start:f.End] }
	out := Quote{
		Kind: quoteKinds[first.Kind], Text: text(first), Block: q.blocks[first.Para],
		Cue: first.Cue, Group: first.Group, Cite: q.cites[first.Para],
	}
	if len(found) > 1 {
		parts := make([]string, len(found))
		for i := range found {
			parts[i] = text(&found[i])
			if found[i].Kind != first.Kind {
				out.Kind = BlockQuote // only a part repeats the body
			}
		}
		out.Text = strings.Join(parts, "\n")
	}
	if out.Kind == PullQuote {
		source := q.blocks[first.Repeats]
		out.RepeatOf = &source
	}
	if s := first.Speaker; s != nil {
		out.Speaker = &Speaker{Name: s.Name, AsWritten: s.AsWritten, Role: s.Role}
		if first.Unsure {
			out.Confidence = "low"
		}
	}
	return out
}

// renumber gives the groups of several records numbers from 1, and takes that
// of a single one.
func renumber(list []Quote) {
	number, last := map[int]int{}, 0
	for i := range list {
		number[list[i].Group]--
	}
	for i := range list {
		g := list[i].Group
		if g == 0 {
			continue
		}
		switch n := number[g]; {
		case n < -1:
			last++
			number[g] = last
		case n == -1:
			number[g] = 0
		}
		list[i].Group = number[g]
	}
}
