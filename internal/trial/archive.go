package trial

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
)

// Zip makes a zip archive of names and texts.
func Zip(files iter.Seq2[string, string]) (string, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	var errs error
	for name, text := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		errs = errors.Join(errs, err)
	}
	return joined(&b, errs, z.Close())
}

// Tar makes a tar archive of names and texts.
func Tar(files iter.Seq2[string, string]) (string, error) {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	var errs error
	for name, text := range files {
		err := w.WriteHeader(&tar.Header{Name: name, Size: int64(len(text)), Mode: 0o644, Typeflag: tar.TypeReg})
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		errs = errors.Join(errs, err)
	}
	return joined(&b, errs, w.Close())
}

// joined gives what was written unless something went wrong.
func joined(b *bytes.Buffer, errs ...error) (string, error) {
	if err := errors.Join(errs...); err != nil {
		return "", err
	}
	return b.String(), nil
}

// WARC makes a web archive (ISO 28500) of responses: addresses and pages.
func WARC(pages iter.Seq2[string, string]) string {
	var b strings.Builder
	for url, page := range pages {
		block := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
		fmt.Fprintf(&b, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-05-06T07:08:09Z\r\n"+
			"Content-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", url, len(block), block)
	}
	return b.String()
}
