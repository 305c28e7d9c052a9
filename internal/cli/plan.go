package cli

// The pages to read come in; those that are left to do go out, and those whose
// output can not be written fail before they are read.

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"runtime"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"pressclip/internal/source"
)

// claimBytes is about what an output's claim takes in memory.
const claimBytes = 2 * keyBytes

// A plan knows which outputs there are and which inputs they belong to.
type plan struct {
	dir       string   // as given, for messages; "" without an output folder
	root      *os.Root // the output folder
	ext       string   // of the outputs
	skip      bool     // leave out inputs whose output exists
	noClobber bool
	claimed   map[key]string // output → input
	outputs   []os.FileInfo  // files that the run as a whole writes and that exist already
	history   *history       // pages that earlier runs did
	skipped   atomic.Int64
	resumed   atomic.Int64
}

// docs passes src on. It is read by one goroutine, so that the first of two
// inputs with one output is the first in order, whatever finishes first.
func (p *plan) docs(src iter.Seq[source.Doc]) iter.Seq[source.Doc] {
	return func(yield func(source.Doc) bool) {
		for d := range src {
			out, err := p.admit(d)
			switch {
			case err == errSkip:
				p.skipped.Add(1)
				continue
			case err == errDone:
				p.resumed.Add(1)
				continue
			case err != nil:
				d = refuse(d, err)
			case out != "":
				p.claimed[claim(out)] = d.Path
			}
			if !yield(d) {
				return
			}
		}
	}
}

// The answers for an input that is done already: its output is there, or an
// earlier run has done it. They never leave this file.
var (
	errSkip = fmt.Errorf("%w: skipped", errExists)
	errDone = errors.New("done by an earlier run")
)

// admit finds the output of d below the folder, if there is one, and what
// stands against it.
func (p *plan) admit(d source.Doc) (out string, err error) {
	file := cmp.Or(d.Archive, d.Path)
	for _, info := range p.outputs {
		if sameFile(info, file) {
			return "", errOutputInput
		}
	}
	switch {
	case p.history.take(d.Path):
		return "", errDone
	case p.root == nil:
		return "", nil
	}
	out = outputName(d.Name, p.ext)
	if first, taken := p.claimed[claim(out)]; taken {
		return "", fmt.Errorf("%w: %s is already that of %s", errCollision, p.shown(out), first)
	}
	info, err := p.root.Lstat(out)
	switch {
	case err != nil:
		return out, nil // writing will tell whether that is more than "not there"
	case sameFile(info, file):
		return "", errOutputInput
	case p.skip && info.Mode().IsRegular():
		p.claimed[claim(out)] = d.Path
		return "", errSkip
	case p.noClobber:
		return "", fmt.Errorf("%s %w", p.shown(out), errExists)
	}
	return out, nil
}

// shown is an output's name as messages give it.
func (p *plan) shown(out string) string { return path.Join(p.dir, out) }

// sameFile reports whether name is the file that info is of.
func sameFile(info fs.FileInfo, name string) bool {
	other, err := os.Stat(name)
	return err == nil && os.SameFile(info, other)
}

// refuse is d with an Open that fails.
func refuse(d source.Doc, err error) source.Doc {
	d.Open = func() (io.ReadCloser, error) { return nil, err }
	return d
}

// longExtension is the most letters and digits of an extension that is replaced.
const longExtension = 5

// outputName replaces the extension of a page's name: "a/b.html" → "a/b.json".
// Only what looks like an extension is one: a letter first, then letters and
// digits, at most five. "v1.2" and "index.php?id=3" keep theirs, so that their
// neighbours do not all become "v1.json". Control characters become "%1B", so
// that a listing of the outputs is safe to show.
func outputName(name, ext string) string {
	old := path.Ext(name)
	if !source.IsExtension(old, longExtension) || old == path.Base(name) {
		old = ""
	}
	return encodeControls(strings.TrimSuffix(name, old)) + ext
}

// encodeControls percent-encodes control characters and those that change how
// their neighbours are shown.
func encodeControls(name string) string {
	if !strings.ContainsFunc(name, isControl) {
		return name
	}
	var b strings.Builder
	for len(name) > 0 {
		r, n := utf8.DecodeRuneInString(name)
		if isControl(r) {
			for i := range n {
				fmt.Fprintf(&b, "%%%02X", name[i])
			}
		} else {
			b.WriteString(name[:n]) // also a byte that is no UTF-8: it is the file's name
		}
		name = name[n:]
	}
	return b.String()
}

// claim stands for an output's name in the form by which two are the same file.
func claim(out string) key {
	if foldsCase {
		out = strings.ToLower(out)
	}
	return keyOf(out)
}

// foldsCase: file systems of these systems take "A" and "a" for one name.
const foldsCase = runtime.GOOS == "darwin" || runtime.GOOS == "windows"
