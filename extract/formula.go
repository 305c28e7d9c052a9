package extract

import (
	"bytes"
	"strings"
)

// formula.go reads <math>: its TeX source where the page gives one, else its
// characters.

// A formula is the <math> being read.
type formula struct {
	tex, text []byte
	display   bool
	note      []byte // name of the open annotation, nil outside one
	takes     bool   // the open annotation is TeX
}

func (f *formula) reset() {
	f.tex, f.text, f.display, f.note, f.takes = f.tex[:0], f.text[:0], false, nil, false
}

// beginMath starts a <math> whose tag was just read.
func (s *scanner) beginMath() {
	s.math.reset()
	a := &s.attr
	s.math.tex = append(s.math.tex, a.get(attrAltText)...)
	s.math.display = string(a.get(attrDisplay)) == "block"
	s.skip, s.skipped, s.foreign = tagMath, 1, 0
}

// texEncodings are the names under which annotations hold TeX.
var texEncodings = map[string]bool{"application/x-tex": true, "tex": true, "latex": true, "application/x-latex": true, "text/x-tex": true}

func (f *formula) startElement(s *scanner, name, rest []byte) {
	if f.note != nil || string(name) != "annotation" && string(name) != "annotation-xml" {
		return
	}
	s.attr.read(s.z, rest)
	f.note = append([]byte{}, name...)
	f.takes = texEncodings[string(bytes.ToLower(s.attr.get(attrEncoding)))]
	if f.takes {
		f.tex = f.tex[:0]
	}
}

func (f *formula) endElement(name []byte) {
	if f.note != nil && bytes.Equal(name, f.note) {
		f.note = nil
	}
}

func (f *formula) addText(b []byte) {
	switch {
	case f.note == nil:
		f.text = append(f.text, b...)
	case f.takes:
		f.tex = append(f.tex, b...)
	}
}

// endMath writes the formula that has been read.
func (s *scanner) endMath() {
	f := &s.math
	if tex := trimSpace(f.tex); len(tex) > 0 {
		s.addFormula(s.page.keep(tex), f.display)
		return
	}
	s.addText(f.text)
}

// addFormula adds TeX as a block of its own or as a run of the text.
func (s *scanner) addFormula(tex ref, display bool) {
	if s.darkness > 0 || tex.empty() {
		return
	}
	if s.full() {
		s.addText(s.page.bytes(tex))
		return
	}
	if display {
		s.flush()
		s.addLeaf(leafMath, none, tex)
		return
	}
	s.beginText()
	s.endRun()
	m := s.markup()
	m.tex = tex
	s.continueRun(m)
	s.page.text = appendPlain(s.page.text, s.page.bytes(tex))
	s.endRun()
}

// displayMarks are what stands around a displayed formula in the text of pages
// whose scripts set it (MathJax, KaTeX).
var displayMarks = [][2]string{{`\[`, `\]`}, {"$$", "$$"}, {`\begin{equation}`, `\end{equation}`}}

// displayTeX returns the formula that a paragraph is.
func displayTeX(text []byte) (string, bool) {
	text = trimSpace(text)
	if len(text) == 0 || text[0] != '\\' && text[0] != '$' {
		return "", false
	}
	for _, m := range displayMarks {
		rest, ok := bytes.CutPrefix(text, []byte(m[0]))
		if !ok || !bytes.HasSuffix(rest, []byte(m[1])) {
			continue
		}
		tex := clean(string(rest[:len(rest)-len(m[1])]))
		if tex == "" || strings.Contains(tex, m[0]) || strings.Contains(tex, m[1]) || m[0] == "$$" && !maybeTeX(tex) {
			continue
		}
		return tex, true
	}
	return "", false
}

// maybeTeX reports whether what stands between dollar signs may be a formula: how
// dear a place is, "$$ - $$$", has no letters.
func maybeTeX(tex string) bool {
	return !strings.Contains(tex, "$") && strings.ContainsFunc(tex, func(r rune) bool { return bitsOf(r)&runeLetter != 0 || r == '\\' })
}
