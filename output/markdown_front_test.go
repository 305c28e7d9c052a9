package output

import (
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"pressclip/extract"
)

func TestFrontMatter(t *testing.T) {
	a := sample()
	a.URL = ""
	a.Title = `He said: "no" # ---`
	a.Authors = append(a.Authors, extract.Person{Name: " "})
	b, err := frontMatter(a, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := `---
title: "He said: \"no\" # ---"
subtitle: A vote in May decides
authors:
  - Joe Schmo, Jr.
  - Ana María Núñez
date: 2026-03-04T09:30:00+01:00
lastmod: 2026-03-05
source: https://example.org/grid/
site: Example News
lang: en-GB
description: "The city plans a second cable: residents ask who pays."
categories:
  - Energy
tags:
  - grid
  - storage
image: https://cdn.example.org/img/real-1600.jpg
---
`
	if string(b) != want {
		t.Errorf("got %s\nwant %s", b, want)
	}
	if b, err := frontMatter(&extract.Article{LeadImage: ptr(3)}, Options{QuotesInFrontMatter: true}); err != nil || b != nil {
		t.Errorf("of nothing: %q, %v", b, err)
	}
}

func TestFrontMatterQuotes(t *testing.T) {
	a := &extract.Article{Title: "The grid", Quotes: []extract.Quote{
		{Kind: extract.DirectQuote, Text: "It is “late”: very,", Cue: "said", Speaker: &extract.Speaker{Name: "Maria Lopez", AsWritten: "she", Role: "the mayor"}},
		{Kind: extract.BlockQuote, Text: "We will not stop.\nNever.", Speaker: &extract.Speaker{Name: "Grace Hopper", AsWritten: "Grace Hopper"}},
		{Kind: extract.DirectQuote, Text: "2026"},
		{Kind: extract.DirectQuote, Text: " "},
	}}
	for _, tt := range []struct {
		name    string
		article *extract.Article
		options Options
		want    string
	}{
		{"not asked for", a, Options{}, "---\ntitle: The grid\n---\n"},
		{"none", &extract.Article{Title: "The grid"}, Options{QuotesInFrontMatter: true}, "---\ntitle: The grid\n---\n"},
		{"asked for", a, Options{QuotesInFrontMatter: true}, `---
title: The grid
quotes:
  - text: "It is “late”: very,"
    speaker: Maria Lopez
    cue: said
  - text: |-
      We will not stop.
      Never.
    speaker: Grace Hopper
  - text: "2026"
---
`},
	} {
		if b, err := frontMatter(tt.article, tt.options); err != nil || string(b) != tt.want {
			t.Errorf("%s: got %s, %v\nwant %s", tt.name, b, err, tt.want)
		}
	}
}

func TestFrontMatterDates(t *testing.T) {
	for d, want := range map[extract.Date]string{
		"2026":                      "",
		"2026-03":                   "",
		"2026-03-04":                "2026-03-04",
		"2026-03-04T09:30":          "2026-03-04T09:30:00",
		"2026-03-04T09:30Z":         "2026-03-04T09:30:00Z",
		"2026-03-04T09:30-05:00":    "2026-03-04T09:30:00-05:00",
		"2026-03-04T09:30:15":       "2026-03-04T09:30:15",
		"2026-03-04T09:30:15+01:00": "2026-03-04T09:30:15+01:00",
		"2026-02-30":                "",
		"yesterday":                 "",
	} {
		b, err := frontMatter(&extract.Article{Published: d}, Options{})
		if got := strings.TrimSuffix(strings.TrimPrefix(string(b), "---\ndate: "), "\n---\n"); err != nil || got != want {
			t.Errorf("%s: got %s, %v; want %s", d, got, err, want)
		}
		if want == "" {
			continue
		}
		var front struct{ Date any }
		if err := yaml.Unmarshal(b[len("---\n"):len(b)-len("---\n")], &front); err != nil {
			t.Fatal(err)
		}
		_, isTime := front.Date.(time.Time) // yaml.v3 takes a time with a T and no offset for a string
		if full := want[0] == '2' && (len(want) == len("2026-03-04") || len(want) > len("2026-03-04T09:30:00")); isTime != full {
			t.Errorf("%s: reads back as %T", d, front.Date)
		}
	}
}

// TestFrontMatterReadsBack checks hostile values: one ruler at each end, and
// the strings as they were.
func TestFrontMatterReadsBack(t *testing.T) {
	m := randomMaker(3)
	for range 2000 {
		a := &extract.Article{Title: m.text(5), Description: m.text(5), Tags: []extract.Term{{Name: m.text(4)}},
			Quotes: []extract.Quote{{Text: m.text(5), Cue: m.text(2), Speaker: &extract.Speaker{Name: m.text(3)}}}}
		b, err := frontMatter(a, Options{QuotesInFrontMatter: true})
		if err != nil {
			t.Fatal(err)
		}
		if len(b) == 0 {
			continue
		}
		if parts := strings.Split("\n"+string(b), "\n---\n"); len(parts) != 3 {
			t.Fatalf("%d parts in %q", len(parts), b)
		}
		var got struct {
			Title, Description string
			Tags               []string
			Quotes             []struct{ Text, Speaker, Cue string }
		}
		if err := yaml.Unmarshal(b[4:len(b)-4], &got); err != nil {
			t.Fatalf("%v in %q", err, b)
		}
		pairs := [][2]string{{got.Title, a.Title}, {got.Description, a.Description}, {strings.Join(got.Tags, ""), a.Tags[0].Name}}
		if q := a.Quotes[0]; len(got.Quotes) > 0 {
			pairs = append(pairs, [2]string{got.Quotes[0].Text, q.Text}, [2]string{got.Quotes[0].Speaker, q.Speaker.Name}, [2]string{got.Quotes[0].Cue, q.Cue})
		} else if strings.TrimSpace(clean(q.Text)) != "" {
			t.Errorf("no quote %q", q.Text)
		}
		for _, v := range pairs {
			if want := clean(v[1]); v[0] != want && strings.TrimSpace(want) != "" {
				t.Errorf("got %q, want %q", v[0], want)
			}
		}
	}
}
