package output

// Blocks of an article come in; they are placed as blocks of Markdown.

import (
	"strconv"
	"strings"
	"unicode"

	"pressclip/extract"
)

// A frame is a run of blocks or of items that is still to be written, and the
// container to leave when it ends. A stack of them stands in for recursion.
type frame struct {
	blocks []extract.Block
	items  []extract.Item
	list   *listState // set for the items of a list

	inside    container
	leave     bool // inside is open
	footnotes bool // items are footnotes
}

// A listState is how the items of an open list are marked.
type listState struct {
	mark   byte // '-' or '+'; '.' or ')' after the number
	number int  // of the next item; -1 for bullets
	tight  bool // no empty lines between items
	flat   bool // nested too deep: no markers
	start  int  // length of the output before it
}

// body writes the blocks of the article. Footnotes go last: whether a note is
// referred to is only known then.
func (m *markdown) body(blocks []extract.Block) {
	for i := range blocks {
		if blocks[i].Type != extract.Footnotes {
			m.run(frame{blocks: blocks[i : i+1]})
		}
	}
	for i := range blocks {
		if blocks[i].Type == extract.Footnotes {
			m.run(frame{items: blocks[i].Items, footnotes: true})
		}
	}
}

// run writes what is in f and what it leads to.
func (m *markdown) run(f frame) {
	stack := append(m.stack[:0], f)
	defer func() { m.stack = stack }() // for its capacity
	for len(stack) > 0 {
		m.out.spill()
		top := &stack[len(stack)-1]
		switch {
		case len(top.blocks) > 0:
			b := &top.blocks[0]
			top.blocks = top.blocks[1:]
			if f, ok := m.block(b); ok {
				stack = append(stack, f)
			}
		case len(top.items) > 0:
			it := &top.items[0]
			top.items = top.items[1:]
			stack = append(stack, m.item(top, it))
		default:
			m.pop(top)
			stack = stack[:len(stack)-1]
		}
	}
}

func (m *markdown) pop(f *frame) {
	if f.leave {
		m.leave(f.inside)
	}
	if f.list != nil && m.out.size() > f.list.start {
		m.gap = true
		m.listEnd, m.listMark = m.out.size(), f.list.mark
	}
}

// block writes b, or the part of it that comes before what it contains; the
// contents are the frame, if ok.
func (m *markdown) block(b *extract.Block) (f frame, ok bool) {
	switch b.Type {
	case extract.Heading:
		m.heading(b.Level, line{b.Text, b.Inlines}.less(extract.Strong)) // a heading is bold as it is
	case extract.List:
		return frame{items: b.Items, list: m.newList(b)}, true
	case extract.QuoteBlock:
		return m.quote(b.Body, b.Text), true
	case extract.Code:
		m.fence(b.Text, b.Language)
	case extract.Table:
		m.table(b)
	case extract.Figure:
		m.figure(b)
	case extract.Embed:
		m.embedLink(b)
		if len(b.Body) > 0 || b.Text != b.Title {
			return m.quote(b.Body, b.Text), true
		}
	case extract.Math:
		m.math(b)
	case extract.Definitions, extract.Footnotes: // footnotes inside another block are only text
		return frame{items: b.Items}, true
	case extract.Rule:
		m.write([]byte("***")) // not "---": that underlines headings and opens front matter
	default: // Paragraph
		m.paragraph(line{b.Text, b.Inlines})
	}
	return frame{}, false
}

// quote opens a block quote with body, or with text where there is none.
func (m *markdown) quote(body []extract.Block, text string) frame {
	if len(body) == 0 {
		body = []extract.Block{{Type: extract.Paragraph, Text: text}}
	}
	if m.depth >= maxDepth {
		return frame{blocks: body}
	}
	return frame{blocks: body, inside: m.enter("> ", "> "), leave: true}
}

// item writes the line of an item; what is below the line is the frame.
func (m *markdown) item(parent *frame, it *extract.Item) frame {
	f := frame{blocks: it.Body}
	switch {
	case parent.footnotes:
		if label := m.defineNote(it); label != "" {
			f.inside, f.leave = m.enter("[^"+label+"]: ", "    "), true
		}
	case parent.list != nil:
		if l := parent.list; !l.flat {
			marker := l.marker()
			f.inside, f.leave = m.enter(marker, strings.Repeat(" ", len(marker))), true
		}
	}
	for _, t := range it.Terms {
		m.paragraph(line{t.Text, t.Inlines}.styled(extract.Strong))
	}
	tight := parent.list != nil && parent.list.tight
	if tight && m.out.size() > parent.list.start {
		m.gap = false
	}
	wrote := m.paragraph(line{it.Text, it.Inlines})
	if wrote && tight {
		m.gap = false
	}
	if !wrote && parent.footnotes {
		m.flushMarker()
	}
	return f
}

// newList returns the state of the list b. Two lists in a row get different
// marks, or they would be one.
func (m *markdown) newList(b *extract.Block) *listState {
	l := &listState{mark: '-', number: -1, flat: m.depth >= maxDepth, start: m.out.size()}
	alternate := byte('+')
	if b.Ordered {
		l.mark, l.number, alternate = '.', 1, ')'
		if b.Start != nil && *b.Start >= 0 && *b.Start <= maxNumber {
			l.number = *b.Start
		}
	}
	if m.listEnd == m.out.size() && m.listMark == l.mark {
		l.mark = alternate
	}
	l.tight = !l.flat && m.depth+1 < maxDepth && isTight(b.Items)
	return l
}

// maxNumber is the largest that a list item may have (CommonMark 5.2).
const maxNumber = 999_999_999

func (l *listState) marker() string {
	if l.number < 0 {
		return string(l.mark) + " "
	}
	n := l.number
	l.number = min(n+1, maxNumber)
	return strconv.Itoa(n) + string(l.mark) + " "
}

// isTight reports whether the items need no empty lines between them: each is
// one line, or a line with one list below that can follow a paragraph at once
// (CommonMark 5.2: not an empty item, and no number but 1).
func isTight(items []extract.Item) bool {
	for i := range items {
		switch it := &items[i]; {
		case len(it.Body) == 0 && len(it.Terms) == 0:
		case len(it.Body) != 1 || !hasWords(it.Text, it.Inlines) || !interrupts(&it.Body[0]):
			return false
		}
	}
	return true
}

func interrupts(b *extract.Block) bool {
	return b.Type == extract.List && (!b.Ordered || b.Start == nil || *b.Start == 1) &&
		len(b.Items) > 0 && hasWords(b.Items[0].Text, b.Items[0].Inlines)
}

// hasWords reports whether a line will surely leave a mark.
func hasWords(text string, inlines []extract.Inline) bool {
	if len(inlines) == 0 {
		return strings.ContainsFunc(text, unicode.IsLetter)
	}
	for i := range inlines {
		if r := &inlines[i]; r.Image == nil && r.Footnote == "" && strings.ContainsFunc(r.Text, unicode.IsLetter) {
			return true
		}
	}
	return false
}

// fence writes text as a fenced code block (CommonMark 4.5): verbatim, in a
// fence longer than any in it.
func (m *markdown) fence(text, language string) {
	text = strings.TrimRight(clean(text), "\n")
	if text == "" {
		return
	}
	fence := strings.Repeat("`", max(3, longestRun(text, '`')+1))
	m.buf = append(append(m.buf[:0], fence...), infoString(language)...)
	m.buf = append(append(m.buf, '\n'), text...)
	m.buf = append(append(m.buf, '\n'), fence...)
	m.write(m.buf)
}

// infoString returns the language as a fence may carry it: no spaces,
// backticks, escapes or entities.
func infoString(language string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("+-_.#/", r) {
			return r
		}
		return -1
	}, clean(language))
}

// longestRun returns the length of the longest run of c in s.
func longestRun(s string, c byte) int {
	longest, n := 0, 0
	for i := range len(s) {
		if s[i] != c {
			n = 0
			continue
		}
		n++
		longest = max(longest, n)
	}
	return longest
}

// math writes a formula as a fence of language "math", which GitHub and GitLab
// set as a formula. Between "$$" a CommonMark reader would parse "_", "*" and
// "\\" of the TeX, and with these escaped a TeX reader would misread it; in a
// fence it comes back verbatim from both.
func (m *markdown) math(b *extract.Block) {
	if strings.TrimSpace(b.TeX) == "" {
		m.paragraph(line{text: b.Text})
		return
	}
	m.fence(strings.Trim(b.TeX, "\n"), "math")
}

// figure writes the picture and, below it, its caption.
func (m *markdown) figure(b *extract.Block) {
	if im := image(m.article, b.Image); im != nil {
		m.paragraph(line{inlines: []extract.Inline{{Image: b.Image, Href: im.Href}}})
	}
	m.paragraph(line{b.Text, b.Inlines})
}

// embedLink writes where the embedded thing is.
func (m *markdown) embedLink(b *extract.Block) {
	m.paragraph(embedLine(b))
}

func embedLine(b *extract.Block) line {
	label := firstOf(b.Title, b.Provider, b.URL)
	return line{inlines: []extract.Inline{{Text: oneLine(label), Href: b.URL}}}
}

// A note is a footnote: the label it goes by, and whether it can be referred to.
type note struct {
	item    *extract.Item
	label   string
	used    bool // a reference was written
	unnoted bool // its text was written without the label: too late for a reference
}

// noteLabels gives each footnote of the top-level blocks a label. Labels are
// unlike each other in any case of letters, as CommonMark folds them.
func noteLabels(blocks []extract.Block) map[string]*note {
	notes, taken := map[string]*note{}, map[string]bool{}
	next := 0
	for i := range blocks {
		if blocks[i].Type != extract.Footnotes {
			continue
		}
		for j := range blocks[i].Items {
			it := &blocks[i].Items[j]
			if it.ID == "" || notes[it.ID] != nil {
				continue
			}
			label := it.ID
			for !isLabel(label) || taken[strings.ToLower(label)] {
				next++
				label = "note-" + strconv.Itoa(next)
			}
			taken[strings.ToLower(label)] = true
			notes[it.ID] = &note{item: it, label: label}
		}
	}
	return notes
}

func isLabel(s string) bool {
	ok := func(r rune) bool {
		return r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_')
	}
	return len(s) <= 64 && strings.IndexFunc(s, func(r rune) bool { return !ok(r) }) < 0
}

// defineNote returns the label to define it under, or "" where no reference
// was written: readers drop a footnote that nothing refers to, so such a text
// goes out as a paragraph.
func (m *markdown) defineNote(it *extract.Item) string {
	n := m.notes[it.ID]
	if n == nil || n.item != it {
		return ""
	}
	n.unnoted = !n.used
	if n.unnoted {
		return ""
	}
	return n.label
}

// canRefer reports whether a reference to the note with this id can be written.
func (m *markdown) canRefer(id string) bool {
	n := m.notes[id]
	return n != nil && !n.unnoted
}

// refer returns the label of a note that canRefer reports.
func (m *markdown) refer(id string) string {
	n := m.notes[id]
	n.used = true
	return n.label
}
