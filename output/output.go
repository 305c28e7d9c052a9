package output

// An article and the name of a format come in; bytes on a writer go out.

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"pressclip/extract"
)

// ErrNoSelection is what Write fails with when Options.Fields is given to a
// format that has no fields to choose from. Test with errors.Is.
var ErrNoSelection = errors.New("format writes no fields")

// Options changes how an article is written. The zero value is the default.
type Options struct {
	Pretty        bool     // JSON: two spaces of indentation; a format with Lines ignores it
	NoFrontMatter bool     // Markdown: without the YAML header
	Fields        []string // JSON, YAML: only these fields, as in Select; empty means all

	// QuotesInFrontMatter adds the article's quotes to the YAML header of
	// Markdown, each with its text and, if known, its speaker and cue.
	QuotesInFrontMatter bool
}

// A Format is one way to write an article.
type Format struct {
	Name       string   // "json"; the name to show
	Aliases    []string // other names that Lookup takes
	Extensions []string // of files, with the dot; the first is the one to give a new file
	Multi      bool     // outputs may follow each other in one stream
	Lines      bool     // an article is always one line
	Selects    bool     // Options.Fields has a meaning

	encode func(a *extract.Article, o Options) ([]byte, error)
}

// formats are the formats, in the order of help texts. A row with a Name that
// was there before is a variant of that format.
var formats = []Format{
	{Name: "json", Extensions: []string{".json"}, Multi: true, Selects: true, encode: encodeJSON},
	{Name: "json", Aliases: []string{"jsonl", "ndjson"}, Extensions: []string{".jsonl", ".ndjson"}, Multi: true, Lines: true, Selects: true, encode: encodeJSON},
	{Name: "yaml", Aliases: []string{"yml"}, Extensions: []string{".yaml", ".yml"}, Multi: true, Selects: true, encode: encodeYAML},
	{Name: "md", Aliases: []string{"markdown"}, Extensions: []string{".md", ".markdown"}, encode: encodeMarkdown},
	{Name: "text", Aliases: []string{"txt"}, Extensions: []string{".txt", ".text"}, encode: encodeText},
}

// Lookup returns the format that goes by name or by an alias, in any case.
func Lookup(name string) (Format, bool) {
	name = strings.ToLower(name)
	return find(func(f Format) bool { return f.Name == name || slices.Contains(f.Aliases, name) })
}

// ByExtension returns the format of files that end in ext, which is given with
// its dot and in any case.
func ByExtension(ext string) (Format, bool) {
	ext = strings.ToLower(ext)
	return find(func(f Format) bool { return slices.Contains(f.Extensions, ext) })
}

func find(is func(Format) bool) (Format, bool) {
	i := slices.IndexFunc(formats, is)
	if i < 0 {
		return Format{}, false
	}
	return formats[i], true
}

// Names returns the names of the formats, without aliases.
func Names() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.Name)
	}
	return slices.Compact(names) // variants stand below their format
}

// Write writes a to w in one call of w.Write, or nothing where it fails before.
func (f Format) Write(w io.Writer, a *extract.Article, o Options) error {
	if len(o.Fields) > 0 && !f.Selects {
		return fmt.Errorf("output: %s: %w", f.Name, ErrNoSelection)
	}
	o.Pretty = o.Pretty && !f.Lines
	b, err := f.encode(a, o)
	if err != nil {
		return fmt.Errorf("output: %s: %w", f.Name, err)
	}
	if _, err := w.Write(b); err != nil {
		return fmt.Errorf("output: %s: %w", f.Name, err)
	}
	return nil
}

// record returns what JSON and YAML write of a: all of it or a selection.
func record(a *extract.Article, o Options) (any, error) {
	if len(o.Fields) == 0 {
		return a, nil
	}
	return Select(a, o.Fields)
}
