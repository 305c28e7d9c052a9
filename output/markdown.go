package output

// An article comes in; CommonMark with GFM tables and footnotes goes out.

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"pressclip/extract"
)

// maxDepth is how many containers (lists, quotes) may nest in Markdown. Blocks
// below it follow unmarked, so that no line's prefix, and with it the length of
// the output, grows with the depth of the page.
const maxDepth = 24

// writeMarkdown writes front matter, title and body. Read again by a
// CommonMark reader, they give the article's text, links and images.
func writeMarkdown(w io.Writer, a *extract.Article, o Options) error {
	m := &markdown{article: a, notes: noteLabels(a.Body), listEnd: -1, out: pipe{w: w}}
	if !o.NoFrontMatter {
		front, err := frontMatter(a, o)
		if err != nil {
			return err
		}
		m.out.buf = front
		m.gap = len(front) > 0
	}
	m.heading(1, line{text: a.Title})
	m.body(a.Body)
	if m.out.size() == 0 {
		m.out.buf = []byte("\n")
	}
	m.out.flush()
	return m.out.err
}

// A markdown writes blocks of lines. Containers give each line a prefix; the
// marker of a container ("- ", "> ") is kept back until its first line is
// written, so that a container with nothing in it leaves no trace.
type markdown struct {
	article *extract.Article
	out     pipe
	notes   map[string]*note // by Item.ID

	prefix  []byte // of the lines to come
	pending []byte // markers of containers that have no line yet
	base    int    // length of prefix without those containers
	gap     bool   // an empty line is wanted before the next block
	depth   int    // open containers

	listEnd  int  // size of out when the last list ended
	listMark byte // its bullet or delimiter

	stack []frame // of run, reused

	inl  inliner
	buf  []byte // one line of runs, reused
	cell cellLiner
}

// A container is an open list item, quote or footnote, for leave.
type container struct{ prefix, pending int }

// enter opens a container: first marks its first line, rest all others.
func (m *markdown) enter(first, rest string) container {
	c := container{len(m.prefix), len(m.pending)}
	m.depth++
	if len(m.pending) == 0 {
		m.base = len(m.prefix)
	}
	m.pending = append(m.pending, first...)
	m.prefix = append(m.prefix, rest...)
	return c
}

// leave closes the container that enter opened.
func (m *markdown) leave(c container) {
	m.depth--
	m.prefix = m.prefix[:c.prefix]
	m.pending = m.pending[:min(len(m.pending), c.pending)]
}

// write writes content, one or more lines, as a block of its own. It reports
// whether there was any.
func (m *markdown) write(content []byte) bool {
	if len(content) == 0 {
		return false
	}
	if m.gap {
		m.blankLine()
	}
	for more := true; more; {
		var text []byte
		text, content, more = bytes.Cut(content, []byte("\n"))
		switch {
		case len(m.pending) > 0:
			m.out.buf = append(m.out.buf, m.prefix[:m.base]...)
			m.out.buf = append(m.out.buf, m.pending...)
			m.pending = m.pending[:0]
		case len(text) == 0:
			m.blankLine()
			continue
		default:
			m.out.buf = append(m.out.buf, m.prefix...)
		}
		m.out.buf = append(m.out.buf, text...)
		m.out.buf = append(m.out.buf, '\n')
	}
	m.gap = true
	return true
}

// flushMarker writes the pending markers on a line of their own: those of a
// note that begins with something other than text, or has nothing in it.
func (m *markdown) flushMarker() {
	if len(m.pending) == 0 {
		return
	}
	m.pending = bytes.TrimRight(m.pending, " ")
	m.write([]byte{' '})
	m.out.buf = append(bytes.TrimRight(m.out.buf, " \n"), '\n')
}

// blankLine writes an empty line inside the containers that have begun.
func (m *markdown) blankLine() {
	p := m.prefix
	if len(m.pending) > 0 {
		p = p[:m.base]
	}
	m.out.buf = append(m.out.buf, bytes.TrimRight(p, " ")...)
	m.out.buf = append(m.out.buf, '\n')
}

// A line is text with its runs, wherever in the record it stands.
type line struct {
	text    string
	inlines []extract.Inline
}

// runs returns the line's runs: a line without markup is one.
func (l line) runs() []extract.Inline {
	if len(l.inlines) > 0 {
		return l.inlines
	}
	return []extract.Inline{{Text: l.text}}
}

// less returns l without s where all of its text has that style.
func (l line) less(s extract.Style) line {
	partly := func(r extract.Inline) bool { return !slices.Contains(r.Style, s) && strings.TrimSpace(r.Text) != "" }
	if slices.ContainsFunc(l.runs(), partly) {
		return l
	}
	runs := slices.Clone(l.inlines)
	for i := range runs {
		runs[i].Style = slices.DeleteFunc(slices.Clone(runs[i].Style), func(have extract.Style) bool { return have == s })
	}
	return line{l.text, runs}
}

// styled returns l with s added to each run.
func (l line) styled(s extract.Style) line {
	runs := slices.Clone(l.runs())
	for i := range runs {
		runs[i].Style = append(slices.Clone(runs[i].Style), s)
	}
	return line{l.text, runs}
}

// paragraph writes l and reports whether it left a mark.
func (m *markdown) paragraph(l line) bool {
	m.buf = m.inline(m.buf[:0], l, place{lineStart: true})
	return m.write(m.buf)
}

// heading writes l as an ATX heading (CommonMark 4.2), which holds one line.
func (m *markdown) heading(level int, l line) {
	level = min(max(level, 1), 6)
	m.buf = append(m.buf[:0], "######"[:level]...)
	m.buf = append(m.buf, ' ')
	start := len(m.buf)
	m.buf = m.inline(m.buf, l, place{brk: " "})
	if len(m.buf) > start {
		m.buf = guardClosingHashes(m.buf, start)
		m.write(m.buf)
	}
}

// guardClosingHashes escapes a run of # at the end of a heading's content,
// which begins at start, where it would be taken for its closing sequence.
func guardClosingHashes(b []byte, start int) []byte {
	i := len(b)
	for i > start && b[i-1] == '#' {
		i--
	}
	if i == len(b) || i > start && b[i-1] != ' ' {
		return b
	}
	return slices.Insert(b, i, '\\')
}
