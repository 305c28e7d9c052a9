package source

import (
	"io"
	"iter"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"pressclip/internal/trial"
)

// pageOf is a page with a word in it.
func pageOf(word string) string { return "<!DOCTYPE html><title>" + word + "</title><p>" + word }

// A member is one of an archive that a test makes, or a file.
type member struct{ name, text string }

// pairs gives the names and the texts of members.
func pairs(members []member) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, m := range members {
			if !yield(m.name, m.text) {
				return
			}
		}
	}
}

// zipOf makes a zip archive.
func zipOf(t testing.TB, members ...member) string {
	t.Helper()
	text, err := trial.Zip(pairs(members))
	trial.Must(t, err)
	return text
}

// tarOf makes a tar archive.
func tarOf(t testing.TB, members ...member) string {
	t.Helper()
	text, err := trial.Tar(pairs(members))
	trial.Must(t, err)
	return text
}

// packed compresses.
func packed(t testing.TB, how, text string) string {
	t.Helper()
	b, err := trial.Compress("."+how, text)
	trial.Must(t, err)
	return string(b)
}

// warcOf makes a web archive of responses.
func warcOf(members ...member) string { return trial.WARC(pairs(members)) }

// write puts files into a new working folder.
func write(t testing.TB, files ...member) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, f := range files {
		trial.Must(t, os.MkdirAll(path.Dir(f.name), 0o777))
		trial.Must(t, os.WriteFile(f.name, []byte(f.text), 0o666))
	}
}

// show gives "path > name" of each Doc with the last word of its text, or "!"
// and the error.
func show(in *Inputs) (got []string) {
	for d := range in.Docs() {
		text, err := readDoc(d)
		line := d.Path + " > " + d.Name
		if err != nil {
			line += " ! " + err.Error()
		} else {
			line += " = " + text[strings.LastIndexByte(text, '>')+1:]
		}
		got = append(got, strings.TrimSpace(line))
	}
	return got
}

// readDoc reads a page.
func readDoc(d Doc) (string, error) {
	r, err := d.Open()
	if err != nil {
		return "", err
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	return string(b), err
}

// expect compares what an input gives, line by line.
func expect(t *testing.T, name string, in *Inputs, want ...string) {
	t.Helper()
	if got := show(in); !slices.Equal(got, want) {
		t.Errorf("%s:\n got %s\nwant %s", name, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
}

// webarchiveOf makes a Safari archive with a page: a dictionary in one, of
// strings of ASCII and one of data, with offsets of two bytes.
func webarchiveOf(page string, fields ...member) string {
	b := []byte("bplist00")
	var offsets []uint16
	add := func(kind byte, n int, content string) byte {
		offsets = append(offsets, uint16(len(b)))
		b = append(b, kind<<4|0xf, 0x11, byte(n>>8), byte(n))
		b = append(b, content...)
		return byte(len(offsets) - 1)
	}
	keys, values := []byte{add(5, 15, "WebResourceData")}, []byte{add(4, len(page), page)}
	for _, f := range fields {
		keys, values = append(keys, add(5, len(f.name), f.name)), append(values, add(5, len(f.text), f.text))
	}
	main := add(0xd, len(keys), string(keys)+string(values))
	name := add(5, 15, "WebMainResource")
	top := add(0xd, 1, string([]byte{name, main}))
	table := len(b)
	for _, o := range offsets {
		b = append(b, byte(o>>8), byte(o))
	}
	trailer := [32]byte{6: 2, 7: 1, 15: byte(len(offsets)), 23: top, 30: byte(table >> 8), 31: byte(table)}
	return string(append(b, trailer[:]...))
}
