package extract_test

import (
	"errors"
	"fmt"
	"strings"

	"pressclip/extract"
)

// page is a small page as a site serves it.
const page = `<!DOCTYPE html><html lang="en-GB"><head><title>The ferry is late – Island News</title>
<meta property="og:site_name" content="Island News"><meta name="author" content="Ana Núñez">
<meta property="article:published_time" content="2026-03-04T09:30:00+01:00"></head><body>
<nav><a href="/">Home</a> <a href="/weather">Weather</a></nav>
<article><h1>The ferry is late</h1>
<p>“It has been late since <em>May</em>,” said Maria Lopez, the harbour master, when the council met on Tuesday to hear about it.</p>
<h2>What is planned</h2>
<ul><li>A second ship, to be bought in Norway next year.</li><li>A <a href="/timetable">timetable</a> that tells the truth about the first one.</li></ul>
<p>Nobody in the hall could say who is going to pay for either of them, and the meeting went on until midnight.</p></article>
<footer>© Island News. All rights reserved.</footer></body></html>`

func ExampleExtract() {
	a, err := extract.Extract(strings.NewReader(page), extract.WithURL("https://island.example/ferry"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Title)
	for _, p := range a.Authors {
		fmt.Println("by", p.Name)
	}
	fmt.Println(a.Published, a.Language, a.Site.Name)
	for _, q := range a.Quotes {
		if q.Speaker != nil {
			fmt.Printf("%s, %s: %s\n", q.Speaker.Name, q.Speaker.Role, q.Text)
		}
	}
	for _, l := range a.Links {
		fmt.Println(l.Kind, l.URL)
	}
	// Output:
	// The ferry is late
	// by Ana Núñez
	// 2026-03-04T09:30:00+01:00 en-GB Island News
	// Maria Lopez, the harbour master: It has been late since May,
	// internal https://island.example/timetable
}

// The errors of pages are told apart with errors.Is.
func ExampleExtract_errors() {
	for _, page := range []string{"%PDF-1.7", " \n", strings.Repeat("<p>word ", 100)} {
		_, err := extract.Extract(strings.NewReader(page), extract.WithMaxBytes(500))
		switch {
		case errors.Is(err, extract.ErrNotHTML):
			fmt.Println("no page:", err)
		case errors.Is(err, extract.ErrEmpty):
			fmt.Println("nothing in it:", err)
		case errors.Is(err, extract.ErrTooLarge):
			fmt.Println("refused:", err)
		}
	}
	// Output:
	// no page: not HTML (PDF)
	// nothing in it: the page is empty
	// refused: reading the page: larger than the limit of 500 bytes
}

// The type of a block tells which of its fields to read.
func ExampleBlock() {
	a, err := extract.Extract(strings.NewReader(page))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range a.Body {
		switch b.Type {
		case extract.Heading:
			fmt.Printf("heading %d: %s\n", b.Level, b.Text)
		case extract.List:
			fmt.Printf("list of %d\n", len(b.Items))
		default:
			fmt.Printf("%s: %.17s…\n", b.Type, b.Text)
		}
		for _, run := range b.Inlines {
			if len(run.Style) > 0 {
				fmt.Println("  ", run.Style, run.Text)
			}
		}
	}
	// Output:
	// paragraph: “It has been late…
	//    [emphasis] May
	// heading 2: What is planned
	// list of 2
	// paragraph: Nobody in the hal…
}

// What was left out, and why.
func ExampleWithTrace() {
	_, err := extract.Extract(strings.NewReader(page), extract.WithTrace(func(d extract.Decision) {
		if d.Stage == "drop" {
			reason, _, _ := strings.Cut(d.Reason, ";")
			fmt.Printf("%q: %s\n", d.Value, reason)
		}
	}))
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// "Home Weather": its element says: navigation
	// "The ferry is late": repeats the headline
	// "© Island News. All rights reserved.": outside the article
}

func ExampleDate_Time() {
	for _, d := range []extract.Date{"2026-03", "2026-03-04T09:30:00+01:00", "soon"} {
		t, ok := d.Time()
		fmt.Println(t.Format("2 Jan 2006 15:04 -0700"), ok)
	}
	// Output:
	// 1 Mar 2026 00:00 +0000 true
	// 4 Mar 2026 09:30 +0100 true
	// 1 Jan 0001 00:00 +0000 false
}

// What a program should know before it trusts a record.
func ExampleWarning() {
	a, err := extract.Extract(strings.NewReader(page)) // without its address
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, w := range a.Warnings {
		if w.Code == extract.WarnNoBase {
			fmt.Println(w.Message)
		}
	}
	// Output:
	// relative addresses stay as written: the page does not tell its own address
}
