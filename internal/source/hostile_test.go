package source

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
)

// patch changes bytes of an archive.
func patch(archive string, at int, bytes ...byte) string {
	return archive[:at] + string(bytes) + archive[at+len(bytes):]
}

// storedZip makes an archive whose local headers tell sums and sizes.
func storedZip(t *testing.T) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, m := range []member{{"a.html", pageOf("A")}, {"b.html", pageOf("B")}} {
		w, err := z.CreateRaw(&zip.FileHeader{Name: m.name, CRC32: crc32.ChecksumIEEE([]byte(m.text)), CompressedSize64: uint64(len(m.text)), UncompressedSize64: uint64(len(m.text))})
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(w, m.text)
	}
	_ = z.Close()
	return b.String()
}

func TestHostileZip(t *testing.T) {
	two := zipOf(t, member{"a.html", pageOf("A")}, member{"b.html", pageOf("B")})
	directory := strings.Index(two, "PK\x01\x02")
	end := strings.Index(two, "PK\x05\x06")
	millions := patch(two, end+8, 0xff, 0xff, 0xff, 0xff)
	encrypted := patch(patch(two, 6, two[6]|1), directory+8, two[directory+8]|1)
	method := patch(patch(two, 8, 77), directory+10, 77)
	renamed := patch(two, 30, []byte("evil.x")...)
	overlap := zipOf(t, member{"a.html", pageOf("A")})
	at, stop := strings.Index(overlap, "PK\x01\x02"), strings.Index(overlap, "PK\x05\x06")
	entry := overlap[at:stop]
	var tail [22]byte
	copy(tail[:], "PK\x05\x06")
	binary.LittleEndian.PutUint16(tail[8:], 3)
	binary.LittleEndian.PutUint16(tail[10:], 3)
	binary.LittleEndian.PutUint32(tail[12:], uint32(3*len(entry)))
	binary.LittleEndian.PutUint32(tail[16:], uint32(at))
	overlap = overlap[:at] + entry + entry + entry + string(tail[:])
	stored, oneSize := storedZip(t), 0
	oneSize = strings.Index(stored[1:], "PK\x03\x04") + 1
	badSum := patch(two, directory+16, 1, 2, 3, 4)
	for _, test := range []struct{ name, text, want string }{
		{"encrypted", encrypted, "z.zip!a.html > z.zip/a.html ! it is encrypted|z.zip!b.html > z.zip/b.html = B"},
		{"unknown method", method, "z.zip!a.html > z.zip/a.html ! zip: unsupported compression algorithm|z.zip!b.html > z.zip/b.html = B"},
		{"another local name", renamed, "z.zip!a.html > z.zip/a.html = A|z.zip!b.html > z.zip/b.html = B"},
		{"data before", strings.Repeat("#!/bin/sh\n", 50) + two, "z.zip!a.html > z.zip/a.html = A|z.zip!b.html > z.zip/b.html = B"},
		{"cut", two[:directory-10], "z.zip!a.html > z.zip/a.html = A|z.zip > z.zip ! the archive is damaged at its directory: zip: not a valid zip file"},
		{"cut in the directory", two[:directory+20], "z.zip!a.html > z.zip/a.html = A|z.zip!b.html > z.zip/b.html = B|z.zip > z.zip ! the archive is damaged at its directory: zip: not a valid zip file"},
		{"cut, with sizes", stored[:oneSize+20], "z.zip!a.html > z.zip/a.html = A|z.zip > z.zip ! the archive is damaged at its directory: zip: not a valid zip file"},
		{"cut and broken", patch(two, 45, 1, 2, 3)[:directory], "z.zip > z.zip ! the archive is damaged at its directory: zip: not a valid zip file"},
		{"millions claimed", millions, "z.zip!a.html > z.zip/a.html = A|z.zip!b.html > z.zip/b.html = B|z.zip > z.zip ! the archive is damaged at its directory: unexpected EOF"},
		{"overlapping", overlap, "z.zip!a.html > z.zip/a.html = A|z.zip > z.zip ! the archive is damaged at a.html: members lie over each other"},
		{"wrong sum", badSum, "z.zip!a.html > z.zip/a.html ! zip: checksum error|z.zip!b.html > z.zip/b.html = B"},
		{"no archive", "no archive", "z.zip > z.zip ! the archive is damaged at its directory: zip: not a valid zip file"},
	} {
		write(t, member{"z.zip", test.text})
		expect(t, test.name, &Inputs{Args: []string{"z.zip"}}, strings.Split(test.want, "|")...)
	}
}

// A directory is read no further than its budget goes, whatever it claims.
func TestZipDirectoryBudget(t *testing.T) {
	write(t, member{"z.zip", zipOf(t, member{"a.html", pageOf("A")})})
	s := &shared{name: "z.zip", budget: 100}
	if err := s.acquire(); err != nil {
		t.Fatal(err)
	}
	defer s.release()
	info, err := os.Stat("z.zip")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := zip.NewReader(s, info.Size()); !errors.Is(err, errDirectory) {
		t.Errorf("%v", err)
	}
}

// The members of a zip file are read after the archive was gone through, by
// several readers, and the file is closed behind the last.
func TestZipIsShared(t *testing.T) {
	write(t, member{"z.zip", zipOf(t, member{"a.html", pageOf("A")}, member{"b.html", pageOf("B")})})
	var docs []Doc
	for d := range (&Inputs{Args: []string{"z.zip"}}).Docs() {
		docs = append(docs, d)
	}
	one, err := docs[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	two, err := docs[1].Open()
	if err != nil {
		t.Fatal(err)
	}
	_ = one.Close()
	_ = one.Close()
	if b, err := io.ReadAll(two); err != nil || string(b) != pageOf("B") {
		t.Errorf("%q, %v", b, err)
	}
	_ = two.Close()
	if text, err := readDoc(docs[0]); err != nil || text != pageOf("A") {
		t.Errorf("again: %q, %v", text, err)
	}
}

func TestHostileTar(t *testing.T) {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	long := strings.Repeat("long/", 200) + "a.html"
	for _, h := range []tar.Header{
		{Name: long, Typeflag: tar.TypeReg, Format: tar.FormatPAX},
		{Name: "a.html", Typeflag: tar.TypeReg, Format: tar.FormatPAX, PAXRecords: map[string]string{"X.y": "z"}},
		{Name: "link.html", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"},
		{Name: "hard.html", Typeflag: tar.TypeLink, Linkname: "../../x"},
		{Name: "fifo.html", Typeflag: tar.TypeFifo}, {Name: "dir.html/", Typeflag: tar.TypeDir},
	} {
		if h.Typeflag == tar.TypeReg {
			h.Size = int64(len(pageOf("A")))
		}
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
		if h.Typeflag == tar.TypeReg {
			_, _ = io.WriteString(w, pageOf("A"))
		}
	}
	_ = w.Close()
	write(t, member{"t.tar", b.String()})
	got := show(&Inputs{Args: []string{"t.tar"}})
	if len(got) != 2 || !strings.HasSuffix(got[0], " = A") || got[1] != "t.tar!a.html > t.tar/a.html = A" {
		t.Errorf("%q", got)
	}
	three := tarOf(t, member{"a.html", pageOf("A")}, member{"b.html", pageOf("B")}, member{"c.html", pageOf("C")})
	negative := []byte(three)
	copy(negative[1024+124:], "-0000000007\x00")
	for _, test := range []struct{ name, text, want string }{
		{"cut", three[:1024+512+20], "t.tar!a.html > t.tar/a.html = A|t.tar > t.tar ! the archive is damaged after b.html: unexpected EOF"},
		{"negative size", string(negative), "t.tar!a.html > t.tar/a.html = A|t.tar > t.tar ! the archive is damaged after a.html: archive/tar: invalid tar header"},
	} {
		write(t, member{"t.tar", test.text})
		expect(t, test.name, &Inputs{Args: []string{"t.tar"}}, strings.Split(test.want, "|")...)
	}
	write(t, member{"t.tar.gz", packed(t, "gz", three)[:150]}) // how far it goes is the compressor's business
	if got := show(&Inputs{Args: []string{"t.tar.gz"}}); len(got) == 0 || !strings.Contains(got[len(got)-1], "the archive is damaged") {
		t.Errorf("cut gzip: %q", got)
	}
}

func TestHostileGzip(t *testing.T) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Name = "../../etc/evil"
	_, _ = io.WriteString(w, pageOf("A"))
	_ = w.Close()
	flood := "\x1f\x8b\x08\x08\x00\x00\x00\x00\x00\xff" + strings.Repeat("n", 1<<20)
	for _, test := range []struct{ name, text, want string }{
		{"hostile name", b.String(), "g.gz > g = A"},
		{"name without an end", flood, "g.gz > g ! damaged compressed data: gzip: invalid header"},
		{"cut", b.String()[:b.Len()-9], "g.gz > g ! unexpected EOF"},
		{"garbage behind", b.String() + "garbage behind it", "g.gz > g ! damaged compressed data: gzip: invalid header"},
	} {
		write(t, member{"g.gz", test.text})
		expect(t, test.name, &Inputs{Args: []string{"g.gz"}}, test.want)
	}
	// gzip in gzip is taken off once: what is in it is no page.
	write(t, member{"g.gz", packed(t, "gz", packed(t, "gz", pageOf("A")))})
	if got := show(&Inputs{Args: []string{"g.gz"}}); len(got) != 1 || strings.HasSuffix(got[0], "= A") {
		t.Errorf("gzip in gzip: %q", got)
	}
}

// What a damaged compressed archive has before the damage is read, also where
// the damage is so near that the look at its beginning meets it.
func TestDamagedNearTheBeginning(t *testing.T) {
	one := packed(t, "gz", warcOf(member{"https://h/a.html", pageOf("A")}))
	two := packed(t, "gz", warcOf(member{"https://h/b.html", pageOf("B")}))
	lined := packed(t, "gz", `{"html": "`+pageOf("A")+`"}`+"\n"+`{"html": "`+pageOf("B")+`"}`+"\n")
	for _, test := range []struct{ name, file, text, want string }{
		{"garbage between members", "w.warc.gz", one + "garbage" + two, "w.warc.gz!https://h/a.html > w.warc.gz/h/a.html = A|w.warc.gz!https://h/b.html > w.warc.gz/h/b.html = B|w.warc.gz > w.warc.gz ! the archive is damaged"},
		{"the second member cut", "w.warc.gz", one + two[:30], "w.warc.gz!https://h/a.html > w.warc.gz/h/a.html = A|w.warc.gz > w.warc.gz ! the archive is damaged"},
		{"lines without their sum", "l.jsonl.gz", lined[:len(lined)-6], "l.jsonl.gz!line-1 > l.jsonl.gz/line-1.html = A|l.jsonl.gz!line-2 > l.jsonl.gz/line-2.html = B|l.jsonl.gz > l.jsonl.gz ! the archive is damaged"},
	} {
		write(t, member{test.file, test.text})
		got := show(&Inputs{Args: []string{test.file}})
		want := strings.Split(test.want, "|")
		if len(got) != len(want) {
			t.Errorf("%s: %q, want %q", test.name, got, want)
			continue
		}
		for i := range got {
			if !strings.HasPrefix(got[i], want[i]) {
				t.Errorf("%s: %q, want %q", test.name, got[i], want[i])
			}
		}
	}
}
