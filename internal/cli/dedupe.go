package cli

// Articles come in; whether the run had the same page before goes out.

import (
	"slices"
	"strings"

	"pressclip/extract"
	"pressclip/internal/simhash"
)

// A dedupeRow is one meaning of "the same page" for --dedupe.
type dedupeRow struct {
	name  string
	needs []string // fields of the record that --resume tells it from
	mark  func(*extract.Article) mark
}

var dedupeRows = []dedupeRow{
	{"url", []string{"url", "canonical_url"}, markURL},
	{"text", []string{"text"}, func(a *extract.Article) mark { return markOf(a.Text) }},
	{"near", []string{"text"}, func(a *extract.Article) mark {
		return mark{known: a.Text != "", near: true, print: simhash.Of(a.Text)}
	}},
}

// dedupeNames are what --dedupe takes.
func dedupeNames() []string {
	var names []string
	for _, row := range dedupeRows {
		names = append(names, row.name)
	}
	return names
}

// findDedupe finds a row by its name.
func findDedupe(name string) (dedupeRow, bool) {
	i := slices.IndexFunc(dedupeRows, func(row dedupeRow) bool { return row.name == name })
	if i < 0 {
		return dedupeRow{}, false
	}
	return dedupeRows[i], true
}

// A mark is what a page is known again by. Where it is not known (a page
// without an address or a text), the page is like no other.
type mark struct {
	known bool
	near  bool
	key   key    // unless near
	print uint64 // if near
}

// markURL takes the canonical address, else the page's own. What stands behind
// "#" is a place in the page.
func markURL(a *extract.Article) mark {
	url := a.CanonicalURL
	if url == "" {
		url = a.URL
	}
	url, _, _ = strings.Cut(url, "#")
	return markOf(url)
}

func markOf(s string) mark { return mark{known: s != "", key: keyOf(s)} }

// A marks knows the pages that were written. It belongs to one goroutine.
type marks struct {
	keys   map[key]struct{}
	prints simhash.Set
}

// has reports whether a page with the mark, or one near it, was added.
func (s *marks) has(m mark) bool {
	switch {
	case !m.known:
		return false
	case m.near:
		return s.prints.Near(m.print)
	}
	_, ok := s.keys[m.key]
	return ok
}

func (s *marks) add(m mark) {
	switch {
	case !m.known:
	case m.near:
		s.prints.Add(m.print)
	default:
		if s.keys == nil {
			s.keys = map[key]struct{}{}
		}
		s.keys[m.key] = struct{}{}
	}
}

// bytes is about what the marks take in memory.
func (s *marks) bytes() int64 { return int64(len(s.keys)+s.prints.Len()) * keyBytes }
