package unpack

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"pressclip/internal/trial"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// pack compresses text as the tests need it.
func pack(t testing.TB, f Format, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser
	switch f {
	case Brotli:
		w = brotli.NewWriter(&b)
	case Deflate:
		w = zlib.NewWriter(&b)
	case Plain:
		return []byte(text)
	default:
		packed, err := trial.Compress(map[Format]string{Gzip: ".gz", Zstd: ".zst", XZ: ".xz"}[f], text)
		trial.Must(t, err)
		return packed
	}
	_, err := io.WriteString(w, text)
	trial.Must(t, errors.Join(err, w.Close()))
	return b.Bytes()
}

// unpack reads all.
func unpack(packed []byte, f Format) (string, error) {
	r, err := NewReader(bytes.NewReader(packed), f)
	if err != nil {
		return "", err
	}
	defer r.Close()
	text, err := io.ReadAll(r)
	return string(text), err
}

var all = []Format{Plain, Gzip, Zstd, XZ, Brotli, Deflate}

func TestRoundTrip(t *testing.T) {
	text := strings.Repeat("It rained on the town for forty days. ", 5000)
	for _, f := range all {
		packed := pack(t, f, text)
		for range 2 { // the second time with a decoder that was used
			if got, err := unpack(packed, f); err != nil || got != text {
				t.Errorf("%s: %d bytes, %v", f, len(got), err)
			}
		}
		if got := Sniff(packed); got != f && f != Brotli && f != Deflate {
			t.Errorf("%s is told as %q", f, got)
		}
	}
}

func TestSeveralMembers(t *testing.T) {
	for _, f := range []Format{Gzip, Zstd, XZ} {
		two := append(pack(t, f, "one "), pack(t, f, "two")...)
		if got, err := unpack(two, f); err != nil || got != "one two" {
			t.Errorf("%s: %q, %v", f, got, err)
		}
	}
}

func TestRawDeflate(t *testing.T) {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, 6)
	_, _ = w.Write([]byte("rain"))
	_ = w.Close()
	if got, err := unpack(b.Bytes(), Deflate); err != nil || got != "rain" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestXZWindow(t *testing.T) {
	var b bytes.Buffer
	w, err := xz.WriterConfig{DictCap: 16 << 20}.NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = w.Write([]byte("rain"))
	_ = w.Close()
	packed := b.Bytes()
	if got := xzWindow(packed[:min(len(packed), xzHead)]); got != 16<<20 {
		t.Errorf("the window is %d", got)
	}
	// The largest there is, in a header of one filter without sizes.
	i := bytes.Index(packed, []byte{0x21, 1})
	packed[i+2] = 40
	if _, err := unpack(packed, XZ); !errors.Is(err, ErrWindow) {
		t.Errorf("4 GiB of window: %v", err)
	}
}

// A dictionary stands before the text, plain or compressed.
func TestZstdDictionary(t *testing.T) {
	var samples [][]byte
	for i := range 200 {
		samples = append(samples, fmt.Appendf(nil, "<!DOCTYPE html><title>Page %d</title><p>It rained on the town for %d days.", i, i*i))
	}
	dictionary, err := zstd.BuildDict(zstd.BuildDictOptions{ID: 7, Contents: samples, History: bytes.Join(samples[:50], nil), Offsets: [3]int{1, 4, 8}})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w, err := zstd.NewWriter(&b, zstd.WithEncoderDict(dictionary))
	if err != nil {
		t.Fatal(err)
	}
	_, _ = w.Write(samples[70])
	_ = w.Close()
	for name, stored := range map[string][]byte{"plain": dictionary, "compressed": pack(t, Zstd, string(dictionary))} {
		text := append(binary.LittleEndian.AppendUint32([]byte(dictionaryMagic), uint32(len(stored))), stored...)
		text = append(text, b.Bytes()...)
		if Sniff(text) != Zstd {
			t.Errorf("%s: not told", name)
		}
		if got, err := unpack(text, Zstd); err != nil || got != string(samples[70]) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
		if _, err := unpack(text[:len(stored)/2], Zstd); err == nil {
			t.Errorf("%s: a cut dictionary is read", name)
		}
	}
	if _, err := unpack(append([]byte(dictionaryMagic), 0xff, 0xff, 0xff, 0xff), Zstd); err == nil {
		t.Error("a dictionary of 4 GiB is read")
	}
}

// The decoder agrees with the encoder of another, at every level, on pages.
func TestBrotliPages(t *testing.T) {
	for i, name := range trial.Pages(t, "../..") {
		page := trial.Read(t, name)
		var b bytes.Buffer
		w := brotli.NewWriterLevel(&b, i%(brotli.BestCompression+1))
		_, _ = io.WriteString(w, page)
		_ = w.Close()
		if got, err := unpack(b.Bytes(), Brotli); err != nil || got != page {
			t.Errorf("%s: %d of %d bytes, %v", name, len(got), len(page), err)
		}
	}
}

func TestCoding(t *testing.T) {
	for name, want := range map[string]Format{"GZip": Gzip, " x-gzip ": Gzip, "br": Brotli, "": Plain, "identity": Plain, "deflate": Deflate, "zstd": Zstd} {
		if got, ok := Coding(name); !ok || got != want {
			t.Errorf("%q: %q, %v", name, got, ok)
		}
	}
	if _, ok := Coding("compress"); ok {
		t.Error("compress is known")
	}
}

func TestClosed(t *testing.T) {
	r, err := NewReader(bytes.NewReader(pack(t, Gzip, "rain")), Gzip)
	if err != nil {
		t.Fatal(err)
	}
	_ = r.Close()
	_ = r.Close()
	if _, err := r.Read(make([]byte, 1)); err == nil {
		t.Error("a closed reader reads")
	}
}

// A page that is given up while its decoder reads leaves it to nobody else.
func TestCloseWhileReading(t *testing.T) {
	from, to := io.Pipe()
	packed := pack(t, Gzip, strings.Repeat("rain ", 100_000))
	go func() { _, _ = to.Write(packed[:40]) }()
	r, err := NewReader(from, Gzip)
	if err != nil {
		t.Fatal(err)
	}
	reading, done := make(chan bool), make(chan error)
	go func() {
		close(reading)
		_, err := io.ReadAll(r)
		done <- err
	}()
	<-reading
	time.Sleep(10 * time.Millisecond) // most likely inside Read by now
	_ = r.Close()
	if got, err := unpack(packed, Gzip); err != nil || len(got) != 500_000 {
		t.Errorf("another reader: %d bytes, %v", len(got), err)
	}
	_ = to.Close()
	if err := <-done; err == nil {
		t.Error("the given up reader ends well")
	}
}

// A cut text gives a beginning of what it holds, and an error unless nothing
// of what it holds is missing.
func FuzzCut(f *testing.F) {
	f.Add("It rained on the town for forty days.", uint16(20), uint8(1))
	f.Add(strings.Repeat("rain ", 3000), uint16(40), uint8(3))
	f.Fuzz(func(t *testing.T, text string, cut uint16, format uint8) {
		kind := all[1+int(format)%(len(all)-1)]
		packed := pack(t, kind, text)
		got, err := unpack(packed[:min(int(cut), len(packed))], kind)
		if !strings.HasPrefix(text, got) {
			t.Errorf("%s: got %q, no beginning of %q", kind, got, text)
		}
		if err == nil && got != text && int(cut) > 0 {
			t.Errorf("%s: no error for %d of %d bytes", kind, cut, len(packed))
		}
	})
}

// Any bytes give some text or an error: no panic, no read that never ends.
func FuzzBytes(f *testing.F) {
	for i, kind := range all {
		f.Add(pack(f, kind, "It rained on the town for forty days."), uint8(i))
	}
	f.Fuzz(func(t *testing.T, packed []byte, format uint8) {
		r, err := NewReader(bytes.NewReader(packed), all[int(format)%len(all)])
		if err != nil {
			return
		}
		defer r.Close()
		_, _ = io.Copy(io.Discard, io.LimitReader(r, 1<<20))
	})
}
