package bulk

// Pages come in; a corpus in one of the forms that archives have goes out.

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"pressclip/internal/charset"
)

// WriteFolder makes a file of each page below dir.
func WriteFolder(dir string, pages iter.Seq[Page]) error {
	for p := range pages {
		name := filepath.Join(dir, filepath.FromSlash(p.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return fmt.Errorf("making a folder of pages: %w", err)
		}
		if err := os.WriteFile(name, p.HTML, 0o666); err != nil {
			return fmt.Errorf("writing a page: %w", err)
		}
	}
	return nil
}

// WriteNDJSON writes a line {"id","url","html"} of each page. JSON is UTF-8, so
// the pages are decoded.
func WriteNDJSON(w io.Writer, pages iter.Seq[Page]) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for p := range pages {
		r, err := charset.NewReader(bytes.NewReader(p.HTML), charset.Options{})
		if err != nil {
			return fmt.Errorf("%s: %w", p.Name, err)
		}
		html, err := io.ReadAll(r)
		if err != nil {
			return fmt.Errorf("%s: %w", p.Name, err)
		}
		line := struct {
			ID   string `json:"id"`
			URL  string `json:"url"`
			HTML string `json:"html"`
		}{p.Name, p.URL, string(html)}
		if err := e.Encode(line); err != nil {
			return fmt.Errorf("writing JSON lines: %w", err)
		}
	}
	return nil
}

// WriteWARC writes a file as Common Crawl's are: a response record of each
// page, compressed by itself (WARC 1.1, annex D.2).
func WriteWARC(w io.Writer, pages iter.Seq[Page]) error {
	z := gzip.NewWriter(io.Discard)
	n := 0
	for p := range pages {
		z.Reset(w)
		_, err := z.Write(record(p, n))
		if err == nil {
			err = z.Close()
		}
		if err != nil {
			return fmt.Errorf("writing a WARC record: %w", err)
		}
		n++
	}
	return nil
}

// record is the n-th record of a WARC file (WARC 1.1, 5 and 6.3).
func record(p Page, n int) []byte {
	var b bytes.Buffer
	head := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n", len(p.HTML))
	fmt.Fprintf(&b, "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-%012x>\r\n", n)
	fmt.Fprintf(&b, "WARC-Date: 2026-01-02T03:04:05Z\r\nWARC-Target-URI: %s\r\n", p.URL)
	fmt.Fprintf(&b, "Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n", len(head)+len(p.HTML))
	b.WriteString(head)
	b.Write(p.HTML)
	b.WriteString("\r\n\r\n")
	return b.Bytes()
}
