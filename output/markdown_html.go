package output

// A table block comes in; an HTML table of harmless elements goes out, for the
// tables that Markdown can not hold.

import (
	"slices"
	"strconv"
	"strings"

	"pressclip/extract"
)

// An htmlWriter writes one HTML block (CommonMark 4.6, kind 6). Such a block
// ends at an empty line, so none is ever written: a line feed stands only
// between rows, and one in the text goes out as <br> or &#10;.
type htmlWriter struct {
	article *extract.Article
	out     []byte
	stack   []htmlFrame
}

// An htmlFrame is what is still to be written of a list of blocks, items or
// rows, and the tags that close it.
type htmlFrame struct {
	blocks []extract.Block
	items  []extract.Item
	rows   [][]extract.Cell
	cells  []extract.Cell
	head   int    // how many of rows are head rows
	each   string // element of each item; "" for items that are only text
	close  string // written at the end
}

// styleTags are the elements of the styles.
var styleTags = map[extract.Style]string{
	extract.Strong: "strong", extract.Emphasis: "em", extract.CodeText: "code", extract.Strike: "del",
	extract.Sub: "sub", extract.Sup: "sup", extract.Mark: "mark", extract.Keyboard: "kbd",
}

// table returns b as HTML. The bytes are valid until the next call.
func (h *htmlWriter) table(a *extract.Article, b *extract.Block) []byte {
	h.article, h.out = a, h.out[:0]
	h.stack = append(h.stack[:0], h.openTable(b))
	for len(h.stack) > 0 {
		top := &h.stack[len(h.stack)-1]
		switch {
		case len(top.blocks) > 0:
			b := &top.blocks[0]
			top.blocks = top.blocks[1:]
			if f, ok := h.block(b); ok {
				h.stack = append(h.stack, f)
			}
		case len(top.items) > 0:
			it := &top.items[0]
			top.items = top.items[1:]
			h.stack = append(h.stack, h.item(it, top.each))
		case len(top.cells) > 0:
			c := &top.cells[0]
			top.cells = top.cells[1:]
			h.stack = append(h.stack, h.cell(c, top.head > 0))
		case len(top.rows) > 0:
			f := h.row(top)
			h.stack = append(h.stack, f)
		default:
			h.raw(top.close)
			h.stack = h.stack[:len(h.stack)-1]
		}
	}
	return h.out
}

func (h *htmlWriter) raw(ss ...string) {
	for _, s := range ss {
		h.out = append(h.out, s...)
	}
}

// text writes s with markup characters as references and line feeds as lf.
func (h *htmlWriter) text(s, lf string) {
	s = clean(s)
	from := 0
	for i := range len(s) {
		ref := ""
		switch s[i] {
		case '&':
			ref = "&amp;"
		case '<':
			ref = "&lt;"
		case '>':
			ref = "&gt;"
		case '"':
			ref = "&quot;"
		case '\n':
			ref = lf
		default:
			continue
		}
		h.raw(s[from:i], ref)
		from = i + 1
	}
	h.raw(s[from:])
}

func (h *htmlWriter) attribute(name, value string) {
	if value != "" {
		h.raw(" ", name, `="`)
		h.text(value, "&#10;")
		h.raw(`"`)
	}
}

func (h *htmlWriter) openTable(b *extract.Block) htmlFrame {
	h.raw("<table>")
	if b.Caption != "" {
		h.element("caption", line{text: b.Caption})
	}
	return htmlFrame{rows: b.Rows, head: max(0, b.HeaderRows), close: "\n</table>"}
}

// row opens the next row of f.
func (h *htmlWriter) row(f *htmlFrame) htmlFrame {
	r := htmlFrame{cells: f.rows[0], head: f.head, close: "</tr>"}
	f.rows = f.rows[1:]
	f.head = max(0, f.head-1)
	h.raw("\n<tr>")
	return r
}

func (h *htmlWriter) cell(c *extract.Cell, head bool) htmlFrame {
	tag := "td"
	if head || c.Header {
		tag = "th"
	}
	h.raw("<", tag)
	for _, span := range []struct {
		name string
		n    int
	}{{"colspan", c.Colspan}, {"rowspan", c.Rowspan}} {
		if span.n > 1 {
			h.attribute(span.name, strconv.Itoa(span.n))
		}
	}
	h.raw(">")
	h.line(line{c.Text, c.Inlines})
	return htmlFrame{blocks: c.Body, close: "</" + tag + ">"}
}

func (h *htmlWriter) element(tag string, l line) {
	h.raw("<", tag, ">")
	h.line(l)
	h.raw("</", tag, ">")
}

// block writes b, or its opening tags; its contents are the frame, if ok.
func (h *htmlWriter) block(b *extract.Block) (f htmlFrame, ok bool) {
	l := line{b.Text, b.Inlines}
	switch b.Type {
	case extract.Heading:
		h.element("h"+strconv.Itoa(min(max(b.Level, 1), 6)), l)
	case extract.List:
		return h.list(b), true
	case extract.QuoteBlock:
		return h.quote(b), true
	case extract.Code:
		h.code(b.Text)
	case extract.Math:
		if strings.TrimSpace(b.TeX) == "" {
			h.paragraph(line{text: b.Text})
		} else {
			h.code(strings.Trim(b.TeX, "\n"))
		}
	case extract.Table:
		return h.openTable(b), true
	case extract.Figure:
		if im := image(h.article, b.Image); im != nil {
			h.paragraph(line{inlines: []extract.Inline{{Image: b.Image, Href: im.Href}}})
		}
		h.paragraph(l)
	case extract.Embed:
		h.paragraph(line{inlines: []extract.Inline{{Text: firstOf(b.Title, b.Provider, b.URL), Href: b.URL}}})
		if len(b.Body) > 0 || b.Text != b.Title {
			return h.quote(b), true
		}
	case extract.Definitions, extract.Footnotes:
		return htmlFrame{items: b.Items}, true
	case extract.Rule:
		h.raw("<hr>")
	default: // Paragraph
		h.paragraph(l)
	}
	return htmlFrame{}, false
}

func (h *htmlWriter) code(s string) {
	if s = strings.TrimRight(clean(s), "\n"); s != "" {
		h.raw("<pre><code>")
		h.text(s, "&#10;")
		h.raw("</code></pre>")
	}
}

func (h *htmlWriter) paragraph(l line) {
	if l.text != "" || len(l.inlines) > 0 {
		h.element("p", l)
	}
}

func (h *htmlWriter) quote(b *extract.Block) htmlFrame {
	h.raw("<blockquote>")
	body := b.Body
	if len(body) == 0 {
		body = []extract.Block{{Type: extract.Paragraph, Text: b.Text}}
	}
	return htmlFrame{blocks: body, close: "</blockquote>"}
}

func (h *htmlWriter) list(b *extract.Block) htmlFrame {
	if !b.Ordered {
		h.raw("<ul>")
		return htmlFrame{items: b.Items, each: "li", close: "</ul>"}
	}
	h.raw("<ol")
	if b.Start != nil {
		h.attribute("start", strconv.Itoa(*b.Start))
	}
	h.raw(">")
	return htmlFrame{items: b.Items, each: "li", close: "</ol>"}
}

func (h *htmlWriter) item(it *extract.Item, tag string) htmlFrame {
	f := htmlFrame{blocks: it.Body}
	if tag != "" {
		h.raw("<", tag, ">")
		f.close = "</" + tag + ">"
	}
	for _, t := range it.Terms {
		h.paragraph(line{t.Text, t.Inlines}.styled(extract.Strong))
	}
	if tag != "" && len(it.Terms) == 0 {
		h.line(line{it.Text, it.Inlines})
	} else {
		h.paragraph(line{it.Text, it.Inlines})
	}
	return f
}

// line writes the runs; those that follow each other with one address are one
// link. References to footnotes are only text here.
func (h *htmlWriter) line(l line) {
	runs := l.runs()
	var open link
	for i := range runs {
		r := &runs[i]
		picture := image(h.article, r.Image) != nil
		text := clean(firstOf(r.Text, r.TeX, r.Text))
		if !picture && text == "" {
			continue
		}
		to := target(r)
		if to != open && !picture && strings.TrimSpace(text) == "" {
			to = link{} // no link begins with white space
		}
		if to != open {
			h.closeLink(open)
			h.openLink(to)
			open = to
		}
		h.run(r, text)
	}
	h.closeLink(open)
}

func (h *htmlWriter) openLink(l link) {
	if l.href != "" {
		h.raw("<a")
		h.attribute("href", l.href)
		h.attribute("title", l.title)
		h.raw(">")
	}
}

func (h *htmlWriter) closeLink(l link) {
	if l.href != "" {
		h.raw("</a>")
	}
}

func (h *htmlWriter) run(r *extract.Inline, text string) {
	if im := image(h.article, r.Image); im != nil {
		h.raw("<img")
		h.attribute("src", im.URL)
		h.raw(` alt="`)
		h.text(im.Alt, " ")
		h.raw(`"`)
		h.attribute("title", im.Title)
		h.raw(">")
		return
	}
	for _, s := range r.Style {
		if tag := styleTags[s]; tag != "" {
			h.raw("<", tag, ">")
		}
	}
	h.text(text, "<br>")
	for _, s := range slices.Backward(r.Style) {
		if tag := styleTags[s]; tag != "" {
			h.raw("</", tag, ">")
		}
	}
}
