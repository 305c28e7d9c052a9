package warc

// A file comes in, plain or as members of gzip; its unpacked bytes go out, with
// the places where members that begin a record begin.

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
)

// maxTries bounds how many places are tried for the next member behind a
// damaged one. Each costs the set-up of a decoder.
const maxTries = 1000

// magic is how a member of gzip begins: 8 is the only method (RFC 1952, 2.3.1).
const magic = "\x1f\x8b\x08"

var errNoMember = errors.New("no gzip member begins here")

// errLine is a line that is longer than allowed.
var errLine = errors.New("a line without an end")

// A stream reads members. Its end, to readers, is the end of a member behind
// which a record begins; member goes on there.
type stream struct {
	raw     *bufio.Reader // the file
	counted *counter      // what raw reads from
	zip     *gzip.Reader  // nil for a plain file
	out     *bufio.Reader // unpacked; raw itself for a plain file
	start   int64         // offset of the member
	ready   bool          // a member is open and nothing of it is read
	ended   bool          // there is no further member
	broken  error         // the member can not be unpacked further
	failure error         // the file can not be read further
	tries   int           // see maxTries
	fresh   bool          // the next byte is known to be the first of a line
}

// A counter counts the bytes that were read, and keeps the error of the file
// apart from those of what is in it.
type counter struct {
	r   io.Reader
	n   int64
	err error
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	if err != nil && err != io.EOF {
		c.err = err
	}
	return n, err
}

func newStream(r io.Reader) *stream {
	c := &counter{r: r}
	s := &stream{counted: c, raw: bufio.NewReaderSize(c, 64<<10)}
	s.out = s.raw
	if head, _ := s.raw.Peek(2); len(head) == 2 && head[0] == 0x1f && head[1] == 0x8b {
		s.zip = new(gzip.Reader)
		s.out = bufio.NewReaderSize(nothing{}, 64<<10)
	}
	return s
}

// nothing is an empty file.
type nothing struct{}

func (nothing) Read([]byte) (int, error) { return 0, io.EOF }

// offset is where the next record begins: exact in a plain file, else the
// offset of the member.
func (s *stream) offset() int64 {
	if s.zip == nil || s.ready {
		return s.position()
	}
	return s.start
}

// position is how far the file is read.
func (s *stream) position() int64 {
	if s.ready {
		return s.start
	}
	return s.counted.n - int64(s.raw.Buffered())
}

// member opens the next member, unless a fresh one is open already; more is
// false at the end of the file. The error is one of the member.
func (s *stream) member() (more bool, err error) {
	switch {
	case s.counted.err != nil:
		s.failure = s.counted.err
		return false, s.failure
	case s.zip == nil || s.ended:
		return false, nil
	case s.ready:
		s.ready = false
		return true, nil
	case s.broken != nil:
		return false, s.broken
	}
	if more, err = s.open(); more {
		s.ready = false
	}
	return more, err
}

// open sets the decoder up for the member that begins here. NULs behind a
// member are padding.
func (s *stream) open() (more bool, err error) {
	for {
		next, err := s.raw.Peek(1)
		if err != nil {
			s.ended = true
			s.failure = s.counted.err
			return false, s.failure
		}
		if next[0] != 0 {
			break
		}
		_, _ = s.raw.Discard(1) // it was peeked
	}
	s.start = s.counted.n - int64(s.raw.Buffered())
	if next, _ := s.raw.Peek(len(magic)); string(next) != magic {
		s.fail(errNoMember) // what stands here is left for seek
		return false, s.broken
	}
	if err := s.zip.Reset(s.raw); err != nil {
		s.fail(err)
		return false, s.broken
	}
	s.zip.Multistream(false)
	s.out.Reset(s.zip)
	s.ready, s.broken = true, nil
	return true, nil
}

// fail notes why the member can not be read further.
func (s *stream) fail(err error) {
	s.failure, s.ready = s.counted.err, false
	s.broken = fmt.Errorf("unpacking it: %w", cutShort(err))
}

// more is called at the end of a member: it reports whether the next one goes
// on where this one ended, as when a whole archive was compressed in blocks.
func (s *stream) more(err error) bool {
	switch {
	case s.zip == nil:
		s.failure = s.counted.err
		return false
	case s.broken != nil || s.ended || s.ready:
		return false
	case err != io.EOF:
		s.fail(err)
		return false
	}
	if ok, _ := s.open(); !ok { // an error is in broken
		return false
	}
	head, err := s.out.Peek(5)
	if err != nil && err != io.EOF {
		s.fail(err)
		return false
	}
	if len(head) > 0 && !bytes.HasPrefix(head, []byte("WARC/")) {
		s.ready = false
		return true
	}
	return false
}

// Read reads unpacked bytes.
func (s *stream) Read(p []byte) (int, error) {
	for {
		if err := s.state(); err != nil {
			return 0, err
		}
		s.fresh = false
		n, err := s.out.Read(p)
		if n > 0 || err == nil {
			return n, nil
		}
		if !s.more(err) {
			return 0, s.end()
		}
	}
}

// state is the error that a read meets before it begins.
func (s *stream) state() error {
	switch {
	case s.broken != nil:
		return s.broken
	case s.ready:
		return io.EOF
	}
	return nil
}

// end is the error at the end of a member.
func (s *stream) end() error {
	switch {
	case s.failure != nil:
		return s.failure
	case s.broken != nil:
		return s.broken
	}
	return io.EOF
}

// peek returns up to n bytes without taking them: fewer at an end.
func (s *stream) peek(n int) []byte {
	for {
		if s.state() != nil {
			return nil
		}
		b, err := s.out.Peek(n)
		if len(b) > 0 || err == nil {
			return b
		}
		if !s.more(err) {
			return nil
		}
	}
}

// drop takes bytes that were peeked.
func (s *stream) drop(n int) { _, _ = s.out.Discard(n) }

// discard passes over n bytes.
func (s *stream) discard(n int64) error {
	for n > 0 {
		s.fresh = false
		if err := s.state(); err != nil {
			return err
		}
		some, err := s.out.Discard(int(min(n, 1<<30)))
		n -= int64(some)
		if err != nil && n > 0 && !s.more(err) {
			return s.end()
		}
	}
	return nil
}

// readLine appends a line with its end to b. A line longer than limit is an
// error; what was read of it is returned.
func (s *stream) readLine(b []byte, limit int) ([]byte, error) {
	for {
		if err := s.state(); err != nil {
			return b, err
		}
		part, err := s.out.ReadSlice('\n')
		b = append(b, part...)
		s.fresh = err == nil
		switch {
		case len(b) > limit:
			return b, errLine
		case err == nil:
			return b, nil
		case err == bufio.ErrBufferFull:
		case !s.more(err):
			return b, s.end()
		}
	}
}

// resync goes to the next line that begins a record and returns it, or nil
// where a member begins with one.
func (s *stream) resync() ([]byte, error) {
	line := s.scanLines()
	switch {
	case line != nil:
		return line, nil
	case s.failure != nil:
		return nil, s.failure
	case s.ready || s.broken != nil && s.seek():
		return nil, nil
	}
	s.ended, s.ready, s.broken = true, false, nil
	s.out.Reset(nothing{})
	return nil, io.EOF
}

// scanLines passes over the rest of the member, up to a line that begins a
// record, and returns that, or nil.
func (s *stream) scanLines() []byte {
	for s.state() == nil {
		part, err := s.out.ReadSlice('\n')
		if s.fresh && err == nil && isVersion(part) {
			return bytes.Clone(part)
		}
		s.fresh = err == nil
		if err != nil && err != bufio.ErrBufferFull && !s.more(err) {
			break
		}
	}
	return nil
}

// seek looks for the next member that can be opened and begins with a record.
func (s *stream) seek() bool {
	for s.tries < maxTries {
		window, err := s.raw.Peek(s.raw.Size())
		i := bytes.Index(window, []byte(magic))
		if i < 0 {
			if err != nil {
				return false
			}
			_, _ = s.raw.Discard(len(window) - len(magic) + 1) // it was peeked
			continue
		}
		_, _ = s.raw.Discard(i)
		s.tries++
		s.broken = nil
		if ok, _ := s.open(); ok {
			if head, _ := s.out.Peek(5); string(head) == "WARC/" {
				return true
			}
		}
		s.ready = false
	}
	return false
}
