package source

// Members of an archive come in, one after the other; Docs go out, and what is
// wrong with the archive at the end.

import (
	"errors"
	"fmt"
	"io"

	"pressclip/internal/unpack"
)

// Limits of one archive. What is beyond them is not read, and told.
const (
	maxMembers = 10_000_000
	freeSize   = 4 << 30 // bytes that may be unpacked whatever the ratio
	maxRatio   = 500     // unpacked to packed; pages have 3 to 20
)

// What an archive, or a page in one, fails with.
var (
	ErrDamaged  = errors.New("the archive is damaged")
	ErrTooLarge = errors.New("larger than the limit")                                                             // see Inputs.MaxBytes
	ErrBomb     = errors.New("unpacks to far more than pages")                                                    // see maxRatio
	ErrSeveral  = errors.New("it may hold many pages: name one as FILE!MEMBER, or give --output-dir to read all") // see Inputs.Single
	ErrNoMember = errors.New("there is no such page in it")                                                       // of a name with "!"
	errMembers  = fmt.Errorf("more than %d members", maxMembers)
)

// A Damage is an archive that could not be read to its end. Its pages that
// were whole were given.
type Damage struct {
	Place string // where, as a phrase: "at byte 12", "after a.html"
	Err   error
}

func (d *Damage) Error() string   { return fmt.Sprintf("%v %s: %v", ErrDamaged, d.Place, d.Err) }
func (d *Damage) Unwrap() []error { return []error{ErrDamaged, d.Err} }

// An archive is one that is being read.
type archive struct {
	*walker
	path, name string
	found      bool // in a folder, not named
	names      namer
	members    int
	last       string // the last member that was reached
	pages      int
	more       bool // what yield said last
}

// take counts a member, and reports whether to go on.
func (a *archive) take(member string) bool {
	a.last = member
	if a.members++; a.members > maxMembers {
		a.fail(errMembers)
		return false
	}
	return true
}

// give yields a page. member is its name in the archive, and where is the name
// that its output is made of.
func (a *archive) give(member, where string, d Doc) bool {
	member = a.names.unique(member)
	if where == "" {
		where = member
	}
	d.Archive = a.path
	d.Path, d.Name = a.path+"!"+member, a.names.unique("\x00" + below(a.name, where))[1:]
	a.pages++
	if a.want != "" && member != a.want {
		return true
	}
	a.wanted = true
	a.more = a.yield(d)
	return a.more
}

// skip tells that a member is no page.
func (a *archive) skip(member, reason string) {
	a.in.skip(a.path+"!"+member, reason)
}

// fail yields the error that ends the archive.
func (a *archive) fail(err error) {
	a.pages++ // it is told
	a.wanted = true
	a.more = a.more && a.yield(failingAs(a.path, a.name, err))
}

// damaged yields an error that says how far the archive could be read.
func (a *archive) damaged(err error) {
	if errors.Is(err, unpack.ErrWindow) || errors.Is(err, ErrBomb) {
		a.fail(err)
		return
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	place := "at its beginning"
	if a.last != "" {
		place = "after " + a.last
	}
	a.fail(&Damage{place, err})
}

// end says what is to be said of an archive without pages.
func (a *archive) end() bool {
	switch {
	case a.pages > 0 || !a.more:
	case a.found:
		a.in.skip(a.path, "an archive without pages")
	default:
		a.fail(fmt.Errorf("%w in it", ErrNoPages))
	}
	return a.more
}

// A meter fails when what is unpacked is out of proportion to what was packed.
type meter struct {
	r    io.Reader // unpacked
	n    int64
	from *counter // packed
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	m.n += int64(n)
	if m.n > freeSize && m.n/maxRatio > m.from.n {
		return 0, ErrBomb
	}
	return n, err
}

// A counter counts the bytes that were read.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// readAll reads a member into memory, which grows with what is there.
func (in *Inputs) readAll(r io.Reader) ([]byte, error) {
	if in.MaxBytes > 0 {
		r = io.LimitReader(r, in.MaxBytes+1)
	}
	b, err := io.ReadAll(r)
	if err == nil && in.MaxBytes > 0 && int64(len(b)) > in.MaxBytes {
		return nil, ErrTooLarge
	}
	return b, err
}

// once opens bytes that are in memory. They are let go of as soon as they are
// read: a Doc lives longer than its page.
func once(b []byte) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) {
		if b == nil {
			return nil, errors.New("a page in an archive can be opened once")
		}
		r := &memory{b}
		b = nil
		return r, nil
	}
}

// A memory reads bytes.
type memory struct{ b []byte }

func (m *memory) Read(p []byte) (int, error) {
	if len(m.b) == 0 {
		return 0, io.EOF
	}
	n := copy(p, m.b)
	m.b = m.b[n:]
	return n, nil
}

func (m *memory) Close() error {
	m.b = nil
	return nil
}
