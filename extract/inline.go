package extract

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"pressclip/internal/weburl"
)

// inline.go writes a leaf's runs: text, links, formulas and pictures in line.

// trimLeaf returns the range of a leaf's text without white space at its
// borders, no-break and ideographic spaces included.
func (p *page) trimLeaf(l *leaf) ref {
	text := p.textOf(l)
	start := len(text) - len(bytes.TrimLeftFunc(text, isSpace))
	end := len(bytes.TrimRightFunc(text, isSpace))
	if end < start {
		end = start
	}
	return ref{l.text.start + int32(start), l.text.start + int32(end)}
}

// A lineWriter writes one line of a block.
type lineWriter struct {
	b      *builder
	w      *strings.Builder
	start  int   // where the line begins in w
	first  int   // its first run in b.inlines
	markup bool  // some run has markup
	link   int32 // the link of the runs being written, or none
	at     int   // where that link's text begins
}

// line writes a leaf's runs to w and returns the line.
func (b *builder) line(w *strings.Builder, l *leaf) Line {
	p := b.p
	keep := p.trimLeaf(l)
	first, last := b.written(l, &keep)
	lw := lineWriter{b: b, w: w, start: w.Len(), first: len(b.inlines), link: none}
	for i := first; i < last; i++ {
		r := &p.runs[i]
		lw.run(i, r, ref{max(r.text.start, keep.start), min(r.text.end, keep.end)})
	}
	lw.endLink()
	return lw.line()
}

// written returns the runs of a leaf without those at its ends that are no
// text of it: a heading's link to itself, a note's link back to its mark. It
// trims keep to them.
func (b *builder) written(l *leaf, keep *ref) (first, last int32) {
	p := b.p
	first, last = l.run0, l.run1
	skip := func(i int32) bool {
		r := &p.runs[i]
		return r.image == none && (b.isBackLink(l, r) || l.kind == leafHeading && b.isPermalink(r) || blank(p.text[r.text.start:r.text.end]))
	}
	for first < last && skip(first) {
		first++
	}
	for first < last && skip(last-1) {
		last--
	}
	if first == last {
		return first, last
	}
	edge := leaf{text: ref{max(keep.start, p.runs[first].text.start), min(keep.end, p.runs[last-1].text.end)}}
	if edge.text.end > edge.text.start {
		*keep = p.trimLeaf(&edge)
	}
	return first, last
}

// run writes one run, the part of it inside the trimmed text.
func (lw *lineWriter) run(i int32, r *run, text ref) {
	b := lw.b
	if r.link != lw.link {
		lw.endLink()
	}
	in := Inline{}
	if href := b.href(r.link); r.link != none && href != "" && (text.end > text.start || r.image != none) {
		lw.beginLink(i, r.link)
		in.Href, in.Title = href, b.linkTitle(r.link)
	}
	in.Style = b.styleNames(r.style)
	if b.marked += len(in.Href) + len(in.Title) + styleCost*len(in.Style); b.marked > allowance(b.p.size, markupPerByte, markupFree) {
		in = Inline{} // markup that would make the record many times the page
	}
	if r.image != none {
		lw.image(r, in)
		return
	}
	if text.end <= text.start {
		return
	}
	s := lw.write(b.p.text[text.start:text.end])
	in.Text = s
	if !r.tex.empty() {
		in.TeX = clean(b.p.str(r.tex))
	}
	if n, ok := b.notes.mark(b.p, r); ok {
		in.Footnote = n
	}
	lw.add(in)
}

// Runs repeat the address of their link and their styles: a link around many
// paragraphs has it in each. A body may have markupPerByte bytes of this per
// byte of the page, and markupFree more.
const (
	markupPerByte = 4
	markupFree    = 16 << 10
	styleCost     = 11 // bytes of a style's name in JSON
)

// linkTitle returns the title attribute of a link.
func (b *builder) linkTitle(link int32) string {
	return clean(b.p.str(b.p.links[link].title))
}

func (lw *lineWriter) write(text []byte) string {
	at := lw.w.Len()
	lw.w.Write(text)
	return lw.w.String()[at:]
}

// add appends a run, or joins it to the one before if both are alike.
func (lw *lineWriter) add(in Inline) {
	b := lw.b
	if in.Href != "" || in.Style != nil || in.Image != nil || in.TeX != "" || in.Footnote != "" {
		lw.markup = true
	}
	if n := len(b.inlines); n > lw.first {
		last := &b.inlines[n-1]
		if last.Href == in.Href && sameStyle(last.Style, in.Style) && last.Image == nil && in.Image == nil &&
			last.TeX == "" && in.TeX == "" && last.Footnote == in.Footnote && (in.Href == "" || lw.at <= lw.w.Len()-len(in.Text)-len(last.Text)) {
			at := lw.w.Len() - len(in.Text) - len(last.Text)
			last.Text = lw.w.String()[at:]
			return
		}
	}
	b.inlines = append(b.inlines, in)
}

func sameStyle(a, c []Style) bool {
	if len(a) != len(c) {
		return false
	}
	for i := range a {
		if a[i] != c[i] {
			return false
		}
	}
	return true
}

// image writes a picture in line.
func (lw *lineWriter) image(r *run, in Inline) {
	i, ok := lw.b.addImage(r.image)
	if !ok {
		return
	}
	in.Text, in.Image = "", lw.b.int(i)
	if in.Href != "" {
		lw.b.out.Images[i].Href = in.Href
	}
	lw.add(in)
}

// beginLink starts the record's entry for a link.
func (lw *lineWriter) beginLink(run, link int32) {
	if lw.link == link {
		return
	}
	lw.link, lw.at = link, lw.w.Len()
	lw.b.addLink(run, link)
}

// endLink gives the open link its text.
func (lw *lineWriter) endLink() {
	if lw.link == none {
		return
	}
	b := lw.b
	text := strings.TrimSpace(lw.w.String()[lw.at:])
	lw.link = none
	if text == "" {
		return
	}
	l := &b.out.Links[len(b.out.Links)-1]
	if l.Text == "" {
		l.Text = oneLine(text)
	} else if len(l.Text) < maxLinkText { // a link around several blocks
		l.Text += " " + oneLine(text)
	}
}

// maxLinkText is the length, in bytes, from which the text of a link around
// several blocks is not continued.
const maxLinkText = 1000

func oneLine(s string) string {
	if strings.IndexByte(s, '\n') < 0 {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// line returns what was written. Runs are given where there is markup.
func (lw *lineWriter) line() Line {
	b := lw.b
	runs := b.inlines[lw.first:len(b.inlines):len(b.inlines)]
	n := 0
	for i := range runs {
		n += len(runs[i].Text)
	}
	text := lw.w.String()[lw.start:][:n]
	if !lw.markup {
		b.inlines = b.inlines[:lw.first]
		return Line{Text: text}
	}
	return Line{Text: text, Inlines: runs}
}

// styleNames returns the record's names of style bits. The lists are made once
// an article and shared by its runs.
func (b *builder) styleNames(bits styleBits) []Style {
	if bits == 0 {
		return nil
	}
	for i := range b.styles {
		if b.styles[i].bits == bits {
			return b.styles[i].names
		}
	}
	list := styleList{bits: bits}
	for i, name := range styleNames {
		if bits&(1<<i) != 0 {
			list.names = append(list.names, name)
		}
	}
	b.styles = append(b.styles, list)
	return list.names
}

// A styleList is the record's names of some style bits.
type styleList struct {
	bits  styleBits
	names []Style
}

// href returns a link's address, "" if it leads nowhere.
func (b *builder) href(link int32) string {
	if link == none {
		return ""
	}
	if b.hrefs == nil {
		b.hrefs = make([]address, len(b.p.links))
	}
	a := &b.hrefs[link]
	if !a.done {
		*a = address{b.addr.link(b.p.str(b.p.links[link].href)), true}
	}
	return a.url
}

// An address is a link's, once it has been resolved.
type address struct {
	url  string
	done bool
}

// addLink adds a link of the body to the record; its block is set later from
// its place.
func (b *builder) addLink(run, link int32) {
	if n := len(b.out.Links); n > 0 && b.linkOf == link+1 && b.out.Links[n-1].URL == b.href(link) {
		return // the same <a>, around several blocks
	}
	b.linkOf = link + 1
	a := &b.p.links[link]
	l := Link{URL: b.href(link), Title: clean(b.p.str(a.title)), Kind: b.linkKind(link)}
	for token := range strings.FieldsSeq(strings.ToLower(b.p.str(a.rel))) {
		l.Rel = append(l.Rel, clean(token))
	}
	b.out.Links = append(b.out.Links, l)
	b.linkAt = append(b.linkAt, run)
}

// linkKind classifies a link.
func (b *builder) linkKind(link int32) LinkKind {
	a := &b.p.links[link]
	url := b.href(link)
	rel := relKinds(b.p.bytes(a.rel))
	switch {
	case rel&(markTag|markCategory) != 0:
		return TagLink
	case rel&markAuthor != 0:
		return AuthorLink
	case a.download:
		return DownloadLink
	}
	switch weburl.KindOf(url) {
	case weburl.Anchor:
		if b.notes.target(url) {
			return FootnoteLink
		}
		return AnchorLink
	case weburl.Mail:
		return MailLink
	case weburl.Phone:
		return PhoneLink
	}
	if b.addr.internal(url) {
		return InternalLink
	}
	return ExternalLink
}

// permalinkSigns are the texts of links from a heading to itself.
var permalinkSigns = map[string]bool{"#": true, "¶": true, "§": true, "🔗": true, "∞": true, "link": true, "permalink": true, "anchor": true}

// isPermalink reports whether a run is the "#" beside a heading.
func (b *builder) isPermalink(r *run) bool {
	if r.link == none || r.image != none {
		return false
	}
	href := b.p.bytes(b.p.links[r.link].href)
	if len(href) == 0 || href[0] != '#' {
		return false
	}
	text := strings.ToLower(strings.TrimSpace(string(b.p.text[r.text.start:r.text.end])))
	return permalinkSigns[text]
}

// longLabel is the length, in characters, up to which a link can be a note's mark.
const longLabel = 6

// markLabel returns the label of a footnote mark, "1" of "[1]", or "".
func markLabel(text []byte) string {
	s := strings.Trim(strings.TrimSpace(string(text)), "[]()（）")
	for _, word := range []string{"footnote ", "note "} {
		if len(s) > len(word) && strings.EqualFold(s[:len(word)], word) {
			s = s[len(word):]
		}
	}
	if s == "" || utf8.RuneCountInString(s) > longLabel {
		return ""
	}
	return clean(s)
}
