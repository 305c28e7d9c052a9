package source

// The first bytes of a file come in; what it is goes out. Names decide only
// where bytes can not.

import (
	"bytes"
	"path"
	"strconv"
	"strings"
)

// headSize is how many bytes of a file are looked at. Pages tell what they are
// in the first 100, mail only behind its headers.
const headSize = 4096

// A kind is what a file holds.
type kind string

// The kinds. What is unknown may be a page that begins with anything.
const (
	unknown    kind = ""
	page       kind = "page"
	zipped     kind = "ZIP archive"
	tarred     kind = "tar archive"
	web        kind = "WARC archive"
	mail       kind = "mail" // also MHTML
	webarchive kind = "Safari archive"
	lines      kind = "JSON lines"
	feeds      kind = "feed"
)

// hasMembers reports whether a file of the kind has pages before the place
// where it is damaged.
func (k kind) hasMembers() bool { return k == web || k == tarred || k == lines || k == feeds }

// kindRows are tried in order.
var kindRows = []struct {
	kind kind
	is   func(head []byte, name string) bool
}{
	{zipped, func(head []byte, name string) bool {
		return has(head, "PK\x03\x04", "PK\x05\x06") || nameEnds(name, ".zip", ".wacz") // bytes may stand before the archive
	}},
	{web, func(head []byte, name string) bool { return has(head, "WARC/") || nameEnds(name, ".warc") }},
	{tarred, func(head []byte, name string) bool { return isTar(head) || nameEnds(name, ".tar") }},
	{webarchive, func(head []byte, _ string) bool { return has(head, "bplist0") }},
	{feeds, func(head []byte, _ string) bool { return isFeed(head) }},
	{page, func(head []byte, _ string) bool { return isPage(head) }},
	{mail, func(head []byte, _ string) bool { return isMail(head) }},
}

// kindOf tells what begins with head. name is the file's, without the
// extension of its compression.
func (in *Inputs) kindOf(head []byte, name string) kind {
	for _, row := range kindRows {
		if row.is(head, name) {
			return row.kind
		}
	}
	if in.isLines(head, name) {
		return lines
	}
	return unknown
}

// has reports whether head begins with one of the words.
func has(head []byte, words ...string) bool {
	for _, w := range words {
		if bytes.HasPrefix(head, []byte(w)) {
			return true
		}
	}
	return false
}

// nameEnds reports whether name ends with one of the extensions, in any case.
func nameEnds(name string, extensions ...string) bool {
	name = strings.ToLower(name)
	for _, e := range extensions {
		if strings.HasSuffix(name, e) {
			return true
		}
	}
	return false
}

// isTar reports whether a header of tar begins a file: its checksum is right
// (POSIX.1-2017, pax, ustar Interchange Format). Old archives have no other
// mark.
func isTar(head []byte) bool {
	const size, at, end = 512, 148, 156
	if len(head) < size || head[0] == 0 {
		return false
	}
	want, err := strconv.ParseUint(string(bytes.Trim(head[at:end], " \x00")), 8, 32)
	if err != nil {
		return false
	}
	sum := uint64(' ' * (end - at))
	for i, c := range head[:size] {
		if i < at || i >= end {
			sum += uint64(c)
		}
	}
	return sum == want
}

// pageStarts are how pages begin (MIME Sniffing Standard, section 7.1, without
// what also begins scripts and templates), in lower case.
var pageStarts = []string{
	"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<base", "<link",
	"<article", "<main", "<header", "<section", "<h1", "<div", "<table", "<p>", "<p ", "<br", "<a ",
}

// postStarts are how posts begin besides, behind their front matter: what
// Markdown would begin otherwise.
var postStarts = []string{"<h2", "<h3", "<h4", "<ul", "<ol", "<blockquote", "<figure", "<img", "<span", "<em", "<strong", "<b>", "<i>", "<center", "<font"}

// isPage reports whether bytes surely begin a page.
func isPage(head []byte) bool {
	text := afterProlog(foldUTF16(head))
	starts := pageStarts
	if i := frontMatter(text); i > 0 {
		text, starts = afterProlog(text[i:]), postStarts
	}
	text = bytes.ToLower(text[:min(len(text), 32)])
	return has(text, pageStarts...) || has(text, starts...)
}

// mayBePage reports whether bytes that are said to be a page can be one: text
// with markup. Text has few control characters, or, in UTF-16, NULs at every
// other place.
func mayBePage(head []byte) bool {
	controls, odd := 0, 0
	for i, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b {
			controls++
			odd += i % 2
		}
	}
	wide := has(head, "\xff\xfe", "\xfe\xff") || controls*3 > len(head) && min(odd, controls-odd)*8 <= controls
	return (controls*16 <= len(head) || wide) && bytes.IndexByte(head, '<') >= 0 || len(head) == 0
}

// isFeed reports whether an RSS or Atom document begins.
func isFeed(head []byte) bool {
	text := afterProlog(head)
	text = bytes.ToLower(text[:min(len(text), 16)])
	for _, root := range []string{"<rss", "<feed", "<rdf:rdf"} {
		if rest, ok := bytes.CutPrefix(text, []byte(root)); ok && len(rest) > 0 && bytes.IndexByte([]byte(" \t\r\n>"), rest[0]) >= 0 {
			return true
		}
	}
	return false
}

// afterProlog passes over a byte order mark, white space, comments,
// instructions and a document type that is not HTML's.
func afterProlog(head []byte) []byte {
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	for {
		head = bytes.TrimLeft(head, " \t\r\n")
		end := ""
		switch {
		case has(head, "<!--"):
			end = "-->"
		case has(head, "<?"):
			end = "?>"
		case len(head) > 2 && has(head, "<!") && !has(bytes.ToLower(head[:min(len(head), 14)]), "<!doctype html"):
			end = ">"
		default:
			return head
		}
		i := bytes.Index(head, []byte(end))
		if i < 0 {
			return nil
		}
		head = head[i+len(end):]
	}
}

// frontMatter is the length of a block between "---" lines, 0 if there is none.
func frontMatter(text []byte) int {
	if !has(text, "---\n", "---\r\n") {
		return 0
	}
	i := bytes.Index(text[3:], []byte("\n---"))
	if i < 0 {
		return 0
	}
	i += 3 + len("\n---")
	line := bytes.IndexByte(text[i:], '\n')
	if line < 0 {
		return 0
	}
	return i + line + 1
}

// foldUTF16 drops the NULs of text in UTF-16, which a mark tells.
func foldUTF16(head []byte) []byte {
	if has(head, "\xff\xfe", "\xfe\xff") {
		return bytes.ReplaceAll(head[2:], []byte{0}, nil)
	}
	return head
}

// mailHeaders are the fields that begin mails and saved pages, in lower case.
var mailHeaders = map[string]bool{
	"from": true, "to": true, "subject": true, "date": true, "mime-version": true, "content-type": true, "message-id": true,
	"received": true, "return-path": true, "delivered-to": true, "reply-to": true, "sender": true, "cc": true,
	"snapshot-content-location": true, "content-transfer-encoding": true, "content-location": true, "x-mimeole": true,
}

// isMail reports whether a head of header lines begins (RFC 5322, section 2.2),
// of which two are known.
func isMail(head []byte) bool {
	known, first := 0, true
	for line := range bytes.Lines(head) {
		if !bytes.HasSuffix(line, []byte("\n")) {
			break // cut off
		}
		line = bytes.TrimRight(line, " \t\r\n")
		switch {
		case len(line) == 0 && first, first && has(line, "From "): // of a mailbox
		case len(line) == 0:
			return known >= 2
		case line[0] == ' ' || line[0] == '\t':
			if first {
				return false
			}
		default:
			name, _, ok := bytes.Cut(line, []byte(":"))
			if !ok || bytes.ContainsAny(name, " \t<>\"{") {
				return false
			}
			if mailHeaders[strings.ToLower(string(name))] {
				known++
			}
		}
		first = first && len(line) == 0
	}
	return known >= 2
}

// A taking says how a folder treats a name by default.
type taking int

const (
	never  taking = iota
	told          // it is a page: if it is none, that is an error
	judged        // it may hold pages: if it does not, it is passed over
)

// takings are the extensions that a folder looks at.
var takings = map[string]taking{
	".html": told, ".htm": told, ".xhtml": told, ".xht": told,

	"": judged, ".shtml": judged, ".php": judged, ".asp": judged, ".aspx": judged, ".jsp": judged, ".cfm": judged, ".cgi": judged, ".do": judged,
	".md": judged, ".markdown": judged, // posts whose body is HTML
	".gz": judged, ".zst": judged, ".xz": judged, ".tgz": judged, ".tzst": judged, ".txz": judged,
	".mhtml": judged, ".mht": judged, ".eml": judged, ".webarchive": judged,
	".warc": judged, ".wacz": judged, ".zip": judged, ".tar": judged,
	".jsonl": judged, ".ndjson": judged, ".xml": judged, ".rss": judged, ".atom": judged,
}

// taken finds the taking of a name. Mirrors name pages after their queries:
// "show.php?id=3".
func taken(name string) taking {
	name = strings.ToLower(path.Base(name))
	base, _, query := strings.Cut(name, "?")
	t, ok := takings[path.Ext(base)]
	if !ok && !query && !IsExtension(path.Ext(base), longExtension) {
		t = judged // "What is v1.2"
	}
	if query && ok {
		return judged
	}
	return t
}

// longExtension is the most letters and digits of what looks like an extension.
const longExtension = 10

// IsExtension reports whether s looks like an extension of a file's name: a dot,
// a letter, then letters and digits, at most longest of both.
func IsExtension(s string, longest int) bool {
	if len(s) < 2 || len(s) > longest+1 {
		return false
	}
	for i, r := range strings.ToLower(s[1:]) {
		if (r < 'a' || r > 'z') && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return true
}
