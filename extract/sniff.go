package extract

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// sniff.go tells by their first bytes the inputs that are no pages.

// sniffLength is how many bytes are looked at (MIME Sniffing Standard: 1445;
// the signatures below need less).
const sniffLength = 512

// A signature is how a kind of file begins.
type signature struct {
	at    int
	magic string
	name  string
}

// signatures are the files that people hand to a page reader by mistake.
var signatures = []signature{
	{0, "%PDF-", "PDF"},
	{0, "PK\x03\x04", "ZIP archive"},
	{0, "PK\x05\x06", "ZIP archive"},
	{0, "\x1f\x8b", "gzip data"},
	{0, "\x28\xb5\x2f\xfd", "zstd data"},
	{0, "\xfd7zXZ\x00", "xz data"},
	{0, "BZh", "bzip2 data"},
	{0, "7z\xbc\xaf\x27\x1c", "7-Zip archive"},
	{0, "Rar!\x1a\x07", "RAR archive"},
	{257, "ustar", "tar archive"},
	{0, "WARC/1.", "WARC archive"},
	{0, "\x89PNG\r\n", "PNG image"},
	{0, "\xff\xd8\xff", "JPEG image"},
	{0, "GIF87a", "GIF image"},
	{0, "GIF89a", "GIF image"},
	{8, "WEBP", "WebP image"},
	{4, "ftyp", "MP4 video"},
	{0, "\x1aE\xdf\xa3", "Matroska video"},
	{0, "OggS", "Ogg audio"},
	{0, "ID3", "MP3 audio"},
	{0, "fLaC", "FLAC audio"},
	{8, "WAVE", "WAV audio"},
	{0, "wOFF", "font"},
	{0, "wOF2", "font"},
	{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office document"},
	{0, "{\\rtf", "RTF document"},
	{0, "%!PS", "PostScript"},
	{0, "\x7fELF", "program"},
	{0, "SQLite format 3\x00", "SQLite database"},
	{0, "bplist00", "property list"},
}

// roots are the XML documents that are no pages, by how their root begins.
var roots = []signature{
	{0, "<rss", "RSS feed"}, {0, "<feed", "Atom feed"}, {0, "<rdf:RDF", "RDF"}, {0, "<urlset", "sitemap"},
	{0, "<sitemapindex", "sitemap"}, {0, "<svg", "SVG image"}, {0, "<opml", "OPML"}, {0, "<plist", "property list"},
}

// sniff reads the first bytes of r. It returns a reader of all of them, or
// ErrNotHTML or ErrEmpty.
func sniff(r io.Reader) (io.Reader, error) {
	var head [sniffLength]byte
	n, err := io.ReadFull(r, head[:])
	whole := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
	if err != nil && !whole {
		return nil, fmt.Errorf("reading the page: %w", err)
	}
	b := head[:n]
	if whole && blank(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))) {
		return nil, ErrEmpty
	}
	if kind := notHTML(b); kind != "" {
		return nil, fmt.Errorf("%w (%s)", ErrNotHTML, kind)
	}
	return io.MultiReader(bytes.NewReader(append([]byte(nil), b...)), r), nil
}

// notHTML names what the beginning of a file shows it to be, "" for what may be a page.
func notHTML(b []byte) string {
	for _, s := range signatures {
		if len(b) >= s.at+len(s.magic) && string(b[s.at:s.at+len(s.magic)]) == s.magic {
			return s.name
		}
	}
	text := bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")), " \t\r\n")
	if len(text) > 1 && (text[0] == '{' || text[0] == '[') && !bytes.ContainsRune(b, '<') {
		if next := bytes.TrimLeft(text[1:], " \t\r\n"); len(next) > 0 && bytes.IndexByte([]byte(`"{[]}`), next[0]) >= 0 {
			return "JSON"
		}
	}
	if bytes.HasPrefix(text, []byte("<?xml")) {
		for _, s := range roots {
			if bytes.Contains(text, []byte(s.magic)) && !bytes.Contains(bytes.ToLower(text), []byte("<html")) {
				return s.name
			}
		}
	}
	if isBinary(b) {
		return "binary data"
	}
	return ""
}

// isBinary reports whether more than one byte in sixteen is a control character
// that no text has. UTF-16 is told by its mark or its regular NULs, and is text.
func isBinary(b []byte) bool {
	if len(b) >= 2 && (b[0] == 0xff && b[1] == 0xfe || b[0] == 0xfe && b[1] == 0xff) {
		return false
	}
	controls, even, odd := 0, 0, 0
	for i, c := range b {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b {
			controls++
			if c == 0 && i%2 == 0 {
				even++
			} else if c == 0 {
				odd++
			}
		}
	}
	if controls == even && even*3 > len(b) || controls == odd && odd*3 > len(b) {
		return false
	}
	return controls*16 > len(b)
}
