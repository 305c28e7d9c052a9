package output

import (
	"math/rand/v2"
	"strings"

	"pressclip/extract"
)

// pieces are what hostile text is made of.
var pieces = []string{
	"word", "Two words", "x", "é", "日本", "snake_case", "5", "1.", "12)", "-", "+", "*", "**", "***", "_", "__", "`", "``", "```", "~", "~~", "~~~",
	"[", "]", "(", ")", "](", "[^", "[^1]", "[^n]:", "[x]: /u", "[ ]", "[x]", "!", "![", "<", ">", "<b>", "</b>", "<!--", "<http://a.example>", "<br>",
	"&amp;", "&", "&#35;", "&copy", "\\", "\\\\", "\\*", "#", "##", "=", "===", "---", "- - -", ":-", ":", "|", "| a |", "---|---", "\\|",
	"www.example.com", "http://x.example/a_b", "https://y.example.", "ftp://a.example", "a@b.example", "://", "@", ".", "{{", "{%", "$", "\"", "'", "“", "”", "—",
	"€", "😀", "\u200b", "\u00a0", "\u2028", "\u3000", " ", " ", " ", "  ", "    ", "\t", "\n", "\n", "\x00", "\u0085", "\ufeff", "\xff", "%", "^", "+++", "1986. A",
}

var hrefs = []string{"", "", "", "https://a.example/", "https://a.example/", "https://b.example/x y", "https://c.example/(a)", "https://c.example/a)(", "https://d.example/?a=1&copy=2&amp;=3",
	"#id", "/rel_ative*x", "https://e.example/<b>", `https://f.example/\a\*`, "https://g.example/a|b", "https://i.example/?&#35;x&#x41;", "javascript:alert(1)", "JavaScript:x", "mailto:a@b.example", "https://h.example/`x"}

// A maker makes articles from a stream of choices.
type maker struct{ next func(n int) int }

func randomMaker(seed uint64) *maker {
	rng := rand.New(rand.NewPCG(seed, 1))
	return &maker{next: rng.IntN}
}

// byteMaker makes its choices from data, and takes the first one when it ends.
func byteMaker(data []byte) *maker {
	return &maker{next: func(n int) int {
		if len(data) == 0 {
			return 0
		}
		c := int(data[0])
		data = data[1:]
		return c % n
	}}
}

func pick[T any](m *maker, list []T) T { return list[m.next(len(list))] }

func (m *maker) text(most int) string {
	var b strings.Builder
	for range m.next(most + 1) {
		b.WriteString(pick(m, pieces))
	}
	return b.String()
}

func (m *maker) runs() (string, []extract.Inline) {
	var runs []extract.Inline
	var all strings.Builder
	for range m.next(6) {
		r := extract.Inline{Text: m.text(3), Href: pick(m, hrefs)}
		for _, s := range []extract.Style{extract.Strong, extract.Emphasis, extract.CodeText, extract.Strike, extract.Sup} {
			if m.next(5) == 0 {
				r.Style = append(r.Style, s)
			}
		}
		switch m.next(16) {
		case 0:
			r.Text, r.Image = "", ptr(m.next(4))
		case 1:
			r.Footnote = pick(m, []string{"1", "n", "x y", "none"})
		case 2:
			r.TeX = m.text(3)
		case 3:
			r.Title = m.text(2)
		}
		all.WriteString(r.Text)
		runs = append(runs, r)
	}
	return all.String(), runs
}

func (m *maker) line() (string, []extract.Inline) {
	if m.next(3) == 0 {
		return m.text(6), nil
	}
	return m.runs()
}

func (m *maker) items(depth int, id bool) []extract.Item {
	var items []extract.Item
	for range m.next(4) {
		it := extract.Item{}
		it.Text, it.Inlines = m.line()
		if m.next(3) == 0 {
			it.Body = m.blocks(depth - 1)
		}
		if id {
			it.ID = pick(m, []string{"1", "n", "x y", "", "N"})
		}
		items = append(items, it)
	}
	return items
}

func (m *maker) blocks(depth int) []extract.Block {
	if depth <= 0 {
		return nil
	}
	var bs []extract.Block
	for range m.next(4) {
		bs = append(bs, m.block(depth))
	}
	return bs
}

var blockTypes = []extract.BlockType{extract.Paragraph, extract.Paragraph, extract.Heading, extract.List, extract.List, extract.QuoteBlock, extract.Code, extract.Table,
	extract.Figure, extract.Embed, extract.Math, extract.Definitions, extract.Rule, extract.Footnotes}

func (m *maker) block(depth int) extract.Block {
	b := extract.Block{Type: pick(m, blockTypes)}
	b.Text, b.Inlines = m.line()
	switch b.Type {
	case extract.Heading:
		b.Level = 1 + m.next(6)
	case extract.List:
		b.Items = m.items(depth, false)
		if b.Ordered = m.next(2) == 0; b.Ordered && m.next(2) == 0 {
			b.Start = ptr(m.next(12))
		}
	case extract.QuoteBlock:
		b.Body, b.Inlines = m.blocks(depth-1), nil
	case extract.Code:
		b.Language = pick(m, []string{"", "go", "c++", "a b`"})
	case extract.Table:
		m.table(&b, depth)
	case extract.Figure:
		b.Image = ptr(m.next(4))
	case extract.Embed:
		b.Body, b.Title, b.URL, b.Provider = m.blocks(depth-1), m.text(2), pick(m, hrefs), "youtube"
	case extract.Math:
		b.TeX = m.text(4)
	case extract.Definitions:
		b.Items = m.items(depth, false)
		for i := range b.Items {
			b.Items[i].Terms = []extract.Line{{Text: m.text(3)}}
		}
	case extract.Footnotes:
		b.Items = m.items(depth, true)
	}
	return b
}

func (m *maker) table(b *extract.Block, depth int) {
	b.Caption, b.HeaderRows = m.text(2), m.next(3)
	for range m.next(4) {
		var row []extract.Cell
		for range m.next(4) {
			c := extract.Cell{}
			c.Text, c.Inlines = m.line()
			if m.next(12) == 0 {
				c.Body = m.blocks(depth - 1)
			}
			if m.next(12) == 0 {
				c.Colspan = 2
			}
			if m.next(12) == 0 {
				c.Rowspan = 2
			}
			row = append(row, c)
		}
		b.Rows = append(b.Rows, row)
	}
	b.HeaderRows = min(b.HeaderRows, len(b.Rows))
}

func (m *maker) article() *extract.Article {
	a := &extract.Article{Title: m.text(4), Body: m.blocks(3)}
	for range 3 {
		a.Images = append(a.Images, extract.Image{URL: pick(m, hrefs), Alt: m.text(3), Title: m.text(1), Href: pick(m, hrefs)})
	}
	return a
}
