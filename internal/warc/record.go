package warc

// Bytes of an archive come in; records go out, one after the other, and where
// there is none the reader goes on at the next.

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// maxHead is the longest head of a record, and of an HTTP response, in bytes.
// Longer ones are damage.
const maxHead = 256 << 10

// A record is the head of a record.
type record struct {
	kind, uri, id, contentType, payload, truncated string
	date                                           time.Time
	length                                         int64
}

// A reader reads records. The methods of the block are valid between next and
// finish.
type reader struct {
	in     *stream
	line   []byte  // the version line, if it was read already
	left   int64   // bytes of the block that are not read
	at     int64   // offset of the record
	damage *Damage // what could not be read so far
	head   []byte  // the last head, to be written over
}

func newReader(r io.Reader) *reader { return &reader{in: newStream(r)} }

// next reads the head of the next record, io.EOF at the end. Other errors are
// those of the stream below.
func (r *reader) next() (*record, error) {
	for {
		if r.in.failure != nil {
			return nil, fmt.Errorf("reading the archive: %w", r.in.failure)
		}
		if err := r.version(); err != nil {
			return nil, err
		}
		rec, err := r.fields()
		if err == nil {
			r.left = rec.length
			return rec, nil
		}
		if err := r.damaged(err); err != nil {
			return nil, err
		}
	}
}

// damaged notes that a record can not be read, unless it was the stream that
// failed, and finds the next one.
func (r *reader) damaged(err error) error {
	if r.in.failure != nil {
		return fmt.Errorf("reading the archive: %w", r.in.failure)
	}
	if r.damage == nil {
		r.damage = &Damage{Offset: r.at, Err: err}
	}
	r.damage.Places++
	r.line, err = r.in.resync()
	if err == io.EOF {
		return nil // next will see it
	}
	return err
}

// errNoRecord is what stands where a record should.
var errNoRecord = errors.New("no record begins here")

// version reads up to the first line of a record.
func (r *reader) version() error {
	for r.line == nil {
		r.at = r.in.offset()
		line, err := r.in.readLine(r.head[:0], maxHead)
		r.head = line
		switch {
		case err == io.EOF && len(line) == 0:
			if more, err := r.in.member(); err != nil {
				if err := r.damaged(err); err != nil {
					return err
				}
			} else if !more {
				return io.EOF
			}
		case isVersion(line):
			return nil
		case err != nil || len(bytes.TrimSpace(line)) > 0:
			if err == nil {
				err = errNoRecord
			}
			if err := r.damaged(err); err != nil {
				return err
			}
		}
	}
	r.line = nil
	return nil
}

// isVersion reports whether a line begins a record: "WARC/1.0".
func isVersion(line []byte) bool {
	line = bytes.TrimRight(line, " \t\r\n")
	rest, ok := bytes.CutPrefix(line, []byte("WARC/"))
	return ok && len(rest) >= 3 && len(rest) <= 8 && rest[0] >= '0' && rest[0] <= '9' && rest[1] == '.'
}

// fields reads the head up to the empty line.
func (r *reader) fields() (*record, error) {
	rec := &record{length: -1}
	var name string
	var value []byte
	lengths := 0
	for size := 0; ; {
		line, err := r.in.readLine(r.head[:0], maxHead-size)
		r.head = line
		if err != nil {
			return nil, fmt.Errorf("in the head of a record: %w", cutShort(err))
		}
		size += len(line)
		line = bytes.TrimRight(line, " \t\r\n")
		if len(line) > 0 && (line[0] == ' ' || line[0] == '\t') { // folded (RFC 2616, section 2.2)
			value = append(append(value, ' '), bytes.TrimSpace(line)...)
			continue
		}
		if err := rec.set(name, string(value), &lengths); err != nil {
			return nil, err
		}
		if len(line) == 0 {
			break
		}
		before, after, _ := bytes.Cut(line, []byte(":"))
		name, value = strings.ToLower(string(bytes.TrimSpace(before))), append(value[:0], bytes.TrimSpace(after)...)
	}
	if rec.length < 0 {
		return nil, errors.New("a record without its length")
	}
	return rec, nil
}

// set takes one field of the head.
func (rec *record) set(name, value string, lengths *int) error {
	switch name {
	case "warc-type":
		rec.kind = strings.ToLower(value)
	case "warc-target-uri":
		rec.uri = strings.Trim(value, "<>") // wget writes brackets
	case "warc-record-id":
		rec.id = strings.Trim(value, "<>")
	case "warc-date":
		rec.date = parseDate(value)
	case "content-type":
		rec.contentType = value
	case "warc-identified-payload-type":
		rec.payload = value
	case "warc-truncated":
		rec.truncated = value
	case "content-length":
		n, err := strconv.ParseUint(value, 10, 63)
		if err != nil {
			return fmt.Errorf("a record of the length %.40q", value)
		}
		if *lengths++; *lengths > 1 && int64(n) != rec.length {
			return errors.New("a record with two lengths")
		}
		rec.length = int64(n)
	}
	return nil
}

// parseDate reads a WARC-Date: W3CDTF, or 14 digits in old archives.
func parseDate(s string) time.Time {
	for _, layout := range []string{time.RFC3339, "20060102150405"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// cutShort says what the end means inside a record.
func cutShort(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// peek returns the first bytes that are left of the block, without taking them.
func (r *reader) peek() []byte {
	head := r.in.peek(int(min(r.left, 1024)))
	return head
}

// Read reads the block.
func (r *reader) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, io.EOF
	}
	n, err := r.in.Read(p[:min(int64(len(p)), r.left)])
	r.left -= int64(n)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// rest takes what is left of the block. Memory grows with what is there, not
// with the length that the head claims.
func (r *reader) rest() ([]byte, error) {
	const first = 1 << 20
	b := make([]byte, 0, min(r.left, first))
	for r.left > 0 {
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
		n, err := r.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		if err != nil {
			return nil, err
		}
	}
	return b, nil
}

// finish passes over what is left of the block and reports whether it was
// whole: behind it is the end of the record.
func (r *reader) finish() error {
	err := r.in.discard(r.left)
	r.left = 0
	if err == nil {
		err = r.terminator()
	}
	if err == nil {
		return nil
	}
	if r.damaged(fmt.Errorf("in the block of a record: %w", cutShort(err))) != nil {
		return r.in.failure // next gives it too
	}
	return err
}

// errLength is a block that does not end where its head says.
var errLength = errors.New("its length is wrong")

// terminator passes the two line ends behind a block. Writers leave one or both
// out, or write LF for CRLF.
func (r *reader) terminator() error {
	for range 2 {
		next := r.in.peek(2)
		switch {
		case len(next) > 0 && next[0] == '\n':
			r.in.drop(1)
		case len(next) > 1 && next[0] == '\r' && next[1] == '\n':
			r.in.drop(2)
		}
	}
	if next := r.in.peek(5); r.in.failure == nil && r.in.broken == nil && len(next) > 0 && !bytes.HasPrefix([]byte("WARC/"), next) && next[0] != '\r' && next[0] != '\n' {
		return errLength
	}
	return nil
}
