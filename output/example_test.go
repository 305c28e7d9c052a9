package output_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"pressclip/extract"
	"pressclip/output"
)

func article() *extract.Article {
	return &extract.Article{
		Schema:    extract.Schema,
		Title:     "Who pays for the new grid?",
		URL:       "https://example.org/grid/",
		Authors:   []extract.Person{{Name: "Ana María Núñez"}, {Name: "Joe Schmo, Jr.", Role: "photographs"}},
		Published: "2026-03-04",
		Text:      "Nobody knows.",
		Body: []extract.Block{{Type: extract.Paragraph, Text: "Nobody knows.", Inlines: []extract.Inline{
			{Text: "Nobody", Style: []extract.Style{extract.Emphasis}}, {Text: " "}, {Text: "knows", Href: "https://example.org/k"}, {Text: "."}}}},
		Quotes: []extract.Quote{{Kind: extract.DirectQuote, Text: "It is late,", Cue: "said", Speaker: &extract.Speaker{Name: "Maria Lopez", AsWritten: "Lopez"}}},
	}
}

func ExampleFormat_Write() {
	f, _ := output.Lookup("markdown")
	if err := f.Write(os.Stdout, article(), output.Options{}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// ---
	// title: Who pays for the new grid?
	// authors:
	//   - Ana María Núñez
	//   - Joe Schmo, Jr.
	// date: 2026-03-04
	// source: https://example.org/grid/
	// ---
	//
	// # Who pays for the new grid?
	//
	// *Nobody* [knows](https://example.org/k).
}

func ExampleFormat_Write_fields() {
	f, _ := output.ByExtension(".yaml")
	if err := f.Write(os.Stdout, article(), output.Options{Fields: []string{"published", "authors.name"}}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// ---
	// authors:
	//   - name: Ana María Núñez
	//   - name: Joe Schmo, Jr.
	// published: "2026-03-04"
}

func ExampleNames() {
	fmt.Println(output.Names())
	// Output: [json yaml md text]
}

func ExampleGet() {
	for _, path := range []string{"authors", "authors.role", "quotes", "autors"} {
		values, err := output.Get(article(), path)
		fmt.Printf("%q\n", values)
		if errors.Is(err, output.ErrUnknownField) {
			fmt.Println(err)
		}
	}
	// Output:
	// ["Ana María Núñez" "Joe Schmo, Jr."]
	// ["photographs"]
	// ["Maria Lopez: “It is late,”"]
	// []
	// unknown field "autors" (did you mean "authors"?)
}

func ExampleHas() {
	fmt.Println(output.Has(article(), "title"), output.Has(article(), "modified"))
	// Output: true false
}

func ExampleSelect() {
	s, err := output.Select(article(), []string{"authors.name", "title"})
	if err != nil {
		fmt.Println(err)
		return
	}
	b, err := json.Marshal(s)
	fmt.Println(string(b), err)
	// Output: {"title":"Who pays for the new grid?","authors":[{"name":"Ana María Núñez"},{"name":"Joe Schmo, Jr."}]} <nil>
}

func ExampleFields() {
	for _, f := range output.Fields()[:4] {
		fmt.Printf("%-14s %-8s %s\n", f.Path, f.Type, f.Doc)
	}
	// Output:
	// schema         string   version of the record
	// source         object   where the bytes came from
	// source.path    string   name of the input, as given
	// source.bytes   integer  length of the input before decoding
}

func ExampleSchema() {
	var schema struct{ Required []string }
	if err := json.Unmarshal(output.Schema(), &schema); err != nil {
		fmt.Println(err)
	}
	fmt.Println(schema.Required)
	// Output: [schema source authors categories tags text body quotes links images stats warnings]
}
