// Package jsonld reads what a page says about itself in schema.org's terms: the
// bytes of one <script type="application/ld+json"> go in, its articles and what
// they refer to come out.
//
//	doc, err := jsonld.Parse(script)
//	for _, a := range doc.Articles { … a.Headline, a.DatePublished … }
//
// # How it works
//
// One pass over the bytes makes a flat list of values (reader.go). It takes
// JSON and what templates and editors make of it: comments, CDATA and HTML
// wrappers, raw line breaks in strings, missing values, stray commas and
// semicolons. Strings stay where they are; only those that a row of
// properties.go asks for are decoded (text.go). Where the reader can not go on,
// salvage.go looks for a few strings in the rest.
//
// # What it does not do
//
// It loads no contexts and knows no vocabulary but schema.org's. JSON in single
// quotes is not read. Dates, addresses and names are given as written: nothing
// is parsed, resolved or split.
package jsonld

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
)

// Limits on what a script may ask of its reader.
const (
	maxBytes   = 4 << 20
	maxDepth   = 64      // of nested objects and arrays
	maxValues  = 1 << 18 // in a script
	maxMembers = 512     // of an object, and items of a list, that are looked at
	maxHops    = 1000    // references followed in a script
	maxNodes   = 256     // articles, and entities, given back
)

// ErrBad is in the chain of the error for a script that is no JSON, even with
// all that is forgiven.
var ErrBad = errors.New("not valid JSON")

// ErrTooLarge is in the chain of the error for a script beyond the limits: 4
// MiB, or 262,144 values.
var ErrTooLarge = errors.New("JSON-LD too large")

// A Document is what one script says.
//
// All strings are valid UTF-8 without control characters, their character
// references decoded once, their white space folded and trimmed.
type Document struct {
	Articles    []Node   // whatever a page's article may be described by, in order
	Entities    []Entity // web sites, organisations and people that stand by themselves, in order
	Breadcrumbs [][]Link // every breadcrumb list, the site's start first
}

// A Node is one article or page.
type Node struct {
	Type string // "NewsArticle": the type of highest Rank, without a prefix
	Rank int    // how surely such a thing is the article: see types.go; web pages have 1
	ID   string // @id

	Headline            string
	AlternativeHeadline string
	Name                string
	Description         string
	DatePublished       string
	DateCreated         string
	DateModified        string
	Language            string // inLanguage
	URL                 string
	MainEntityOfPage    string
	License             string
	Body                string // articleBody or text; a line break stays one

	Authors      []Entity // author, else creator
	Publisher    Entity
	IsPartOf     []Entity
	Images       []Image  // image, else the primary image of the page, else the thumbnail
	Keywords     []string // a lone string is split at commas, a list is not
	Sections     []string // articleSection
	CommentCount *int     // commentCount, else the interactions that are comments
}

// An Entity is somebody or something that an article refers to.
type Entity struct {
	Type string // Person, Organization or WebSite where types.go knows it, else as written
	ID   string // @id
	Name string // never split: "Schmo, Joe and Ann" is one name
	URL  string
}

// An Image is a picture.
type Image struct {
	URL     string
	Caption string
	Credit  string // creditText
	Width   int    // pixels; 0 where unknown
	Height  int    // pixels; 0 where unknown
}

// A Link is a step of a breadcrumb list.
type Link struct {
	Name string
	URL  string
}

// Parse reads one script. On ErrBad the Document is not nil: it has what could
// be read, so that the caller can both warn and go on. On ErrTooLarge it is
// nil.
func Parse(src []byte) (*Document, error) {
	if len(src) > maxBytes {
		return nil, fmt.Errorf("reading JSON-LD: %d bytes: %w", len(src), ErrTooLarge)
	}
	r := readers.Get().(*reader)
	defer r.release()
	r.src = src
	err := r.read()
	if errors.Is(err, ErrTooLarge) {
		return nil, fmt.Errorf("reading JSON-LD: %w", err)
	}
	doc := r.document()
	if err == nil && len(r.vals) == 0 && len(bytes.TrimSpace(src)) > 0 && !json.Valid(src) {
		err = ErrBad // a text without an object, or in single quotes
	}
	if err != nil {
		r.salvage(doc)
		return doc, fmt.Errorf("reading JSON-LD: %w", err)
	}
	return doc, nil
}

// Join makes one Document of a page's scripts, in order. An entity that is only
// referred to in one script is filled in from another.
func Join(docs ...*Document) *Document {
	all := &Document{}
	for _, d := range docs {
		if d == nil {
			continue
		}
		all.Articles = append(all.Articles, d.Articles...)
		all.Entities = append(all.Entities, d.Entities...)
		all.Breadcrumbs = append(all.Breadcrumbs, d.Breadcrumbs...)
	}
	byID := map[string]Entity{}
	for _, e := range all.Entities {
		if _, ok := byID[e.ID]; !ok && e.ID != "" && e.Name != "" {
			byID[e.ID] = e
		}
	}
	fill := func(e Entity) Entity {
		if full, ok := byID[e.ID]; ok && e.Name == "" {
			return full
		}
		return e
	}
	for i := range all.Articles {
		a := &all.Articles[i]
		a.Publisher = fill(a.Publisher)
		a.Authors = mapped(a.Authors, fill)
		a.IsPartOf = mapped(a.IsPartOf, fill)
	}
	return all
}

// mapped returns f of each entity in a new list: lists may be shared with the
// Documents that were joined.
func mapped(list []Entity, f func(Entity) Entity) []Entity {
	var out []Entity
	for _, e := range list {
		out = append(out, f(e))
	}
	return out
}
