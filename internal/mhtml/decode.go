package mhtml

// Lines of a message come in; the decoded content of one part goes out, up to
// the boundary behind it.

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"io"
)

// lines reads lines, long ones in pieces.
type lines struct {
	r     *bufio.Reader
	again []byte // a line that is read once more; nil if there is none
	cut   bool   // the last piece had no end: the next one is of the same line
}

func newLines(r io.Reader) *lines { return &lines{r: bufio.NewReaderSize(r, 16<<10)} }

// next returns a line with its end, or a piece of one; first means that it is
// the beginning of its line. The bytes are valid until the next call.
func (l *lines) next() (line []byte, first bool, err error) {
	if l.again != nil {
		line, l.again = l.again, nil
		return line, true, nil
	}
	first = !l.cut
	line, err = l.r.ReadSlice('\n')
	l.cut = err == bufio.ErrBufferFull
	if err == bufio.ErrBufferFull || err == io.EOF && len(line) > 0 {
		err = nil
	}
	return line, first, err
}

// unread gives a line back.
func (l *lines) unread(line []byte) { l.again = line }

// content reads a part's bytes as they are. The line end before a boundary
// belongs to the boundary (RFC 2046, section 5.1.1).
type content struct {
	p    *parser
	line []byte // what is left of the line
	held []byte // a line end that waits for the next line
	buf  []byte // what line is cut from
	done bool
}

// nextLine returns the next line with its end before it, not behind it; nil
// at the end of the part.
func (c *content) nextLine() ([]byte, error) {
	if c.done {
		return nil, io.EOF
	}
	line, first, err := c.p.in.next()
	if err == io.EOF {
		c.done = true
		if len(c.p.boundaries) > 0 {
			return nil, errEnd
		}
		if len(c.held) > 0 {
			line, c.held = c.held, nil
			return line, nil
		}
		return nil, io.EOF
	}
	if err != nil {
		return nil, err
	}
	if first {
		if i, _ := c.p.boundary(line); i >= 0 {
			c.done = true
			c.p.in.unread(bytes.Clone(line))
			return nil, io.EOF
		}
	}
	text := bytes.TrimRight(line, "\r\n")
	c.buf = append(append(c.buf[:0], c.held...), text...)
	c.held = append(c.held[:0], line[len(text):]...)
	return c.buf, nil
}

func (c *content) Read(p []byte) (int, error) {
	for len(c.line) == 0 {
		line, err := c.nextLine()
		if err != nil {
			return 0, err
		}
		c.line = line
	}
	n := copy(p, c.line)
	c.line = c.line[n:]
	return n, nil
}

// quoted decodes quoted-printable (RFC 2045, section 6.7). What is written
// badly stays as it is.
type quoted struct {
	r    *content
	left []byte
	tail []byte // an "=" at the end of a piece, with what follows it there
}

func (q *quoted) Read(p []byte) (int, error) {
	for len(q.left) == 0 {
		line, err := q.r.nextLine()
		if err != nil {
			if len(q.tail) > 0 && err == io.EOF {
				q.left, q.tail = q.tail, nil
				if q.left[len(q.left)-1] == '=' { // a soft end of the last line
					q.left = q.left[:len(q.left)-1]
				}
				continue
			}
			return 0, err
		}
		q.left = q.decode(line)
	}
	n := copy(p, q.left)
	q.left = q.left[n:]
	return n, nil
}

// maxBlanks is how many blanks may stand behind the "=" of a soft line end,
// which mail gateways add.
const maxBlanks = 64

// decode decodes in place. A line begins with the end of the line before it.
func (q *quoted) decode(line []byte) []byte {
	if len(q.tail) > 0 {
		line = append(q.tail, line...)
		q.tail = nil
	}
	out := line[:0]
	for i := 0; i < len(line); i++ {
		if line[i] != '=' {
			out = append(out, line[i])
			continue
		}
		rest := line[i+1:]
		end := bytes.TrimLeft(rest, " \t\r")
		switch {
		case len(end) > 0 && end[0] == '\n': // a soft line end
			i = len(line) - len(end)
		case len(rest) < 2 || len(end) == 0 && len(rest) < maxBlanks: // perhaps one: the next line tells
			q.tail = bytes.Clone(line[i:])
			return out
		case unhex(rest[0]) >= 0 && unhex(rest[1]) >= 0:
			out = append(out, byte(unhex(rest[0])<<4|unhex(rest[1])))
			i += 2
		default:
			out = append(out, '=')
		}
	}
	return out
}

// unhex is the value of a hexadecimal digit, -1 for others.
func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

// newBase64 decodes base64 among bytes that are none of it. Padding ends it.
func newBase64(r io.Reader) io.Reader {
	return &unpadded{base64.NewDecoder(base64.StdEncoding, &alphabet{r})}
}

// alphabet lets only the digits of base64 through, and padding.
type alphabet struct{ r io.Reader }

func (a *alphabet) Read(p []byte) (int, error) {
	for {
		n, err := a.r.Read(p)
		kept := 0
		for _, c := range p[:n] {
			if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=' {
				p[kept] = c
				kept++
			}
		}
		if kept > 0 || err != nil {
			return kept, err
		}
	}
}

// unpadded takes what was decoded before padding for all, and padding that is
// missing for there.
type unpadded struct{ r io.Reader }

func (u *unpadded) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	if _, bad := err.(base64.CorruptInputError); bad || err == io.ErrUnexpectedEOF {
		err = io.EOF
	}
	return n, err
}
