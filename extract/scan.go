package extract

import (
	"fmt"
	"io"
	"sync"

	"golang.org/x/net/html"
)

// A scanner turns tokens into a page: text in reading order, containers,
// links, pictures and the page's claims about itself.
type scanner struct {
	z    *html.Tokenizer
	page *page
	flow flow
	attr attributes

	// the open elements
	stack    [maxDepth]entry
	depth    int
	counts   [tagCount]int32 // open elements by tag
	overflow [tagCount]int32 // elements below maxDepth by tag
	openTags tagSet          // tags whose count is not 0

	// what the open elements do to text
	node     int32 // innermost container
	link     int32 // open link, or none
	style    styleBits
	styles   [styleCount]int16 // open elements by style
	darkness int               // open inline elements that are not shown
	hidden   int               // open block-level elements that are not shown
	noscript int
	pre      int
	preStart bool // just after <pre>
	kind     leafKind
	level    uint8
	scope    scope

	started  tag    // the start tag read last
	raw      rawUse // what the next text token is
	skip     tag    // element being read over
	skipped  int    // how many of it are open
	foreign  int    // open elements of HTML inside svg
	inHead   bool
	math     formula
	media    media
	comments int
	read     int   // bytes of UTF-8 so far
	tags     int   // tags that full was asked for
	quotes   int   // open q elements
	gap      int32 // empty cells of the row since its last cell
	button   button

	skipBuf [skipBuffer]byte // see rawSkipper
}

// scannerPool keeps scanners: their stack is larger than most pages' leaves.
var scannerPool = sync.Pool{New: func() any { return new(scanner) }}

// A rawUse says what a raw text token is taken for.
type rawUse uint8

const (
	rawNone rawUse = iota
	rawSkip
	rawTitle
	rawJSONLD
	rawTeX
	rawTeXDisplay
)

// scan reads all of r, which is UTF-8, into a page.
func scan(r io.Reader, p *page) error {
	s := scannerPool.Get().(*scanner)
	defer s.release()
	in := &tagCutter{r: &rawSkipper{r: r, s: s}, tokens: &s.read, noTag: none}
	in.z = html.NewTokenizer(in)
	s.reset(in.z, p)
	err := s.tokens()
	p.cutTag = in.cut
	return err
}

// tokens takes all tokens of the page.
func (s *scanner) tokens() error {
	for {
		kind := s.z.Next()
		raw := s.z.Raw()
		s.read += len(raw)
		switch kind {
		case html.ErrorToken:
			if err := s.z.Err(); err != io.EOF {
				return fmt.Errorf("reading the page: %w", err)
			}
			s.end()
			return nil
		case html.TextToken:
			s.textToken()
		case html.StartTagToken, html.SelfClosingTagToken: // <div/> opens a div
			s.startTag(raw)
		case html.EndTagToken:
			s.endTagToken(raw)
		case html.CommentToken:
			s.comment()
		}
	}
}

// reset makes the scanner ready for a page.
func (s *scanner) reset(z *html.Tokenizer, p *page) {
	clear(s.counts[:])
	clear(s.overflow[:])
	s.z, s.page, s.flow, s.depth, s.openTags = z, p, flow{}, 0, tagSet{}
	s.node, s.link, s.style, s.styles = 0, none, 0, [styleCount]int16{}
	s.darkness, s.hidden, s.noscript, s.pre, s.preStart = 0, 0, 0, 0, false
	s.kind, s.level, s.scope = leafText, 0, scopeNone
	s.raw, s.skip, s.skipped, s.foreign, s.inHead = rawNone, tagOther, 0, 0, false
	s.math.reset()
	s.media, s.comments, s.quotes, s.gap, s.read, s.tags, s.button = media{}, 0, 0, 0, 0, 0, button{}
	p.nodes = append(p.nodes, node{parent: none, tag: tagHTML})
}

// release gives the scanner back, without what it holds of the page.
func (s *scanner) release() {
	s.z, s.page = nil, nil
	clear(s.attr.vals[:]) // pieces of the tokenizer's buffer
	if cap(s.math.tex)+cap(s.math.text) > keptFormula {
		s.math = formula{}
	}
	scannerPool.Put(s)
}

// keptFormula is the largest formula, in bytes, whose buffers are used again.
const keptFormula = 64 << 10

// end ends what is still open at the end of the page.
func (s *scanner) end() {
	if s.skip == tagMath {
		s.endMath()
	}
	s.popTo(0)
	s.flush()
	root := &s.page.nodes[0]
	root.end, root.last = int32(len(s.page.nodes)), int32(len(s.page.leaves))
	s.page.seen = s.page.seen || len(s.page.leaves) > 0
}

func (s *scanner) textToken() {
	switch {
	case s.raw == rawSkip:
	case s.raw != rawNone:
		s.rawText(s.z.Text())
	case s.skip == tagMath:
		s.math.addText(s.z.Text())
	case s.skip != tagOther:
	default:
		s.addText(s.z.Text())
	}
}

// maxScript is how much of one JSON-LD script is kept, in bytes; more is refused later.
const maxScript = 4<<20 + 1

// maxScripts is how many JSON-LD scripts of a page are kept.
const maxScripts = 64

// rawText takes the content of a title or of a script that says something.
func (s *scanner) rawText(b []byte) {
	p := s.page
	switch s.raw {
	case rawTitle:
		if p.title.empty() {
			p.title = p.keep(b)
		}
	case rawJSONLD:
		if len(p.jsonld) < maxScripts {
			p.jsonld = append(p.jsonld, p.keep(b[:min(len(b), maxScript)]))
		} else {
			p.cutJSON = true
		}
	case rawTeX, rawTeXDisplay:
		s.addFormula(p.keep(b), s.raw == rawTeXDisplay)
	}
}

// maxComments is how many comments are looked at for a saved page's address;
// the programs that save pages write theirs at the top.
const maxComments = 50

func (s *scanner) comment() {
	s.comments++
	if s.comments > maxComments || !s.page.saved.empty() {
		return
	}
	s.savedFrom(s.z.Text())
}

func (s *scanner) endTagToken(raw []byte) {
	s.raw = rawNone
	s.full()
	name, _ := tagName(s.z, raw, len("</"))
	n, ok := elementNames.find(name)
	if !ok {
		s.endUnknown(name)
		return
	}
	t := tag(n)
	if s.skip != tagOther {
		s.endSkipped(t)
		return
	}
	switch t {
	case tagHead:
		s.inHead = false
	case tagBr:
		s.lineBreak() // 13.2.6.4.7: </br> is a <br>
	case tagHTML, tagBody:
		// what follows still belongs to the body
	default:
		s.endTag(t)
	}
}

// endUnknown ends an annotation of a formula; other unknown elements are not kept open.
func (s *scanner) endUnknown(name []byte) {
	if s.skip == tagMath {
		s.math.endElement(name)
	}
	if s.skip == tagSVG && s.foreign > 0 && isForeignHTML(name) {
		s.foreign--
	}
}

// startTag takes a start tag; raw is all of it.
func (s *scanner) startTag(raw []byte) {
	s.raw = rawNone
	s.page.seen = true
	full := s.full()
	name, rest := tagName(s.z, raw, len("<"))
	n, _ := elementNames.find(name)
	t := tag(n)
	s.started = t
	if s.skip != tagOther && !s.leavesForeign(t) {
		s.startSkipped(t, name, rest)
		return
	}
	switch t {
	case tagOther:
		s.startUnknown(name, rest)
		return
	case tagBr:
		s.lineBreak()
		return
	}
	s.attr.read(s.z, rest)
	e := &elements[t]
	if full {
		s.startFlat(t, e)
		return
	}
	switch e.kind {
	case inline:
		s.startInline(t, e)
	case block:
		s.startBlock(t, e)
	case void:
		s.startVoid(t)
	case skipped:
		s.startSkip(t)
	case special:
		s.startSpecial(t)
	}
}

// lineBreak notes a <br>; it is written when text follows in the same leaf.
func (s *scanner) lineBreak() {
	switch {
	case s.darkness > 0:
		s.addSpace()
	case s.pre > 0:
		s.writeVerbatim([]byte{'\n'})
	case s.flow.open:
		s.flow.breaks++
		s.flow.space = false
	default:
		s.button = button{} // a line break parts it from what follows
	}
}

// breaksParagraph reports whether two line breaks in a row stand for a new
// paragraph here, as they do in running text but not in a heading.
func (s *scanner) breaksParagraph() bool {
	return s.kind != leafHeading && s.counts[tagFigcaption] == 0 && s.counts[tagCaption] == 0
}
