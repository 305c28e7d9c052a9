package extract

import (
	"bytes"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// sameTags fails if a tag of page reads otherwise than by TagName and TagAttr.
func sameTags(t *testing.T, page []byte) {
	t.Helper()
	ours, theirs := html.NewTokenizer(bytes.NewReader(page)), html.NewTokenizer(bytes.NewReader(page))
	var got, want attributes
	for {
		kind := ours.Next()
		theirs.Next()
		lead := len("<")
		switch kind {
		case html.ErrorToken:
			if ours.Err() != io.EOF {
				t.Fatal(ours.Err())
			}
			return
		case html.EndTagToken:
			lead = len("</")
		case html.StartTagToken, html.SelfClosingTagToken:
		default:
			continue
		}
		raw := string(ours.Raw())
		name, rest := tagName(ours, ours.Raw(), lead)
		name = bytes.Clone(name)
		wantName, _ := theirs.TagName()
		if string(name) != string(wantName) {
			t.Fatalf("%q: name %q, not %q", raw, name, wantName)
		}
		if kind == html.EndTagToken {
			continue
		}
		got.read(ours, rest)
		want.has, want.n = 0, 0
		for more := true; more; {
			var key, val []byte
			if key, val, more = theirs.TagAttr(); key != nil {
				want.add(key, val)
			}
		}
		if got.has != want.has || got.n != want.n {
			t.Fatalf("%q: attributes %v, not %v", raw, got.keys[:got.n], want.keys[:want.n])
		}
		for i := range got.n {
			if got.keys[i] != want.keys[i] || string(got.vals[i]) != string(want.vals[i]) || (got.vals[i] == nil) != (want.vals[i] == nil) {
				t.Fatalf("%q: attribute %d is %v=%q, not %v=%q", raw, i, got.keys[i], got.vals[i], want.keys[i], want.vals[i])
			}
		}
	}
}

var oddTags = []string{
	`<p>`, `<p/>`, `<p >`, `<P CLASS=x>`, `</DIV x>`, `<a href=x class='a b' id="c">`, `<a href="?a=1&amp;b=2" class=x>`, `<a class="" id=''>`,
	`<a class= id=x>`, `<a class=>`, `<a =class=x>`, `<a class=x class=y>`, `<a/class=x/id=y>`, `<a class/=x>`, `<a class = x>`, "<a\nclass\t=\r\n'x'\f>",
	"<a class='a\r\nb'>", "<a class='a\x00b'>", "<a\x00b class=x>", `<a class="x"id="y">`, `<a href=a/b/>`, `<a href=a"b>`, `<a "class"=x>`, `<a <b class=x>`,
	`<img data-src=a data-lazy-src=b src=c>`, `<a hidden class>`, `<a hidden= "x">`, `<br/ class=x>`, `<a / / class=x>`, `<a ==x class=y>`,
}

func TestRawTag(t *testing.T) {
	for _, tag := range oddTags {
		sameTags(t, []byte(tag+"x"))
	}
	pieces := strings.Split("<a |<div|</p| |\n|\r|/|>|=|\"|'|class|id|href|data-src|CLASS|x|&amp;|&|\x00|é|src=x|hidden", "|")
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var b []byte
		for range 1 + random.IntN(24) {
			b = append(b, pieces[random.IntN(len(pieces))]...)
		}
		sameTags(t, b)
	}
}

func FuzzRawTag(f *testing.F) {
	for _, tag := range oddTags {
		f.Add([]byte(tag))
	}
	f.Fuzz(func(t *testing.T, page []byte) { sameTags(t, page) })
}
