package output

import "pressclip/extract"

func ptr(n int) *int { return &n }

// sample returns an article with every field and every type of block.
func sample() *extract.Article {
	return &extract.Article{
		Schema:       extract.Schema,
		Source:       extract.Source{Path: "saved/grid.html", Bytes: 48211, Charset: "utf-8"},
		URL:          "https://example.org/2026/03/04/grid/",
		CanonicalURL: "https://example.org/grid/",
		Title:        "Who pays for the new grid?",
		Subtitle:     "A vote in May decides",
		Description:  "The city plans a second cable: residents ask who pays.",
		Authors:      []extract.Person{{Name: "Joe Schmo, Jr.", URL: "https://example.org/a/joe"}, {Name: "Ana María Núñez", Role: "photographs"}},
		Published:    "2026-03-04T09:30:00+01:00",
		Modified:     "2026-03-05",
		Site:         &extract.Site{Name: "Example News", URL: "https://example.org/"},
		Kind:         extract.ArticlePage,
		Language:     "en-GB",
		License:      "https://creativecommons.org/licenses/by/4.0/",
		Categories:   []extract.Term{{Name: "Energy", URL: "https://example.org/c/energy/"}},
		Tags:         []extract.Term{{Name: "grid", URL: "https://example.org/t/grid/"}, {Name: "storage"}},
		CommentCount: ptr(12),
		LeadImage:    ptr(0),
		Text:         "The plan\n\n“It is a strange and wonderful thing,” said Maria Lopez, the mayor.",
		Body:         sampleBody(),
		Quotes: []extract.Quote{
			{Kind: extract.DirectQuote, Text: "It is a strange and wonderful thing,", Block: 1, Cue: "said", Group: 1,
				Speaker: &extract.Speaker{Name: "Maria Lopez", AsWritten: "Maria Lopez", Role: "the mayor"}},
			{Kind: extract.BlockQuote, Text: "We will not stop.", Block: 6, Cite: "https://src.example/q",
				Speaker: &extract.Speaker{Name: "Grace Hopper", AsWritten: "Grace Hopper"}},
			{Kind: extract.PullQuote, Text: "We will not stop.", Block: 6, RepeatOf: ptr(1), Confidence: "low"},
		},
		Links: []extract.Link{
			{URL: "https://example.org/p/lopez", Text: "Maria Lopez", Title: "Her page", Kind: extract.InternalLink, Block: 1},
			{URL: "https://council.example/report.pdf", Text: "", Kind: extract.ExternalLink, Rel: []string{"nofollow"}, Block: 8},
		},
		Images: []extract.Image{{URL: "https://cdn.example.org/img/real-1600.jpg", Alt: "A cable on a beach", Title: "Low tide",
			Caption: "The cable at low tide.", Credit: "A. Person/Agency", Href: "https://example.org/big", Width: 1600, Height: 1067, Block: ptr(2),
			Srcset: []extract.Candidate{{URL: "https://cdn.example.org/img/real-400.jpg", Width: 400}, {URL: "https://cdn.example.org/img/x2.jpg", Density: 1.5}}}},
		Stats:    extract.Stats{Words: 612, Characters: 3480, DroppedWords: 148},
		Warnings: []extract.Warning{{Code: "bad_json_ld", Message: "a JSON-LD block was not valid JSON"}},
	}
}

func sampleBody() []extract.Block {
	return []extract.Block{
		{Type: extract.Heading, Level: 2, ID: "plan", Text: "The plan"},
		{Type: extract.Paragraph, Text: "“It is a strange and wonderful thing,” said Maria Lopez, the mayor.1", Inlines: []extract.Inline{
			{Text: "“It is a strange and wonderful thing,” said "},
			{Text: "Maria Lopez", Href: "https://example.org/p/lopez", Title: "Her page", Style: []extract.Style{extract.Strong}},
			{Text: ", the mayor."},
			{Text: "1", Href: "#fn1", Footnote: "1", Style: []extract.Style{extract.Sup}}}},
		{Type: extract.Figure, Image: ptr(0), Text: "The cable at low tide."},
		{Type: extract.List, Ordered: true, Start: ptr(3), Text: "Dig\nby night\nLay", Items: []extract.Item{
			{Text: "Dig", Body: []extract.Block{{Type: extract.List, Text: "by night", Items: []extract.Item{{Text: "by night"}}}}}, {Text: "Lay"}}},
		{Type: extract.Code, Language: "go", Text: "func main() {\n\tfmt.Println(\"hi\")\n}"},
		{Type: extract.Table, Caption: "Cost", HeaderRows: 1, Text: "Year £m\n2026 4|5", Rows: [][]extract.Cell{
			{{Text: "Year"}, {Text: "£m"}}, {{Text: "2026", Header: true}, {Text: "4|5"}}}},
		{Type: extract.QuoteBlock, Text: "We will not stop.", Cite: "https://src.example/q", Body: []extract.Block{{Type: extract.Paragraph, Text: "We will not stop."}}},
		{Type: extract.Embed, Provider: "youtube", URL: "https://www.youtube.com/watch?v=abc123", Title: "A video", Text: "A comment",
			Body: []extract.Block{{Type: extract.Paragraph, Text: "A comment"}}},
		{Type: extract.Math, TeX: `\sum_{i=1}^n i`, Text: "the sum"},
		{Type: extract.Definitions, Text: "Grid\nA net of lines.", Items: []extract.Item{
			{Terms: []extract.Line{{Text: "Grid", Inlines: []extract.Inline{{Text: "Grid", Style: []extract.Style{extract.Emphasis}}}}}, Text: "A net of lines."}}},
		{Type: extract.Rule},
		{Type: extract.Table, HeaderRows: 1, Text: "a b", Rows: [][]extract.Cell{
			{{Text: "a", Colspan: 2}}, {{Text: "b", Rowspan: 2, Body: []extract.Block{{Type: extract.List, Text: "<c>", Items: []extract.Item{{Text: "<c>"}}}}}, {Text: "d"}}}},
		{Type: extract.Paragraph, Text: "H2O is x.", Inlines: []extract.Inline{{Text: "H"}, {Text: "2", Style: []extract.Style{extract.Sub}}, {Text: "O is "}, {Text: "x", TeX: "x_1"}, {Text: "."}}},
		{Type: extract.Footnotes, Text: "Figures from the council.", Items: []extract.Item{{ID: "1", Text: "Figures from the council."}}},
	}
}
