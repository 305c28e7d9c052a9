package charset

// Raw bytes in, UTF-8 out, through one buffer that is read and written in place.

import (
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

const (
	replacement = "\uFFFD" // stands for bytes that are no character
	escape      = 0x1B     // starts the shifts of ISO-2022-JP
	maxEmpty    = 100      // reads without a byte or an error before io.ErrNoProgress
)

// A state says how far a Reader knows its encoding.
type state uint8

const (
	fresh     state = iota // nothing was read
	undecided              // all bytes so far were ASCII
	passing                // UTF-8: bytes are checked, not changed
	decoding               // another encoding
)

// A Reader reads a page as UTF-8. Its zero value must be Reset before use. A
// Reader that is Reset again keeps its buffer and allocates nothing. It must
// not be used by two goroutines at once.
type Reader struct {
	src  io.Reader
	err  error // what src ended with
	n    int64 // bytes read from src
	opts Options

	// buf[r:ok] is valid UTF-8 to hand out, buf[ok:w] is still to be looked at.
	buf      []byte
	r, ok, w int
	small    []byte   // handed out before buf[r:ok]; part of out, or replacement
	out      [64]byte // room for a decoder when the caller's is too small

	state  state
	forced *charset // Options.Override
	label  *charset // what was declared, and where
	where  string
	enc    *charset // the encoding, and why
	reason string

	dec    transform.Transformer // decoder of decFor
	decFor *charset
}

// NewReader returns a Reader of the page that src gives. It fails with
// ErrUnknown only.
func NewReader(src io.Reader, opts Options) (*Reader, error) {
	d := new(Reader)
	if err := d.Reset(src, opts); err != nil {
		return nil, err
	}
	return d, nil
}

// Reset makes d read another page. It fails with ErrUnknown only.
func (d *Reader) Reset(src io.Reader, opts Options) error {
	forced, err := opts.override()
	if err != nil {
		return err
	}
	*d = Reader{src: src, opts: opts, forced: forced, buf: d.buf, dec: d.dec, decFor: d.decFor}
	return nil
}

// Name returns the encoding's name, "windows-1252". It is final once Read
// returned io.EOF; a page of ASCII alone has the name that it declares, else "utf-8".
func (d *Reader) Name() string {
	switch {
	case d.enc != nil:
		return d.enc.name
	case d.label != nil:
		return d.label.name
	}
	return utf8Name
}

// Reason says in words why Name is what it is; final when Name is.
func (d *Reader) Reason() string {
	switch {
	case d.enc != nil:
		return d.reason
	case d.label != nil:
		return d.where
	}
	return "ASCII only"
}

// Bytes returns how many bytes were read from the source. At io.EOF it is the
// page's length.
func (d *Reader) Bytes() int64 { return d.n }

// Read implements io.Reader. Together, the bytes that it gives are valid
// UTF-8; a single call may end within a character. The source's error comes
// unchanged, after all that was read before it.
func (d *Reader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if d.state == fresh {
		d.begin()
	}
	for {
		if len(d.small) > 0 {
			n := copy(p, d.small)
			d.small = d.small[n:]
			return n, nil
		}
		if d.r < d.ok {
			n := copy(p, d.buf[d.r:d.ok])
			d.r += n
			return n, nil
		}
		switch d.state {
		case undecided:
			d.passASCII()
		case passing:
			d.passUTF8()
		default:
			if n := d.decode(p); n > 0 {
				return n, nil
			}
		}
		if len(d.small) == 0 && d.r == d.ok && d.r == d.w && d.err != nil {
			return 0, d.err
		}
	}
}

// begin reads the first window and takes from it what is certain, or else the
// label.
func (d *Reader) begin() {
	if d.buf == nil {
		d.buf = make([]byte, windowSize)
	}
	d.fillAll()
	page := d.buf[:d.w]
	e, n := bom(page)
	switch {
	case e != nil:
		d.r, d.ok = n, n
		d.use(e, "byte order mark")
	case d.forced != nil:
		d.use(d.forced, "--charset")
	default:
		if e := utf16Of(page); e != nil {
			d.use(e, "NUL bytes of UTF-16 text")
			return
		}
		d.state = undecided
		d.label, d.where = labelOf(page, d.opts.ContentType)
		if d.label == utf16LE || d.label == utf16BE {
			d.use(d.label, d.where) // its bytes may all be ASCII
		}
	}
}

// use makes e the page's encoding.
func (d *Reader) use(e *charset, reason string) {
	d.enc, d.reason = e, reason
	if e == plainUTF8 {
		d.state = passing
		return
	}
	d.state = decoding
	if d.decFor != e {
		d.dec, d.decFor = e.enc.NewDecoder(), e
	}
	d.dec.Reset()
}

// passASCII finds the ASCII at r, or decides what follows it.
func (d *Reader) passASCII() {
	if d.r == d.w {
		d.fill()
	}
	rest := d.buf[d.r:d.w]
	n := asciiPrefix(rest)
	if d.label == iso2022JP {
		if esc := bytes.IndexByte(rest[:n], escape); esc >= 0 {
			n = esc
		}
	}
	d.ok = d.r + n
	if n > 0 || len(rest) == 0 {
		return
	}
	d.fillAll()
	rest = d.buf[d.r:d.w]
	if rest[0] != escape {
		valid := validPrefix(rest)
		d.use(decide(rest, valid > 0 && valid == len(rest)-cutLen(rest), d.label, d.where))
		if d.state == passing {
			d.ok = d.r + valid // looked at once is enough
		}
		return
	}
	if len(rest) > 1 && (rest[1] == '$' || rest[1] == '(') {
		d.use(iso2022JP, d.where)
		return
	}
	d.ok++ // a stray control character
}

// passUTF8 finds the valid UTF-8 at r, or puts U+FFFD for what is not.
func (d *Reader) passUTF8() {
	rest := d.buf[d.r:d.w]
	if n := validPrefix(rest); n > 0 {
		d.ok = d.r + n
		return
	}
	if len(rest) == 0 || d.err == nil && !utf8.FullRune(rest) {
		d.fill()
		return
	}
	d.r += badLen(rest)
	d.ok = d.r
	d.small = append(d.out[:0], replacement...)
}

// decode decodes from the buffer into p and returns how many bytes it put
// there. It may put some into small instead, or only read.
func (d *Reader) decode(p []byte) int {
	dst := p
	if len(p) < len(d.out) {
		dst = d.out[:]
	}
	nDst, nSrc, err := d.dec.Transform(dst, d.buf[d.r:d.w], d.err != nil)
	d.r += nSrc
	d.ok = d.r
	switch {
	case nDst == 0 && d.err == nil:
		d.fill()
	case nDst == 0 && (err != nil || nSrc == 0):
		d.r, d.ok = d.w, d.w // no decoder leaves bytes at the end; never loop on one that does
	}
	if len(p) < len(d.out) {
		d.small = d.out[:nDst]
		return 0
	}
	return nDst
}

// fill moves what is left to the buffer's start and reads once behind it.
// Afterwards w has grown or err is set, unless the buffer was full.
func (d *Reader) fill() {
	if d.r > 0 {
		copy(d.buf, d.buf[d.r:d.w])
		d.w, d.ok, d.r = d.w-d.r, d.ok-d.r, 0
	}
	for i := 0; d.err == nil && d.w < len(d.buf); i++ {
		if i == maxEmpty {
			d.err = io.ErrNoProgress
			return
		}
		n, err := d.src.Read(d.buf[d.w:])
		d.w, d.n, d.err = d.w+n, d.n+int64(n), err
		if n > 0 {
			return
		}
	}
}

// fillAll fills the buffer, so that how the source divides its bytes does not
// matter to what is decided.
func (d *Reader) fillAll() {
	d.fill()
	for d.err == nil && d.w < len(d.buf) {
		d.fill()
	}
}
