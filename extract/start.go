package extract

import "bytes"

// start.go takes start tags: what each element does to the page.

// elementHints are what an element promises by its name (HTML Standard 4.3, 4.4, 4.10).
var elementHints = map[tag]hints{
	tagNav: hintNav, tagAside: hintAside, tagFooter: hintFooter, tagHeader: hintHeader, tagFigcaption: hintCaption,
	tagButton: hintForm, tagSelect: hintForm, tagOption: hintForm, tagForm: hintForm, tagMain: hintArticle, tagArticle: hintArticle,
}

var elementHint = func() (t [tagCount]hints) {
	for tag, h := range elementHints {
		t[tag] = h
	}
	return t
}()

// roleHints are what a role promises (WAI-ARIA 1.2, DPUB-ARIA 1.1).
var roleHints = map[string]hints{
	"navigation": hintNav, "menu": hintNav, "menubar": hintNav, "tablist": hintNav, "complementary": hintAside,
	"contentinfo": hintFooter, "banner": hintHeader, "search": hintForm, "form": hintForm, "dialog": hintCookie,
	"alertdialog": hintCookie, "main": hintArticle, "article": hintArticle, "doc-endnotes": hintNotes, "doc-toc": hintTOC,
	"doc-pullquote": hintPull,
}

// startInline takes the start of an inline element.
func (s *scanner) startInline(t tag, e *element) {
	s.endImplied(t)
	ent := entry{tag: t, style: e.style, node: none, link: s.link, mark: none, scope: s.scope, marks: int32(len(s.page.marks))}
	a := &s.attr
	var c *class
	if v := a.get(attrClass); v != nil {
		c = &s.page.classes[s.page.classOf(v)]
		if c.hints&(hintUnseen|hintPermalink) != 0 || c.hints&hintGutter != 0 && s.pre > 0 {
			ent.flags |= entryDark
		}
	}
	if s.notShown() || string(a.get(attrAriaHidden)) == "true" {
		ent.flags |= entryDark
	}
	link := int32(none)
	if t == tagA {
		link = s.anchor()
	}
	if t == tagQ {
		ent.flags |= entryQuote
	}
	if v := firstOf(a.get(attrID), a.get(attrName)); len(v) > 0 && s.darkness == 0 {
		s.page.targets = append(s.page.targets, target{id: s.page.keep(v), node: s.node, leaf: int32(len(s.page.leaves))})
	}
	s.setScope()
	if !s.push(ent) {
		return
	}
	if t == tagA {
		s.link = link
	}
	if t == tagQ {
		s.openQuote()
	}
	if s.pre > 0 && t == tagCode {
		s.innerLanguage(c)
	}
	s.stack[s.depth-1].mark = s.beginMark(t, c)
}

// innerLanguage takes the language that a <code> gives to the <pre> around it.
func (s *scanner) innerLanguage(c *class) {
	n := &s.page.nodes[s.node]
	if !n.extra.empty() {
		return
	}
	if v := s.attr.get(attrDataLang); v != nil {
		n.extra = s.page.keep(v)
	} else if c != nil && c.code != "" {
		n.extra = s.page.keep([]byte(c.code))
	}
}

// notShown reports whether the start tag says that its element is not shown.
func (s *scanner) notShown() bool {
	a := &s.attr
	if a.has&(1<<attrHidden|1<<attrStyle) == 0 {
		return false
	}
	return a.bit(attrHidden) && !s.isStreamed() && !bytes.EqualFold(a.get(attrHidden), []byte("until-found")) || hidingStyle(a.get(attrStyle))
}

// startBlock takes the start of a block-level element.
func (s *scanner) startBlock(t tag, e *element) {
	if t == tagForm && s.counts[tagForm] > 0 {
		return // a form inside a form is none (13.2.6.4.7)
	}
	s.endImplied(t)
	if s.pre > 0 && t != tagTable {
		s.blockInPre(t)
		return
	}
	if t == tagButton {
		s.beginButton()
	}
	s.flush()
	p, before := s.page, s.node
	ent := s.openNode(t)
	n := &p.nodes[s.node]
	c := s.readNames(t, n)
	if s.notShown() || n.hints&hintUnseen != 0 || t == tagTd && n.hints&hintGutter != 0 || t == tagPre && n.hints&hintGutter != 0 && s.node > 0 && gutterPre(c) {
		ent.flags |= entryHidden
		n.flags |= nodeHidden
	}
	s.particulars(t, n, &ent, c)
	s.setScope()
	if !s.push(ent) {
		p.nodes = p.nodes[:len(p.nodes)-1]
		s.node = before
		return
	}
	if e.level > 0 {
		s.kind, s.level = leafHeading, e.level
	}
	s.stack[s.depth-1].mark = s.beginMark(t, c)
	if mark := s.stack[s.depth-1].mark; mark != none {
		n.flags |= nodeEnlists
	}
}

// readNames reads what a container's element, class, id and role promise, and
// returns its class, nil if it has none.
func (s *scanner) readNames(t tag, n *node) (c *class) {
	p, a := s.page, &s.attr
	n.hints = elementHint[t]
	if v := a.get(attrClass); v != nil {
		c = &p.classes[p.classOf(v)]
		n.kind = c.kind
		n.hints |= c.hints
		n.kinds = c.kinds
	}
	if v := a.get(attrID); v != nil {
		n.id = p.keep(v)
		if t != tagLi && t != tagP {
			h, kinds := idHints(string(v[:min(len(v), 64)]))
			n.hints |= h
			n.kinds |= kinds
		}
	}
	if s.marksBody() {
		n.flags |= nodeBody
	}
	p.classCounts.add(n.kinds & kindBits)
	if v := a.get(attrRole); v != nil {
		n.hints |= roleHints[string(v)]
		if string(v) == "presentation" || string(v) == "none" {
			n.flags |= nodeLayout
		}
	}
	return c
}

// gutterPre reports whether a <pre> holds line numbers only: "line-numbers" on
// the whole <pre> is how Prism asks for them.
func gutterPre(c *class) bool { return c != nil && c.hints&hintGutter != 0 && c.code == "" }

// particulars reads what only some block-level elements have.
func (s *scanner) particulars(t tag, n *node, ent *entry, c *class) {
	p, a := s.page, &s.attr
	switch t {
	case tagOl:
		if v := a.get(attrStart); v != nil {
			if num, ok := integer(v); ok {
				n.num, n.flags = num, n.flags|nodeNumSet
			}
		}
	case tagLi:
		if v := a.get(attrValue); v != nil {
			if num, ok := integer(v); ok {
				n.num, n.flags = num, n.flags|nodeNumSet
			}
		}
	case tagTr:
		s.gap = 0
	case tagTd, tagTh:
		n.gap, s.gap = s.gap, 0
		n.num, n.rows = span(a.get(attrColspan), maxColspan), span(a.get(attrRowspan), maxRowspan)
	case tagBlockquote:
		n.extra = p.keep(a.get(attrCite))
	case tagPre, tagListing, tagXmp, tagPlaintext:
		ent.flags |= entryPre
		s.preStart = true
		if v := a.get(attrDataLang); v != nil {
			n.extra = p.keep(v)
		} else if c != nil && c.code != "" {
			n.extra = p.keep([]byte(c.code))
		}
	case tagDiv:
		if c != nil && c.code != "" {
			n.extra = p.keep([]byte(c.code))
		}
	case tagH1, tagH2, tagH3, tagH4, tagH5, tagH6:
		ent.flags |= entryHeading
	}
}

// HTML Standard 4.9.11: a colspan is at most 1000, a rowspan at most 65534.
const (
	maxColspan = 1000
	maxRowspan = 65534
)

func span(v []byte, limit int32) int32 {
	n, ok := integer(v)
	if !ok || n < 1 {
		return 1
	}
	return min(n, limit)
}

// blockInPre takes a block-level element inside <pre>: a line of code.
func (s *scanner) blockInPre(t tag) {
	s.codeLine()
	ent := entry{tag: t, node: none, link: s.link, mark: none, scope: s.scope, marks: int32(len(s.page.marks))}
	if v := s.attr.get(attrClass); v != nil && s.page.classes[s.page.classOf(v)].hints&hintGutter != 0 {
		ent.flags |= entryDark
	}
	if s.notShown() {
		ent.flags |= entryDark
	}
	s.push(ent)
}

// codeLine starts a new line of code unless one has just begun.
func (s *scanner) codeLine() {
	if text := s.page.text; s.flow.open && s.darkness == 0 && int32(len(text)) > s.flow.leaf.text.start && text[len(text)-1] != '\n' {
		s.writeVerbatim([]byte{'\n'})
	}
}

// startVoid takes an element without content.
func (s *scanner) startVoid(t tag) {
	a := &s.attr
	switch t {
	case tagImg:
		s.image()
	case tagMeta:
		s.meta()
	case tagLink:
		s.linkElement()
	case tagBase:
		if s.page.base.empty() {
			s.page.base = s.page.keep(a.get(attrHref))
		}
	case tagHr:
		s.endImplied(tagHr)
		s.flush()
		if s.darkness == 0 {
			s.addLeaf(leafRule, none, ref{})
		}
	case tagSource:
		s.source()
	case tagEmbed:
		s.addEmbed(embed{url: s.page.keep(firstOf(a.get(attrSrc), a.get(attrLazySrc))), tag: tagEmbed})
	}
}

// startSkip takes an element whose content is no text.
func (s *scanner) startSkip(t tag) {
	switch t {
	case tagTemplate:
		if s.attr.bit(attrShadowRoot) { // declarative shadow DOM is shown (HTML Standard 4.12.3)
			s.startBlock(tagDiv, &elements[tagDiv])
			return
		}
		s.skip, s.skipped = t, 1
	case tagSVG:
		s.skip, s.skipped, s.foreign = t, 1, 0
	default:
		s.raw = rawSkip
	}
}

// startSpecial takes the elements that have code of their own.
func (s *scanner) startSpecial(t tag) {
	a := &s.attr
	switch t {
	case tagHTML, tagBody:
		s.page.whole = true
		if t == tagBody {
			s.inHead = false
		}
		s.rootAttributes()
	case tagHead:
		s.inHead, s.page.whole = true, true
	case tagTitle:
		s.raw = rawTitle
	case tagScript:
		s.raw = scriptUse(a.get(attrType))
	case tagNoscript:
		s.z.NextIsNotRawText()
		s.push(entry{tag: t, flags: entryNoscript, node: none, link: s.link, mark: none, scope: s.scope})
	case tagTextarea:
		s.raw = rawSkip
	case tagIframe:
		s.raw = rawSkip
		s.frame()
	case tagPicture, tagVideo, tagAudio, tagObject:
		s.beginMedia(t)
	case tagMath:
		s.beginMath()
	case tagFrameset:
		if s.page.blank() && !s.flow.open { // 13.2.6.4.6: else the tag is ignored
			s.skip, s.skipped = t, 1
		}
	}
}

// rootAttributes reads <html> and <body>: their language, and classes that
// speak of the page. Hiding them is a script's trick and not meant.
func (s *scanner) rootAttributes() {
	p, a := s.page, &s.attr
	if v := a.get(attrLang); v != nil && p.lang.empty() {
		p.lang = p.keep(v)
	}
	s.rootName(a.get(attrID))
	s.rootName(a.get(attrClass))
	s.setScope()
}

// longRootNames bounds what is kept of the names of <html> and <body>, in bytes.
const longRootNames = 4096

// rootName keeps a class or id of <html> or <body>.
func (s *scanner) rootName(v []byte) {
	p := s.page
	if len(v) == 0 || p.rootNames.len()+len(v) > longRootNames {
		return
	}
	old := p.bytes(p.rootNames)
	start := int32(len(p.strings))
	p.strings = append(append(append(p.strings, old...), ' '), v...)
	p.rootNames = ref{start, int32(len(p.strings))}
}

// scriptUse says what a script's text is taken for.
func scriptUse(kind []byte) rawUse {
	if len(kind) == 0 {
		return rawSkip
	}
	switch main, params, _ := bytes.Cut(bytes.ToLower(bytes.TrimSpace(kind)), []byte(";")); string(bytes.TrimSpace(main)) {
	case "application/ld+json":
		return rawJSONLD
	case "math/tex":
		if bytes.Contains(params, []byte("display")) {
			return rawTeXDisplay
		}
		return rawTeX
	}
	return rawSkip
}

// startUnknown takes an element that the table does not have: its text flows on.
// Custom elements for media are read by their names.
func (s *scanner) startUnknown(name, rest []byte) {
	if len(name) > 4 && string(name[:4]) == "amp-" {
		s.attr.read(s.z, rest)
		s.ampElement(name[4:])
	}
}

// addLeaf adds a leaf that is not text.
func (s *scanner) addLeaf(kind leafKind, media int32, tex ref) {
	p := s.page
	n, r := int32(len(p.text)), int32(len(p.runs))
	p.leaves = append(p.leaves, leaf{node: s.node, text: ref{n, n}, run0: r, run1: r, kind: kind, media: media, tex: tex, flags: s.hiddenFlags()})
}

// openQuote and closeQuote write the marks that browsers draw around a <q>.
func (s *scanner) openQuote() {
	s.write([]byte(quoteMarks[min(s.quotes, 1)][0]))
	s.quotes++
}

func (s *scanner) closeQuote() {
	s.quotes--
	if s.flow.open { // the mark stands at the text, not at the space that follows it
		s.flow.space = false
		s.write([]byte(quoteMarks[min(max(s.quotes, 0), 1)][1]))
	}
}

// quoteMarks are the marks of outer and inner <q> elements.
var quoteMarks = [2][2]string{{"“", "”"}, {"‘", "’"}}

func firstOf(a, b []byte) []byte {
	if len(a) > 0 {
		return a
	}
	return b
}
