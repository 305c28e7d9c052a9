package source

// A folder comes in; the pages below it go out, in name order.

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// A folder is one walk. Hidden names are left out and links to folders are not
// followed, so that a walk always ends.
type folder struct {
	*walker
	dir   string   // as given
	base  string   // its own name: mirrors call it after their host
	root  *os.Root // the same; tells which links lead out of it
	found bool     // something was yielded
	more  bool     // what yield said last
}

// folder yields the pages below dir, and reports whether to go on.
func (w *walker) folder(dir string) bool {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return w.input(dir, baseName(dir), func() bool { return w.yield(failing(dir, err)) })
	}
	defer root.Close()
	f := &folder{dir: dir, base: baseName(dir), root: root, more: true}
	inner := *w
	inner.yield = func(d Doc) bool {
		f.found = true
		f.more = w.yield(d)
		return f.more
	}
	f.walker = &inner
	err = fs.WalkDir(os.DirFS(dir), ".", f.visit)
	if err != nil && f.more {
		return w.yield(failing(dir, err))
	}
	if !f.found {
		return w.input(dir, f.base, func() bool { return w.yield(failing(dir, w.in.noPages())) })
	}
	return f.more
}

// noPages is the error of a folder without pages.
func (in *Inputs) noPages() error {
	if len(in.Glob) == 0 {
		return fmt.Errorf("%w in it", ErrNoPages)
	}
	return fmt.Errorf("%w that match %s", ErrNoPages, strings.Join(in.Glob, ", "))
}

// visit is the fs.WalkDirFunc.
func (f *folder) visit(rel string, e fs.DirEntry, err error) error {
	full := filepath.Join(f.dir, filepath.FromSlash(rel))
	switch {
	case err != nil:
		if !f.input(full, rel, func() bool { return f.yield(failing(full, err)) }) {
			return fs.SkipAll
		}
		f.found = true
		return fs.SkipDir
	case rel == ".":
		return nil
	case e.IsDir() && (strings.HasPrefix(e.Name(), ".") || e.Name() == mirrorCache || f.hasParts(rel)):
		return fs.SkipDir
	case strings.HasPrefix(e.Name(), ".") || e.IsDir():
		return nil
	}
	if !f.visitFile(rel, full, e) {
		return fs.SkipAll
	}
	return nil
}

// visitFile yields what a file holds, if it is one to look at.
func (f *folder) visitFile(rel, full string, e fs.DirEntry) bool {
	p := place{path: full, name: rel, taking: told, walked: true, open: opener(full)}
	if len(f.in.Glob) == 0 {
		p.taking, p.found = taken(rel), true
	} else if !f.matches(rel) {
		p.taking = never
	}
	if p.taking == never {
		return true
	}
	// Where others read the rest of the folder nobody knows that it has no pages.
	f.found = f.found || f.parts != nil
	return f.input(full, rel, func() bool { return f.readFile(p, e) })
}

// readFile yields what a file holds, if it is one that can be read.
func (f *folder) readFile(p place, e fs.DirEntry) bool {
	page, err := f.isPage(p.name, e)
	switch {
	case err != nil && p.taking == judged:
		f.in.skip(p.path, err.Error())
		return true
	case err != nil:
		return f.yield(failing(p.path, err))
	case !page:
		return true
	}
	if p.likely = mirrored(p.name); p.likely == "" {
		p.likely = mirrored(f.base + "/" + p.name)
	}
	return f.file(f.walker, p)
}

// mirrorCache is where HTTrack keeps every page of its mirror a second time.
const mirrorCache = "hts-cache"

// hasParts reports whether a folder holds the parts of a page that lies beside
// it, as browsers save them: frames and advertisements, no articles of their
// own. Such a folder is read only if it is named itself.
func (f *folder) hasParts(rel string) bool {
	owner := ownerOf(path.Base(rel))
	if owner == "" {
		return false
	}
	for ext, t := range takings {
		if t != told {
			continue
		}
		if info, err := f.root.Stat(path.Join(path.Dir(rel), owner+ext)); err == nil && info.Mode().IsRegular() {
			return true
		}
	}
	return false
}

// isPage reports whether an entry can be read as a file. Devices, sockets and
// FIFOs can not.
func (f *folder) isPage(rel string, e fs.DirEntry) (bool, error) {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.Type().IsRegular(), nil
	}
	info, err := f.root.Stat(rel)
	if err == nil {
		return info.Mode().IsRegular(), nil
	}
	// os.Root has no exported error for what it refuses: a link that can be
	// followed without it is one.
	if _, outside := os.Stat(filepath.Join(f.dir, filepath.FromSlash(rel))); outside == nil {
		return false, ErrOutside
	}
	return false, errors.Unwrap(err)
}
