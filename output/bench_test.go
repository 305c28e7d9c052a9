package output

import (
	"io"
	"slices"
	"testing"

	"pressclip/extract"
)

// longRead returns an article of about 15 kB of text with links and marks.
func longRead() *extract.Article {
	a := sample()
	p := para(run("The council met on "), run("Tuesday", extract.Strong), run(" to talk about the plan_b of 2026, which costs 3.5 million; "),
		extract.Inline{Text: "a report", Href: "https://council.example/report.pdf"}, run(" says so. It is *not* known who pays, and the mayor would "),
		run("not", extract.Emphasis), run(" say more than that the vote is in May & that every household has one."))
	for _, r := range p.Inlines {
		p.Text += r.Text
	}
	a.Body = append(a.Body, slices.Repeat([]extract.Block{p}, 50)...)
	for i := range a.Body {
		a.Text += a.Body[i].Text + "\n\n"
	}
	return a
}

func BenchmarkWrite(b *testing.B) {
	a := longRead()
	for _, name := range Names() {
		f, _ := Lookup(name)
		b.Run(name, func(b *testing.B) {
			var n countingWriter
			if err := f.Write(&n, a, Options{}); err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(n))
			b.ReportAllocs()
			for b.Loop() {
				if err := f.Write(io.Discard, a, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSelect(b *testing.B) {
	a := longRead()
	f, _ := Lookup("jsonl")
	b.ReportAllocs()
	for b.Loop() {
		if err := f.Write(io.Discard, a, Options{Fields: []string{"title", "authors.name", "links.url"}}); err != nil {
			b.Fatal(err)
		}
	}
}

// A countingWriter counts bytes.
type countingWriter int

func (n *countingWriter) Write(p []byte) (int, error) {
	*n += countingWriter(len(p))
	return len(p), nil
}
