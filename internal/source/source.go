// Package source turns what a user names into pages to read: files, folders,
// lists of names and standard input become a sequence of Docs, and archives one
// of their members. What a file is, its first bytes tell (kind.go): pages,
// compressed ones, MHTML, mails and Safari archives are one page each; zip, tar,
// WARC, WACZ, JSON lines and feeds are archives. Nothing is opened or listed
// before the sequence is read.
//
// Members of an archive are read one after the other, and are in memory from
// then until their Doc is opened and read; those of a zip file are read where
// they lie. No name that an archive gives is used to open or to write anything.
package source

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"
)

// Stdin is the name that means standard input.
const Stdin = "-"

// A Doc is one page to read. A page that can not be had is a Doc too: its Open
// fails with the cause.
type Doc struct {
	Path        string                        // as given, or found in a folder that was given; Stdin for standard input; "archive!member"
	Name        string                        // where it lies below the argument, with slashes: what a mirrored tree is built from
	URL         string                        // the page's address, if it was given beside the name or the archive knows it
	LikelyURL   string                        // what the address probably is, by where the page lies in a mirror of its site
	Saved       time.Time                     // when an archive says that the page was saved; zero otherwise, whatever the file's time
	ContentType string                        // the header that came with the page
	Charset     string                        // the charset, where an archive leaves no doubt
	Archive     string                        // the file that the page is a member of; "" if it is none
	Cut         bool                          // whoever saved the page left off before its end
	Open        func() (io.ReadCloser, error) // a page of an archive can be opened once
}

// Inputs says what to read.
type Inputs struct {
	Args  []string  // files, folders and Stdin, in this order
	URL   string    // address of the only page
	List  io.Reader // more names, after Args; nil if there are none
	Null  bool      // names in List end in NUL, not in a line feed
	Glob  []string  // which names a folder gives; nil means those of files that hold pages
	Stdin io.Reader

	MaxBytes int64 // of a page in an archive, in memory; 0 means no limit
	Single   bool  // refuse archives that may hold several pages, with ErrSeveral

	Wait time.Duration // how long standard input may take to begin; 0 means for ever

	HTMLField, IDField, URLField string // of JSON lines; "" means the usual ones

	Part *Part // which inputs; nil means all

	Skip func(path, reason string) // told of what is passed over because it is no page; may be nil
}

// skip tells of what is passed over.
func (in *Inputs) skip(path, reason string) {
	if in.Skip != nil {
		in.Skip(path, reason)
	}
}

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
		w.file, w.parts = (*walker).read, in.parts()
		w.run()
	}
}

// run walks all names.
func (w *walker) run() {
	in := w.in
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
			e.name = listName
		}
		if !w.input(e.name, baseName(e.name), func() bool { return w.entry(e) }) {
			return
		}
	}
}

// A walker hands out Docs until yield has had enough.
type walker struct {
	in        *Inputs
	yield     func(Doc) bool
	file      func(*walker, place) bool // gives what a file holds, and reports whether to go on
	readStdin bool
	want      string         // the only member of an archive that is wanted; "" for all
	head      [headSize]byte // of the file that is looked at
	wanted    bool           // it was found
	parts     *parts         // nil if all inputs are read
}

// entry yields what a line of the list stands for.
func (w *walker) entry(e entry) bool {
	if e.err != nil {
		return w.yield(failing(listName, e.err))
	}
	return w.name(e.name, e.url)
}

// listName is how the list itself is named in messages.
const listName = "--files-from"

// name yields what one given name stands for, and reports whether to go on.
func (w *walker) name(name, url string) bool {
	if name == Stdin {
		return w.input(name, name, func() bool { return w.stdin(url) })
	}
	info, err := os.Stat(name)
	if err == nil && info.IsDir() && url == "" {
		return w.folder(name)
	}
	return w.input(name, baseName(name), func() bool { return w.named(name, url, info, err) })
}

// named is name for what is neither a folder to walk nor standard input.
func (w *walker) named(name, url string, info os.FileInfo, err error) bool {
	switch {
	case err != nil:
		if more, ok := w.member(name); ok {
			return more
		}
		return w.yield(failing(name, err))
	case info.IsDir():
		return w.yield(failing(name, errors.New("a folder has no address of its own")))
	}
	p := place{path: name, name: baseName(name), url: url, taking: told, open: opener(name)}
	if !filepath.IsAbs(name) { // the folders above a mirror may be named after anything
		p.likely = mirrored(filepath.ToSlash(name))
	}
	p.fifo = info.Mode()&fs.ModeNamedPipe != 0 && !isShellPipe(name)
	return w.file(w, p)
}

// isShellPipe reports whether a name is that of a pipe which a shell has made,
// as for <(…): it has a writer.
func isShellPipe(name string) bool {
	return strings.HasPrefix(name, "/dev/") || strings.HasPrefix(name, "/proc/")
}

// baseName is the last part of a file's name.
func baseName(name string) string { return filepath.Base(name) }

// stdin yields what standard input holds, which can be read once.
func (w *walker) stdin(url string) bool {
	if w.readStdin {
		return w.yield(failing(Stdin, errStdinTwice))
	}
	w.readStdin = true
	open := func() (io.ReadCloser, error) { return w.in.begin() }
	return w.file(w, place{path: Stdin, name: "stdin", url: url, taking: told, open: open})
}

// begin opens standard input once it has begun, or fails with ErrSlow: what it
// holds is told by its first bytes. The read that waits goes on until the
// process ends, as nothing wakes it.
func (in *Inputs) begin() (io.ReadCloser, error) {
	if in.Wait == 0 {
		return io.NopCloser(in.Stdin), nil
	}
	first := make([]byte, 1)
	begun := make(chan error, 1)
	go func() {
		_, err := io.ReadFull(in.Stdin, first)
		begun <- err
	}()
	select {
	case err := <-begun:
		if err == io.EOF {
			return io.NopCloser(strings.NewReader("")), nil
		}
		return io.NopCloser(io.MultiReader(bytes.NewReader(first), in.Stdin)), err
	case <-time.After(in.Wait):
		return nil, ErrSlow
	}
}

// ErrSlow is what standard input fails with that does not begin in time.
var ErrSlow = errors.New("standard input did not begin in time")

// matches reports whether a pattern takes the name, which is relative to its
// folder: a pattern with a slash sees the whole of it, another the last part.
func (w *walker) matches(rel string) bool {
	for _, pattern := range w.in.Glob {
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
func failing(path string, err error) Doc { return failingAs(path, baseName(path), err) }

// failingAs is failing for what lies below an argument.
func failingAs(path, name string, err error) Doc {
	return Doc{Path: path, Name: name, Open: func() (io.ReadCloser, error) { return nil, err }}
}
