package extract_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"pressclip/extract"
)

// seedLength is how much of a test page seeds the fuzz targets, in bytes.
const seedLength = 64 << 10

// FuzzExtract states what holds for every input.
func FuzzExtract(f *testing.F) {
	_, all, _ := pages(f)
	for _, page := range all {
		f.Add(page[:min(len(page), seedLength)])
	}
	for _, page := range bodyPages() {
		f.Add([]byte(page))
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		for _, keep := range []extract.Keep{extract.KeepArticle, extract.KeepAll} {
			a := extractAny(t, bytes.NewReader(page), keep)
			if a == nil {
				continue
			}
			holdRecord(t, a)
			for name, r := range map[string]io.Reader{
				"again": bytes.NewReader(page), "by half": iotest.HalfReader(bytes.NewReader(page)),
				"by byte": iotest.OneByteReader(bytes.NewReader(page)), "with EOF": iotest.DataErrReader(bytes.NewReader(page)),
			} {
				if b := extractAny(t, r, keep); !reflect.DeepEqual(a, b) {
					t.Errorf("read %s, the article is another: %s", name, difference(a, b))
				}
			}
		}
	})
}

// extractAny returns an article, or nil beside an error.
func extractAny(t *testing.T, r io.Reader, keep extract.Keep) *extract.Article {
	t.Helper()
	a, err := extract.Extract(r, extract.WithKeep(keep), extract.WithPhrases())
	if err != nil && a != nil {
		t.Error("an Article beside an error")
	}
	if err != nil && !errors.Is(err, extract.ErrEmpty) && !errors.Is(err, extract.ErrNotHTML) {
		t.Errorf("an error that is none of the input's: %v", err)
	}
	return a
}

// difference names the first field in which two articles differ.
func difference(a, b *extract.Article) string {
	if b == nil {
		return "none"
	}
	x, y := reflect.ValueOf(*a), reflect.ValueOf(*b)
	for i := range x.NumField() {
		if !reflect.DeepEqual(x.Field(i).Interface(), y.Field(i).Interface()) {
			return fmt.Sprintf("%s: %.300v | %.300v", x.Type().Field(i).Name, x.Field(i), y.Field(i))
		}
	}
	return ""
}

// A law checks one record.
type law struct {
	t    *testing.T
	a    *extract.Article
	rest string // of the article's text, after the blocks so far
}

// holdRecord checks everything that the record promises.
func holdRecord(t *testing.T, a *extract.Article) {
	t.Helper()
	l := &law{t: t, a: a, rest: a.Text}
	l.strings(reflect.ValueOf(*a), "")
	for i := range a.Body {
		l.block(&a.Body[i], 1)
		if a.Body[i].Type != extract.Figure { // a caption is no running text
			l.inText(a.Body[i].Text)
		}
	}
	l.index("lead_image", a.LeadImage, len(a.Images))
	for i := range a.Images {
		l.index("image's block", a.Images[i].Block, len(a.Body))
	}
	for i := range a.Links {
		l.index("link's block", &a.Links[i].Block, len(a.Body))
	}
	for i := range a.Quotes {
		l.index("quote's block", &a.Quotes[i].Block, len(a.Body))
	}
}

func (l *law) index(what string, i *int, n int) {
	if i != nil && (*i < 0 || *i >= n) {
		l.t.Errorf("%s %d of %d", what, *i, n)
	}
}

// inText checks that a block's text stands in the article's, after those before it.
func (l *law) inText(s string) {
	_, after, ok := strings.Cut(l.rest, s)
	if !ok {
		l.t.Errorf("block text %q is not in the rest of the article's text %q", s, l.rest)
		return
	}
	l.rest = after
}

// deepest is how many blocks may stand in each other: maxNesting structures,
// each with its block, and the innermost.
const deepest = 20

func (l *law) block(b *extract.Block, depth int) {
	if depth > deepest {
		l.t.Errorf("%d blocks in each other", depth)
		return
	}
	l.index("block's image", b.Image, len(l.a.Images))
	if b.Type == extract.Figure && b.Image == nil {
		l.t.Error("a figure without an image")
	}
	l.line(b.Text, b.Inlines)
	for i := range b.Items {
		it := &b.Items[i]
		for _, term := range it.Terms {
			l.line(term.Text, term.Inlines)
		}
		l.line(it.Text, it.Inlines)
		l.body(it.Body, depth)
	}
	for _, row := range b.Rows {
		for i := range row {
			l.line(row[i].Text, row[i].Inlines)
			l.body(row[i].Body, depth)
		}
	}
	l.body(b.Body, depth)
}

func (l *law) body(blocks []extract.Block, depth int) {
	for i := range blocks {
		l.block(&blocks[i], depth+1)
	}
}

// line checks that a line's runs make its text.
func (l *law) line(text string, runs []extract.Inline) {
	if len(runs) == 0 {
		return
	}
	var joined strings.Builder
	for i := range runs {
		r := &runs[i]
		joined.WriteString(r.Text)
		l.index("run's image", r.Image, len(l.a.Images))
		if r.Text == "" && r.Image == nil {
			l.t.Errorf("an empty run in %q", text)
		}
		if !utf8.ValidString(r.Text) {
			l.t.Errorf("run cut within a character: %q", r.Text)
		}
	}
	if joined.String() != text {
		l.t.Errorf("runs %q make not the text %q", joined.String(), text)
	}
}

// addressFields hold addresses.
var addressFields = map[string]bool{"URL": true, "CanonicalURL": true, "Href": true, "Cite": true}

// strings checks every string of a value.
func (l *law) strings(v reflect.Value, field string) {
	switch v.Kind() {
	case reflect.String:
		l.str(v.String(), field)
	case reflect.Pointer:
		if !v.IsNil() {
			l.strings(v.Elem(), field)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			l.strings(v.Field(i), v.Type().Field(i).Name)
		}
	case reflect.Slice:
		if v.IsNil() && v.Type() == reflect.TypeFor[[]extract.Link]() {
			l.t.Error("a list that is nil")
		}
		for i := range v.Len() {
			l.strings(v.Index(i), field)
		}
	}
}

func (l *law) str(s, field string) {
	if !utf8.ValidString(s) {
		l.t.Errorf("%s is not UTF-8: %q", field, s)
	}
	for _, r := range s {
		if r < 0x20 && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 {
			l.t.Errorf("%s has the control character %U: %q", field, r, s)
			break
		}
	}
	if addressFields[field] && hostile(s) {
		l.t.Errorf("%s is dangerous: %q", field, s)
	}
}

// hostile reports whether a browser would run an address or read a file for it
// (URL Standard 4.4: leading controls and spaces, tabs and line feeds are no part of it).
func hostile(s string) bool {
	s = strings.ToLower(strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, s))
	for _, scheme := range []string{"javascript:", "vbscript:", "data:", "file:", "blob:"} {
		if strings.HasPrefix(s, scheme) {
			return true
		}
	}
	return false
}

// FuzzFrontMatter states that what stands before a page changes no text of it,
// and that a page without front matter has none taken.
func FuzzFrontMatter(f *testing.F) {
	for _, s := range []string{"title: Bridge\nauthor: Jo\n", "Bridge\n", "tags: [a, b]\ndate: 2026-03-04\n", "tags:\n  - a\n  - 'b''c'\n", "a: \"x\n"} {
		f.Add(s)
	}
	const page = "<p>The council met on Monday, and it voted for the bridge.</p>"
	f.Fuzz(func(t *testing.T, block string) {
		if strings.ContainsAny(block, "<\x00") || strings.Contains(block, "---") || len(block) > 8<<10 || !utf8.ValidString(block) {
			t.Skip()
		}
		for _, r := range block {
			if r < ' ' && r != '\n' {
				t.Skip() // may be taken for a binary file
			}
		}
		if !strings.HasSuffix(block, "\n") {
			block += "\n"
		}
		a, err := extract.Extract(strings.NewReader("---\n"+block+"---\n"+page), extract.WithCharset("utf-8"))
		if err != nil {
			t.Fatal(err)
		}
		holdRecord(t, a)
		if want := "The council met on Monday, and it voted for the bridge."; a.Text != want {
			t.Errorf("text %q", a.Text)
		}
	})
}

// TestNoPage holds the errors to their law on inputs that are no pages.
func TestNoPage(t *testing.T) {
	for name, input := range map[string]string{
		"empty": "", "space": " \n\t", "mark": "\xef\xbb\xbf", "pdf": "%PDF-1.7\n", "zip": "PK\x03\x04aaaa", "gzip": "\x1f\x8b\x08",
		"json": `{"a": 1}`, "feed": "<?xml version='1.0'?><rss></rss>", "png": "\x89PNG\r\n\x1a\n", "tar": strings.Repeat("a", 257) + "ustar\x0000",
	} {
		a, err := extract.Extract(iotest.OneByteReader(strings.NewReader(input)))
		if a != nil || err == nil {
			t.Errorf("%s: article %v, error %v", name, a, err)
		}
	}
	if _, err := extract.Extract(iotest.ErrReader(os.ErrDeadlineExceeded)); err == nil {
		t.Error("the reader's error is lost")
	}
	if a, err := extract.Extract(io.MultiReader(strings.NewReader("<p>words"), iotest.ErrReader(os.ErrDeadlineExceeded))); err == nil || a != nil {
		t.Errorf("the reader's late error is lost: %v, %v", a, err)
	}
}
