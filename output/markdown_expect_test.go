package output

import (
	"fmt"
	"slices"
	"strings"

	"pressclip/extract"
)

// An expectation walks an article as the contract says that it is read.
type expectation struct {
	reading
	a       *extract.Article
	path    []string
	note    bool // in footnotes
	items   map[string]*extract.Item
	used    map[string]bool
	unnoted map[string]bool
}

func expect(a *extract.Article) reading {
	e := &expectation{a: a, items: map[string]*extract.Item{}, used: map[string]bool{}, unnoted: map[string]bool{}}
	for i := range a.Body {
		for j := range a.Body[i].Items {
			it := &a.Body[i].Items[j]
			if a.Body[i].Type == extract.Footnotes && e.items[it.ID] == nil {
				e.items[it.ID] = it
			}
		}
	}
	e.leaf("h1", []extract.Inline{{Text: a.Title}})
	for i := range a.Body {
		if a.Body[i].Type != extract.Footnotes {
			e.block(&a.Body[i])
		}
	}
	for i := range a.Body {
		if a.Body[i].Type == extract.Footnotes {
			e.footnotes(a.Body[i].Items)
		}
	}
	slices.Sort(e.notes)
	return e.reading
}

func (e *expectation) footnotes(items []extract.Item) {
	for i := range items {
		it := &items[i]
		first := it.ID != "" && e.items[it.ID] == it
		e.note = first && e.used[it.ID]
		if first && !e.note {
			e.unnoted[it.ID] = true
		}
		e.item(it)
		e.note = false
	}
}

func (e *expectation) within(name string, f func()) {
	before := e.size()
	e.path = append(e.path, name)
	f()
	e.path = e.path[:len(e.path)-1]
	if e.size() > before {
		e.addTo(&e.lists, name)
	}
}

func runsOf(s string, runs []extract.Inline) []extract.Inline { return line{s, runs}.runs() }

func (e *expectation) add(kind, s, styles string) {
	r := pageReader{reading: e.reading, path: e.path, note: e.note}
	r.add(kind, s, styles)
	e.reading = r.reading
}

// styleElements are the elements that a reader makes of the styles.
var styleElements = map[extract.Style]string{extract.Strong: "strong", extract.Emphasis: "em", extract.CodeText: "code", extract.Strike: "del"}

// bits returns the style bits that the text of a run may have.
func bits(r *extract.Inline) byte {
	var b byte
	for _, s := range r.Style {
		b |= styleBits[styleElements[s]]
	}
	if r.TeX != "" {
		b |= styleBits["code"]
	}
	return b
}

func (e *expectation) addTo(list *[]string, s string) {
	if e.note {
		list = &e.notes
	}
	*list = append(*list, s)
}

func (e *expectation) code(s string) {
	if s = strings.TrimRight(clean(s), "\n"); s != "" {
		e.add("pre", s, "")
	}
}

func (e *expectation) body(b *extract.Block) {
	if len(b.Body) == 0 {
		e.leaf("p", []extract.Inline{{Text: b.Text}})
	}
	e.blocks(b.Body)
}

func (e *expectation) blocks(bs []extract.Block) {
	for i := range bs {
		e.block(&bs[i])
	}
}

func (e *expectation) item(it *extract.Item) {
	for _, t := range it.Terms {
		e.leaf("p", line{t.Text, t.Inlines}.styled(extract.Strong).runs())
	}
	e.leaf("p", runsOf(it.Text, it.Inlines))
	e.blocks(it.Body)
}

// unbold takes strong off the runs of a heading that is strong from end to end.
func unbold(runs []extract.Inline) []extract.Inline {
	var weak string
	plain := slices.Clone(runs)
	for i, r := range runs {
		plain[i].Style = nil
		for _, s := range r.Style {
			if s != extract.Strong {
				plain[i].Style = append(plain[i].Style, s)
			}
		}
		if len(plain[i].Style) == len(r.Style) {
			weak += r.Text
		}
	}
	if strings.TrimSpace(weak) != "" {
		return runs
	}
	return plain
}

func (e *expectation) block(b *extract.Block) {
	runs := runsOf(b.Text, b.Inlines)
	switch b.Type {
	case extract.Heading:
		e.leaf(fmt.Sprintf("h%d", b.Level), unbold(runs))
	case extract.List:
		name := "ul"
		if b.Ordered {
			name = "ol"
		}
		e.within(name, func() {
			for i := range b.Items {
				e.within("li", func() { e.item(&b.Items[i]) })
			}
		})
	case extract.QuoteBlock:
		e.within("blockquote", func() { e.body(b) })
	case extract.Code:
		e.code(b.Text)
	case extract.Math:
		if strings.TrimSpace(b.TeX) == "" {
			e.leaf("p", []extract.Inline{{Text: b.Text}})
		} else {
			e.code(strings.Trim(b.TeX, "\n"))
		}
	case extract.Table:
		e.table(b)
	case extract.Figure:
		if im := image(e.a, b.Image); im != nil {
			e.leaf("p", []extract.Inline{{Image: b.Image, Href: im.Href}})
		}
		e.leaf("p", runs)
	case extract.Embed:
		e.leaf("p", []extract.Inline{{Text: firstOf(b.Title, b.Provider, b.URL), Href: b.URL}})
		if len(b.Body) > 0 || b.Text != b.Title {
			e.within("blockquote", func() { e.body(b) })
		}
	case extract.Definitions, extract.Footnotes:
		for i := range b.Items {
			e.item(&b.Items[i])
		}
	case extract.Rule:
		r := pageReader{reading: e.reading, path: e.path, note: e.note}
		r.addRule()
		e.reading = r.reading
	default:
		e.leaf("p", runs)
	}
}

func (e *expectation) table(b *extract.Block) {
	e.leaf("p", []extract.Inline{{Text: b.Caption, Style: []extract.Style{extract.Emphasis}}})
	e.within("table", func() {
		for _, row := range b.Rows {
			for i := range row {
				e.leaf("p", e.cell(&row[i]))
			}
		}
	})
}

// cell returns all that is in a cell, as one line.
func (e *expectation) cell(c *extract.Cell) []extract.Inline {
	return append(e.joined(runsOf(c.Text, c.Inlines)), e.joinedBlocks(c.Body)...)
}

// joined returns runs and a space.
func (e *expectation) joined(runs []extract.Inline) []extract.Inline {
	return append(slices.Clone(runs), extract.Inline{Text: " "})
}

func (e *expectation) joinedBlocks(bs []extract.Block) (all []extract.Inline) {
	for i := range bs {
		all = append(all, e.joinedBlock(&bs[i])...)
	}
	return all
}

func (e *expectation) joinedBlock(b *extract.Block) (all []extract.Inline) {
	runs := runsOf(b.Text, b.Inlines)
	switch b.Type {
	case extract.List, extract.Definitions, extract.Footnotes:
		for _, it := range b.Items {
			for _, t := range it.Terms {
				all = append(all, e.joined(line{t.Text, t.Inlines}.styled(extract.Strong).runs())...)
			}
			all = append(all, e.joined(runsOf(it.Text, it.Inlines))...)
			all = append(all, e.joinedBlocks(it.Body)...)
		}
		return all
	case extract.QuoteBlock, extract.Embed:
		if b.Type == extract.Embed {
			all = e.joined([]extract.Inline{{Text: firstOf(b.Title, b.Provider, b.URL), Href: b.URL}})
		}
		if b.Type == extract.QuoteBlock || b.Text != b.Title || len(b.Body) > 0 {
			if len(b.Body) == 0 {
				all = append(all, e.joined([]extract.Inline{{Text: b.Text}})...)
			}
			all = append(all, e.joinedBlocks(b.Body)...)
		}
		return all
	case extract.Code:
		runs = []extract.Inline{{Text: b.Text, Style: []extract.Style{extract.CodeText}}}
	case extract.Math:
		runs = []extract.Inline{{Text: b.Text}}
		if oneLine(b.TeX) != "" {
			runs = []extract.Inline{{Text: b.TeX, Style: []extract.Style{extract.CodeText}}}
		}
	case extract.Table:
		all = e.joined([]extract.Inline{{Text: b.Caption}})
		for _, row := range b.Rows {
			for i := range row {
				all = append(all, e.cell(&row[i])...)
			}
		}
		return all
	case extract.Figure:
		if im := image(e.a, b.Image); im != nil {
			runs = append([]extract.Inline{{Image: b.Image, Href: im.Href}, {Text: " "}}, runs...)
		}
	case extract.Rule:
		return nil
	}
	return e.joined(runs)
}

// leaf adds the text, links and images of a line.
func (e *expectation) leaf(kind string, runs []extract.Inline) {
	var all, label, styles strings.Builder
	var open extract.Inline
	visible := false
	end := func() {
		if open.Href != "" && visible {
			e.addTo(&e.links, escapeURL(clean(open.Href))+" "+squeeze(label.String()))
		}
		label.Reset()
		visible, open = false, extract.Inline{}
	}
	note := ""
	for i := range runs {
		r := &runs[i]
		s, isNote := e.text(r)
		im := image(e.a, r.Image)
		switch {
		case isNote && note == r.Footnote:
			continue
		case isNote:
			end()
			note = r.Footnote
			all.WriteString(s)
			continue
		}
		if im == nil && s == "" {
			continue
		}
		note = ""
		href := extract.Inline{Href: r.Href, Title: oneLine(r.Title)}
		if !isSafe(r.Href) || r.Footnote != "" {
			href = extract.Inline{}
		}
		if href.Href != open.Href || href.Title != open.Title {
			end()
			open = href
		}
		if im != nil {
			e.addTo(&e.images, escapeURL(clean(im.URL))+"|"+oneLine(im.Alt)+"|"+oneLine(im.Title))
			visible = true
			continue
		}
		visible = visible || strings.TrimSpace(s) != ""
		all.WriteString(s)
		styles.WriteString(letters(s, bits(r)))
		label.WriteString(s)
	}
	end()
	e.add(kind, all.String(), styles.String())
}

// text returns what a reader reads of a run, and whether it is a reference.
func (e *expectation) text(r *extract.Inline) (string, bool) {
	if r.Footnote != "" && e.items[r.Footnote] != nil && !e.unnoted[r.Footnote] {
		e.used[r.Footnote] = true
		return noteMark, true
	}
	switch {
	case r.Image != nil:
		return "", false
	case r.TeX == "":
		return clean(r.Text), false
	case oneLine(r.TeX) == "":
		return "", false
	}
	return "$" + oneLine(r.TeX) + "$", false
}
