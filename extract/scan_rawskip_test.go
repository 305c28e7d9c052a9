package extract

import (
	"bytes"
	"io"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// scannedPage is what a scanner makes of a page, and how many bytes it counted.
func scannedPage(t *testing.T, input func(*scanner) io.Reader) (*page, int) {
	t.Helper()
	s, p := new(scanner), &page{classIndex: map[string]int32{}}
	s.reset(html.NewTokenizer(input(s)), p)
	if err := s.tokens(); err != nil {
		t.Fatal(err)
	}
	p.classes, p.classIndex, p.recentClasses = nil, nil, [recentClasses]int32{} // in the order of their hashes
	return p, s.read
}

// sameSkipped fails if a page is another one when raw text is dropped from it.
func sameSkipped(t *testing.T, text []byte, n int) {
	t.Helper()
	want, read := scannedPage(t, func(*scanner) io.Reader { return bytes.NewReader(text) })
	got, counted := scannedPage(t, func(s *scanner) io.Reader { return &rawSkipper{r: &piecesReader{bytes.NewReader(text), n}, s: s} })
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%.2000q in pieces of %d: the page is\n%.3000q\nnot\n%.3000q", text, n, got.text, want.text)
	}
	if counted != read {
		t.Fatalf("%.2000q in pieces of %d: %d bytes are counted, not %d", text, n, counted, read)
	}
}

// oddRawTexts are scripts and the like that end where one may not expect it.
var oddRawTexts = []string{
	"<script></script>after", "<script>a<b</script>after", "<script>'</div>'</script>after", "<script>'</scripted>'</script>after", "<script>x</SCRIPT >after",
	"<script>x</script/>after", "<script>x</script", "<script>x</", "<script>x<", "<script>x", "<script", "<script>", "<SCRIPT>x</SCRIPT>after",
	"<script><!-- x --></script>after", "<script><!-- <script> </script> --></script>after", "<script>x<!--<script></script>y</script>after",
	"<script>x<!- <script></script>after", "<script>x<!", "<script>x<!-", "<script>x--><!--></script>after", `<script data-x="a>b">x</script>after`,
	"<script src=x /><p>after", "<style>p{content:'</p>'}</style>after", "<style><!-- x --></style>after", "<style></script></style>after",
	"<iframe><p>x</iframe>after", "<textarea><p>x</textarea>after", "<noembed><p></noembed>after", "<noframes>x</p></noframes>after",
	"<svg><style>p<b></style><script>x<p></script></svg>after", "<template><script>x</p></script></template>after",
	`<script type="application/ld+json">{"@type":"Article","headline":"</b>"}</script>after`, `<script type="math/tex">x</b></script>after`,
	"<script>x</script ><p title='</script>'>after", "<script>x</script a=b c='>'>after", "<title>a<b</title><script>x", "<p><script>\x00\r\n</script>after",
	"<noscript><style>x</noscript></style>after", "<xmp><script></xmp>after", "<plaintext><script>x</script>after",
}

func TestRawSkip(t *testing.T) {
	filler := strings.Repeat("var a = b < c; ", 2*skipBuffer/15)
	for _, text := range oddRawTexts {
		text = "<p>before</p>" + text + "<p>the end</p>"
		for _, n := range []int{1, 2, 7, 1 << 20} {
			sameSkipped(t, []byte(text), n)
			sameSkipped(t, []byte(strings.ReplaceAll(text, "x", filler)), n)
		}
	}
	parts := strings.Split("<script>|</script>|<script |<style>|</style>|</Script |<iframe>|</iframe>|<!--|-->|<!|<|</|/|>| |'|x|<p>|</p>|<svg>|</svg>|<textarea>|</textarea>|--|é|script|<template>|"+filler[:200], "|")
	random := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		var b []byte
		for range 1 + random.IntN(24) {
			b = append(b, parts[random.IntN(len(parts))]...)
		}
		sameSkipped(t, b, 1+random.IntN(40))
	}
}

// TestRawSkipSkips holds the reader to its use: of a script it hands out little
// more than the tags.
func TestRawSkipSkips(t *testing.T) {
	out := 0
	scannedPage(t, func(s *scanner) io.Reader {
		return counting{&rawSkipper{r: strings.NewReader("<p>before</p><script>" + strings.Repeat("if (a < b) {}", 100_000) + "</script><p>after</p>"), s: s}, &out}
	})
	if out > 100 {
		t.Errorf("the tokenizer got %d bytes", out)
	}
}

// counting counts the bytes that are read.
type counting struct {
	r io.Reader
	n *int
}

func (c counting) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	*c.n += n
	return n, err
}

func FuzzRawSkip(f *testing.F) {
	for _, text := range oddRawTexts {
		f.Add([]byte(text), uint8(5))
	}
	f.Fuzz(func(t *testing.T, text []byte, n uint8) { sameSkipped(t, text, 1+int(n)) })
}
