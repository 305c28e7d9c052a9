package output

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	gmhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"

	"pressclip/extract"
)

// reader is the CommonMark reader of the law: GFM and footnotes, raw HTML kept.
var reader = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote), goldmark.WithRendererOptions(gmhtml.WithUnsafe()))

// A reading is what a reader finds in an article, or should find.
type reading struct {
	leaves []string // "ul>li>p text" for each block that holds text itself
	notes  []string // the same, and the links and images, of what is in footnotes; sorted
	links  []string // "address text"
	images []string // "address|alt|title"
}

// noteMark stands for a reference to a footnote.
const noteMark = "⁑"

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

func escapeURL(u string) string { return string(util.URLEscape([]byte(u), false)) }

// checkLaw checks that md gives back a: the same text in the same kinds of
// blocks, the same links and pictures, and no HTML but tables.
func checkLaw(a *extract.Article, md []byte) error {
	if !bytes.HasSuffix(md, []byte("\n")) || bytes.HasSuffix(md, []byte("\n\n")) && len(md) > 1 {
		return fmt.Errorf("does not end with one line feed: %q", md)
	}
	doc := reader.Parser().Parse(text.NewReader(md))
	if err := checkRawHTML(doc, md); err != nil {
		return err
	}
	var page bytes.Buffer
	if err := reader.Renderer().Render(&page, md, doc); err != nil {
		return err
	}
	got, want := readPage(page.String()), expect(a)
	for _, part := range []struct {
		name      string
		got, want []string
	}{{"blocks", got.leaves, want.leaves}, {"notes", got.notes, want.notes}, {"links", got.links, want.links}, {"images", got.images, want.images}} {
		if !slices.Equal(part.got, part.want) {
			return fmt.Errorf("%s:\n got %q\nwant %q", part.name, part.got, part.want)
		}
	}
	return nil
}

// checkRawHTML allows <br> in a cell and blocks that are whole tables.
func checkRawHTML(doc ast.Node, md []byte) error {
	return ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.RawHTML:
			if raw := n.Segments.Value(md); string(raw) != "<br>" {
				return ast.WalkStop, fmt.Errorf("raw HTML %q", raw)
			}
		case *ast.HTMLBlock:
			raw := n.Lines().Value(md)
			if !bytes.HasPrefix(raw, []byte("<table>")) || !bytes.HasSuffix(raw, []byte("</table>\n")) {
				return ast.WalkStop, fmt.Errorf("HTML block %q", raw)
			}
		}
		return ast.WalkContinue, nil
	})
}

// containers and leafTags are the elements that make the path of a leaf.
var containers = map[string]bool{"ul": true, "ol": true, "li": true, "blockquote": true, "table": true}
var leafTags = map[string]bool{"p": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "pre": true}

// A pageReader walks the HTML of a reader.
type pageReader struct {
	reading
	path []string
	kind string // of the leaf being read
	text strings.Builder
	note bool
	link *strings.Builder
}

func readPage(page string) reading {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		panic(err)
	}
	r := &pageReader{kind: "p"}
	r.walk(doc)
	r.flush()
	slices.Sort(r.notes)
	return r.reading
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func (r *pageReader) flush() {
	s := r.text.String()
	r.text.Reset()
	r.add(r.kind, s)
}

func (r *pageReader) add(kind, s string) {
	if kind == "pre" {
		s = fmt.Sprintf("%q", blankLines(strings.TrimSuffix(s, "\n")))
	} else if s = squeeze(s); s == "" {
		return
	}
	leaf := strings.Join(append(slices.Clone(r.path), kind), ">") + " " + s
	if r.note {
		r.notes = append(r.notes, leaf)
		return
	}
	r.leaves = append(r.leaves, leaf)
}

// blankLines empties the lines of white space: goldmark does so in list items.
func blankLines(s string) string {
	ls := strings.Split(s, "\n")
	for i := range ls {
		if strings.TrimSpace(ls[i]) == "" {
			ls[i] = ""
		}
	}
	return strings.Join(ls, "\n")
}

// addTo appends s to list, or to the notes inside them.
func (r *pageReader) addTo(list *[]string, s string) {
	if r.note {
		list = &r.notes
	}
	*list = append(*list, s)
}

func (r *pageReader) write(s string) {
	r.text.WriteString(s)
	if r.link != nil {
		r.link.WriteString(s)
	}
}

func (r *pageReader) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		r.write(n.Data)
		return
	case n.Type == html.ElementNode && r.element(n):
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c)
	}
}

// element handles what is special about n and reports whether it is done.
func (r *pageReader) element(n *html.Node) bool {
	class := attr(n, "class")
	switch {
	case n.Data == "sup" && strings.HasPrefix(attr(n, "id"), "fnref"):
		r.write(noteMark)
		return true
	case class == "footnote-backref":
		return true
	case class == "footnotes":
		r.flush()
		r.note, r.path = true, nil
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Data == "ol" {
				for li := c.FirstChild; li != nil; li = li.NextSibling {
					r.inside(li)
					r.flush()
				}
			}
		}
		r.note = false
		return true
	case n.Data == "br":
		r.write(" ")
	case n.Data == "hr":
		r.flush()
		r.addTo(&r.leaves, strings.Join(append(slices.Clone(r.path), "hr"), ">"))
	case n.Data == "img":
		r.addTo(&r.images, escapeURL(attr(n, "src"))+"|"+squeeze(attr(n, "alt"))+"|"+squeeze(attr(n, "title")))
	case n.Data == "a":
		r.link = &strings.Builder{}
		r.inside(n)
		r.addTo(&r.links, escapeURL(attr(n, "href"))+" "+squeeze(r.link.String()))
		r.link = nil
		return true
	case containers[n.Data]:
		r.flush()
		r.path = append(r.path, n.Data)
		r.inside(n)
		r.flush()
		r.path = r.path[:len(r.path)-1]
		return true
	case n.Data == "td" || n.Data == "th" || n.Data == "caption":
		r.flush()
		r.inside(n)
		r.flush()
		return true
	case leafTags[n.Data]:
		r.flush()
		r.kind = n.Data
		r.inside(n)
		r.flush()
		r.kind = "p"
		return true
	}
	return false
}

func (r *pageReader) inside(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c)
	}
}

// An expectation walks an article as the contract says that it is read.
type expectation struct {
	reading
	a       *extract.Article
	path    []string
	note    bool // in footnotes
	html    bool // in a table that is HTML
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
	e.path = append(e.path, name)
	f()
	e.path = e.path[:len(e.path)-1]
}

func runsOf(s string, runs []extract.Inline) []extract.Inline { return line{s, runs}.runs() }

func (e *expectation) add(kind, s string) {
	r := pageReader{reading: e.reading, path: e.path, note: e.note}
	r.add(kind, s)
	e.reading = r.reading
}

func (e *expectation) addTo(list *[]string, s string) {
	if e.note {
		list = &e.notes
	}
	*list = append(*list, s)
}

func (e *expectation) code(s string) {
	if s = strings.TrimSuffix(clean(s), "\n"); s != "" {
		e.add("pre", s+"\n")
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
		e.leaf("p", runsOf(t.Text, t.Inlines))
	}
	e.leaf("p", runsOf(it.Text, it.Inlines))
	e.blocks(it.Body)
}

func (e *expectation) block(b *extract.Block) {
	runs := runsOf(b.Text, b.Inlines)
	switch b.Type {
	case extract.Heading:
		e.leaf(fmt.Sprintf("h%d", b.Level), runs)
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
		e.addTo(&e.leaves, strings.Join(append(slices.Clone(e.path), "hr"), ">"))
	default:
		e.leaf("p", runs)
	}
}

func (e *expectation) table(b *extract.Block) {
	cells := 0
	for _, row := range b.Rows {
		cells += len(row)
	}
	outer := e.html
	e.html = e.html || cells > 0 && (b.HeaderRows > 1 || !isPipeTable(b.Rows))
	if !e.html {
		e.leaf("p", []extract.Inline{{Text: b.Caption}})
	}
	e.within("table", func() {
		if e.html {
			e.leaf("p", []extract.Inline{{Text: b.Caption}})
		}
		for _, row := range b.Rows {
			for i := range row {
				e.leaf("p", runsOf(row[i].Text, row[i].Inlines))
				e.blocks(row[i].Body)
			}
		}
	})
	e.html = outer
}

// leaf adds the text, links and images of a line.
func (e *expectation) leaf(kind string, runs []extract.Inline) {
	var all, label strings.Builder
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
		label.WriteString(s)
	}
	end()
	e.add(kind, all.String())
}

// text returns what a reader reads of a run, and whether it is a reference.
func (e *expectation) text(r *extract.Inline) (string, bool) {
	if r.Footnote != "" && !e.html && e.items[r.Footnote] != nil && !e.unnoted[r.Footnote] {
		e.used[r.Footnote] = true
		return noteMark, true
	}
	switch {
	case r.Image != nil:
		return "", false
	case r.TeX == "":
		return clean(r.Text), false
	case e.html:
		return clean(firstOf(r.Text, r.TeX, r.Text)), false
	case oneLine(r.TeX) == "":
		return "", false
	}
	return "$" + oneLine(r.TeX) + "$", false
}

// pieces are what hostile text is made of.
var pieces = []string{
	"word", "Two words", "x", "é", "日本", "snake_case", "5", "1.", "12)", "-", "+", "*", "**", "***", "_", "__", "`", "``", "```", "~", "~~", "~~~",
	"[", "]", "(", ")", "](", "[^", "[^1]", "[^n]:", "[x]: /u", "[ ]", "[x]", "!", "![", "<", ">", "<b>", "</b>", "<!--", "<http://a.example>", "<br>",
	"&amp;", "&", "&#35;", "&copy", "\\", "\\\\", "\\*", "#", "##", "=", "===", "---", "- - -", ":-", ":", "|", "| a |", "---|---", "\\|",
	"www.example.com", "http://x.example/a_b", "https://y.example.", "ftp://a.example", "a@b.example", "://", "@", ".", "{{", "{%", "$", "\"", "'", "“", "”", "—",
	"€", "😀", "\u200b", "\u00a0", "\u2028", "\u3000", " ", " ", " ", "  ", "    ", "\t", "\n", "\n", "\x00", "\u0085", "\ufeff", "\xff", "%", "^", "+++", "1986. A",
}

var hrefs = []string{"", "", "", "https://a.example/", "https://a.example/", "https://b.example/x y", "https://c.example/(a)", "https://c.example/a)(", "https://d.example/?a=1&copy=2&amp;=3",
	"#id", "/rel_ative*x", "https://e.example/<b>", `https://f.example/\a\*`, "https://g.example/a|b", "javascript:alert(1)", "JavaScript:x", "mailto:a@b.example", "https://h.example/`x"}

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

// lawRuns is how many random articles the law is checked on.
var lawRuns = flag.Uint64("law", 10_000, "random articles for TestMarkdownLaw")

func TestMarkdownLaw(t *testing.T) {
	failures := 0
	for seed := range *lawRuns {
		a := randomMaker(seed).article()
		md, err := encodeMarkdown(a, Options{NoFrontMatter: true})
		if err != nil {
			t.Fatal(err)
		}
		if err := checkLaw(a, md); err != nil {
			t.Errorf("seed %d: %v\n%s", seed, err, md)
			if failures++; failures == 5 {
				t.FailNow()
			}
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add([]byte("the choices of a maker"))
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 2))
		data := make([]byte, 200)
		for i := range data {
			data[i] = byte(rng.Uint32())
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		a := byteMaker(data).article()
		md, err := encodeMarkdown(a, Options{NoFrontMatter: true})
		if err != nil {
			t.Fatal(err)
		}
		if err := checkLaw(a, md); err != nil {
			t.Errorf("%v\n%s", err, md)
		}
	})
}
