package source

// JSON lines come in; the page in a field of each goes out. Only the field's
// place is looked for here: whoever reads the page undoes its escapes.

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// The fields that are tried in turn where none is named. What crawlers and
// collections of pages call them.
var (
	htmlFields = []string{"html", "raw_html", "html_content", "raw_content", "content", "body"}
	idFields   = []string{"id", "_id"}
	urlFields  = []string{"url", "link", "uri"}
)

// A lineRow is what matters of a line.
type lineRow struct {
	html    jsontext.Value // as written, in quotes
	id, url string
}

var errLine = errors.New("no JSON object")

// or returns the fields to look for.
func or(named string, usual []string) []string {
	if named != "" {
		return []string{named}
	}
	return usual
}

// isLines reports whether JSON lines begin whose first has a page: by its
// name, or by a field that is in sight.
func (in *Inputs) isLines(head []byte, name string) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	if rest, ok := bytes.CutPrefix(head, []byte("[")); ok {
		head = bytes.TrimLeft(rest, " \t\r\n")
	}
	if !has(head, "{") {
		return false
	}
	if nameEnds(name, ".jsonl", ".ndjson") {
		return true
	}
	for _, field := range or(in.HTMLField, htmlFields[:3]) {
		if bytes.Contains(head, []byte(strconv.Quote(field))) {
			return true
		}
	}
	return false
}

// lines yields the pages of a file.
func (a *archive) lines(r io.Reader) {
	in := bufio.NewReaderSize(r, 64<<10)
	d := jsontext.NewDecoder(bytes.NewReader(nil))
	var line []byte
	for n := 1; a.more; n++ {
		var long bool
		var err error
		line, long, err = a.readLine(in, line[:0])
		if err != nil && err != io.EOF {
			a.damaged(err)
			return
		}
		text := trimLine(line)
		if n == 1 {
			text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
		}
		// An array with an object on each line is read too.
		if len(text) > 0 && string(text) != "[" && string(text) != "]" && !a.line(d, text, n, long) {
			return
		}
		if err == io.EOF {
			return
		}
	}
}

// trimLine drops white space, and the comma between the elements of an array.
func trimLine(line []byte) []byte {
	line = bytes.TrimSpace(line)
	return bytes.TrimRight(bytes.TrimSuffix(line, []byte(",")), " \t")
}

// readLine appends a line to b. Of a line that is too long only the beginning
// is kept.
func (a *archive) readLine(r *bufio.Reader, b []byte) (line []byte, long bool, err error) {
	limit := int64(0)
	if a.in.MaxBytes > 0 {
		limit = 4*a.in.MaxBytes + 1<<20 // escapes make text longer
	}
	for {
		part, err := r.ReadSlice('\n')
		if long = long || limit > 0 && int64(len(b)+len(part)) > limit; !long {
			b = append(b, part...)
		}
		if err != bufio.ErrBufferFull {
			return b, long, err
		}
	}
}

// line yields the page of a line.
func (a *archive) line(d *jsontext.Decoder, text []byte, n int, long bool) bool {
	row, err := a.parse(d, text)
	if long {
		err = ErrTooLarge
	}
	if err != nil && a.found && a.pages == 0 {
		a.skip(fmt.Sprint("line ", n), err.Error())
		return false // not what it is named after
	}
	member, where := row.id, ""
	if member == "" && row.url != "" {
		member, where = row.url, fromURL(row.url)
	}
	if member == "" || err != nil {
		member = fmt.Sprint("line-", n)
	}
	member = shorten(member, maxName)
	if !a.take(member) {
		return false
	}
	page := Doc{Charset: "utf-8", Open: openQuoted(row.html)}
	if isWebURL(row.url) {
		page.URL = row.url
	}
	if err != nil {
		page.Open = failWith(err)
	}
	return a.give(member, where, page)
}

// openQuoted opens the text of a JSON string.
func openQuoted(quoted jsontext.Value) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) {
		text, err := jsontext.AppendUnquote(make([]byte, 0, len(quoted)), quoted)
		quoted = nil
		if err != nil {
			return nil, fmt.Errorf("the text of the page: %w", err)
		}
		return &memory{text}, nil
	}
}

// parse finds the fields of a line.
func (a *archive) parse(d *jsontext.Decoder, text []byte) (row lineRow, err error) {
	d.Reset(bytes.NewBuffer(text), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	if t, err := d.ReadToken(); err != nil || t.Kind() != '{' {
		return row, errLine
	}
	html, id, url := or(a.in.HTMLField, htmlFields), or(a.in.IDField, idFields), or(a.in.URLField, urlFields)
	best := len(html)
	for {
		t, err := d.ReadToken()
		if err != nil {
			return row, fmt.Errorf("%w: %w", errLine, err)
		}
		if t.Kind() == '}' {
			break
		}
		name := t.String()
		at := slices.Index(html, name)
		if at < 0 && !slices.Contains(id, name) && !slices.Contains(url, name) {
			if err := d.SkipValue(); err != nil {
				return row, fmt.Errorf("%w: %w", errLine, err)
			}
			continue
		}
		v, err := d.ReadValue()
		if err != nil {
			return row, fmt.Errorf("%w: %w", errLine, err)
		}
		switch {
		case at >= 0 && at < best && v.Kind() == '"' && (a.in.HTMLField != "" || hasMarkup(v)):
			best, row.html = at, v.Clone()
		case at >= 0:
		case slices.Contains(id, name) && row.id == "":
			row.id = scalar(v)
		case row.url == "":
			row.url = scalar(v)
		}
	}
	if row.html == nil {
		return row, fmt.Errorf("no page in the field %s", strings.Join(html, ", "))
	}
	return row, nil
}

// hasMarkup reports whether a string holds "<", perhaps as "\u003c".
func hasMarkup(v jsontext.Value) bool {
	return bytes.IndexByte(v, '<') >= 0 || bytes.Contains(v, []byte(`\u003`))
}

// scalar is the text of a string or a number, "" for others.
func scalar(v jsontext.Value) string {
	switch v.Kind() {
	case '"':
		b, _ := jsontext.AppendUnquote(nil, v) // it was read as one
		return strings.TrimSpace(string(b))
	case '0':
		return string(v)
	}
	return ""
}
