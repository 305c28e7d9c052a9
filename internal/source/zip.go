package source

// A zip archive comes in; its pages go out, in the order of its directory. They
// are read where they lie, by several readers at once.

import (
	"archive/zip"
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"

	"pressclip/internal/unpack"
)

// maxDirectory is the largest directory of an archive in bytes: it is held in
// memory. It has room for half a million members.
const maxDirectory = 48 << 20

var errPipe = errors.New("a ZIP archive can not be read as a stream: its directory is at its end")

// zip reads an archive.
func (a *archive) zip(file io.Reader) {
	f, ok := file.(*os.File)
	if !ok || !isRegular(f) {
		a.fail(errPipe)
		return
	}
	info, err := f.Stat()
	if err != nil {
		a.fail(err)
		return
	}
	s := &shared{name: f.Name(), budget: maxDirectory}
	defer s.release()
	if err := s.acquire(); err != nil {
		a.fail(err)
		return
	}
	z, err := zip.NewReader(s, info.Size())
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // no member's path is trusted anyway
		if _, err := f.Seek(0, io.SeekStart); err == nil {
			a.salvage(f)
		}
		if a.more {
			a.fail(&Damage{"at its directory", err})
		}
		return
	}
	s.unlimited()
	z.RegisterDecompressor(zip.Deflate, unpack.ZipDeflate)
	z.RegisterDecompressor(zstd.ZipMethodWinZip, unpack.ZipZstd)
	if isWACZ(z) {
		a.wacz(z)
		return
	}
	a.zipMembers(z, s)
}

// zipMembers yields the pages. Members that overlap others are how small
// archives unpack to endless ones: only the first of them is read.
func (a *archive) zipMembers(z *zip.Reader, s *shared) {
	pages := pageSet{}
	for _, f := range z.File {
		pages.add(f.Name)
	}
	overlaps := overlapping(z.File)
	var first error
	for i, f := range z.File {
		if !a.more || !a.take(f.Name) {
			return
		}
		switch {
		case strings.HasSuffix(f.Name, "/"):
		case !f.Mode().IsRegular():
			a.skip(f.Name, "no file")
		case pages.hasParts(f.Name):
			a.skip(f.Name, "a part of a saved page")
		case overlaps[i]:
			first = cmp.Or(first, error(&Damage{"at " + f.Name, errOverlap}))
		default:
			a.zipMember(f, s)
		}
	}
	if first != nil {
		a.fail(first)
	}
}

var errOverlap = errors.New("members lie over each other")

// overlapping tells which members share bytes with one before them.
func overlapping(files []*zip.File) map[int]bool {
	type span struct {
		start, end int64
		i          int
	}
	spans := make([]span, 0, len(files))
	for i, f := range files {
		if start, err := f.DataOffset(); err == nil {
			spans = append(spans, span{start, start + int64(f.CompressedSize64), i})
		}
	}
	slices.SortStableFunc(spans, func(x, y span) int { return cmp.Compare(x.start, y.start) })
	found := map[int]bool{}
	end := int64(-1)
	for _, s := range spans {
		if s.start < end || s.end < s.start { // the latter has a size of more than 63 bits
			found[s.i] = true
			continue
		}
		end = s.end
	}
	return found
}

// zipMember yields the page of a member.
func (a *archive) zipMember(f *zip.File, s *shared) {
	if f.Flags&1 != 0 {
		if taken(f.Name) == told {
			a.give(f.Name, "", Doc{Open: failWith(errors.New("it is encrypted"))})
		} else {
			a.skip(f.Name, "encrypted")
		}
		return
	}
	r, err := f.Open()
	if err != nil {
		a.zipDamage(f, err)
		return
	}
	in := bufio.NewReaderSize(r, headSize)
	head, err := peek(in)
	if err != nil {
		_ = r.Close() // only read
		a.zipDamage(f, err)
		return
	}
	what, packed := a.judge(f.Name, head)
	if what == mail || what == webarchive {
		err = a.saved(f.Name, what, in)
	}
	_ = r.Close() // only read
	switch {
	case err != nil:
		a.zipDamage(f, err)
	case what == page:
		open := func() (io.ReadCloser, error) {
			return openPacked(func() (io.ReadCloser, error) { return s.open(f) }, packed)
		}
		a.give(f.Name, outputOf(f.Name, packed), Doc{LikelyURL: mirrored(cleanMember(f.Name)), Open: open})
	case what != mail && what != webarchive:
		a.skip(f.Name, "no page")
	}
}

// zipDamage tells of a member that can not be read: the others can.
func (a *archive) zipDamage(f *zip.File, err error) {
	if taken(f.Name) == never {
		a.skip(f.Name, err.Error())
		return
	}
	a.give(f.Name, "", Doc{Open: failWith(err)})
}

// failWith is the Open of what can not be read.
func failWith(err error) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return nil, err }
}

// isWACZ reports whether an archive is one of web archives (WACZ 1.1.1).
func isWACZ(z *zip.Reader) bool {
	described := false
	archives := false
	for _, f := range z.File {
		described = described || f.Name == "datapackage.json"
		archives = archives || isWACZArchive(f.Name)
	}
	return described && archives
}

// isWACZArchive reports whether a member of a WACZ is a web archive.
func isWACZArchive(name string) bool {
	return path.Dir(name) == "archive" && nameEnds(name, ".warc", ".warc.gz")
}

// wacz yields the pages of the web archives in an archive.
func (a *archive) wacz(z *zip.Reader) {
	for _, f := range z.File {
		if !a.more || !isWACZArchive(f.Name) {
			continue
		}
		a.last = f.Name
		r, err := f.Open()
		if err != nil {
			a.damaged(err)
			continue
		}
		a.records(r, f.Name+" ")
		_ = r.Close() // only read
	}
}

// A shared file is open as long as anybody reads it.
type shared struct {
	name   string
	mu     sync.Mutex
	f      *os.File
	users  int
	budget int64 // bytes that may be read; less than 0 for any number
}

var errDirectory = fmt.Errorf("its directory has more than %d MiB", maxDirectory>>20)

// unlimited ends the budget.
func (s *shared) unlimited() { s.budget = -1 }

// acquire opens the file for one more user.
func (s *shared) acquire() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.users == 0 {
		f, err := os.Open(s.name)
		if err != nil {
			return err
		}
		s.f = f
	}
	s.users++
	return nil
}

// release closes the file behind the last user.
func (s *shared) release() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.users--; s.users <= 0 && s.f != nil {
		_ = s.f.Close() // only read
		s.f, s.users = nil, 0
	}
}

// ReadAt implements io.ReaderAt for users.
func (s *shared) ReadAt(p []byte, off int64) (int, error) {
	if s.budget >= 0 {
		if s.budget -= int64(len(p)); s.budget < 0 {
			s.budget = 0
			return 0, errDirectory
		}
	}
	s.mu.Lock()
	f := s.f
	s.mu.Unlock()
	return f.ReadAt(p, off)
}

// open opens a member.
func (s *shared) open(f *zip.File) (io.ReadCloser, error) {
	if err := s.acquire(); err != nil {
		return nil, err
	}
	r, err := f.Open()
	if err != nil {
		s.release()
		return nil, err
	}
	return &both{r, sync.OnceValue(func() error {
		defer s.release()
		return r.Close()
	})}, nil
}
