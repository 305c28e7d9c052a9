package jsonld

// This file takes values that refer to people, organisations, sites, images and
// breadcrumbs, by name, by address, by @id or in full, and gives them.

import (
	"slices"
	"strings"
)

// entities returns what the items of v refer to. A name that is a list is one
// entity each.
func (r *reader) entities(v int32) []Entity {
	var list []Entity
	for i := range r.items(v) {
		if s := r.plain(i, false); s != "" {
			list = append(list, named(s))
			continue
		}
		if r.vals[i].kind != object {
			continue
		}
		i = r.resolve(i)
		k, _ := kind(r.types(i))
		names := r.texts(r.member(i, "name"))
		if len(names) < 2 {
			if e := r.entity(i, k); e.Name != "" || e.URL != "" || e.ID != "" {
				list = append(list, e)
			}
			continue
		}
		for _, name := range names {
			list = append(list, Entity{Type: k, Name: name})
		}
	}
	return list
}

// named returns the entity that a string names: some write an address there.
func named(s string) Entity {
	if isAddress(s) {
		return Entity{URL: s}
	}
	return Entity{Name: s}
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// entity reads object v as one entity of kind k.
func (r *reader) entity(v int32, k string) Entity {
	e := Entity{Type: k}
	var given, family, alternate, legal string
	for m := range r.members(v) {
		switch string(r.key(m)) {
		case "@id", "id":
			e.ID = r.text(m)
		case "name", "@value":
			e.Name = r.text(m)
		case "url":
			e.URL = r.address(m, "@id", "url")
		case "givenName":
			given = r.text(m)
		case "familyName":
			family = r.text(m)
		case "alternateName":
			alternate = r.text(m)
		case "legalName":
			legal = r.text(m)
		}
	}
	for _, name := range []string{strings.TrimSpace(given + " " + family), alternate, legal} {
		if e.Name == "" {
			e.Name = name
		}
	}
	return e
}

// isReference reports whether object v says nothing but its @id and @type.
func (r *reader) isReference(v int32) bool {
	for m := range r.members(v) {
		switch string(r.key(m)) {
		case "@id", "id", "@type", "type":
		default:
			return false
		}
	}
	return true
}

// resolve returns the object that v refers to, or v. One step is enough, as a
// reference is never what is found.
func (r *reader) resolve(v int32) int32 {
	if r.hops >= maxHops || !r.isReference(v) {
		return v
	}
	r.hops++
	if r.ids == nil {
		r.index()
	}
	if full, ok := r.ids[r.id(v)]; ok {
		return full
	}
	return v
}

// id returns the @id of object v, or "".
func (r *reader) id(v int32) string {
	m := r.member(v, "@id")
	if m < 0 {
		m = r.member(v, "id")
	}
	if m < 0 {
		return ""
	}
	return r.plain(m, false)
}

// index fills ids. The first object with an @id and something to say has it.
func (r *reader) index() {
	r.ids = map[string]int32{}
	for v := range int32(len(r.vals)) {
		if r.vals[v].kind != object || r.isReference(v) {
			continue
		}
		id := r.id(v)
		if _, ok := r.ids[id]; !ok && id != "" {
			r.ids[id] = v
		}
	}
}

// images returns the images that the items of v are.
func (r *reader) images(v int32) []Image {
	var list []Image
	for i := range r.items(v) {
		img := Image{URL: r.plain(i, false)}
		if r.vals[i].kind == object {
			img = r.image(r.resolve(i))
		}
		if img.URL != "" {
			list = append(list, img)
		}
	}
	return list
}

// image reads object v. An @id is its address only if there is no other, and
// something else is said of it.
func (r *reader) image(v int32) Image {
	img := Image{}
	for _, name := range []string{"url", "contentUrl", "@id"} {
		if img.URL == "" {
			img.URL = r.address(r.member(v, name), "url", "@id")
		}
	}
	if r.isReference(v) && strings.Contains(img.URL, "#") {
		img.URL = ""
	}
	img.Caption = r.text(r.member(v, "caption"))
	img.Credit = r.text(r.member(v, "creditText"))
	img.Width = r.pixels(r.member(v, "width"))
	img.Height = r.pixels(r.member(v, "height"))
	return img
}

// pixels reads 800, "800", "800px", or a QuantitativeValue.
func (r *reader) pixels(v int32) int {
	n, ok := leadingInt(r.address(v, "value", "@value"))
	if !ok {
		return 0
	}
	return n
}

// breadcrumbs reads the BreadcrumbList v, by position where each has one.
func (r *reader) breadcrumbs(v int32) []Link {
	type step struct {
		at int
		Link
	}
	var steps []step
	positions := true
	for i := range r.items(r.member(v, "itemListElement")) {
		l := r.step(i)
		at, ok := leadingInt(r.text(r.member(i, "position")))
		positions = positions && ok
		if l.Name != "" || l.URL != "" {
			steps = append(steps, step{at, l})
		}
	}
	if positions {
		slices.SortStableFunc(steps, func(a, b step) int { return a.at - b.at })
	}
	var links []Link
	for _, s := range steps {
		links = append(links, s.Link)
	}
	return links
}

// step reads a ListItem, whose item is an address or an object.
func (r *reader) step(v int32) Link {
	if r.vals[v].kind != object {
		return Link{Name: r.text(v)}
	}
	item := r.member(v, "item")
	l := Link{Name: r.text(r.member(v, "name")), URL: r.address(item, "@id", "url", "id")}
	if l.Name == "" && item >= 0 && r.vals[item].kind == object {
		l.Name = r.text(r.member(item, "name"))
	}
	return l
}
