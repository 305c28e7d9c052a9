package warc

// The block of a response comes in (RFC 9112); its status, its type and its
// decoded body go out.

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"pressclip/internal/unpack"
)

// maxCodings bounds how often a body may be compressed.
const maxCodings = 3

// A head is what matters of the head of a response.
type head struct {
	status      int
	contentType string
	chunked     bool
	codings     []unpack.Format // in the order in which they were applied
	strange     string          // a coding that nobody knows
}

var errHead = errors.New("the head of the HTTP response is damaged")

// readHead reads the head of a response off its block.
func readHead(r *reader) (head, error) {
	h := head{}
	for size, first := 0, true; ; first = false {
		line, err := r.in.readLine(r.head[:0], int(min(maxHead-int64(size), r.left)))
		r.head = line
		r.left -= min(int64(len(line)), r.left)
		if err != nil {
			return h, errHead
		}
		size += len(line)
		line = bytes.TrimRight(line, "\r\n")
		switch {
		case first:
			if h.status = status(line); h.status == 0 {
				return h, errHead
			}
		case len(line) == 0:
			return h, nil
		default:
			name, value, _ := bytes.Cut(line, []byte(":"))
			h.set(strings.ToLower(string(bytes.TrimSpace(name))), string(bytes.TrimSpace(value)))
		}
		if r.left == 0 {
			return h, nil // a response without a body, whose empty line some writers leave out
		}
	}
}

// status reads the code of "HTTP/1.1 200 OK", 0 if it is none.
func status(line []byte) int {
	words := bytes.Fields(line[:min(len(line), 64)])
	if len(words) < 2 || !bytes.HasPrefix(words[0], []byte("HTTP/")) {
		return 0
	}
	code, err := strconv.ParseUint(string(words[1]), 10, 16)
	if err != nil || code < 100 {
		return 0
	}
	return int(code)
}

// set takes one field.
func (h *head) set(name, value string) {
	switch name {
	case "content-type":
		h.contentType = value
	case "transfer-encoding":
		h.chunked = h.chunked || strings.Contains(strings.ToLower(value), "chunked")
	case "content-encoding":
		for coding := range strings.SplitSeq(value, ",") {
			f, ok := unpack.Coding(coding)
			switch {
			case !ok:
				h.strange = strings.TrimSpace(coding)
			case f != unpack.Plain && len(h.codings) <= maxCodings:
				h.codings = append(h.codings, f)
			}
		}
	}
}

// decode reads a body that was chunked or compressed. Many writers store it
// decoded and leave the head as it was: a body that is a page already is taken
// as it is. cut says that the writer left off early, so that an end is no
// damage.
func (o *Options) decode(r *reader, h head, cut bool) ([]byte, error) {
	var in io.Reader = r
	if h.chunked {
		in = dechunk(r)
	}
	body := &peeker{r: in}
	if (len(h.codings) > 0 || h.strange != "") && !o.IsPage(body.peek()) {
		if h.strange != "" {
			return nil, fmt.Errorf("the page's body is coded as %.40q, which is not known", h.strange)
		}
		for i := len(h.codings) - 1; i >= 0; i-- {
			z, err := unpack.NewReader(body, h.codings[i])
			if err != nil {
				return nil, fmt.Errorf("the page's body: %w", err)
			}
			defer z.Close()
			body = &peeker{r: z}
		}
	}
	return o.readLimited(body, cut)
}

// readLimited reads all of a body whose size is not known.
func (o *Options) readLimited(r io.Reader, cut bool) ([]byte, error) {
	if o.MaxBytes > 0 {
		r = io.LimitReader(r, o.MaxBytes+1)
	}
	var b bytes.Buffer
	b.Grow(64 << 10)
	_, err := b.ReadFrom(r)
	switch {
	case o.MaxBytes > 0 && int64(b.Len()) > o.MaxBytes:
		return nil, ErrTooLarge
	case err != nil && !(cut && errors.Is(err, io.ErrUnexpectedEOF)):
		return nil, fmt.Errorf("the page's body: %w", err)
	}
	return b.Bytes(), nil
}

// A peeker shows its first bytes before it is read.
type peeker struct {
	r    io.Reader
	head []byte
}

// peek reads the first bytes. An error shows again in Read.
func (p *peeker) peek() []byte {
	b := make([]byte, 1024)
	n, _ := io.ReadFull(p.r, b)
	p.head = b[:n]
	return p.head
}

func (p *peeker) Read(b []byte) (int, error) {
	if len(p.head) > 0 {
		n := copy(b, p.head)
		p.head = p.head[n:]
		return n, nil
	}
	return p.r.Read(b)
}

// dechunk takes the chunks off a body (RFC 9112, section 7.1). A body that does
// not begin with a chunk was stored without them.
func dechunk(r *reader) io.Reader {
	line, _, found := bytes.Cut(r.peek(), []byte("\n"))
	if _, ok := chunkSize(line); !found || !ok {
		return r
	}
	return &chunks{r: r}
}

// chunkSize reads the line before a chunk: a hexadecimal number, then perhaps
// extensions.
func chunkSize(line []byte) (int64, bool) {
	digits, _, _ := bytes.Cut(line[:min(len(line), 1024)], []byte(";"))
	n, err := strconv.ParseUint(string(bytes.TrimSpace(digits)), 16, 63)
	return int64(n), err == nil
}

// chunks reads the data of chunks.
type chunks struct {
	r    *reader
	left int64 // of the chunk
	end  bool
}

var errChunk = errors.New("a damaged chunk")

func (c *chunks) Read(p []byte) (int, error) {
	if c.left == 0 && !c.end {
		if err := c.next(); err != nil {
			return 0, err
		}
	}
	if c.end {
		return 0, io.EOF
	}
	n, err := c.r.Read(p[:min(int64(len(p)), c.left)])
	c.left -= int64(n)
	return n, cutShort(err)
}

// next reads the line before a chunk, and the line end behind the one before.
func (c *chunks) next() error {
	for range 2 {
		line, err := c.r.line1024()
		if err != nil {
			return err
		}
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		n, ok := chunkSize(line)
		if !ok {
			return errChunk
		}
		c.left, c.end = n, n == 0
		return nil
	}
	return errChunk
}

// line1024 reads a short line of the block.
func (r *reader) line1024() ([]byte, error) {
	if r.left == 0 {
		return nil, io.ErrUnexpectedEOF
	}
	line, err := r.in.readLine(r.head[:0], int(min(1024, r.left)))
	r.head = line
	r.left -= min(int64(len(line)), r.left)
	if err != nil {
		return nil, errChunk
	}
	return line, nil
}
