package jsonld

// This file takes the objects that the reader has found and gives articles: a
// row for each property of schema.org that is read.

import (
	"slices"
	"strconv"
	"strings"
)

// A setter puts the value v of a property on n.
type setter func(r *reader, n *draft, v int32)

// A draft is a Node with what it falls back on.
type draft struct {
	Node
	creators    []Entity
	pageImages  []Image
	thumbnails  []Image
	interaction *int
}

// properties are read in the order of the text. Where one is given twice, the
// first that says something counts.
var properties = map[string]setter{
	"@id":                  text(func(n *draft) *string { return &n.ID }),
	"headline":             text(func(n *draft) *string { return &n.Headline }),
	"alternativeHeadline":  text(func(n *draft) *string { return &n.AlternativeHeadline }),
	"name":                 text(func(n *draft) *string { return &n.Name }),
	"description":          text(func(n *draft) *string { return &n.Description }),
	"datePublished":        text(func(n *draft) *string { return &n.DatePublished }),
	"dateCreated":          text(func(n *draft) *string { return &n.DateCreated }),
	"dateModified":         text(func(n *draft) *string { return &n.DateModified }),
	"inLanguage":           setLanguage,
	"url":                  address(func(n *draft) *string { return &n.URL }),
	"mainEntityOfPage":     address(func(n *draft) *string { return &n.MainEntityOfPage }),
	"license":              address(func(n *draft) *string { return &n.License }),
	"articleBody":          setBody,
	"reviewBody":           setBody,
	"text":                 setBody,
	"author":               people(func(n *draft) *[]Entity { return &n.Authors }),
	"creator":              people(func(n *draft) *[]Entity { return &n.creators }),
	"isPartOf":             people(func(n *draft) *[]Entity { return &n.IsPartOf }),
	"publisher":            setPublisher,
	"image":                pictures(func(n *draft) *[]Image { return &n.Images }),
	"primaryImageOfPage":   pictures(func(n *draft) *[]Image { return &n.pageImages }),
	"thumbnailUrl":         pictures(func(n *draft) *[]Image { return &n.thumbnails }),
	"keywords":             setKeywords,
	"articleSection":       setSections,
	"commentCount":         setCommentCount,
	"interactionStatistic": setInteractions,
	"interactionCount":     setOldInteractions,
}

// document makes a Document of the values.
func (r *reader) document() *Document {
	doc := &Document{}
	for v := range int32(len(r.vals)) {
		if !r.vals[v].open || r.vals[v].kind != object || r.isReference(v) {
			continue
		}
		types := r.types(v)
		k, isEntity := kind(types)
		switch name, rank := ranked(types); {
		case rank > 0 && len(doc.Articles) < maxNodes:
			n := r.node(v)
			n.Type, n.Rank = name, rank
			if !n.isEntryOfFAQ() {
				doc.Articles = append(doc.Articles, n)
			}
		case isEntity && len(doc.Entities) < maxNodes:
			doc.Entities = append(doc.Entities, r.entity(v, k))
		case k == "BreadcrumbList" && len(doc.Breadcrumbs) < maxNodes:
			if links := r.breadcrumbs(v); len(links) > 0 {
				doc.Breadcrumbs = append(doc.Breadcrumbs, links)
			}
		}
	}
	return doc
}

// isEntryOfFAQ reports whether n is one of a page's many questions, not the one
// that a reader has asked: nobody asked it at any time.
func (n *Node) isEntryOfFAQ() bool {
	return n.Type == "Question" && len(n.Authors) == 0 && n.DateCreated == "" && n.DatePublished == ""
}

// node reads the properties of object v.
func (r *reader) node(v int32) Node {
	var n draft
	for m := range r.members(v) {
		if set, ok := properties[string(r.key(m))]; ok {
			set(r, &n, m)
		}
	}
	if len(n.Authors) == 0 {
		n.Authors = n.creators
	}
	if len(n.Images) == 0 {
		n.Images = n.pageImages
	}
	if len(n.Images) == 0 {
		n.Images = n.thumbnails
	}
	if n.CommentCount == nil {
		n.CommentCount = n.interaction
	}
	return n.Node
}

// text returns the setter of a property that is a line of text.
func text(field func(*draft) *string) setter {
	return func(r *reader, n *draft, v int32) {
		if f := field(n); *f == "" {
			*f = r.text(v)
		}
	}
}

// address returns the setter of a property that is an address, or an object
// that has one.
func address(field func(*draft) *string) setter {
	return func(r *reader, n *draft, v int32) {
		if f := field(n); *f == "" {
			*f = r.address(v, "url", "@id", "id")
		}
	}
}

// address returns the first text in v, or in one of the members of an object.
func (r *reader) address(v int32, names ...string) string {
	for i := range r.items(v) {
		if s := r.plain(i, false); s != "" {
			return s
		}
		for _, name := range names {
			if s := r.text(r.member(i, name)); s != "" {
				return s
			}
		}
	}
	return ""
}

// people returns the setter of a property that is a list of entities.
func people(field func(*draft) *[]Entity) setter {
	return func(r *reader, n *draft, v int32) {
		if f := field(n); len(*f) == 0 {
			*f = r.entities(v)
		}
	}
}

// pictures returns the setter of a property that is a list of images.
func pictures(field func(*draft) *[]Image) setter {
	return func(r *reader, n *draft, v int32) {
		if f := field(n); len(*f) == 0 {
			*f = r.images(v)
		}
	}
}

func setBody(r *reader, n *draft, v int32) {
	if n.Body == "" {
		n.Body = r.body(v)
	}
}

// setLanguage reads "en", or a Language, whose alternateName is its tag.
func setLanguage(r *reader, n *draft, v int32) {
	for i := range r.items(v) {
		if n.Language == "" {
			n.Language = r.text(r.member(i, "alternateName"))
		}
		if n.Language == "" {
			n.Language = r.text(i)
		}
	}
}

func setPublisher(r *reader, n *draft, v int32) {
	if n.Publisher.Name != "" {
		return
	}
	for _, e := range r.entities(v) {
		if n.Publisher = e; e.Name != "" {
			return
		}
	}
}

func setKeywords(r *reader, n *draft, v int32) {
	if r.vals[v].kind != str {
		n.Keywords = appendNew(n.Keywords, r.texts(v)...)
		return
	}
	for i, k := range strings.Split(r.text(v), ",") {
		if i == maxMembers {
			break
		}
		n.Keywords = appendNew(n.Keywords, strings.TrimSpace(k))
	}
}

func setSections(r *reader, n *draft, v int32) {
	n.Sections = appendNew(n.Sections, r.texts(v)...)
}

// texts returns the text of each item of v.
func (r *reader) texts(v int32) []string {
	var list []string
	for i := range r.items(v) {
		if s := r.text(i); s != "" {
			list = append(list, s)
		}
	}
	return list
}

// appendNew appends what list does not have yet, up to the limit of a list.
func appendNew(list []string, more ...string) []string {
	for _, s := range more {
		if s != "" && len(list) < maxMembers && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

func setCommentCount(r *reader, n *draft, v int32) {
	if c, ok := leadingInt(r.text(v)); ok && n.CommentCount == nil {
		n.CommentCount = &c
	}
}

// setInteractions reads the InteractionCounter of comments.
func setInteractions(r *reader, n *draft, v int32) {
	for i := range r.items(v) {
		kind := r.member(i, "interactionType")
		name := bare(r.address(kind, "@type", "type", "@id"))
		if name != "CommentAction" || n.interaction != nil {
			continue
		}
		if c, ok := leadingInt(r.text(r.member(i, "userInteractionCount"))); ok {
			n.interaction = &c
		}
	}
}

// setOldInteractions reads "UserComments:12", as schema.org had it before 2015.
func setOldInteractions(r *reader, n *draft, v int32) {
	for i := range r.items(v) {
		count, ok := strings.CutPrefix(r.text(i), "UserComments:")
		if c, isInt := leadingInt(strings.TrimSpace(count)); ok && isInt && n.interaction == nil {
			n.interaction = &c
		}
	}
}

// maxInt is the largest count that is believed.
const maxInt = 1_000_000_000

// leadingInt returns the number at the start of s: 12 for "12", "12.0", "12
// comments", 1200 for "1,200".
func leadingInt(s string) (int, bool) {
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || s[end] == ',' && end > 0 && end < 4) {
		end++
	}
	n, err := strconv.Atoi(strings.ReplaceAll(s[:end], ",", ""))
	return n, err == nil && n <= maxInt
}
