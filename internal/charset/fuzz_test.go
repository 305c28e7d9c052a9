package charset

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"
)

// The laws: whatever the bytes and the label, the text is valid UTF-8, a pure
// function of both, and how the bytes arrive or are asked for does not matter.
func FuzzReader(f *testing.F) {
	for _, row := range charsets {
		f.Add([]byte("<p title=\"\x81<\x81\x30é\xE9\x1b$B$3\x8F\xA1<\xFE>\x00\xF0\x9F"), row.name, "", uint16(1))
	}
	f.Add([]byte("\xEF\xBB\xBFé"), "", "text/html; charset=gbk", uint16(65535))
	f.Add([]byte("<meta charset=euc-jp>\x8e\xb1\x8f\xa2"), "", "", uint16(65534))
	f.Fuzz(func(t *testing.T, page []byte, override, header string, pad uint16) {
		page = append(bytes.Repeat([]byte{' '}, int(pad)), page...)
		opts := Options{Override: override, ContentType: header}
		r, err := NewReader(bytes.NewReader(page), opts)
		if err != nil {
			if _, ok := Lookup(override); ok || !errors.Is(err, ErrUnknown) {
				t.Fatal(err)
			}
			return
		}
		want, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if !utf8.Valid(want) {
			t.Fatalf("not UTF-8: %q", want)
		}
		if _, ok := Lookup(r.Name()); !ok {
			t.Fatalf("name %q is no encoding", r.Name())
		}
		in, _ := NewReader(iotest.HalfReader(iotest.DataErrReader(bytes.NewReader(page))), opts)
		out, _ := NewReader(iotest.OneByteReader(bytes.NewReader(page)), opts)
		for name, other := range map[string]io.Reader{"read by halves": in, "one byte asked for": iotest.OneByteReader(out)} {
			got, err := io.ReadAll(other)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s: %q (%v), want %q", name, got, err, want)
			}
		}
		if in.Name() != r.Name() || out.Reason() != r.Reason() {
			t.Errorf("%s (%s), then %s (%s)", r.Name(), r.Reason(), in.Name(), out.Reason())
		}
	})
}

func BenchmarkReader(b *testing.B) {
	english := strings.Repeat("<p class=\"text\">It is a strange and wonderful thing, said Maria Lopez, the mayor of the town. “Well”, he said.</p>\n", 1500)
	for _, c := range []struct{ name, page string }{
		{"english", "<meta charset=utf-8>" + english},
		{"no-label", english},
		{"small", "<meta charset=utf-8>" + english[:12000]},
		{"greek", "<meta charset=utf-8>" + strings.Repeat("<p>Η πόλη σχεδιάζει ένα δεύτερο καλώδιο.</p>\n", 2500)},
		{"damaged", "<meta charset=utf-8>" + strings.Repeat(english[:5000]+"\xE9", 35)},
		{"windows-1252", "<meta charset=latin1>" + strings.ReplaceAll(strings.ReplaceAll(english, "“", "\x93"), "”", "\x94")},
		{"gbk", "<meta charset=gbk>" + strings.Repeat("<p>\xD6\xD0\xB9\xFA\xD6\xD0\xB9\xFA\xD6\xD0\xB9\xFA</p>\n", 6000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			var r Reader
			src := strings.NewReader("")
			buf := make([]byte, 4096) // the tokenizer's
			b.SetBytes(int64(len(c.page)))
			b.ReportAllocs()
			for b.Loop() {
				src.Reset(c.page)
				if err := r.Reset(src, Options{}); err != nil {
					b.Fatal(err)
				}
				for {
					if _, err := r.Read(buf); err == io.EOF {
						break
					} else if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
