// Package unpack turns compressed bytes into what they hold: gzip, zstd, xz,
// and the codings of HTTP. Its readers need little memory whatever they are
// given, and a decoder that stumbles over hostile bytes gives an error.
package unpack

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/dsnet/compress/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// A Format is a way of compressing.
type Format string

// The formats. Plain is none.
const (
	Plain   Format = ""
	Gzip    Format = "gzip"    // RFC 1952; several members are one text
	Zstd    Format = "zstd"    // RFC 8878; several frames are one text
	XZ      Format = "xz"      // one stream
	Brotli  Format = "brotli"  // RFC 7932
	Deflate Format = "deflate" // RFC 1950, or RFC 1951 as some servers mean it
)

// maxWindow bounds how far back a text may refer, and with it a decoder's
// memory, in bytes: zstd -19 needs 8 MiB, --ultra and --long 128 MiB, xz -9 64 MiB.
const maxWindow = 128 << 20

// ErrWindow is what a text fails with that needs more memory than maxWindow.
var ErrWindow = fmt.Errorf("needs more than %d MiB of memory to unpack", maxWindow>>20)

// magics are how formats begin that can be told by it.
var magics = []struct {
	magic  string
	format Format
}{
	{"\x1f\x8b\x08", Gzip}, // 8 is the only method there is
	{"\x28\xb5\x2f\xfd", Zstd},
	{"\xfd7zXZ\x00", XZ},
	{dictionaryMagic, Zstd},
}

// Sniff tells the format of a text by its first bytes.
func Sniff(head []byte) Format {
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.magic)) {
			return m.format
		}
	}
	return Plain
}

// codings are the names of RFC 9110, section 8.4.1, and RFC 8878 and 7932.
var codings = map[string]Format{
	"": Plain, "identity": Plain, "none": Plain, "gzip": Gzip, "x-gzip": Gzip, "deflate": Deflate, "br": Brotli, "zstd": Zstd,
}

// Coding finds the format of a content coding of HTTP.
func Coding(name string) (Format, bool) {
	f, ok := codings[strings.ToLower(strings.TrimSpace(name))]
	return f, ok
}

// The decoders are large, so they are used again.
var (
	gzips   = sync.Pool{New: func() any { return new(gzip.Reader) }}
	brotlis = sync.Pool{New: func() any { return new(brotli.Reader) }}
	flates  = sync.Pool{New: func() any { return flate.NewReader(nil) }}
)

// NewReader unpacks r. Close gives the decoder back and does not close r.
func NewReader(r io.Reader, f Format) (io.ReadCloser, error) {
	switch f {
	case Plain:
		return io.NopCloser(r), nil
	case Gzip:
		z := gzips.Get().(*gzip.Reader)
		if err := z.Reset(r); err != nil {
			gzips.Put(z)
			return nil, unexpected(err)
		}
		return &reader{r: z, free: func() { gzips.Put(z) }}, nil
	case Zstd:
		return newZstd(r)
	case XZ:
		return newXZ(r)
	case Brotli:
		z := brotlis.Get().(*brotli.Reader)
		if err := z.Reset(r); err != nil {
			return nil, err
		}
		return &reader{r: z, free: func() { brotlis.Put(z) }}, nil
	case Deflate:
		return newDeflate(r)
	}
	return nil, fmt.Errorf("unknown format %q", f)
}

// dictionaryMagic begins a text that was compressed with a dictionary, which
// stands in a skippable frame before it, as in .warc.zst (Web Archive Commons,
// "Zstandard dictionaries in WARC files").
const dictionaryMagic = "\x5d\x2a\x4d\x18"

// maxDictionary is the largest dictionary in bytes; zstd --train makes 110 KiB.
const maxDictionary = 16 << 20

// newZstd reads zstd, perhaps behind its dictionary.
func newZstd(r io.Reader) (io.ReadCloser, error) {
	options := []zstd.DOption{zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow)}
	b := bufio.NewReader(r)
	if head, _ := b.Peek(8); len(head) == 8 && string(head[:4]) == dictionaryMagic {
		dictionary, err := readDictionary(b)
		if err != nil {
			return nil, err
		}
		options = append(options, zstd.WithDecoderDicts(dictionary))
	}
	z, err := zstd.NewReader(b, options...)
	if err != nil {
		return nil, unexpected(err)
	}
	return &reader{r: z, free: z.Close}, nil
}

// readDictionary reads the frame of a dictionary, which may be compressed
// itself.
func readDictionary(r io.Reader) ([]byte, error) {
	var head [8]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, err
	}
	size := binary.LittleEndian.Uint32(head[4:])
	if size > maxDictionary {
		return nil, fmt.Errorf("a zstd dictionary of %d bytes", size)
	}
	b, err := io.ReadAll(io.LimitReader(r, int64(size)))
	if err == nil && len(b) < int(size) {
		err = io.ErrUnexpectedEOF
	}
	if err != nil || Sniff(b) != Zstd {
		return b, err
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxDictionary))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	b, err = z.DecodeAll(b, nil)
	return b, unexpected(err)
}

// ZipDeflate unpacks a member of a zip archive.
func ZipDeflate(r io.Reader) io.ReadCloser {
	z := flates.Get().(io.ReadCloser)
	if err := z.(flate.Resetter).Reset(r, nil); err != nil {
		return io.NopCloser(failing{err})
	}
	return &reader{r: z, free: func() { flates.Put(z) }}
}

// ZipZstd unpacks a member of a zip archive of method 93.
func ZipZstd(r io.Reader) io.ReadCloser {
	z, err := NewReader(r, Zstd)
	if err != nil {
		return io.NopCloser(failing{err})
	}
	return z
}

// newDeflate reads either meaning of "deflate". A zlib header is divisible by
// 31 and names method 8; no useful raw stream begins like that.
func newDeflate(r io.Reader) (io.ReadCloser, error) {
	b := bufio.NewReader(r)
	head, _ := b.Peek(2) // what is too short fails below
	if len(head) == 2 && head[0]&0x0f == 8 && (int(head[0])<<8|int(head[1]))%31 == 0 {
		z, err := zlib.NewReader(b)
		if err != nil {
			return nil, unexpected(err)
		}
		return &reader{r: z, free: func() {}}, nil
	}
	return ZipDeflate(b), nil
}

// newXZ reads xz. The decoder takes as much memory as the first block asks for,
// so that is looked at before.
func newXZ(r io.Reader) (io.ReadCloser, error) {
	end := &xzEnd{r: r}
	b := bufio.NewReaderSize(end, 64<<10)
	head, _ := b.Peek(xzHead) // what is too short fails below
	if xzWindow(head) > maxWindow {
		return nil, ErrWindow
	}
	z, err := xz.NewReader(b)
	if err != nil {
		return nil, unexpected(err)
	}
	end.z = z
	return &reader{r: xzText{end}, free: func() {}}, nil
}

// An xzEnd remembers how a stream ends. The decoder takes one that was cut
// inside the header of a block for a whole one.
type xzEnd struct {
	r    io.Reader
	z    io.Reader // the decoder that reads from it
	tail [2]byte   // the last two bytes that are no padding
}

func (e *xzEnd) Read(p []byte) (int, error) {
	n, err := e.r.Read(p)
	switch text := bytes.TrimRight(p[:n], "\x00"); len(text) {
	case 0:
	case 1:
		e.tail = [2]byte{e.tail[1], text[0]}
	default:
		e.tail = [2]byte(text[len(text)-2:])
	}
	return n, err
}

// An xzText is the unpacked text of a stream.
type xzText struct{ end *xzEnd }

// Read ends well only after the footer's magic bytes (section 2.1.2.4).
func (x xzText) Read(p []byte) (int, error) {
	n, err := x.end.z.Read(p)
	if err == io.EOF && x.end.tail != [2]byte{'Y', 'Z'} {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// xzHead is the length of a stream's header and of the largest header of a
// block, in bytes.
const xzHead = 12 + 1024

// xzWindow is the size of the dictionary in the first block's header (The .xz
// File Format 1.2.1, sections 3.1 and 5.3.1), 0 if there is none.
func xzWindow(head []byte) int64 {
	const block, lzma2 = 12, 0x21
	if len(head) < block+2 || head[block] == 0 {
		return 0
	}
	at, flags := block+2, head[block+1]
	for _, has := range []byte{0x40, 0x80} { // the sizes, packed and unpacked
		if flags&has == 0 {
			continue
		}
		for at < len(head) && head[at]&0x80 != 0 {
			at++
		}
		at++
	}
	if at+3 > len(head) || head[at] != lzma2 || head[at+1] != 1 || head[at+2] > 40 {
		return 0
	}
	bits := int64(head[at+2])
	return (2 | bits&1) << (bits/2 + 11)
}

// A reader is a decoder at work.
type reader struct {
	r    io.Reader
	mu   sync.Mutex // held by Read and, if it is free, by Close
	gone atomic.Bool
	free func() // gives the decoder back
}

// Read fails where the decoder panics: the decoders are others' code, and the
// bytes anybody's.
func (u *reader) Read(p []byte) (n int, err error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.gone.Load() {
		return 0, errClosed
	}
	defer func() {
		if v := recover(); v != nil {
			n, err = 0, fmt.Errorf("the decoder failed: %v", v)
			u.free = func() {} // not used again
		}
	}()
	n, err = u.r.Read(p)
	return n, unexpected(err)
}

var errClosed = errors.New("the reader is closed")

// Close does not wait for a Read that is under way, as of a page that was given
// up: its decoder is not used again.
func (u *reader) Close() error {
	if u.gone.Swap(true) || !u.mu.TryLock() {
		return nil
	}
	defer u.mu.Unlock()
	u.free()
	return nil
}

// A failing reader has nothing but an error.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// unexpected gives one sentence to the many names of the decoders for bytes
// that end too early or are none of theirs.
func unexpected(err error) error {
	switch {
	case err == nil || err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF):
		return err
	case errors.Is(err, zstd.ErrWindowSizeExceeded) || errors.Is(err, zstd.ErrDecoderSizeExceeded):
		return ErrWindow
	}
	return fmt.Errorf("damaged compressed data: %w", err)
}
