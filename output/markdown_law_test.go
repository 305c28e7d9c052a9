package output

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	gmhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"

	"pressclip/extract"
)

// reader is the CommonMark reader of the law: GFM and footnotes, raw HTML kept.
var reader = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote), goldmark.WithRendererOptions(gmhtml.WithUnsafe()))

// A reading is what a reader finds in an article, or should find.
type reading struct {
	leaves []string // "ul>li>p text" for each block that holds text itself
	notes  []string // the same, and the links and images, of what is in footnotes; sorted
	styles []string // of each leaf: a letter for each character that is no space, see styleLetter
	lists  []string // "ul" for each list, quote and table with something in it, as they end
	links  []string // "address text"
	images []string // "address|alt|title"
}

// noteMark stands for a reference to a footnote.
const noteMark = "⁑"

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

func escapeURL(u string) string { return string(util.URLEscape([]byte(u), false)) }

// checkLaw checks that md gives back a: the same text in the same kinds of
// blocks, the same links and pictures, and no HTML.
func checkLaw(a *extract.Article, md []byte) error {
	if !bytes.HasSuffix(md, []byte("\n")) || bytes.HasSuffix(md, []byte("\n\n")) && len(md) > 1 {
		return fmt.Errorf("does not end with one line feed: %q", md)
	}
	doc := reader.Parser().Parse(text.NewReader(md))
	if err := checkRawHTML(doc, md); err != nil {
		return err
	}
	var page bytes.Buffer
	if err := reader.Renderer().Render(&page, md, doc); err != nil {
		return err
	}
	got, want := readPage(page.String()), expect(a)
	for _, part := range []struct {
		name      string
		got, want []string
	}{{"blocks", got.leaves, want.leaves}, {"containers", got.lists, want.lists}, {"notes", got.notes, want.notes}, {"links", got.links, want.links}, {"images", got.images, want.images}} {
		if !slices.Equal(part.got, part.want) {
			return fmt.Errorf("%s:\n got %q\nwant %q", part.name, part.got, part.want)
		}
	}
	return checkStyles(got, want)
}

// checkStyles checks that no character is set apart that the article does not
// set apart. A mark that no reader would see may be missing.
func checkStyles(got, want reading) error {
	for i := range got.styles {
		if len(got.styles[i]) != len(want.styles[i]) {
			return fmt.Errorf("%q has styles %q, want %q", got.leaves[i], got.styles[i], want.styles[i])
		}
		for j := range len(got.styles[i]) {
			if more := (got.styles[i][j] - styleLetter) &^ (want.styles[i][j] - styleLetter); more != 0 {
				return fmt.Errorf("%q has styles %q, want at most %q", got.leaves[i], got.styles[i], want.styles[i])
			}
		}
	}
	return nil
}

// styleLetter plus the bits of styleBits is what stands for a character.
const styleLetter = 'a'

var styleBits = map[string]byte{"strong": 1, "em": 2, "del": 4, "code": 8}

// letters returns the style letters of s, all of it with the same bits.
func letters(s string, bits byte) string {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) && string(r) != noteMark {
			n++
		}
	}
	return strings.Repeat(string(rune(styleLetter+bits)), n)
}

// checkRawHTML checks that a reader sees no HTML.
func checkRawHTML(doc ast.Node, md []byte) error {
	return ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.RawHTML:
			return ast.WalkStop, fmt.Errorf("raw HTML %q", n.Segments.Value(md))
		case *ast.HTMLBlock:
			return ast.WalkStop, fmt.Errorf("HTML block %q", n.Lines().Value(md))
		}
		return ast.WalkContinue, nil
	})
}

// containers and leafTags are the elements that make the path of a leaf.
var containers = map[string]bool{"ul": true, "ol": true, "li": true, "blockquote": true, "table": true}
var leafTags = map[string]bool{"p": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "pre": true}

// A pageReader walks the HTML of a reader.
type pageReader struct {
	reading
	path []string
	kind string // of the leaf being read
	text strings.Builder
	set  strings.Builder // style letters of text
	bits byte            // styles of the text to come
	note bool
	link *strings.Builder
}

func readPage(page string) reading {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		panic(err)
	}
	r := &pageReader{kind: "p"}
	r.walk(doc)
	r.flush()
	slices.Sort(r.notes)
	return r.reading
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func (r *pageReader) flush() {
	s, styles := r.text.String(), r.set.String()
	r.text.Reset()
	r.set.Reset()
	r.add(r.kind, s, styles)
}

func (r *pageReader) add(kind, s, styles string) {
	if kind == "pre" {
		styles = ""
		s = fmt.Sprintf("%q", blankLines(strings.TrimSuffix(s, "\n")))
	} else if s = squeeze(s); s == "" {
		return
	}
	leaf := strings.Join(append(slices.Clone(r.path), kind), ">") + " " + s
	if r.note {
		r.notes = append(r.notes, leaf)
		return
	}
	r.leaves, r.styles = append(r.leaves, leaf), append(r.styles, styles)
}

func (r *pageReader) addRule() {
	if r.note {
		r.notes = append(r.notes, "hr")
		return
	}
	r.leaves, r.styles = append(r.leaves, strings.Join(append(slices.Clone(r.path), "hr"), ">")), append(r.styles, "")
}

// size returns how many leaves there are.
func (r *reading) size() int { return len(r.leaves) + len(r.notes) }

// blankLines empties the lines of white space: goldmark does so in list items.
func blankLines(s string) string {
	ls := strings.Split(s, "\n")
	for i := range ls {
		if strings.TrimSpace(ls[i]) == "" {
			ls[i] = ""
		}
	}
	return strings.Join(ls, "\n")
}

// addTo appends s to list, or to the notes inside them.
func (r *pageReader) addTo(list *[]string, s string) {
	if r.note {
		list = &r.notes
	}
	*list = append(*list, s)
}

func (r *pageReader) write(s string) {
	r.text.WriteString(s)
	r.set.WriteString(letters(s, r.bits))
	if r.link != nil {
		r.link.WriteString(s)
	}
}

func (r *pageReader) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		r.write(n.Data)
		return
	case n.Type == html.ElementNode && r.element(n):
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c)
	}
}

// element reads what is special about n and reports whether n is done with.
func (r *pageReader) element(n *html.Node) bool {
	class := attr(n, "class")
	switch {
	case n.Data == "sup" && strings.HasPrefix(attr(n, "id"), "fnref"):
		r.write(noteMark)
	case class == "footnote-backref":
	case class == "footnotes":
		r.footnotes(n)
	case styleBits[n.Data] != 0:
		before := r.bits
		r.bits |= styleBits[n.Data]
		r.inside(n)
		r.bits = before
	case n.Data == "br":
		r.write(" ")
	case n.Data == "hr":
		r.flush()
		r.addRule()
	case n.Data == "img":
		r.addTo(&r.images, escapeURL(attr(n, "src"))+"|"+squeeze(attr(n, "alt"))+"|"+squeeze(attr(n, "title")))
	case n.Data == "a":
		r.link = &strings.Builder{}
		r.inside(n)
		r.addTo(&r.links, escapeURL(attr(n, "href"))+" "+squeeze(r.link.String()))
		r.link = nil
	case containers[n.Data]:
		r.container(n)
	case n.Data == "td" || n.Data == "th":
		r.flush()
		r.inside(n)
		r.flush()
	case leafTags[n.Data]:
		r.leaf(n.Data, n)
		r.kind = "p"
	default:
		return false
	}
	return true
}

// footnotes reads the items of goldmark's list of notes, each by itself.
func (r *pageReader) footnotes(n *html.Node) {
	r.flush()
	r.note, r.path = true, nil
	for list := range n.ChildNodes() {
		if list.Data != "ol" {
			continue
		}
		for item := range list.ChildNodes() {
			r.inside(item)
			r.flush()
		}
	}
	r.note = false
}

// container reads an element that holds leaves; one without any is none.
func (r *pageReader) container(n *html.Node) {
	r.flush()
	before := r.size()
	r.path = append(r.path, n.Data)
	r.inside(n)
	r.flush()
	r.path = r.path[:len(r.path)-1]
	if r.size() > before {
		r.addTo(&r.lists, n.Data)
	}
}

// leaf reads an element whose text is a leaf of the kind.
func (r *pageReader) leaf(kind string, n *html.Node) {
	r.flush()
	r.kind = kind
	r.inside(n)
	r.flush()
}

func (r *pageReader) inside(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c)
	}
}

// lawRuns is how many random articles the law is checked on.
var lawRuns = flag.Uint64("law", 10_000, "random articles for TestMarkdownLaw")

func TestMarkdownLaw(t *testing.T) {
	failures := 0
	for seed := range *lawRuns {
		a := randomMaker(seed).article()
		md, err := encodeMarkdown(a, Options{NoFrontMatter: true})
		if err != nil {
			t.Fatal(err)
		}
		if err := checkLaw(a, md); err != nil {
			t.Errorf("seed %d: %v\n%s", seed, err, md)
			if failures++; failures == 5 {
				t.FailNow()
			}
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add([]byte("the choices of a maker"))
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 2))
		data := make([]byte, 200)
		for i := range data {
			data[i] = byte(rng.Uint32())
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		a := byteMaker(data).article()
		md, err := encodeMarkdown(a, Options{NoFrontMatter: true})
		if err != nil {
			t.Fatal(err)
		}
		if err := checkLaw(a, md); err != nil {
			t.Errorf("%v\n%s", err, md)
		}
	})
}
