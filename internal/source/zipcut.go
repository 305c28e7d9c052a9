package source

// A zip archive without its directory comes in, as a download that broke off
// leaves it; the members that are whole go out, found by their own headers
// (APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.9).

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"

	"github.com/klauspost/compress/zstd"

	"pressclip/internal/unpack"
)

const (
	localMagic      = "PK\x03\x04"
	localSize       = 30
	descriptorMagic = "PK\x07\x08"
	methodStored    = 0
	methodDeflate   = 8
)

// A localHeader is what stands before a member's data.
type localHeader struct {
	name     string
	flags    uint16
	method   uint16
	sum      uint32
	packed   uint64 // bytes of data
	unpacked uint64
}

// later reports whether sum and sizes follow the data, in a descriptor.
func (h *localHeader) later() bool { return h.flags&8 != 0 }

// salvage yields the members that are whole.
func (a *archive) salvage(file io.Reader) {
	in := bufio.NewReaderSize(file, 64<<10)
	for a.more {
		h, ok := readLocal(in)
		if !ok || !a.take(h.name) {
			return
		}
		body, ok := a.localBody(in, h)
		if !ok {
			return
		}
		if body != nil && a.entry(h.name, bytes.NewReader(body)) != nil {
			return
		}
	}
}

// readLocal reads a header; ok is false where none is.
func readLocal(in *bufio.Reader) (h localHeader, ok bool) {
	var b [localSize]byte
	if _, err := io.ReadFull(in, b[:]); err != nil || string(b[:4]) != localMagic {
		return h, false
	}
	h.flags, h.method, h.sum = binary.LittleEndian.Uint16(b[6:]), binary.LittleEndian.Uint16(b[8:]), binary.LittleEndian.Uint32(b[14:])
	h.packed, h.unpacked = uint64(binary.LittleEndian.Uint32(b[18:])), uint64(binary.LittleEndian.Uint32(b[22:]))
	name := make([]byte, binary.LittleEndian.Uint16(b[26:]))
	extra := make([]byte, binary.LittleEndian.Uint16(b[28:]))
	if _, err := io.ReadFull(in, name); err != nil {
		return h, false
	}
	if _, err := io.ReadFull(in, extra); err != nil {
		return h, false
	}
	h.name = string(name)
	h.large(extra)
	return h, true
}

// large takes sizes of 64 bits from the extra field (section 4.5.3).
func (h *localHeader) large(extra []byte) {
	const zip64, unknown = 1, 0xffffffff
	for len(extra) >= 4 {
		id, n := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if extra = extra[4:]; n > len(extra) {
			return
		}
		if id == zip64 && n >= 16 && h.packed == unknown {
			h.unpacked, h.packed = binary.LittleEndian.Uint64(extra), binary.LittleEndian.Uint64(extra[8:])
		}
		extra = extra[n:]
	}
}

// localBody unpacks a member; nil if it is whole but can not be used, and ok
// is false where no further member can be found.
func (a *archive) localBody(in *bufio.Reader, h localHeader) (body []byte, ok bool) {
	var data io.Reader = in
	if !h.later() {
		data = io.LimitReader(in, int64(min(h.packed, 1<<62)))
	} else if h.method != methodDeflate { // its end can not be found
		return nil, false
	}
	r := h.open(data)
	if r == nil {
		_, err := io.Copy(io.Discard, data)
		a.skip(h.name, "encrypted or of an unknown method")
		return nil, err == nil && !h.later()
	}
	defer r.Close()
	sum := crc32.NewIEEE()
	body, err := a.in.readAll(io.TeeReader(r, sum))
	if err == ErrTooLarge {
		a.give(h.name, "", Doc{Open: failWith(err)})
		body = nil
		_, err = io.Copy(io.Discard, io.TeeReader(r, sum))
	}
	want := h.sum
	switch {
	case err != nil:
		return nil, false
	case h.later():
		want, ok = descriptor(in)
	default:
		_, err := io.Copy(io.Discard, data) // what the decoder left
		ok = err == nil
	}
	return body, ok && want == sum.Sum32()
}

// open begins to unpack a member, nil for what can not be. A decoder of a
// buffered reader takes none of what follows the member.
func (h *localHeader) open(data io.Reader) io.ReadCloser {
	switch {
	case h.flags&1 != 0:
		return nil
	case h.method == methodStored:
		return io.NopCloser(data)
	case h.method == methodDeflate:
		return unpack.ZipDeflate(data)
	case h.method == zstd.ZipMethodWinZip:
		return unpack.ZipZstd(data)
	}
	return nil
}

// descriptor reads the sum behind a member's data. The sizes behind it have
// four bytes each or eight: the next header tells.
func descriptor(in *bufio.Reader) (sum uint32, ok bool) {
	const longest = 4 + 4 + 8 + 8
	b, _ := in.Peek(longest + len(localMagic))
	at := 0
	if bytes.HasPrefix(b, []byte(descriptorMagic)) {
		at = 4
	}
	for _, size := range []int{at + 4 + 4 + 4, at + 4 + 8 + 8} {
		if len(b) < size {
			break
		}
		if next := b[size:]; len(next) == 0 || bytes.HasPrefix(next, []byte("PK")) || bytes.HasPrefix([]byte("PK"), next[:min(len(next), 2)]) {
			sum = binary.LittleEndian.Uint32(b[at:])
			_, _ = in.Discard(size) // it was peeked
			return sum, true
		}
	}
	return 0, false
}
