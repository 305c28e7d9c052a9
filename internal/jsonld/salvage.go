package jsonld

// This file takes a script that the reader gave up on and gives the few strings
// in the rest of it that matter most.

import (
	"bytes"
	"slices"
)

// saved are the members that salvage looks for, and where they go.
var saved = []struct {
	name  string
	field func(*Node) *string
}{
	{"headline", func(n *Node) *string { return &n.Headline }},
	{"description", func(n *Node) *string { return &n.Description }},
	{"datePublished", func(n *Node) *string { return &n.DatePublished }},
	{"dateModified", func(n *Node) *string { return &n.DateModified }},
}

// maxSaved is the length of a string that salvage believes, in bytes, and
// maxRead how many it looks at.
const (
	maxSaved = 2000
	maxRead  = 500
)

// A salvager looks through the rest of a script.
type salvager struct {
	r    *reader
	doc  *Document
	node *Node  // what is filled; nil before there is any
	near string // the last of author, publisher and the like: whose the next name is
	many bool   // near is a list
	read int    // strings read
}

// owners are members whose name is not the article's.
var owners = map[string]bool{"author": true, "publisher": true, "creator": true, "image": true, "isPartOf": true, "sourceOrganization": true, "editor": true}

// salvage adds what it finds to the last article of doc, or to a new one. What
// has neither a type nor a headline may be anything, and is dropped.
func (r *reader) salvage(doc *Document) {
	r.search(doc)
	doc.Articles = slices.DeleteFunc(doc.Articles, func(n Node) bool { return n.Rank == 0 && n.Headline == "" })
}

// search looks through the rest of the source.
func (r *reader) search(doc *Document) {
	s := salvager{r: r, doc: doc, near: r.under}
	if n := len(doc.Articles); n > 0 {
		s.node = &doc.Articles[n-1]
	}
	for r.pos = max(0, r.broken); ; {
		n := bytes.IndexByte(r.src[min(r.pos, len(r.src)):], '"')
		if n < 0 {
			return
		}
		r.pos += n
		name, ok := r.memberName()
		if !ok {
			r.pos++
			continue
		}
		s.member(name)
		if s.read > maxRead {
			return
		}
	}
}

// maxName is the length of the longest name that salvage looks for.
const maxName = 24

// memberName reads a name and its colon at pos, and moves to the value.
func (r *reader) memberName() (string, bool) {
	rest := r.src[r.pos+1:]
	end := bytes.IndexByte(rest[:min(len(rest), maxName)], '"')
	if end < 0 {
		return "", false
	}
	i := r.pos + 1 + end + 1
	for i < len(r.src) && i < r.pos+2*maxName && r.src[i] <= ' ' {
		i++
	}
	if i >= len(r.src) || r.src[i] != ':' {
		return "", false
	}
	name := string(rest[:end])
	for i++; i < len(r.src) && r.src[i] <= ' '; i++ {
	}
	r.pos = i
	return name, true
}

// member takes the member whose value is at pos.
func (s *salvager) member(name string) {
	if owners[name] {
		s.near, s.many = name, s.r.pos < len(s.r.src) && s.r.src[s.r.pos] == '['
	}
	if name == "author" || name == "name" && s.near == "author" {
		s.author()
		return
	}
	if name == "@type" {
		s.setType()
		return
	}
	for _, f := range saved {
		if f.name != name {
			continue
		}
		if text := s.text(); text != "" {
			s.ensure()
			if p := f.field(s.node); *p == "" {
				*p = text
			}
		}
	}
}

// author takes a name. A list or an object is looked through in its turn.
func (s *salvager) author() {
	text := s.text()
	if text == "" {
		return
	}
	if !s.many {
		s.near = ""
	}
	s.ensure()
	if n := len(s.node.Authors); n > 0 && s.node.Authors[n-1].Name == "" {
		s.node.Authors[n-1].Name = text
	} else if n < maxNodes {
		s.node.Authors = append(s.node.Authors, Entity{Name: text})
	}
}

// setType names the article's type, or begins another article.
func (s *salvager) setType() {
	name, rank := ranked([]string{bare(s.text())})
	if rank < surelyArticle || len(s.doc.Articles) >= maxNodes {
		return
	}
	if s.node == nil || s.node.Headline != "" || s.node.Rank >= surelyArticle {
		s.node = nil
		s.ensure()
	}
	s.node.Type, s.node.Rank, s.near = name, rank, ""
}

// ensure makes an article to be filled if there is none.
func (s *salvager) ensure() {
	if s.node != nil {
		return
	}
	s.doc.Articles = append(s.doc.Articles, Node{})
	s.node = &s.doc.Articles[len(s.doc.Articles)-1]
}

// text returns the string at pos and moves past it; "" if there is none that
// ends soon. It ends at a quotation mark before a comma, a bracket or the end
// of the source, so that others in it need not be escaped.
func (s *salvager) text() string {
	r := s.r
	s.read++
	if r.pos >= len(r.src) || r.src[r.pos] != '"' {
		return ""
	}
	raw := r.src[r.pos+1 : min(len(r.src), r.pos+1+maxSaved)]
	for i := 0; i < len(raw); i++ {
		if raw[i] == '\\' {
			i++
			continue
		}
		if raw[i] != '"' {
			continue
		}
		after := bytes.TrimLeft(raw[i+1:], " \t\r\n")
		if len(after) == 0 || bytes.IndexByte([]byte(",}]"), after[0]) >= 0 {
			r.pos += i + 2
			return r.clean(raw[:i], false)
		}
	}
	r.pos++
	return ""
}
