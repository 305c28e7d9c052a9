package source

// A list of inputs comes in; those of one part of it go out, and the others
// are not looked at.

import (
	"path"
	"strings"
)

// A Part is a run of inputs: those from the place From up to, not with, To.
//
// Places are counted from 0 in the order of Docs. An input is a name that was
// given, with a line of a list for one input whatever it names, or a file of a
// folder that was given as an argument. An archive is one input, and so is a
// file of a folder that turns out to be no page.
type Part struct{ From, To int }

// Each tells of every input, in order, without opening any: visit gets its path
// and where it lies below the argument. It reads List to its end.
func (in *Inputs) Each(visit func(path, name string)) {
	w := walker{in: in, yield: func(Doc) bool { return true }, parts: &parts{visit: visit}}
	w.run()
}

// parts counts inputs in one walk.
type parts struct {
	*Part
	visit  func(path, name string) // nil unless inputs are only told of
	place  int                     // of the next input
	inside bool                    // an input that is to be read
}

// parts is nil where all inputs are read.
func (in *Inputs) parts() *parts {
	if in.Part == nil {
		return nil
	}
	return &parts{Part: in.Part}
}

// input reads an input if it belongs to the part, and reports whether to go on.
// What an input holds is never an input of its own.
func (w *walker) input(path, name string, read func() bool) bool {
	p := w.parts
	if p == nil || p.inside {
		return read()
	}
	place := p.place
	p.place++
	switch {
	case p.visit != nil:
		p.visit(path, name)
		return true
	case place < p.From || place >= p.To:
		return true
	}
	p.inside = true
	defer func() { p.inside = false }()
	return read()
}

// IsPage reports whether a name is that of a page of HTML by its ending.
func IsPage(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return true
	}
	return false
}
