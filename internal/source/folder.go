package source

// A folder comes in; the pages below it go out, in name order.

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A folder is one walk. Hidden names are left out and links to folders are not
// followed, so that a walk always ends.
type folder struct {
	*walker
	dir   string   // as given
	root  *os.Root // the same; tells which links lead out of it
	found bool     // something was yielded
	more  bool     // what yield said last
}

// folder yields the pages below dir, and reports whether to go on.
func (w *walker) folder(dir string) bool {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return w.yield(failing(dir, err))
	}
	defer root.Close()
	f := &folder{walker: w, dir: dir, root: root, more: true}
	if err := fs.WalkDir(os.DirFS(dir), ".", f.visit); err != nil && f.more {
		return w.yield(failing(dir, err))
	}
	if !f.found {
		return w.yield(failing(dir, fmt.Errorf("%w that match %s", ErrNoPages, strings.Join(w.in.globs(), ", "))))
	}
	return f.more
}

// visit is the fs.WalkDirFunc.
func (f *folder) visit(rel string, e fs.DirEntry, err error) error {
	full := filepath.Join(f.dir, filepath.FromSlash(rel))
	switch {
	case err != nil:
		if stop := f.give(failing(full, err)); stop != nil {
			return stop
		}
		return fs.SkipDir
	case rel == ".":
		return nil
	case strings.HasPrefix(e.Name(), ".") && e.IsDir():
		return fs.SkipDir
	case strings.HasPrefix(e.Name(), ".") || e.IsDir() || !f.matches(rel):
		return nil
	}
	page, err := f.isPage(rel, e)
	switch {
	case err != nil:
		return f.give(failing(full, err))
	case !page:
		return nil
	}
	return f.give(Doc{Path: full, Name: rel, Open: opener(full)})
}

// give yields d, and ends the walk if that was enough.
func (f *folder) give(d Doc) error {
	f.found = true
	if f.more = f.yield(d); !f.more {
		return fs.SkipAll
	}
	return nil
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
