package feed

// The elements of one item come in; its fields are filled.

import (
	"encoding/xml"
	"html"
	"slices"
	"strings"
)

// A fieldRow says what an element of an item fills. Elements of the same name
// in other vocabularies have rows of their own, above the general one.
type fieldRow struct {
	name  string
	space string // part of the namespace, or the prefix where it is not declared; "" is any
	set   func(item *Item, text string)
}

// first fills a field that is empty.
func first(field func(*Item) *string) func(*Item, string) {
	return func(item *Item, text string) {
		if f := field(item); *f == "" {
			*f = text
		}
	}
}

// add adds to a list what it does not have yet.
func add(field func(*Item) *[]string) func(*Item, string) {
	return func(item *Item, text string) {
		if f := field(item); text != "" && !slices.Contains(*f, text) && len(*f) < maxTerms {
			*f = append(*f, text)
		}
	}
}

// maxTerms bounds the lists of an item.
const maxTerms = 1000

var fieldRows = []fieldRow{
	{"encoded", "excerpt", first(func(i *Item) *string { return &i.Description })},
	{"encoded", "", first(func(i *Item) *string { return &i.full })},
	{"content", "media", nil}, // a picture
	{"content", "", first(func(i *Item) *string { return &i.full })},
	{"title", "media", nil},
	{"description", "media", nil},
	{"title", "", first(func(i *Item) *string { return &i.Title })},
	{"link", "", first(func(i *Item) *string { return &i.URL })},
	{"origLink", "", func(i *Item, text string) { i.URL = text }}, // of a feed that counts clicks
	{"guid", "", first(func(i *Item) *string { return &i.ID })},
	{"id", "", first(func(i *Item) *string { return &i.ID })},
	{"post_id", "", first(func(i *Item) *string { return &i.ID })},
	{"description", "", first(func(i *Item) *string { return &i.Description })},
	{"summary", "", first(func(i *Item) *string { return &i.Description })},
	{"creator", "", add(func(i *Item) *[]string { return &i.Authors })},
	{"pubDate", "", first(func(i *Item) *string { return &i.Published })},
	{"published", "", first(func(i *Item) *string { return &i.Published })},
	{"issued", "", first(func(i *Item) *string { return &i.Published })}, // Atom 0.3
	{"date", "", first(func(i *Item) *string { return &i.Published })},   // Dublin Core
	{"updated", "", first(func(i *Item) *string { return &i.Updated })},
	{"modified", "", first(func(i *Item) *string { return &i.Updated })},
	{"subject", "", add(func(i *Item) *[]string { return &i.Categories })},
	{"post_type", "", first(func(i *Item) *string { return &i.postType })},
	{"status", "", first(func(i *Item) *string { return &i.status })},
}

// field takes one element of an item.
func (p *parser) field(item *Item, start xml.StartElement) error {
	switch start.Name.Local {
	case "link":
		if href := attribute(start, "href"); href != "" {
			if rel := attribute(start, "rel"); rel == "" || rel == "alternate" {
				first(func(i *Item) *string { return &i.URL })(item, href)
			}
			_, err := p.text()
			return err
		}
	case "category":
		return p.category(item, start)
	case "author", "contributor":
		if start.Name.Local == "contributor" {
			_, err := p.text()
			return err
		}
		return p.author(item)
	}
	for _, row := range fieldRows {
		if row.name != start.Name.Local || !strings.Contains(start.Name.Space, row.space) {
			continue
		}
		text, err := p.content(start)
		if row.set != nil {
			row.set(item, text)
		}
		return err
	}
	_, err := p.text()
	return err
}

// category reads a category: a text, or an attribute in Atom. WordPress tells
// tags from categories by their domain.
func (p *parser) category(item *Item, start xml.StartElement) error {
	text, err := p.text()
	for _, name := range []string{"label", "term"} {
		if text == "" {
			text = attribute(start, name)
		}
	}
	switch attribute(start, "domain") {
	case "post_tag", "tag":
		add(func(i *Item) *[]string { return &i.Tags })(item, text)
	case "", "category":
		add(func(i *Item) *[]string { return &i.Categories })(item, text)
	}
	return err
}

// author reads an author: "a@e.org (Ann)" in RSS, an element <name> in Atom.
func (p *parser) author(item *Item) error {
	level := p.depth
	var b, name strings.Builder
	inName := false
	for p.depth >= level {
		t, err := p.token()
		if err != nil {
			return unexpected(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			inName = t.Name.Local == "name"
		case xml.EndElement:
			inName = false
		case xml.CharData:
			b.Write(t)
			if inName {
				name.Write(t)
			}
		}
	}
	text := strings.TrimSpace(name.String())
	if text == "" {
		text = strings.TrimSpace(b.String())
		if before, after, ok := strings.Cut(text, "("); ok && strings.Contains(before, "@") {
			text = strings.TrimSpace(strings.TrimSuffix(after, ")"))
		}
	}
	add(func(i *Item) *[]string { return &i.Authors })(item, text)
	return nil
}

// text reads the text of the open element and of those in it, to its end.
func (p *parser) text() (string, error) {
	level := p.depth
	var b strings.Builder
	for p.depth >= level {
		t, err := p.token()
		if err != nil {
			return "", unexpected(err)
		}
		if t, ok := t.(xml.CharData); ok {
			b.Write(t)
		}
	}
	return strings.TrimSpace(b.String()), nil
}

// content reads the open element: its text, which is HTML once its references
// are resolved, or the elements in it as HTML again, as in Atom of type xhtml.
// Plain text of Atom is escaped.
func (p *parser) content(start xml.StartElement) (string, error) {
	if kind := attribute(start, "type"); start.Name.Local == "content" || start.Name.Local == "summary" {
		switch kind {
		case "xhtml", "application/xhtml+xml":
			return p.markup()
		case "text", "text/plain":
			text, err := p.text()
			return paragraphs(html.EscapeString(text)), err
		}
	}
	return p.text()
}

// markup writes the elements in the open one as HTML.
func (p *parser) markup() (string, error) {
	level := p.depth
	var b strings.Builder
	for p.depth >= level {
		t, err := p.token()
		if err != nil {
			return "", unexpected(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			b.WriteString("<" + t.Name.Local)
			for _, a := range t.Attr {
				if a.Name.Space == "" && a.Name.Local != "xmlns" {
					b.WriteString(" " + a.Name.Local + `="` + html.EscapeString(a.Value) + `"`)
				}
			}
			b.WriteString(">")
		case xml.EndElement:
			if p.depth >= level && !void[t.Name.Local] {
				b.WriteString("</" + t.Name.Local + ">")
			}
		case xml.CharData:
			b.WriteString(html.EscapeString(string(t)))
		}
	}
	return strings.TrimSpace(b.String()), nil
}

// void are the elements of HTML without an end tag.
var void = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true, "link": true,
	"meta": true, "source": true, "track": true, "wbr": true,
}
