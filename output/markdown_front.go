package output

// An article's facts come in; YAML front matter with its rulers goes out.

import (
	"bytes"
	"strings"

	"gopkg.in/yaml.v3"

	"pressclip/extract"
)

// frontFields are the keys of the front matter, in order. Names are Hugo's
// where it has one (date, lastmod, categories, tags); keys that Hugo or Jekyll
// act upon (url, layout, type, draft, slug) must never be among them.
var frontFields = []struct {
	key   string
	value func(*extract.Article) *yaml.Node // nil: unknown
}{
	{"title", func(a *extract.Article) *yaml.Node { return optional(a.Title) }},
	{"subtitle", func(a *extract.Article) *yaml.Node { return optional(a.Subtitle) }},
	{"authors", func(a *extract.Article) *yaml.Node {
		return listNode(a.Authors, func(p extract.Person) string { return p.Name })
	}},
	{"date", func(a *extract.Article) *yaml.Node { return dateNode(a.Published) }},
	{"lastmod", func(a *extract.Article) *yaml.Node { return dateNode(a.Modified) }},
	{"source", func(a *extract.Article) *yaml.Node { return optional(firstOf(a.URL, a.CanonicalURL)) }},
	{"site", func(a *extract.Article) *yaml.Node { return optional(siteName(a.Site)) }},
	{"lang", func(a *extract.Article) *yaml.Node { return optional(a.Language) }},
	{"description", func(a *extract.Article) *yaml.Node { return optional(a.Description) }},
	{"categories", func(a *extract.Article) *yaml.Node { return listNode(a.Categories, termName) }},
	{"tags", func(a *extract.Article) *yaml.Node { return listNode(a.Tags, termName) }},
	{"image", func(a *extract.Article) *yaml.Node {
		if im := image(a, a.LeadImage); im != nil {
			return optional(im.URL)
		}
		return nil
	}},
}

func termName(t extract.Term) string { return t.Name }

func siteName(s *extract.Site) string {
	if s == nil {
		return ""
	}
	return firstOf(s.Name, s.URL)
}

// firstOf returns the first of the strings that has any text, else the last.
func firstOf(ss ...string) string {
	for _, s := range ss {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ss[len(ss)-1]
}

// image returns the image that i is the index of, or nil.
func image(a *extract.Article, i *int) *extract.Image {
	if i == nil || *i < 0 || *i >= len(a.Images) || a.Images[*i].URL == "" {
		return nil
	}
	return &a.Images[*i]
}

// frontMatter returns the header with its rulers, or nothing where nothing is
// known of a.
func frontMatter(a *extract.Article, o Options) ([]byte, error) {
	m := &yaml.Node{Kind: yaml.MappingNode}
	for _, f := range frontFields {
		if v := f.value(a); v != nil {
			m.Content = append(m.Content, stringNode(f.key), v)
		}
	}
	if quotes := quotesNode(a.Quotes); o.QuotesInFrontMatter && quotes != nil {
		m.Content = append(m.Content, stringNode("quotes"), quotes)
	}
	if len(m.Content) == 0 {
		return nil, nil
	}
	var buf bytes.Buffer
	buf.WriteString("---\n")
	if err := writeYAML(&buf, m); err != nil {
		return nil, err
	}
	buf.WriteString("---\n")
	return buf.Bytes(), nil
}

func optional(s string) *yaml.Node {
	if s = clean(s); strings.TrimSpace(s) == "" {
		return nil
	}
	return stringNode(s)
}

// listNode returns a list of strings: site generators take no other.
func listNode[T any](list []T, text func(T) string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode}
	for _, v := range list {
		if s := optional(text(v)); s != nil {
			n.Content = append(n.Content, s)
		}
	}
	if len(n.Content) == 0 {
		return nil
	}
	return n
}

// quotesNode returns a list of the quotes, each with its text and who says it.
// What is unknown is left out.
func quotesNode(quotes []extract.Quote) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode}
	for i := range quotes {
		q := &quotes[i]
		text := optional(q.Text)
		if text == nil {
			continue
		}
		entry := &yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{stringNode("text"), text}}
		if q.Speaker != nil {
			if name := optional(q.Speaker.Name); name != nil {
				entry.Content = append(entry.Content, stringNode("speaker"), name)
			}
		}
		if cue := optional(q.Cue); cue != nil {
			entry.Content = append(entry.Content, stringNode("cue"), cue)
		}
		n.Content = append(n.Content, entry)
	}
	if len(n.Content) == 0 {
		return nil
	}
	return n
}

// dateNode returns d as an unquoted timestamp (YAML 1.1 timestamp, which needs
// seconds, as Hugo does: ":00" is added where the page gives only minutes). A
// year or a month is left out: bare, 2026 would be the number 2026, and for
// Hugo a moment in 1970; quoted, Hugo 0.136 and later stop the build of the
// whole site; a day that the page did not give is not made up.
func dateNode(d extract.Date) *yaml.Node {
	s := string(d)
	if _, ok := d.Time(); !ok || len(s) < len("2006-01-02") {
		return nil
	}
	if i := len("2006-01-02T15:04"); len(s) >= i && (len(s) == i || s[i] != ':') {
		s = s[:i] + ":00" + s[i:]
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Value: s}
}
