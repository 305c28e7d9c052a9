package output

// The runs of one line come in; a line of CommonMark inlines goes out.

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressclip/extract"
)

// A mark is something that a Markdown reader sees around text. Sub, sup, mark
// and keyboard have none in CommonMark: their text goes out bare, for raw HTML
// is kept out of the body.
type mark uint8

const (
	strong mark = 1 << iota
	emphasis
	strike
	linked
	textMarks = strong | emphasis | strike
)

// styleMarks are the marks of the record's styles.
var styleMarks = map[extract.Style]mark{extract.Strong: strong, extract.Emphasis: emphasis, extract.Strike: strike}

func marksOf(r *extract.Inline) mark {
	var marks mark
	for _, s := range r.Style {
		marks |= styleMarks[s]
	}
	return marks
}

type atomKind uint8

const (
	textAtom  atomKind = iota
	spaceAtom          // white space only: marks neither begin nor end at it
	breakAtom          // a line break
	codeAtom           // a code span
	mathAtom           // TeX
	imageAtom          // a picture: text is its Markdown
	noteAtom           // a reference to a footnote: text is its label
)

// An atom is the smallest piece that marks can begin or end at.
type atom struct {
	kind  atomKind
	marks mark
	link  int32 // index into inliner.links; -1: none
	text  string
	until [4]int32 // by mark: index of the first atom from here on that lacks it
}

type link struct{ href, title string }

// An inliner holds the work on one line; its slices are reused.
type inliner struct {
	kept   []*extract.Inline // the runs that leave a mark
	atoms  []atom
	links  []link
	tokens []token
	pairs  []pair
	runs   []delimRun
	owners []int32
	text   []byte
}

// A place says how a line is written where it stands.
type place struct {
	lineStart bool   // the line begins a line of the output
	brk       string // written for a line break; "" means a backslash and a line feed
	piped     bool   // the line is a cell of a pipe table
}

// inline appends l to dst.
func (m *markdown) inline(dst []byte, l line, p place) []byte {
	in := &m.inl
	in.atoms, in.links, in.kept = in.atoms[:0], in.links[:0], in.kept[:0]
	runs := l.runs()
	for i := range runs {
		if r := &runs[i]; m.leavesMark(r) {
			in.kept = append(in.kept, r)
		}
	}
	for i := 0; i < len(in.kept); {
		i += m.addRun(in.kept[i:])
	}
	in.trim()
	in.settle()
	in.guardCode(p)
	in.nest()
	return in.render(dst, p)
}

// leavesMark reports whether there is anything to write of r.
func (m *markdown) leavesMark(r *extract.Inline) bool {
	switch {
	case r.Footnote != "" && m.canRefer(r.Footnote):
		return true
	case r.Image != nil:
		return image(m.article, r.Image) != nil
	case r.TeX != "":
		return oneLine(r.TeX) != ""
	}
	return clean(r.Text) != ""
}

// addRun adds the first of the runs, with those that go with it, and returns
// how many these were.
func (m *markdown) addRun(runs []*extract.Inline) int {
	in, r := &m.inl, runs[0]
	marks := marksOf(r)
	if r.Footnote != "" && m.canRefer(r.Footnote) {
		in.atoms = append(in.atoms, atom{kind: noteAtom, marks: marks, link: -1, text: m.refer(r.Footnote)})
		return countWhile(runs, func(s *extract.Inline) bool { return s.Footnote == r.Footnote })
	}
	a := atom{marks: marks, link: in.link(r)}
	switch {
	case r.Image != nil:
		a.kind, a.text = imageAtom, imageMarkdown(image(m.article, r.Image))
		in.atoms = append(in.atoms, a)
	case r.TeX != "":
		a.kind, a.text = mathAtom, oneLine(r.TeX)
		in.atoms = append(in.atoms, a)
	case isCode(r):
		n := countWhile(runs, func(s *extract.Inline) bool { return isCode(s) && target(s) == target(r) })
		a.kind = codeAtom
		for _, s := range runs[1:n] {
			a.marks &= marksOf(s) // what all of the span has
		}
		in.add(a, joinTexts(runs[:n]))
		return n
	default:
		in.add(a, r.Text)
	}
	return 1
}

// countWhile returns how many runs from the first on are as the first.
func countWhile(runs []*extract.Inline, same func(*extract.Inline) bool) int {
	n := 1
	for n < len(runs) && same(runs[n]) {
		n++
	}
	return n
}

// isCode reports whether r is a code span. Two spans side by side go out as
// one: a reader would take them for one with backticks in it.
func isCode(r *extract.Inline) bool {
	return r.Image == nil && r.TeX == "" && r.Footnote == "" && slices.Contains(r.Style, extract.CodeText)
}

func joinTexts(runs []*extract.Inline) string {
	if len(runs) == 1 {
		return runs[0].Text
	}
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// target returns where r links to, or the zero link.
func target(r *extract.Inline) link {
	if r.Href == "" || r.Footnote != "" || !isSafe(r.Href) {
		return link{}
	}
	return link{clean(r.Href), oneLine(r.Title)}
}

// link returns the index of the run's link, or -1. A link goes on through all
// runs that follow each other with the same address.
func (in *inliner) link(r *extract.Inline) int32 {
	l := target(r)
	if l == (link{}) {
		return -1
	}
	if n := len(in.atoms); n > 0 {
		if last := in.atoms[n-1].link; last >= 0 && in.links[last] == l {
			return last
		}
	}
	in.links = append(in.links, l)
	return int32(len(in.links)) - 1
}

// guardCode makes text of the code spans that a reader would look into:
// backslashes do not work in them.
func (in *inliner) guardCode(p place) {
	first := p.lineStart // still in a link that begins the paragraph
	for i := range in.atoms {
		a := &in.atoms[i]
		first = first && a.link >= 0 && a.link == in.atoms[0].link
		if a.kind != codeAtom && a.kind != mathAtom {
			continue
		}
		// "[`x]: y`](z)" is a link reference definition (CommonMark 4.7), and
		// goldmark takes "x`y@z.example`" for an address.
		// In a table's cell readers do not agree on a backslash and a pipe.
		glued := i > 0 && a.link < 0 && in.atoms[i-1].link < 0 && !in.atoms[i-1].isEdge(strong)
		if first && strings.Contains(a.text, "]:") || glued && strings.Contains(a.text, "@") || p.piped && strings.Contains(a.text, `\|`) {
			if a.kind == mathAtom {
				a.text = "$" + a.text + "$"
			}
			a.kind = textAtom
		}
	}
}

// unsafeSchemes are addresses that run something when they are followed.
var unsafeSchemes = []string{"javascript:", "vbscript:", "data:"}

// isSafe reports whether href may be followed. Browsers skip control
// characters and spaces in a scheme (URL Standard, 4.4), so this does too.
func isSafe(href string) bool {
	var head [16]byte
	n := 0
	for i := 0; i < len(href) && n < len(head); i++ {
		if c := href[i]; c > ' ' {
			head[n] = c | 0x20
			if 'A' > c || c > 'Z' {
				head[n] = c
			}
			n++
		}
	}
	for _, s := range unsafeSchemes {
		if strings.HasPrefix(string(head[:n]), s) {
			return false
		}
	}
	return true
}

// add adds the text s as atoms like a: its line breaks and the white space at
// the ends of its lines become atoms of their own.
func (in *inliner) add(a atom, s string) {
	s = clean(s)
	for more := true; more; {
		var text string
		text, s, more = strings.Cut(s, "\n")
		core := strings.TrimLeftFunc(text, unicode.IsSpace)
		in.addSpace(a, text[:len(text)-len(core)])
		tail := len(strings.TrimRightFunc(core, unicode.IsSpace))
		if tail > 0 {
			b := a
			b.text = strings.ReplaceAll(core[:tail], "\t", " ")
			in.atoms = append(in.atoms, b)
		}
		in.addSpace(a, core[tail:])
		if more {
			a := a
			a.kind = breakAtom
			in.atoms = append(in.atoms, a)
		}
	}
}

func (in *inliner) addSpace(a atom, space string) {
	if space == "" {
		return
	}
	if strings.Trim(space, " \t") == "" {
		space = " "
	}
	a.kind, a.text = spaceAtom, strings.ReplaceAll(space, "\t", " ")
	in.atoms = append(in.atoms, a)
}

// trim drops the white space and the breaks at both ends of the text, the
// white space around breaks, and breaks after breaks: CommonMark has no place
// for them (4.8, 6.7).
func (in *inliner) trim() {
	kept := in.atoms[:0]
	atStart := true
	for _, a := range in.atoms {
		if atStart && (a.kind == spaceAtom || a.kind == breakAtom) {
			continue
		}
		if a.kind == breakAtom {
			kept = dropSpaces(kept)
		}
		atStart = a.kind == breakAtom
		kept = append(kept, a)
	}
	for n := -1; n != len(kept); {
		n = len(kept)
		kept = dropSpaces(kept)
		if len(kept) > 0 && kept[len(kept)-1].kind == breakAtom {
			kept = kept[:len(kept)-1]
		}
	}
	in.atoms = kept
}

func dropSpaces(atoms []atom) []atom {
	for len(atoms) > 0 && atoms[len(atoms)-1].kind == spaceAtom {
		atoms = atoms[:len(atoms)-1]
	}
	return atoms
}

// isEdge reports whether no mark in m may begin or end at a: outer spaces go
// outside of marks. A picture is a link's whole content, but nothing to print
// in bold.
func (a *atom) isEdge(m mark) bool {
	switch a.kind {
	case spaceAtom, breakAtom, noteAtom:
		return true
	case imageAtom:
		return m != linked
	}
	return false
}

// settle takes marks from edges that do not lie between two atoms with the
// same mark, then notes how far each mark goes on.
func (in *inliner) settle() {
	var left mark // marks of the last atom that was no edge
	leftLink := int32(-1)
	for i := range in.atoms {
		a := &in.atoms[i]
		left = a.clip(left, textMarks)
		leftLink = a.clipLink(leftLink)
	}
	var right mark
	rightLink := int32(-1)
	for i := len(in.atoms) - 1; i >= 0; i-- {
		a := &in.atoms[i]
		right = a.clip(right, textMarks)
		rightLink = a.clipLink(rightLink)
	}
}

// clip returns the marks of a; an edge keeps only those that beside has.
func (a *atom) clip(beside, of mark) mark {
	if !a.isEdge(of) {
		return a.marks & of
	}
	a.marks &= beside | ^of
	return beside
}

func (a *atom) clipLink(beside int32) int32 {
	if !a.isEdge(linked) {
		return a.link
	}
	if a.link != beside {
		a.link = -1
	}
	return beside
}

// imageMarkdown returns a picture as CommonMark 6.4 has it.
func imageMarkdown(im *extract.Image) string {
	b := append([]byte(nil), "!["...)
	b = escape(b, oneLine(im.Alt), context{bracketed: true})
	b = append(b, "]("...)
	b = appendTarget(b, link{clean(im.URL), oneLine(im.Title)})
	return string(append(b, ')'))
}

// firstRune and lastRune return what a reader sees of a at its ends.
func (a *atom) firstRune() rune {
	switch a.kind {
	case codeAtom:
		return '`'
	case mathAtom:
		return '$'
	case imageAtom:
		return '!'
	case noteAtom:
		return '['
	case breakAtom:
		return '\n'
	}
	r, _ := utf8.DecodeRuneInString(a.text)
	return r
}

func (a *atom) lastRune() rune {
	switch a.kind {
	case codeAtom, mathAtom, breakAtom:
		return a.firstRune()
	case imageAtom:
		return ')'
	case noteAtom:
		return ']'
	}
	r, _ := utf8.DecodeLastRuneInString(a.text)
	return r
}
