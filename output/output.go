package output

// An article and the name of a format come in; bytes on a writer go out.

import (
	"bytes"
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

// errNoFormat is what the zero Format fails with.
var errNoFormat = errors.New("output: the zero Format writes nothing: see Lookup")

// A Format is one way to write an article: what Lookup and ByExtension return.
type Format struct {
	Name       string   // "json"; the name to show
	Aliases    []string // other names that Lookup takes
	Extensions []string // of files, with the dot; the first is the one to give a new file
	Multi      bool     // outputs may follow each other in one stream
	Lines      bool     // an article is always one line
	Selects    bool     // Options.Fields has a meaning

	encode func(w io.Writer, a *extract.Article, o Options) error // in pieces, or nothing where it fails before
}

// formats are the formats, in the order of help texts. A row with a Name that
// was there before is a variant of that format.
var formats = []Format{
	{Name: "json", Extensions: []string{".json"}, Multi: true, Selects: true, encode: writeJSON},
	{Name: "json", Aliases: []string{"jsonl", "ndjson"}, Extensions: []string{".jsonl", ".ndjson"}, Multi: true, Lines: true, Selects: true, encode: writeJSON},
	{Name: "yaml", Aliases: []string{"yml"}, Extensions: []string{".yaml", ".yml"}, Multi: true, Selects: true, encode: writeRecordYAML},
	{Name: "md", Aliases: []string{"markdown"}, Extensions: []string{".md", ".markdown"}, encode: writeMarkdown},
	{Name: "text", Aliases: []string{"txt"}, Extensions: []string{".txt", ".text"}, encode: writeText},
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
	var b bytes.Buffer
	if err := f.Stream(&b, a, o); err != nil {
		return err
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("output: %s: %w", f.Name, err)
	}
	return nil
}

// Stream is Write in many calls of w.Write: the output, which may be many times
// as long as the article, is not held in memory. Where it fails, a part of it
// may be written.
func (f Format) Stream(w io.Writer, a *extract.Article, o Options) error {
	if len(o.Fields) > 0 && !f.Selects {
		return fmt.Errorf("output: %s: %w", f.Name, ErrNoSelection)
	}
	if f.encode == nil {
		return errNoFormat
	}
	o.Pretty = o.Pretty && !f.Lines
	if err := f.encode(w, a, o); err != nil {
		return fmt.Errorf("output: %s: %w", f.Name, err)
	}
	return nil
}
