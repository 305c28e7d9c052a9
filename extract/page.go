package extract

import (
	"sync"
	"unsafe"
)

// page.go holds the page model: what the scanner makes of the tokens and every
// later stage reads. No tree of objects: containers, blocks of text, runs and
// claims lie in arrays, in the page's order, and point at each other by index.

// none is the index of nothing.
const none = -1

// A ref is a string in page.strings, or one in page.text: a half-open range of bytes.
type ref struct{ start, end int32 }

func (r ref) empty() bool { return r.start == r.end }
func (r ref) len() int    { return int(r.end - r.start) }

// A node is a container: an open block-level element. Its descendants are
// nodes[i+1:end], its text is leaves[first:last].
type node struct {
	parent, end int32
	first, last int32
	hints       hints  // of its element, class, id and role
	kind        uint32 // of its class attribute: equal for equal ones; 0: none
	id          ref    // the id attribute
	extra       ref    // cite of a blockquote, language of a pre
	num         int32  // start of an ol (with numSet), colspan of a cell
	rows        int32  // rowspan of a cell
	gap         int32  // of a cell: empty cells just before it; of a row: empty cells at its end
	tag         tag
	flags       nodeFlags
	kinds       uint8 // of page, that its class and id speak for: see kindrules.go
}

type nodeFlags uint8

const (
	nodeHidden   nodeFlags = 1 << iota // not shown: hidden, display:none, a class for screen readers
	nodeNoscript                       // inside <noscript>
	nodeNumSet                         // num was given
	nodeLayout                         // role=presentation: a table that only places things
	nodeEnlists                        // holds a mark: must not be dropped when empty
	nodeUnseen                         // for screen readers, or in what is: see openPanels
	nodeBody                           // marked as the article's body: see marksBody
)

// A leafKind is what a leaf is, as far as its element tells.
type leafKind uint8

const (
	leafText leafKind = iota
	leafHeading
	leafPre
	leafEmbed
	leafMath
	leafRule
)

// A leaf is a stretch of inline content between two block borders: the text
// that a paragraph, a heading or a cell holds directly.
type leaf struct {
	node       int32 // innermost container
	text       ref   // in page.text
	run0, run1 int32 // runs[run0:run1]
	linked     int32 // bytes of text inside links
	styled     int32 // bytes of text in strong or emphasis
	marked     int32 // bytes of text inside elements marked as byline, date or term
	media      int32 // leafEmbed: index into embeds; leafMath: ref is in tex
	tex        ref   // leafMath: in page.strings
	images     int16 // pictures among the runs
	kind       leafKind
	level      uint8 // leafHeading
	flags      nodeFlags
	cited      bool // all of its text is in <cite>
	panel      bool // in a panel that a click opens: see openPanels
}

// A run is a piece of a leaf's text with the same markup throughout. A run
// with a picture has no text.
type run struct {
	text  ref
	link  int32 // index into page.links
	image int32 // index into page.pictures
	tex   ref   // a formula's source, in page.strings
	style styleBits
}

// An anchor is an <a href>.
type anchor struct {
	href, title, rel ref // in page.strings
	download         bool
}

// A picture is an <img> with all the addresses that it may be loaded from.
type picture struct {
	src, lazy, alt, title ref
	sets                  [4]ref // srcset, its lazy forms, and the <source>s of a <picture>
	nsets                 uint8
	width, height         int32
	link                  int32
	node                  int32
	noscript              bool // stood in a <noscript>: a lazy image's real address
}

// An embed is something of another kind put into the page: a player, a post, a document.
type embed struct {
	url, title, poster ref
	tag                tag
}

// A mark is an element that says what its text is: a byline, a date, a tag.
type mark struct {
	kinds markKinds
	from  markSource
	node  int32 // innermost container
	leaf  int32 // number of leaves before it
	text  ref   // in page.text, or in page.dark if dark
	value ref   // content, datetime, in page.strings
	href  ref   // in page.strings
	dark  bool
}

// A target is an id on an inline element, for links into the page.
type target struct {
	id   ref
	node int32 // innermost container
	leaf int32 // number of leaves before it
}

// A fact is one claim that a page makes about itself, not yet believed.
type fact struct {
	key   int16 // row of metaKeys
	value ref   // in page.strings
}

// A page is everything that the scanner found.
type page struct {
	text    []byte // visible and block-level hidden text, leaf by leaf
	dark    []byte // inline text that is not shown
	strings []byte // attribute values

	leaves   []leaf
	runs     []run
	nodes    []node
	links    []anchor
	pictures []picture
	embeds   []embed
	marks    []mark
	facts    []fact
	targets  []target

	classes    []class // the cache of class attributes; indexes hold until the next classOf
	classIndex map[string]int32
	// The classes seen last, by a cheap hash: a page has few and names them often.
	recentClasses [recentClasses]int32

	spare spares

	title, base, lang ref
	canonical         ref
	saved             ref   // address from a saved page's comment
	post              ref   // class attribute of a WordPress post
	jsonld            []ref // scripts, in page.strings
	gaps              int   // empty cells that are no nodes
	inCells           int   // leaves straight in a table cell
	heavy             int   // nodes that are heavy
	size              int   // bytes of the input before decoding
	seen              bool  // there is text or an element
	whole             bool  // has <html>, <head> or <body>: no fragment
	cut               bool  // text beyond maxText was left out
	cutTag            bool  // a tag longer than maxTag was cut
	cutJSON           bool  // JSON-LD beyond its limits was left out
	deep              bool  // elements beyond maxDepth were flattened
	full              bool  // elements beyond the budget were flattened
	version           version

	// what speaks for the page's kind, see kindsigns.go
	rootNames           ref        // classes and ids of <html> and <body>
	stated, classCounts kindCounts // types of microdata; names of containers
}

// spares are arrays of later stages that the page keeps for the next one.
type spares struct {
	claims   []claim
	nestings []nesting
	quoted   quoted
}

// pages are used again: their arrays grow to fit a site's pages and stay.
var pages = sync.Pool{New: func() any { return &page{classIndex: map[string]int32{}} }}

// keptCapacity is the largest size, in bytes, of a page's arrays that return
// to the pool: one giant page must not stay in memory for all that follow.
const keptCapacity = 16 << 20

// capacity is about the memory, in bytes, that the page's arrays take.
func (p *page) capacity() int {
	return cap(p.text) + cap(p.dark) + cap(p.strings) + memory(p.leaves) + memory(p.runs) + memory(p.nodes) +
		memory(p.links) + memory(p.pictures) + memory(p.embeds) + memory(p.marks) + memory(p.facts) + memory(p.targets) + memory(p.jsonld) +
		memory(p.spare.claims) + memory(p.spare.nestings) + memory(p.spare.quoted.paras)
}

// memory is what an array takes, in bytes.
func memory[T any](list []T) int {
	var one T
	return cap(list) * int(unsafe.Sizeof(one))
}

// recentClasses is how many class attributes are found without the map.
const recentClasses = 256

// keptClasses is how many class attributes are remembered, from page to page
// too: a site's templates use the same ones, and what they mean never changes.
const keptClasses = 8192

// forgetClasses makes room for other class attributes.
func (p *page) forgetClasses() {
	clear(p.classIndex)
	clear(p.classes) // their strings
	p.classes = p.classes[:0]
}

func newPage() *page { return pages.Get().(*page) }

// release gives the page's arrays back. Nothing may point into them any more.
func (p *page) release() {
	if p.capacity() > keptCapacity {
		return // to the garbage collector
	}
	*p = page{
		text: p.text[:0], dark: p.dark[:0], strings: p.strings[:0],
		leaves: p.leaves[:0], runs: p.runs[:0], nodes: p.nodes[:0], links: p.links[:0],
		pictures: p.pictures[:0], embeds: p.embeds[:0], marks: p.marks[:0], facts: p.facts[:0], targets: p.targets[:0],
		classes: p.classes, classIndex: p.classIndex, recentClasses: p.recentClasses, jsonld: p.jsonld[:0], spare: p.spare,
	}
	pages.Put(p)
}

// keep copies an attribute's value into the page.
func (p *page) keep(b []byte) ref {
	if len(b) == 0 {
		return ref{}
	}
	start := int32(len(p.strings))
	p.strings = append(p.strings, b...)
	return ref{start, int32(len(p.strings))}
}

func (p *page) str(r ref) string      { return string(p.strings[r.start:r.end]) }
func (p *page) bytes(r ref) []byte    { return p.strings[r.start:r.end] }
func (p *page) textOf(l *leaf) []byte { return p.text[l.text.start:l.text.end] }

// blank reports whether the page has no content yet.
func (p *page) blank() bool { return len(p.leaves) == 0 && len(p.nodes) == 1 }

// inQuote reports whether a container is inside a blockquote.
func (p *page) inQuote(i int32) bool {
	for n := p.nodes[i].parent; n > 0; n = p.nodes[n].parent {
		if p.nodes[n].tag == tagBlockquote {
			return true
		}
	}
	return false
}

// within reports whether node n is node top or inside it.
func (p *page) within(n, top int32) bool { return n >= top && n < p.nodes[top].end }
