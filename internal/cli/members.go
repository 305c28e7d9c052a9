package cli

// A compressed file comes in, whose last member may have been cut off; the
// contents of its whole members go out, and where they end.

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// An offsetReader knows how many bytes were read. It has ReadByte, so that a
// decompressor does not read beyond its member.
type offsetReader struct {
	r *bufio.Reader
	n int64
}

func (o *offsetReader) Read(p []byte) (int, error) {
	n, err := o.r.Read(p)
	o.n += int64(n)
	return n, err
}

// ReadByte implements io.ByteReader.
func (o *offsetReader) ReadByte() (byte, error) {
	b, err := o.r.ReadByte()
	if err == nil {
		o.n++
	}
	return b, err
}

// atEnd reports whether there is nothing more.
func (o *offsetReader) atEnd() bool {
	_, err := o.r.Peek(1)
	return err != nil
}

// errCut is the answer of each in gzipMembers and zstdMembers for a member whose
// content was not whole.
var errCut = errors.New("cut off")

// gzipMembers gives the content of each member to each, which reads it to its
// end and answers with errCut if it can not. The result is where the last whole
// member ends.
func gzipMembers(r *offsetReader, each func(io.Reader) error) (int64, error) {
	for end := int64(0); ; end = r.n {
		if r.atEnd() {
			return end, nil
		}
		z, err := gzip.NewReader(r)
		if err != nil {
			return end, nil // its head was cut off
		}
		z.Multistream(false)
		if err := each(z); errors.Is(err, errCut) {
			return end, nil
		} else if err != nil {
			return end, err
		}
	}
}

// zstdMembers is gzipMembers for frames. The decoder reads ahead: it is given
// one frame at a time.
func zstdMembers(r *offsetReader, each func(io.Reader) error) (int64, error) {
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return 0, err
	}
	defer d.Close()
	for end := int64(0); ; end = r.n {
		if r.atEnd() {
			return end, nil
		}
		f := &frameReader{r: r}
		if err := d.Reset(f); err != nil {
			return end, nil
		}
		if err := each(d); errors.Is(err, errCut) || err == nil && !f.whole() {
			return end, nil
		} else if err != nil {
			return end, err
		}
	}
}

// A frameReader reads one zstd frame and no further (RFC 8878, 3.1.1): a head,
// blocks that tell their size, and a checksum.
type frameReader struct {
	r     *offsetReader
	piece []byte // what is to be handed out before more is read
	state frameState
	left  int // bytes of the block, or of the checksum, that were not read
	last  bool
	sum   bool
}

type frameState int

const (
	frameHead frameState = iota
	frameBlock
	frameContent
	frameSum
	frameEnd
)

func (f *frameReader) whole() bool { return f.state == frameEnd && len(f.piece) == 0 && f.left == 0 }

// Read ends with io.EOF only at the end of the frame: the decoder would take
// another end for that of an empty file.
func (f *frameReader) Read(p []byte) (int, error) {
	for len(f.piece) == 0 && f.left == 0 {
		if f.state == frameEnd {
			return 0, io.EOF
		}
		if err := f.advance(); err != nil {
			return 0, errCut
		}
	}
	if len(f.piece) > 0 {
		n := copy(p, f.piece)
		f.piece = f.piece[n:]
		return n, nil
	}
	n, err := f.r.Read(p[:min(len(p), f.left)])
	f.left -= n
	if err != nil {
		err = errCut
	}
	return n, err
}

// advance goes on to the next part.
func (f *frameReader) advance() error {
	switch f.state {
	case frameHead:
		return f.head()
	case frameBlock:
		return f.block()
	case frameContent:
		f.state = frameBlock
		if f.last {
			f.state = frameSum
		}
	case frameSum:
		f.state = frameEnd
		if f.sum {
			f.left = 4
		}
	}
	return nil
}

// head reads the magic number and the frame header (3.1.1.1).
func (f *frameReader) head() error {
	var b [4 + 14]byte
	if _, err := io.ReadFull(f.r, b[:5]); err != nil {
		return err
	}
	const magic = 0xFD2FB528
	if binary.LittleEndian.Uint32(b[:]) != magic {
		return zstd.ErrMagicMismatch
	}
	descriptor := b[4]
	single := descriptor >> 5 & 1
	size := 1 - int(single) + []int{0, 1, 2, 4}[descriptor&3] + []int{int(single), 2, 4, 8}[descriptor>>6]
	if _, err := io.ReadFull(f.r, b[5:5+size]); err != nil {
		return err
	}
	f.sum, f.piece, f.state = descriptor>>2&1 == 1, append(f.piece, b[:5+size]...), frameBlock
	return nil
}

// block reads a block's header (3.1.1.2).
func (f *frameReader) block() error {
	var b [3]byte
	if _, err := io.ReadFull(f.r, b[:]); err != nil {
		return err
	}
	header := int(b[0]) | int(b[1])<<8 | int(b[2])<<16
	f.last, f.left = header&1 == 1, header>>3
	if kind := header >> 1 & 3; kind == 1 { // one byte that is repeated
		f.left = 1
	}
	f.piece, f.state = append(f.piece, b[:]...), frameContent
	return nil
}
