package cli

// Bytes come in; a whole file goes out, or none.

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"sync"
)

// An atomicFile is written under a temporary name beside its place, which it
// takes on Commit. Its methods may be called by several goroutines; after
// Commit or Abort all of them do nothing or fail with fs.ErrClosed.
type atomicFile struct {
	mu   sync.Mutex
	root *os.Root // nothing outside it is ever written
	own  bool     // root is closed at the end
	name string   // below root, with slashes
	temp string
	f    *os.File
}

// createAtomic begins a file; its folder is there already.
func createAtomic(root *os.Root, name string) (*atomicFile, error) {
	const tries = 100 // a name of 64 random bits is free at once, unless somebody plays
	for range tries {
		temp := path.Join(path.Dir(name), fmt.Sprintf(".pressclip-%016x", rand.Uint64()))
		f, err := root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666) // umask applies
		if err == nil {
			return &atomicFile{root: root, name: name, temp: temp, f: f}, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
	}
	return nil, fs.ErrExist
}

// Write appends to the temporary file.
func (a *atomicFile) Write(p []byte) (int, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.f == nil {
		return 0, fs.ErrClosed
	}
	return a.f.Write(p)
}

// Commit gives the file its name. Where that fails nothing is left.
func (a *atomicFile) Commit() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.f == nil {
		return fs.ErrClosed
	}
	a.keepMode()
	err := a.f.Close()
	a.f = nil
	if err == nil {
		err = a.root.Rename(a.temp, a.name)
	}
	if err != nil {
		_ = a.root.Remove(a.temp) // the first error is the one to tell
	}
	a.release()
	return err
}

// release closes the root if it is the file's own.
func (a *atomicFile) release() {
	if a.own {
		_ = a.root.Close() // only names were looked up in it
	}
}

// keepMode gives the new file the permissions of the one that it replaces.
func (a *atomicFile) keepMode() {
	if old, err := a.root.Lstat(a.name); err == nil && old.Mode().IsRegular() {
		_ = a.f.Chmod(old.Mode().Perm()) // not ours: the umask's mode will do
	}
}

// Abort leaves nothing behind.
func (a *atomicFile) Abort() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.f == nil {
		return
	}
	_ = a.f.Close()
	a.f = nil
	_ = a.root.Remove(a.temp)
	a.release()
}
