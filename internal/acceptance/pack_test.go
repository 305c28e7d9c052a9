package acceptance

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"pressclip/internal/trial"
)

// pack runs "pack archive.zip file…" in a script: it makes an archive, by the
// extension of its name. The pages of a WARC are those of https://e.org/.
func pack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: pack archive file...")
	}
	var b bytes.Buffer
	name := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(args[0], ".gz"), ".zst"), ".xz")
	switch path.Ext(name) {
	case ".zip":
		packZip(ts, &b, args[1:])
	case ".tar":
		packTar(ts, &b, args[1:])
	case ".warc":
		packWARC(ts, &b, args[1:])
	default:
		b.WriteString(ts.ReadFile(args[1]))
	}
	data := b.Bytes()
	if name != args[0] {
		var err error
		data, err = trial.Compress(strings.TrimPrefix(args[0], name), b.String())
		ts.Check(err)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o666))
}

func packZip(ts *testscript.TestScript, b io.Writer, files []string) {
	z := zip.NewWriter(b)
	for _, name := range files {
		w, err := z.Create(name)
		ts.Check(err)
		_, err = io.WriteString(w, ts.ReadFile(name))
		ts.Check(err)
	}
	ts.Check(z.Close())
}

func packTar(ts *testscript.TestScript, b io.Writer, files []string) {
	w := tar.NewWriter(b)
	for _, name := range files {
		text := ts.ReadFile(name)
		ts.Check(w.WriteHeader(&tar.Header{Name: name, Size: int64(len(text)), Mode: 0o644, Typeflag: tar.TypeReg}))
		_, err := io.WriteString(w, text)
		ts.Check(err)
	}
	ts.Check(w.Close())
}

func packWARC(ts *testscript.TestScript, b io.Writer, files []string) {
	for _, name := range files {
		block := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + ts.ReadFile(name)
		_, err := fmt.Fprintf(b, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://e.org/%s\r\nWARC-Date: 2024-05-06T07:08:09Z\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", name, len(block), block)
		ts.Check(err)
	}
}
