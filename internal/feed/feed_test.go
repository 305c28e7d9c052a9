package feed

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

// read returns the items and the error at the end.
func read(r io.Reader, maxBytes int64) (items []Item, err error) {
	for item, e := range Items(r, maxBytes) {
		if e != nil {
			return items, e
		}
		items = append(items, item)
	}
	return items, nil
}

func TestRSS(t *testing.T) {
	const doc = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="x.xsl"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Rain News</title><language>en</language><image><title>no</title></image>
<item><title>Rain &amp; sun</title><link>https://e.org/a</link><guid>1</guid><dc:creator><![CDATA[Ann Rain]]></dc:creator><pubDate>Mon, 06 May 2024 07:08:09 +0000</pubDate>
<category>Weather</category><category>Weather</category><description>Short</description><content:encoded><![CDATA[<p>It rained &amp; rained</p>]]></content:encoded><media:title>no</media:title></item>
<item><title>Two</title><author>bob@e.org (Bob Sun)</author><description>&lt;p&gt;All of it&lt;/p&gt;</description></item>
<item><title>Three</title></item>
</channel></rss>trailing`
	items, err := read(strings.NewReader(doc), 0)
	want := []Item{
		{ID: "1", URL: "https://e.org/a", Title: "Rain & sun", Description: "Short", Authors: []string{"Ann Rain"}, Categories: []string{"Weather"},
			Published: "Mon, 06 May 2024 07:08:09 +0000", Language: "en", Site: "Rain News", HTML: "<p>It rained &amp; rained</p>"},
		{Title: "Two", Authors: []string{"Bob Sun"}, Language: "en", Site: "Rain News", HTML: "<p>All of it</p>"},
		{Title: "Three", Language: "en", Site: "Rain News", Skip: "an item without content"},
	}
	check(t, items, want, err)
}

func TestAtom(t *testing.T) {
	const doc = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Regen</title>
<entry><title>Eins</title><id>urn:1</id><link rel="self" href="https://e.org/self"/><link href="https://e.org/1"/><published>2024-05-06T07:08:09Z</published><updated>2024-05-07</updated>
<author><name>Ann</name><email>a@e.org</email></author><category term="w" label="Wetter"/><summary>Kurz</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p class="x">Es <b>regnete</b> &lt;lange&gt;<br/></p></div></content></entry>
<entry><content type="html">&lt;p&gt;Zwei&lt;/p&gt;</content></entry>
<entry><content type="text">a &lt; b

c</content></entry></feed>`
	items, err := read(strings.NewReader(doc), 0)
	want := []Item{
		{ID: "urn:1", URL: "https://e.org/1", Title: "Eins", Description: "Kurz", Authors: []string{"Ann"}, Categories: []string{"Wetter"}, Published: "2024-05-06T07:08:09Z", Updated: "2024-05-07",
			Language: "de", Site: "Regen", HTML: `<div><p class="x">Es <b>regnete</b> &lt;lange&gt;<br></p></div>`},
		{Language: "de", Site: "Regen", HTML: "<p>Zwei</p>"},
		{Language: "de", Site: "Regen", HTML: "<p>a &lt; b\n</p>\n<p>c\n</p>"},
	}
	check(t, items, want, err)
}

func TestWordPress(t *testing.T) {
	const doc = `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Blog</title><wp:author><wp:author_login>ann</wp:author_login><wp:author_display_name><![CDATA[Ann Rain]]></wp:author_display_name></wp:author>
<item><title>Post</title><dc:creator>ann</dc:creator><excerpt:encoded><![CDATA[In short]]></excerpt:encoded><content:encoded><![CDATA[One
two

<h2>Three</h2>
Four]]></content:encoded><wp:post_id>7</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
<category domain="category" nicename="w"><![CDATA[Weather]]></category><category domain="post_tag">rain</category></item>
<item><wp:post_type>attachment</wp:post_type></item>
<item><content:encoded>x</content:encoded><wp:post_type>post</wp:post_type><wp:status>draft</wp:status></item></channel></rss>`
	items, err := read(strings.NewReader(doc), 0)
	for i := range items {
		items[i].postType, items[i].status = "", ""
	}
	want := []Item{
		{ID: "7", Title: "Post", Description: "In short", Authors: []string{"Ann Rain"}, Categories: []string{"Weather"}, Tags: []string{"rain"}, Site: "Blog", HTML: "<p>One\n<br>two\n</p>\n<h2>Three</h2>\n<p>Four\n</p>"},
		{Site: "Blog", Skip: "no post but of the type attachment"},
		{Site: "Blog", HTML: "<p>x\n</p>", Skip: "a post that is not published"},
	}
	check(t, items, want, err)
}

// check compares what matters to callers.
func check(t *testing.T, got, want []Item, err error) {
	t.Helper()
	if err != nil || len(got) != len(want) {
		t.Fatalf("%d items, %v", len(got), err)
	}
	for i := range want {
		got[i].full = ""
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Errorf("item %d:\n got %+v\nwant %+v", i, got[i], want[i])
		}
	}
}

func TestCharset(t *testing.T) {
	items, err := read(strings.NewReader("<?xml version='1.0' encoding='windows-1252'?><rss><item><description>\x93Regen\x94 \xfc</description></item></rss>"), 0)
	if err != nil || len(items) != 1 || items[0].HTML != "\u201cRegen\u201d \u00fc" {
		t.Errorf("%+v, %v", items, err)
	}
}

func TestParagraphs(t *testing.T) {
	for in, want := range map[string]string{
		"<!-- wp:paragraph --><p>a</p>\n\nb": "<!-- wp:paragraph --><p>a</p>\n\nb",
		"a\r\n\r\nb":                         "<p>a\n</p>\n<p>b\n</p>",
		"<pre>a\n\nb</pre>\nc":               "<pre>a\n\nb</pre>\n<p>c\n</p>",
		"<PRE>a</PRE><pre>b\n\nc</pre>":      "<PRE>a</PRE><pre>b\n\nc</pre>\n",
		"<a href=x>a</a>\nb":                 "<p><a href=x>a</a>\n<br>b\n</p>",
		"<ul>\n<li>a</li>\n</ul>\nb":         "<ul>\n<li>a</li>\n</ul>\n<p>b\n</p>",
		"<p>a\nb</p>\nc":                     "<p>a\nb</p>\n<p>c\n</p>",
		"<blockquote>\na\n</blockquote>\nb":  "<blockquote>\na\n</blockquote>\n<p>b\n</p>",
		"<hr />\na":                          "<hr />\n<p>a\n</p>",
		"":                                   "",
	} {
		if got := paragraphs(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestShortcodes(t *testing.T) {
	for in, want := range map[string]string{
		`[caption id="a" width="3"]<a href="x"><img src="y" /></a> The <em>river</em>[/caption]z`: "<figure><a href=\"x\"><img src=\"y\" /></a><figcaption>The <em>river</em></figcaption></figure>\nz",
		`[caption]<img src=y> River[/caption]`:                                                    "<figure><img src=y><figcaption>River</figcaption></figure>\n",
		`[caption]words[/caption]`:                                                                "words",
		`a[gallery ids="1,2"]b`:                                                                   "ab",
		`[embed]https://e.org/?a&b[/embed]`:                                                       `<p><a href="https://e.org/?a&amp;b">https://e.org/?a&amp;b</a></p>`,
		`[caption] a [captions] [x] [`:                                                            `[caption] a [captions] [x] [`,
		strings.Repeat("[embed]", 3) + "[/embed]":                                                 `<p><a href="[embed][embed]">[embed][embed]</a></p>`,
	} {
		if got := expand(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	start := time.Now()
	if text := strings.Repeat("[embed]", 1<<20); expand(text) != text || time.Since(start) > 5*time.Second {
		t.Errorf("took %v", time.Since(start))
	}
}

func TestErrors(t *testing.T) {
	const one = "<rss><channel><item><description>a</description></item>"
	disk := errors.New("the disk is gone")
	for _, test := range []struct {
		name  string
		r     io.Reader
		items int
		want  error
	}{
		{"cut", strings.NewReader(one + "<item><description>b"), 1, ErrDamaged},
		{"cut between items", strings.NewReader(one), 1, ErrDamaged},
		{"too large", io.MultiReader(strings.NewReader(one+"<item><description>"), endless{}), 1, ErrTooLarge},
		{"too large text", io.MultiReader(strings.NewReader(one+"<item><![CDATA["), endless{}), 1, ErrTooLarge},
		{"nested", strings.NewReader(one + strings.Repeat("<a>", 1000)), 1, ErrDamaged},
		{"disk", io.MultiReader(strings.NewReader(one), iotest.ErrReader(disk)), 1, disk},
		{"entities are not expanded", strings.NewReader(`<!DOCTYPE rss [<!ENTITY a "bbbbbbbb">]><rss><item><description>&a;&nbsp;x</description></item></rss>`), 1, nil},
	} {
		items, err := read(test.r, 1<<20)
		if len(items) != test.items || !errors.Is(err, test.want) {
			t.Errorf("%s: %d items, %v, want %d, %v", test.name, len(items), err, test.items, test.want)
		}
	}
}

// endless reads the letter x.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// Items that end before a cut are given whole.
func FuzzCut(f *testing.F) {
	f.Add("Rain", "<p>It rained</p>", uint16(200))
	f.Fuzz(func(t *testing.T, title, content string, cut uint16) {
		escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace
		clean := func(s string) string {
			return strings.TrimSpace(strings.Map(func(r rune) rune {
				if r < ' ' || r == 0xfffd || r >= 0xfffe && r <= 0xffff {
					return -1
				}
				return r
			}, s))
		}
		title, content = clean(title), clean(content)
		doc, ends := "<rss><channel>", []int(nil)
		for i := range 4 {
			doc += fmt.Sprintf("<item><title>%d%s</title><guid>%d</guid><description>%s</description></item>", i, escape(title), i, escape(content))
			ends = append(ends, len(doc))
		}
		doc += "</channel></rss>"
		doc = doc[:min(int(cut), len(doc))]
		items, err := read(strings.NewReader(doc), 0)
		for i, end := range ends {
			switch {
			case end > len(doc):
			case i >= len(items):
				t.Fatalf("%d items, want more: %v", len(items), err)
			case items[i].HTML != content || items[i].Title != strings.TrimSpace(fmt.Sprint(i, title)):
				t.Errorf("item %d: %q, %q, want %q, %q", i, items[i].Title, items[i].HTML, title, content)
			}
		}
	})
}

// Any bytes end in items and at most one error, and nothing becomes much larger.
func FuzzItems(f *testing.F) {
	f.Add([]byte("<rss><channel><item><title>a</title><description>b</description></item></channel></rss>"))
	f.Add([]byte(`<feed><entry><content type="xhtml"><div>a<br/></div></content></entry></feed>`))
	f.Fuzz(func(t *testing.T, doc []byte) {
		items, _ := read(strings.NewReader(string(doc)), 1<<20)
		size := 0
		for _, item := range items {
			size += len(item.HTML) + len(item.Title)
		}
		if size > 12*len(doc)+1024 { // a byte may become "&#34;" or "<p></p>"
			t.Errorf("%d bytes from %d", size, len(doc))
		}
	})
}
