package source

// A list of inputs comes in; those of one part of it go out, and the others
// are not looked at.

import (
	"path/filepath"
	"strings"
)

// A Part is a run of inputs: those from the place From up to, not with, To.
//
// Places are counted from 0 in the order of Docs. An input is a name that was
// given, with a line of a list for one input whatever it names, or a file of a
// folder that was given as an argument. An archive is one input.
type Part struct{ From, To int }

// Each tells of every input, in order, without opening any: visit gets its path
// and where it lies below the argument. It reads List to its end.
func (in *Inputs) Each(visit func(path, name string)) {
	every := *in
	every.Part, every.visit = nil, visit
	for range every.Docs() { // visited inputs give no Docs
	}
}

// input counts an input, and reports whether it is to be read.
func (w *walker) input(path, name string) bool {
	if w.taken {
		return true
	}
	place := w.place
	w.place++
	if w.in.visit != nil {
		w.in.visit(path, name)
		return false
	}
	p := w.in.Part
	return p == nil || place >= p.From && place < p.To
}

// entry yields what one line of a list stands for, and reports whether to go
// on. Lines of other parts are not looked up in the file system, which may be
// a slow one that many machines share.
func (w *walker) entry(e entry) bool {
	if e.err != nil {
		e.name = listName
	}
	if !w.input(e.name, filepath.Base(e.name)) {
		return true
	}
	w.taken = true
	defer func() { w.taken = false }()
	if e.err != nil {
		return w.yield(failing(listName, e.err))
	}
	return w.name(e.name, e.url)
}

// listName is how a list itself is named in messages.
const listName = "--files-from"

// IsPage reports whether a name is that of one page by its ending.
func IsPage(name string) bool { return takings[strings.ToLower(filepath.Ext(name))] == told }
