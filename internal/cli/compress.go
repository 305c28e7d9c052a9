package cli

// Records come in; a compressed file of independent members goes out, which
// every reader of the format takes for one, and whose whole members can be read
// again when the last was cut off.

import (
	"bytes"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// memberSize is after how many bytes of records a member ends. It depends on
// nothing but the records, so that a run which is continued writes the same
// members as one that was not interrupted.
const memberSize = 1 << 20

// A codec is a way to compress.
type codec struct {
	ext      string // of file names
	magic    string // how a member begins
	compress func(dst io.Writer, src []byte) error
	members  func(r *offsetReader, each func(io.Reader) error) (int64, error) // see readMembers
}

var codecs = []codec{
	{".gz", "\x1f\x8b\x08", compressGzip, gzipMembers},
	{".zst", "\x28\xb5\x2f\xfd", compressZstd, zstdMembers},
}

// findCodec finds the codec by a file's name, and gives the name without its
// extension; nil means that the file is not compressed.
func findCodec(name string) (*codec, string) {
	ext := filepath.Ext(name)
	i := slices.IndexFunc(codecs, func(c codec) bool { return strings.EqualFold(c.ext, ext) })
	if i < 0 {
		return nil, name
	}
	return &codecs[i], strings.TrimSuffix(name, ext)
}

// The compressors are large and are used again.
var (
	gzipWriters  = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}
	zstdEncoders = sync.Pool{New: func() any {
		// One goroutine; the rest is the library's default. No option can fail.
		e, _ := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithLowerEncoderMem(true))
		return e
	}}
)

// compressGzip writes one member (RFC 1952, 2.2), without a time.
func compressGzip(dst io.Writer, src []byte) error {
	w := gzipWriters.Get().(*gzip.Writer)
	defer gzipWriters.Put(w)
	w.Reset(dst)
	if _, err := w.Write(src); err != nil {
		return err
	}
	return w.Close()
}

// compressZstd writes one frame (RFC 8878, 3.1).
func compressZstd(dst io.Writer, src []byte) error {
	e := zstdEncoders.Get().(*zstd.Encoder)
	defer zstdEncoders.Put(e)
	_, err := dst.Write(e.EncodeAll(src, nil))
	return err
}

// A memberWriter compresses what is written to it, a member at a time.
type memberWriter struct {
	mu     sync.Mutex
	w      io.Writer
	codec  *codec
	size   int          // memberSize
	buf    []byte       // of the member to come
	out    bytes.Buffer // so that a member is one write
	member bool         // w has one
	held   bool         // a record is being written in pieces
}

// hold makes one record of all that is written until release.
func (m *memberWriter) hold() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.held = true
}

// release ends what hold began.
func (m *memberWriter) release() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.held = false
	return m.flushFull()
}

// Write takes whole records, but for hold: none is divided between two members.
func (m *memberWriter) Write(p []byte) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.buf = append(m.buf, p...)
	if err := m.flushFull(); err != nil {
		return 0, err
	}
	return len(p), nil
}

// flushFull writes a member if there is enough for one and no record is open;
// m.mu is held.
func (m *memberWriter) flushFull() error {
	if m.held || len(m.buf) < m.size {
		return nil
	}
	return m.flush()
}

// Close writes the last member. A file without records has one, too: that is
// how an empty file is compressed.
func (m *memberWriter) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.buf) == 0 && m.member {
		return nil
	}
	return m.flush()
}

// flush writes a member; m.mu is held.
func (m *memberWriter) flush() error {
	m.out.Reset()
	if err := m.codec.compress(&m.out, m.buf); err != nil {
		return err
	}
	m.buf, m.member = m.buf[:0], true
	_, err := m.w.Write(m.out.Bytes())
	return err
}
