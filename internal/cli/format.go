package cli

// A format's name or a file's extension comes in; how articles are written
// goes out.

import (
	"path/filepath"
	"strings"

	"pressclip/output"
)

// A spacing says whether JSON is indented.
type spacing int

const (
	spacingAuto spacing = iota // by where it goes
	spacingPretty
	spacingCompact
)

func spacingOf(pretty, compact bool) spacing {
	switch {
	case pretty:
		return spacingPretty
	case compact:
		return spacingCompact
	}
	return spacingAuto
}

// A format is an output format as the command line means it.
type format struct {
	output.Format
	spacing spacing
}

// chooseFormat finds the format by name, else by the extension of a file, else
// it is JSON.
func chooseFormat(name, file string) (format, bool) {
	if name != "" {
		f, ok := output.Lookup(name)
		return format{Format: f}, ok
	}
	if f, ok := output.ByExtension(filepath.Ext(file)); ok {
		return format{Format: f}, true
	}
	f, ok := output.Lookup("json")
	return format{Format: f}, ok
}

// formatNames are what -f takes, without the aliases that nobody has to learn.
func formatNames() []string { return append(output.Names(), "jsonl") }

func (f format) isJSON() bool     { return f.Name == "json" }
func (f format) isMarkdown() bool { return f.Name == "md" }

// ext is the extension of a new file.
func (f format) ext() string { return f.Extensions[0] }

// pretty decides the spacing of JSON that goes into a file of this extension,
// or to a terminal.
func (f format) pretty(ext string, terminal bool) bool {
	if f.Lines || f.spacing != spacingAuto {
		return f.spacing == spacingPretty
	}
	return terminal || strings.EqualFold(ext, ".json")
}
