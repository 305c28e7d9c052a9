package extract

// A tag is the number of an HTML element that the extractor knows. Every other
// element is tagOther: inline, without meaning.
type tag uint8

// The elements that code names. The table below has more.
const (
	tagOther tag = iota
	tagA
	tagArticle
	tagAside
	tagAudio
	tagBase
	tagBlockquote
	tagBody
	tagBr
	tagButton
	tagCaption
	tagCite
	tagCode
	tagDd
	tagDetails
	tagDiv
	tagDl
	tagDt
	tagEmbed
	tagFigcaption
	tagFigure
	tagFooter
	tagForm
	tagFrameset
	tagH1
	tagH2
	tagH3
	tagH4
	tagH5
	tagH6
	tagHead
	tagHeader
	tagHr
	tagHTML
	tagIframe
	tagImg
	tagInput
	tagLabel
	tagLi
	tagLink
	tagListing
	tagMain
	tagMath
	tagMeta
	tagNav
	tagNoscript
	tagObject
	tagOl
	tagOptgroup
	tagOption
	tagP
	tagPicture
	tagPlaintext
	tagPre
	tagQ
	tagRp
	tagRt
	tagRtc
	tagScript
	tagSection
	tagSelect
	tagSource
	tagSpan
	tagStyle
	tagSVG
	tagTable
	tagTbody
	tagTd
	tagTemplate
	tagTextarea
	tagTfoot
	tagTh
	tagThead
	tagTime
	tagTitle
	tagTr
	tagUl
	tagVideo
	tagXmp
	tagNamed // first of those that only the table names
)

// An elementKind says what a start tag does to the page.
type elementKind uint8

const (
	inline  elementKind = iota // text flows on
	block                      // a container: text before it and after it stands apart
	void                       // has no end tag (HTML Standard 13.1.2, void elements)
	skipped                    // the content is no text: the whole element is read over
	special                    // the scanner has its own code for it
)

// style bits of a run, in the order of the Style constants.
type styleBits uint8

const (
	bitStrong styleBits = 1 << iota
	bitEmphasis
	bitCode
	bitStrike
	bitSub
	bitSup
	bitMark
	bitKeyboard
	styleCount = 8
)

// styleNames are the record's names of the bits, lowest first.
var styleNames = [styleCount]Style{Strong, Emphasis, CodeText, Strike, Sub, Sup, Mark, Keyboard}

// An element is a row of the element table.
type element struct {
	name  string
	tag   tag
	kind  elementKind
	style styleBits // what it does to the text inside
	level uint8     // heading level
}

// elementTable lists the elements of the HTML Standard and the older ones that
// pages still have. An element that is missing is inline.
var elementTable = []element{
	{name: "a", tag: tagA},
	{name: "abbr"},
	{name: "acronym"},
	{name: "address", kind: block},
	{name: "applet", tag: tagObject, kind: special},
	{name: "area", kind: void},
	{name: "article", tag: tagArticle, kind: block},
	{name: "aside", tag: tagAside, kind: block},
	{name: "audio", tag: tagAudio, kind: special},
	{name: "b", style: bitStrong},
	{name: "base", tag: tagBase, kind: void},
	{name: "basefont", kind: void},
	{name: "bdi"},
	{name: "bdo"},
	{name: "bgsound", kind: void},
	{name: "big"},
	{name: "blockquote", tag: tagBlockquote, kind: block},
	{name: "body", tag: tagBody, kind: special},
	{name: "br", tag: tagBr, kind: void},
	{name: "button", tag: tagButton, kind: block},
	{name: "canvas"},
	{name: "caption", tag: tagCaption, kind: block},
	{name: "center", kind: block},
	{name: "cite", tag: tagCite},
	{name: "code", tag: tagCode, style: bitCode},
	{name: "col", kind: void},
	{name: "colgroup", kind: block},
	{name: "data"},
	{name: "datalist", kind: block},
	{name: "dd", tag: tagDd, kind: block},
	{name: "del", style: bitStrike},
	{name: "details", tag: tagDetails, kind: block},
	{name: "dfn"},
	{name: "dialog", kind: block},
	{name: "dir", tag: tagUl, kind: block},
	{name: "div", tag: tagDiv, kind: block},
	{name: "dl", tag: tagDl, kind: block},
	{name: "dt", tag: tagDt, kind: block},
	{name: "em", style: bitEmphasis},
	{name: "embed", tag: tagEmbed, kind: void},
	{name: "fieldset", kind: block},
	{name: "figcaption", tag: tagFigcaption, kind: block},
	{name: "figure", tag: tagFigure, kind: block},
	{name: "font"},
	{name: "footer", tag: tagFooter, kind: block},
	{name: "form", tag: tagForm, kind: block},
	{name: "frame", kind: void},
	{name: "frameset", tag: tagFrameset, kind: special},
	{name: "h1", tag: tagH1, kind: block, level: 1},
	{name: "h2", tag: tagH2, kind: block, level: 2},
	{name: "h3", tag: tagH3, kind: block, level: 3},
	{name: "h4", tag: tagH4, kind: block, level: 4},
	{name: "h5", tag: tagH5, kind: block, level: 5},
	{name: "h6", tag: tagH6, kind: block, level: 6},
	{name: "head", tag: tagHead, kind: special},
	{name: "header", tag: tagHeader, kind: block},
	{name: "hgroup", kind: block},
	{name: "hr", tag: tagHr, kind: void},
	{name: "html", tag: tagHTML, kind: special},
	{name: "i", style: bitEmphasis},
	{name: "iframe", tag: tagIframe, kind: special},
	{name: "image", tag: tagImg, kind: void}, // 13.2.6.4.7: a start tag "image" is an img
	{name: "img", tag: tagImg, kind: void},
	{name: "input", tag: tagInput, kind: void},
	{name: "ins"},
	{name: "kbd", style: bitKeyboard},
	{name: "keygen", kind: void},
	{name: "label", tag: tagLabel},
	{name: "legend", kind: block},
	{name: "li", tag: tagLi, kind: block},
	{name: "link", tag: tagLink, kind: void},
	{name: "listing", tag: tagListing, kind: block},
	{name: "main", tag: tagMain, kind: block},
	{name: "map"},
	{name: "mark", style: bitMark},
	{name: "marquee", kind: block},
	{name: "math", tag: tagMath, kind: special},
	{name: "menu", tag: tagUl, kind: block},
	{name: "meta", tag: tagMeta, kind: void},
	{name: "meter"},
	{name: "nav", tag: tagNav, kind: block},
	{name: "nobr"},
	{name: "noembed", kind: skipped},
	{name: "noframes", kind: skipped},
	{name: "noscript", tag: tagNoscript, kind: special},
	{name: "object", tag: tagObject, kind: special},
	{name: "ol", tag: tagOl, kind: block},
	{name: "optgroup", tag: tagOptgroup, kind: block},
	{name: "option", tag: tagOption, kind: block},
	{name: "output"},
	{name: "p", tag: tagP, kind: block},
	{name: "param", kind: void},
	{name: "picture", tag: tagPicture, kind: special},
	{name: "plaintext", tag: tagPlaintext, kind: block},
	{name: "pre", tag: tagPre, kind: block},
	{name: "progress"},
	{name: "q", tag: tagQ},
	{name: "rp", tag: tagRp},
	{name: "rt", tag: tagRt},
	{name: "rtc", tag: tagRtc},
	{name: "ruby"},
	{name: "s", style: bitStrike},
	{name: "samp", style: bitCode},
	{name: "script", tag: tagScript, kind: special},
	{name: "search", kind: block},
	{name: "section", tag: tagSection, kind: block},
	{name: "select", tag: tagSelect, kind: block},
	{name: "small"},
	{name: "source", tag: tagSource, kind: void},
	{name: "span", tag: tagSpan},
	{name: "strike", style: bitStrike},
	{name: "strong", style: bitStrong},
	{name: "style", tag: tagStyle, kind: skipped},
	{name: "sub", style: bitSub},
	{name: "summary", kind: block},
	{name: "sup", style: bitSup},
	{name: "svg", tag: tagSVG, kind: skipped},
	{name: "table", tag: tagTable, kind: block},
	{name: "tbody", tag: tagTbody, kind: block},
	{name: "td", tag: tagTd, kind: block},
	{name: "template", tag: tagTemplate, kind: skipped},
	{name: "textarea", tag: tagTextarea, kind: special},
	{name: "tfoot", tag: tagTfoot, kind: block},
	{name: "th", tag: tagTh, kind: block},
	{name: "thead", tag: tagThead, kind: block},
	{name: "time", tag: tagTime},
	{name: "relative-time", tag: tagTime}, // and other names that scripts give it
	{name: "local-time", tag: tagTime},
	{name: "time-ago", tag: tagTime},
	{name: "amp-timeago", tag: tagTime},
	{name: "faceplate-timeago", tag: tagTime},
	{name: "title", tag: tagTitle, kind: special},
	{name: "tr", tag: tagTr, kind: block},
	{name: "track", kind: void},
	{name: "tt", style: bitCode},
	{name: "u"},
	{name: "ul", tag: tagUl, kind: block},
	{name: "var", style: bitEmphasis},
	{name: "video", tag: tagVideo, kind: special},
	{name: "wbr", kind: void},
	{name: "xmp", tag: tagXmp, kind: block},
}

// tagCount bounds the numbers of tags: rows without a number of their own get
// one after tagNamed.
const tagCount = 256

// elements are the rows by tag, and elementNames finds a tag by its name.
var elements, elementNames = func() (rows [tagCount]element, names nameTable) {
	next := tagNamed
	for _, e := range elementTable {
		if e.tag == tagOther {
			e.tag = next
			next++
		}
		if rows[e.tag].name == "" { // an alias keeps the row of the first name
			rows[e.tag] = e
		}
		names.add(e.name, uint8(e.tag))
	}
	return rows, names
}()

// A tagSet is a set of tags.
type tagSet [tagCount / 64]uint64

func tags(list ...tag) (s tagSet) {
	for _, t := range list {
		s[t/64] |= 1 << (t % 64)
	}
	return s
}

func (s *tagSet) has(t tag) bool { return s[t/64]&(1<<(t%64)) != 0 }

// named returns the tags of element names; it panics on a name without a row,
// so that a slip in a table shows in the first test.
func named(names ...string) (s tagSet) {
	for _, n := range names {
		t, ok := elementNames.find([]byte(n))
		if !ok {
			panic("extract: no element " + n)
		}
		s[t/64] |= 1 << (t % 64)
	}
	return s
}
