// Package source turns what a user names into pages to read: files, folders,
// lists of names and standard input become a sequence of Docs. Nothing is
// opened or listed before the sequence is read.
package source

import (
	"errors"
	"io"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Stdin is the name that means standard input.
const Stdin = "-"

// A Doc is one page to read. A page that can not be had is a Doc too: its Open
// fails with the cause.
type Doc struct {
	Path string // as given, or found in a folder that was given; Stdin for standard input
	Name string // where it lies below the argument, with slashes: what a mirrored tree is built from
	URL  string // the page's address, if it was given beside the name
	Open func() (io.ReadCloser, error)
}

// Inputs says what to read.
type Inputs struct {
	Args  []string  // files, folders and Stdin, in this order
	URL   string    // address of the only page
	List  io.Reader // more names, after Args; nil if there are none
	Null  bool      // names in List end in NUL, not in a line feed
	Glob  []string  // which names a folder gives; nil means Patterns, in any case of letters
	Stdin io.Reader
}

// Patterns are the names that a folder gives by default.
var Patterns = []string{"*.html", "*.htm", "*.xhtml"}

// ErrNoPages is what a folder without a single page fails with.
var ErrNoPages = errors.New("no pages")

// ErrOutside is what a symbolic link fails with that leads out of the folder in
// which it was found: whoever made the folder does not choose what is read.
var ErrOutside = errors.New("a symbolic link that leads out of the folder")

// errStdinTwice is what the second reader of standard input gets.
var errStdinTwice = errors.New("standard input was read already")

// CheckGlob reports whether pattern is one that Inputs.Glob takes.
func CheckGlob(pattern string) bool {
	return pattern != "" && doublestar.ValidatePattern(pattern)
}

// Docs lists the pages in order: arguments, then the names of the list; a
// folder's names are in the order of their bytes, each folder after the other.
// It can be read again only if there is no List and no standard input in it.
func (in *Inputs) Docs() iter.Seq[Doc] {
	return func(yield func(Doc) bool) {
		w := walker{in: in, yield: yield}
		for _, arg := range in.Args {
			if !w.name(arg, in.URL) {
				return
			}
		}
		if in.List == nil {
			return
		}
		for e := range entries(in.List, in.Null) {
			if e.err != nil {
				yield(failing("--files-from", e.err))
				return
			}
			if !w.name(e.name, e.url) {
				return
			}
		}
	}
}

// A walker hands out Docs until yield has had enough.
type walker struct {
	in        *Inputs
	yield     func(Doc) bool
	readStdin bool
}

// name yields what one given name stands for, and reports whether to go on.
func (w *walker) name(name, url string) bool {
	if name == Stdin {
		return w.yield(w.stdin(url))
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return w.yield(failing(name, err))
	case info.IsDir() && url != "":
		return w.yield(failing(name, errors.New("a folder has no address of its own")))
	case info.IsDir():
		return w.folder(name)
	}
	return w.yield(Doc{Path: name, Name: filepath.Base(name), URL: url, Open: opener(name)})
}

// stdin is the Doc of standard input, which can be read once.
func (w *walker) stdin(url string) Doc {
	if w.readStdin {
		return failing(Stdin, errStdinTwice)
	}
	w.readStdin = true
	open := func() (io.ReadCloser, error) { return io.NopCloser(w.in.Stdin), nil }
	return Doc{Path: Stdin, Name: "stdin", URL: url, Open: open}
}

// globs are the patterns in force.
func (in *Inputs) globs() []string {
	if len(in.Glob) == 0 {
		return Patterns
	}
	return in.Glob
}

// matches reports whether a pattern takes the name, which is relative to its
// folder: a pattern with a slash sees the whole of it, another the last part.
func (w *walker) matches(rel string) bool {
	if len(w.in.Glob) == 0 {
		rel = strings.ToLower(rel)
	}
	for _, pattern := range w.in.globs() {
		name := rel
		if !strings.Contains(pattern, "/") {
			name = path.Base(rel)
		}
		if ok, err := doublestar.Match(pattern, name); ok && err == nil {
			return true
		}
	}
	return false
}

// opener opens a file by name.
func opener(name string) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return os.Open(name) }
}

// failing is the Doc of something that can not be had.
func failing(name string, err error) Doc {
	return Doc{Path: name, Name: filepath.Base(name), Open: func() (io.ReadCloser, error) { return nil, err }}
}
