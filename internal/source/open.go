package source

// A file's name comes in; Docs of what it holds go out: of itself, or of its
// members.

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"pressclip/internal/unpack"
)

// A place is where bytes come from.
type place struct {
	path   string // for messages, and the Doc's
	name   string // for the Doc
	url    string // as the user gave it
	likely string
	taking taking // of a file that a folder has; told for what was named
	walked bool   // in a folder
	found  bool   // in a folder, by the default patterns
	open   func() (io.ReadCloser, error)

	// A FIFO in a folder may wait for its writer for ever: it is one page, at
	// which only its reader looks. A folder that is walked gives none.
	fifo bool
}

// An opened file is one whose beginning was looked at.
type opened struct {
	place
	kind   kind
	packed unpack.Format
	file   io.ReadCloser
	raw    io.Reader // from the beginning, as it is stored
	close  func()
}

// read yields what a file holds, and reports whether to go on.
func (w *walker) read(p place) bool {
	if p.fifo {
		return w.yield(Doc{Path: p.path, Name: p.name, URL: p.url, LikelyURL: p.likely, Open: func() (io.ReadCloser, error) { return openAny(p.open) }})
	}
	in, err := w.look(p)
	if err != nil {
		return w.refuse(p, err)
	}
	defer in.close()
	if !w.wants(in) {
		w.in.skip(p.path, "no page")
		return true
	}
	switch in.kind {
	case unknown, page:
		return w.page(in)
	case mail, webarchive:
		return w.single(in)
	}
	return w.archive(in)
}

// refuse tells of a file that can not be read. One that a folder has and that
// only might have been a page is told too: nobody knows what is lost.
func (w *walker) refuse(p place, err error) bool {
	return w.yield(failingAs(p.path, p.name, err))
}

// wants reports whether a file is for reading: one that was named always is.
func (w *walker) wants(in *opened) bool {
	switch {
	case in.walked && taken(in.name) == told && (in.kind == feeds || in.kind == lines):
		return false // mirrors keep the feed of each page as "feed/index.html"
	case !in.found || in.taking == told:
		return true
	}
	return in.kind != unknown
}

// look opens a file and looks at its beginning.
func (w *walker) look(p place) (*opened, error) {
	f, err := p.open()
	if err != nil {
		return nil, err
	}
	in := &opened{place: p, file: f}
	in.close = func() {
		if in.file != nil {
			_ = in.file.Close() // only read
		}
	}
	head, err := readHead(f, w.head[:])
	if err != nil {
		in.close()
		return nil, err
	}
	in.raw = io.MultiReader(bytes.NewReader(bytes.Clone(head)), f)
	name := p.path
	if in.packed = unpack.Sniff(head); in.packed != unpack.Plain {
		name = unpackedName(name)
		head, err = in.unpack()
	}
	in.kind = w.in.kindOf(head, name)
	if err != nil && !in.kind.hasMembers() {
		in.kind = page // whoever reads it will tell what is wrong with it
		return in, nil
	}
	if in.kind == zipped && in.packed != unpack.Plain {
		in.kind = unknown // an archive in an archive
	}
	return in, nil
}

// readHead reads the first bytes of a file into b.
func readHead(r io.Reader, b []byte) ([]byte, error) {
	n, err := io.ReadFull(r, b)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = nil
	}
	return b[:n], err
}

// peek returns up to headSize first bytes of a member; none at its end.
func peek(r *bufio.Reader) ([]byte, error) {
	head, err := r.Peek(headSize)
	if err == io.EOF {
		err = nil
	}
	return head, err
}

// unpack returns the beginning of what a compressed file holds. The bytes that
// it looked at stay readable as they were stored.
func (in *opened) unpack() (head []byte, err error) {
	var kept bytes.Buffer
	tee := io.TeeReader(in.raw, &kept)
	z, err := unpack.NewReader(tee, in.packed)
	if err != nil {
		in.raw = io.MultiReader(bytes.NewReader(kept.Bytes()), in.raw)
		return nil, err
	}
	head, err = readHead(z, make([]byte, headSize))
	_ = z.Close() // never fails
	in.raw = io.MultiReader(bytes.NewReader(kept.Bytes()), in.raw)
	return head, err
}

// unpacked begins to read what the file holds.
func (in *opened) unpacked() (io.Reader, error) {
	if in.packed == unpack.Plain {
		return in.raw, nil
	}
	packed := &counter{r: in.raw}
	z, err := unpack.NewReader(bufio.NewReaderSize(packed, 64<<10), in.packed)
	if err != nil {
		return nil, err
	}
	before := in.close
	in.close = func() {
		_ = z.Close() // never fails
		before()
	}
	return &meter{r: z, from: packed}, nil
}

// page yields the Doc of a file that is a page, perhaps compressed.
func (w *walker) page(in *opened) bool {
	d := Doc{Path: in.path, Name: in.name, URL: in.url, LikelyURL: in.likely}
	if in.packed != unpack.Plain {
		d.Name = unpackedName(d.Name)
	}
	if f, ok := in.file.(*os.File); ok && isRegular(f) {
		d.Open = func() (io.ReadCloser, error) { return openPacked(in.open, in.packed) }
		return w.yield(d)
	}
	// A pipe can not be opened again: the Doc goes on with what is open.
	file, raw, packed := in.file, in.raw, in.packed
	in.file = nil
	d.Open = func() (io.ReadCloser, error) {
		return openPacked(func() (io.ReadCloser, error) { return &both{raw, file.Close}, nil }, packed)
	}
	return w.yield(d)
}

// isRegular reports whether a file can be opened again.
func isRegular(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode().IsRegular()
}

// openAny opens a page that may be compressed.
func openAny(open func() (io.ReadCloser, error)) (io.ReadCloser, error) {
	f, err := open()
	if err != nil {
		return nil, err
	}
	head, err := readHead(f, make([]byte, headSize))
	if err != nil {
		_ = f.Close() // only read
		return nil, err
	}
	raw := &both{io.MultiReader(bytes.NewReader(head), f), f.Close}
	return openPacked(func() (io.ReadCloser, error) { return raw, nil }, unpack.Sniff(head))
}

// openPacked opens a page that is compressed.
func openPacked(open func() (io.ReadCloser, error), packed unpack.Format) (io.ReadCloser, error) {
	f, err := open()
	if err != nil || packed == unpack.Plain {
		return f, err
	}
	z, err := unpack.NewReader(bufio.NewReaderSize(f, 64<<10), packed)
	if err != nil {
		_ = f.Close() // only read
		return nil, err
	}
	return &both{z, func() error { return errors.Join(z.Close(), f.Close()) }}, nil
}

// both is a reader with what closes it.
type both struct {
	io.Reader
	close func() error
}

func (b *both) Close() error { return b.close() }

// unpackedName is a file's name without the extension of its compression.
func unpackedName(name string) string {
	for _, row := range []struct{ packed, plain string }{
		{".gz", ""}, {".zst", ""}, {".xz", ""}, {".tgz", ".tar"}, {".tzst", ".tar"}, {".txz", ".tar"},
	} {
		if nameEnds(name, row.packed) && len(name) > len(row.packed) {
			return name[:len(name)-len(row.packed)] + row.plain
		}
	}
	return name
}

// archive yields the members of an archive.
func (w *walker) archive(in *opened) bool {
	a := &archive{walker: w, path: in.path, name: in.name, found: in.found, names: namer{}, more: true}
	switch {
	case in.url != "":
		return w.refuse(in.place, errors.New("an archive has no address of its own"))
	case w.in.Single && w.want == "":
		return w.refuse(in.place, fmt.Errorf("a %s: %w", in.kind, ErrSeveral))
	}
	switch in.kind {
	case zipped:
		a.zip(in.file)
		return a.end()
	case web:
		a.warc(in)
		return a.end()
	}
	r, err := in.unpacked()
	if err != nil {
		a.damaged(err)
		return a.end()
	}
	switch in.kind {
	case tarred:
		a.tar(r)
	case lines:
		a.lines(r)
	case feeds:
		a.feed(r)
	}
	return a.end()
}

// member finds the archive in a name like "pages.zip!a.html", and yields that
// page of it.
func (w *walker) member(name string) (more, ok bool) {
	for i := 0; i < len(name); i++ {
		at := strings.IndexByte(name[i:], '!')
		if at < 0 {
			return true, false
		}
		i += at
		info, err := os.Stat(name[:i])
		if err != nil || !info.Mode().IsRegular() || i+1 == len(name) {
			continue
		}
		w.want, w.wanted = name[i+1:], false
		defer func() { w.want = "" }()
		archive := name[:i]
		more = w.file(w, place{path: archive, name: baseName(archive), taking: told, open: opener(archive)})
		if more && !w.wanted {
			more = w.yield(failing(name, ErrNoMember))
		}
		return more, true
	}
	return true, false
}
