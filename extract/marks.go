package extract

import "bytes"

// marks.go notes the elements that say what their text is: rel, itemprop,
// class names and <time> make an author, a date or a tag of it.

// A markSource is where a mark's meaning comes from, the most trusted first.
type markSource uint8

const (
	fromRel markSource = iota
	fromItemprop
	fromTime
	fromClass
)

// A scope is the microdata item that an itemprop belongs to.
type scope uint8

const (
	scopeNone scope = iota
	scopeAuthor
	scopePublisher
	scopeOther // an item that says nothing about the article
	scopeReply // the author of such an item
)

// markReply is beside markAuthor where the person wrote a reply or another item
// that is not the article.
const markReply markKinds = 1 << 15

// articleTypes are ends of itemtype addresses whose properties speak of the
// article (schema.org CreativeWork and its kinds).
var articleTypes = []string{"Article", "BlogPosting", "Posting", "WebPage", "CreativeWork", "Blog", "Recipe", "Review", "Report", "Book", "Question"}

// itemprops are the properties that fill fields.
var itemprops = map[string]markKinds{
	"author": markAuthor, "creator": markAuthor, "datePublished": markPublished, "dateCreated": markDate, "dateModified": markModified,
	"headline": markTitle, "alternativeHeadline": markSubtitle, "description": markDescription, "keywords": markTag,
	"articleSection": markCategory, "commentCount": markComments, "interactionCount": markComments, "license": markLicense,
	"inLanguage": markLanguage,
}

// relTokens are the link types that fill fields.
var relTokens = map[string]markKinds{
	"tag": markTag, "category": markCategory, "author": markAuthor, "license": markLicense,
}

// setScope notes the microdata item that a start tag opens.
func (s *scanner) setScope() {
	a := &s.attr
	if !a.bit(attrItemscope) {
		return
	}
	if kind := a.get(attrItemtype); kind != nil {
		s.page.stated.add(statedKinds.find(kind[bytes.LastIndexByte(kind, '/')+1:]))
	}
	switch prop, kind := string(a.get(attrItemprop)), a.get(attrItemtype); {
	case (prop == "author" || prop == "creator") && (s.scope == scopeOther || s.scope == scopeReply):
		s.scope = scopeReply
	case prop == "author" || prop == "creator":
		s.scope = scopeAuthor
	case prop == "publisher":
		s.scope = scopePublisher
	case prop == "review" || prop == "reviews" || prop == "comment":
		s.scope = scopeOther // of a product, a house, an article
	case isArticleType(kind), prop == "" && bytes.HasSuffix(kind, []byte("VideoObject")): // the page of a video
		s.scope = scopeNone
	default:
		s.scope = scopeOther
	}
}

func isArticleType(kind []byte) bool {
	for _, t := range articleTypes {
		if bytes.HasSuffix(kind, []byte(t)) {
			return true
		}
	}
	return false
}

// inlineNames are the inline elements that bylines are written in.
var inlineNames = named("span", "a", "strong", "b", "em", "i", "cite", "small")

// beginMark notes what the element whose start tag was just read says about
// its text. It returns the mark's index, or none.
func (s *scanner) beginMark(t tag, c *class) int32 {
	a := &s.attr
	m := mark{from: fromClass}
	if c != nil {
		m.kinds = c.marks
		if c.post {
			s.postClass(a.get(attrClass))
		}
		if c.hints&hintByline != 0 && m.kinds == 0 && inlineNames.has(t) {
			m.kinds = markByline
		}
	}
	if t == tagTime {
		m.kinds |= markDate
		m.from = fromTime
		if a.bit(attrPubdate) {
			m.kinds |= markPublished
		}
	}
	if v := a.get(attrItemprop); v != nil {
		if k := s.property(v); k != 0 {
			m.kinds, m.from = m.kinds|k, fromItemprop
		}
	}
	if v := a.get(attrRel); v != nil && t == tagA {
		if k := relKinds(v); k != 0 {
			m.kinds, m.from = m.kinds|k, fromRel
		}
	}
	if m.kinds == 0 {
		return none
	}
	return s.addMark(&m)
}

// marksBody reports whether the start tag says that its element is the body of
// the article: schema.org's articleBody, as microdata or RDFa.
func (s *scanner) marksBody() bool {
	a := &s.attr
	return s.scope == scopeNone && (string(a.get(attrItemprop)) == "articleBody" || bytes.HasSuffix(a.get(attrProperty), []byte("articleBody")))
}

// addMark stores a mark that starts here.
func (s *scanner) addMark(m *mark) int32 {
	p, a := s.page, &s.attr
	m.node, m.leaf, m.dark = s.node, int32(len(p.leaves)), s.darkness > 0
	switch {
	case a.bit(attrDatetime):
		m.value = p.keep(a.get(attrDatetime))
	case a.bit(attrContent):
		m.value = p.keep(a.get(attrContent))
	case m.kinds&(markPublished|markModified|markDate) != 0:
		m.value = p.keep(a.get(attrTitle)) // hAtom: <abbr class=published title="2010-…">
	}
	if v := a.get(attrHref); v != nil {
		m.href = p.keep(v)
	}
	start := int32(len(p.text))
	if m.dark {
		start = int32(len(p.dark))
	}
	m.text = ref{start, start}
	p.marks = append(p.marks, *m)
	return int32(len(p.marks) - 1)
}

// endMark ends a mark's text where its element ends.
func (s *scanner) endMark(i int32) {
	m := &s.page.marks[i]
	end := int32(len(s.page.text))
	if m.dark {
		end = int32(len(s.page.dark))
	}
	m.text.end = max(end, m.text.start)
}

// property gives the meaning of an itemprop in the item that is open.
func (s *scanner) property(v []byte) (k markKinds) {
	opens := s.attr.bit(attrItemscope)
	for prop := range bytes.FieldsSeq(v) {
		switch {
		case string(prop) == "name" && s.scope == scopeAuthor:
			k |= markAuthor
		case string(prop) == "name" && s.scope == scopeReply:
			k |= markAuthor | markReply
		case string(prop) == "name" && s.scope == scopePublisher:
			k |= markSite
		case opens || s.scope != scopeNone:
			// a property that is an item itself, or one of another item
		default:
			k |= itemprops[string(prop)]
		}
	}
	return k
}

// relKinds gives the meaning of a rel attribute. WordPress writes "category
// tag" for a category.
func relKinds(v []byte) (k markKinds) {
	for token := range bytes.FieldsSeq(bytes.ToLower(v)) {
		k |= relTokens[string(token)]
	}
	if k&markCategory != 0 {
		k &^= markTag
	}
	return k
}

// postClass keeps the class attribute of a WordPress post: it names the post's
// tags and categories.
func (s *scanner) postClass(v []byte) {
	if s.page.post.empty() {
		s.page.post = s.page.keep(v)
	}
}
