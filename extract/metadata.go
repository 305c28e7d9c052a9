package extract

import (
	"errors"
	"html"
	"strings"

	"pressclip/internal/dates"
	"pressclip/internal/jsonld"
	"pressclip/internal/weburl"
)

// metadata.go collects a page's claims about itself: meta tags, JSON-LD, marked
// elements, front matter and text go in, claims by field come out. choose.go
// believes some of them.

// A claim says what one source gives for a field.
type claim struct {
	field  field
	source source
	value  string
	url    string
	folded string // titles: as foldWords gives it
	part   bool   // titles: one line of a heading
	leaf   int32  // authors: where the page names them
	cued   bool   // dates: the page says that it is of the publication
	won    bool   // the field has this value
}

// metadata is the state of reading a page's claims.
type metadata struct {
	p         *page
	c         *config
	front     frontMatter
	addr      *addresses
	claims    []claim
	counts    [fieldCount][sourceCount]uint8 // claims by field and source
	docs      *jsonld.Document
	main      *jsonld.Node // the node that describes the article, or nil
	badJSON   bool
	shown     shownTitle
	titleDate string    // see dateOfTitle
	undated   sourceSet // see notPublished
	language  string
	tongue    string   // the language that dates are read in: see dateTongue
	home      *string  // see homeName; nil until it is asked for
	sites     []string // the site's names, folded: see chooseAuthors
}

func newMetadata(p *page, front frontMatter, c *config) *metadata {
	return &metadata{p: p, front: front, c: c, addr: newAddresses(p, c.url, c.likely), claims: p.spare.claims}
}

// release gives the claims' array back to the page, without their strings.
func (m *metadata) release() {
	clear(m.claims)
	m.p.spare.claims = m.claims[:0]
}

// claim notes a claim; empty ones are none.
func (m *metadata) claim(f field, from source, value string) {
	if m.counts[f][from] == maxClaims {
		return
	}
	value = strings.ReplaceAll(value, softHyphen, "")
	if value = cleanWide(value); value != "" && len(value) <= maxValue && !isPlaceholder(f, value) {
		m.counts[f][from]++
		m.claims = append(m.claims, claim{field: f, source: from, value: value})
	}
}

// isPlaceholder reports whether a value is what a program should have filled in
// or has filled in with nothing.
func isPlaceholder(f field, value string) bool {
	if f != fieldTitle && emptyValues[value] {
		return true // pages about "undefined" are called so
	}
	for _, braces := range [...][2]string{{"{{", "}}"}, {"{%", "%}"}, {"<%", "%>"}, {"${", "}"}} {
		if strings.HasPrefix(value, braces[0]) && strings.HasSuffix(value, braces[1]) {
			return true
		}
	}
	return false
}

// emptyValues are what programs write for nothing.
var emptyValues = map[string]bool{"undefined": true, "null": true, "[object Object]": true, "NaN": true, "None": true}

// maxClaims is how many claims of one source for a field are taken: claims are
// compared with each other.
const maxClaims = 100

// softHyphen is where a word may be broken: no part of a name.
const softHyphen = "\u00ad"

// wideSpace is the space of Chinese and Japanese writing: a mark of punctuation
// in headlines, not white space that HTML folds.
const wideSpace = "\u3000"

// cleanWide is clean, but keeps wide spaces between words.
func cleanWide(s string) string {
	if !strings.Contains(s, wideSpace) {
		return clean(s)
	}
	parts := strings.Split(s, wideSpace)
	for i := range parts {
		parts[i] = clean(parts[i])
	}
	return strings.Trim(strings.Join(parts, wideSpace), wideSpace+" ")
}

// linked is claim for a value with an address.
func (m *metadata) linked(f field, from source, value, url string) {
	n := len(m.claims)
	m.claim(f, from, value)
	if len(m.claims) > n {
		m.claims[n].url = m.addr.web(url)
	}
}

// collect reads the claims that do not depend on where the article stands.
func (m *metadata) collect() {
	m.fromFront()
	m.fromJSONLD()
	label := ""
	for _, f := range m.p.facts {
		row := metaKeys[f.key]
		value := unescaped(m.p.str(f.value))
		switch {
		case row.field == fieldKind:
		case row.field != fieldNone:
			m.claim(row.field, row.source, value)
		case strings.HasPrefix(row.key, cardLabel):
			label = value
		case isAuthorLabel(label):
			m.claim(fieldAuthor, row.source, value)
			label = ""
		}
	}
	m.claim(fieldLanguage, fromHTMLLang, m.p.str(m.p.lang))
	if m.p.canonical != (ref{}) {
		m.claim(fieldURL, fromCanonical, m.p.str(m.p.canonical))
	}
	m.claim(fieldTitle, fromTitleTag, m.p.str(m.p.title))
	m.fromHeadings()
}

// cardLabel begins the keys of the labels of a Twitter card; the data of each
// follow it.
const cardLabel = "twitter:label"

// unescaped decodes references that a page has encoded twice, as many write
// them in meta tags.
func unescaped(s string) string {
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	return html.UnescapeString(s)
}

func (m *metadata) fromFront() {
	for key, values := range m.front {
		if f := frontFields[key]; f != fieldNone {
			for _, v := range values {
				m.claim(f, fromFrontMatter, v)
			}
		}
	}
}

// fromJSONLD reads the page's structured data. One bad script never hides the next.
func (m *metadata) fromJSONLD() {
	var docs []*jsonld.Document
	for _, r := range m.p.jsonld {
		doc, err := jsonld.Parse(m.p.bytes(r))
		m.badJSON = m.badJSON || errors.Is(err, jsonld.ErrBad)
		m.p.cutJSON = m.p.cutJSON || errors.Is(err, jsonld.ErrTooLarge)
		if doc != nil {
			docs = append(docs, doc)
		}
	}
	if len(docs) == 0 {
		return
	}
	m.docs = jsonld.Join(docs...)
	for i := range m.docs.Articles {
		if n := &m.docs.Articles[i]; m.main == nil || n.Rank > m.main.Rank {
			m.main = n
		}
	}
	if m.main != nil {
		m.fromNode(m.main)
	}
	for _, e := range m.docs.Entities {
		if e.Type == "WebSite" {
			m.linked(fieldSite, fromJSONLD, e.Name, e.URL)
		}
	}
}

// webPageRank is the rank of a node that describes a page, not an article.
const webPageRank = 1

func (m *metadata) fromNode(n *jsonld.Node) {
	const from = fromJSONLD
	m.claim(fieldTitle, from, n.Headline)
	if n.Headline == "" && n.Rank > webPageRank {
		m.claim(fieldTitle, from, n.Name)
	}
	m.claim(fieldSubtitle, from, n.AlternativeHeadline)
	m.claim(fieldDescription, from, n.Description)
	m.claim(fieldPublished, from, firstString(n.DatePublished, n.DateCreated))
	m.claim(fieldModified, from, n.DateModified)
	m.claim(fieldLanguage, from, n.Language)
	m.claim(fieldURL, from, n.URL)
	m.claim(fieldLicense, from, n.License)
	for _, e := range n.Authors {
		m.linked(fieldAuthor, from, e.Name, e.URL)
	}
	m.linked(fieldSite, from, n.Publisher.Name, n.Publisher.URL)
	for _, e := range n.IsPartOf {
		if e.Type == "WebSite" || e.Type == "Blog" {
			m.linked(fieldSite, from, e.Name, e.URL)
		}
	}
	for _, img := range n.Images {
		m.claim(fieldImage, from, img.URL)
	}
	for _, k := range n.Keywords {
		m.claim(fieldTag, from, k)
	}
	for _, s := range n.Sections {
		m.claim(fieldCategory, from, s)
	}
	if n.CommentCount != nil {
		m.claims = append(m.claims, claim{field: fieldComments, source: from, value: itoa(*n.CommentCount)})
	}
}

// longMark is the most bytes of a marked element's text that are read: more is
// no value of a field.
const longMark = 2 * maxValue

// markText is the text of a marked element, cut where it is too long to be a
// value: marks may lie in each other, all around the same text.
func (m *metadata) markText(mk *mark) string {
	src := m.p.text
	if mk.dark {
		src = m.p.dark
	}
	if mk.text.len() > maxValue {
		return "" // a whole page inside an element named "author" is no name
	}
	end := min(int(mk.text.end), len(src))
	text := trimSpace(src[min(int(mk.text.start), end):end])
	return string(trimSpace(sample(text, longMark)))
}

// markSources maps what a mark comes from to the source of its claims.
var markSources = map[markSource]source{
	fromRel: fromRelLink, fromItemprop: fromMicrodata, fromTime: fromTimeTag, fromClass: fromClassName,
}

// collectMarks reads the marked elements that belong to the article, once it is
// known where that stands, and the lines around it.
func (m *metadata) collectMarks(sel *selection, title string) {
	p := m.p
	z := newZone(p, sel, title)
	for i := range p.marks {
		switch mk := &p.marks[i]; {
		case mk.kinds&markLicense != 0:
			m.licenseMark(mk)
		case z.holds(mk):
			m.takeMark(z, mk)
		}
	}
	if i := m.dek(title); i != none {
		m.claim(fieldSubtitle, fromHeader, string(p.textOf(&p.leaves[i])))
	} else {
		m.claim(fieldSubtitle, fromHeader, m.dekLine(title))
	}
	m.headerDates(z)
	m.footerDates(z)
	m.labelledDate(z)
	m.onlyTime()
	m.fromBylines(sel, z)
	m.threadOpener(sel, z)
	m.commentLines(z)
	m.termLinks(z)
	m.licenseLinks(z)
	m.fromPostClass()
	if path := m.path(); path != "" {
		if d, ok := dates.FromPath(path); ok {
			m.claim(fieldPublished, fromURLPath, d)
		}
	}
}

// licenseMark takes the terms that an element marks, but for those of a picture.
func (m *metadata) licenseMark(mk *mark) {
	p := m.p
	if p.nodes[mk.node].hints&hintCaption != 0 || p.nodes[mk.node].tag == tagFigure {
		return
	}
	m.linked(fieldLicense, markSources[mk.from], firstString(m.markText(mk), p.str(mk.value), p.str(mk.href)), p.str(mk.href))
}

// takeMark claims what a mark of the article says, by the first of its kinds.
func (m *metadata) takeMark(z *zone, mk *mark) {
	p, from := m.p, markSources[mk.from]
	text, value := m.markText(mk), p.str(mk.value)
	switch k := mk.kinds; {
	case k&markByline != 0:
		m.bylineMark(z, mk, text)
	case k&markReply != 0:
	case k&markAuthor != 0:
		m.markedPerson(z, mk, from)
	case k&(markPublished|markModified|markDate) != 0:
		m.claimDate(z, mk, from)
	case k&markTag != 0:
		m.linked(termField(p.str(mk.href)), from, firstString(value, text), p.str(mk.href))
	case k&markCategory != 0:
		m.linked(fieldCategory, from, firstString(value, text), p.str(mk.href))
	case k&markSubtitle != 0:
		m.claim(fieldSubtitle, from, text)
	case k&markDescription != 0:
		m.claim(fieldDescription, from, firstString(value, text))
	case k&markSite != 0:
		m.claim(fieldSite, from, firstString(value, text))
	case k&markLanguage != 0:
		m.claim(fieldLanguage, from, firstString(value, text))
	case k&markComments != 0:
		m.claimComments(from, firstString(value, text))
	}
}

// path is the path of the page's address.
func (m *metadata) path() string {
	url := firstString(m.c.url, m.addr.page)
	if url == "" {
		m.eachOf(fieldURL, fromOpenGraph, func(c *claim) { url = firstString(url, c.value) })
	}
	host := weburl.Host(url)
	if host == "" {
		return ""
	}
	if i := strings.Index(strings.ToLower(url), host); i >= 0 {
		return url[i+len(host):]
	}
	return ""
}

// fromPostClass reads a WordPress post's class attribute: "tag-solar-power" is a
// tag whose name is lost but for its slug.
func (m *metadata) fromPostClass() {
	for token := range strings.FieldsSeq(m.p.str(m.p.post)) {
		if slug, ok := strings.CutPrefix(token, "tag-"); ok {
			m.claim(fieldTag, fromPostClass, strings.ReplaceAll(slug, "-", " "))
		} else if slug, ok := strings.CutPrefix(token, "category-"); ok {
			m.claim(fieldCategory, fromPostClass, strings.ReplaceAll(slug, "-", " "))
		}
	}
}

// about is what the page says of itself in a sentence: its description.
func (m *metadata) about() []byte {
	for i := range m.claims {
		if c := &m.claims[i]; c.field == fieldDescription {
			return []byte(c.value)
		}
	}
	return nil
}

// stated is the article's text as JSON-LD gives it, nil where it does not.
func (m *metadata) stated() []byte {
	if m.main == nil {
		return nil
	}
	return []byte(m.main.Body)
}
