package source

// A list of names comes in, as a person or find(1) wrote it; its entries go out
// one by one, so that a list may be endless.

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/url"
	"strings"

	"pressclip/internal/weburl"
)

// maxEntry is the longest entry of a list in bytes. File systems stop at 4 KiB
// and browsers' addresses at 2 MB.
const maxEntry = 4 << 20

// An entry is one name of a list, or what ended the list too early.
type entry struct {
	name, url string
	err       error
}

// entries reads the names of r. Empty ones are passed over.
func entries(r io.Reader, null bool) iter.Seq[entry] {
	return func(yield func(entry) bool) {
		lines := bufio.NewScanner(r)
		lines.Buffer(nil, maxEntry)
		if null {
			lines.Split(splitNUL)
		}
		first := true
		for lines.Scan() {
			line := lines.Text()
			if first {
				line, first = strings.TrimPrefix(line, "\ufeff"), false
			}
			if e := parseEntry(line); e.name != "" && !yield(e) {
				return
			}
		}
		if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
			yield(entry{err: fmt.Errorf("an entry of the list is longer than %d MiB", maxEntry>>20)})
		} else if err != nil {
			yield(entry{err: err})
		}
	}
}

// parseEntry divides NAME<TAB>URL. A name may hold tabs itself: only what
// looks like an address after the last one is an address.
func parseEntry(line string) entry {
	if i := strings.LastIndexByte(line, '\t'); i >= 0 && IsURL(line[i+1:]) {
		return entry{name: line[:i], url: line[i+1:]}
	}
	return entry{name: line}
}

// IsURL reports whether s is an absolute address with a host, or a file's.
func IsURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.Scheme != "" && (u.Host != "" || u.Scheme == "file" && u.Path != "")
}

// isWebURL reports whether s, which an input gives as the address of a page, can
// be given on: a file's names something on the machine of who saved the page.
func isWebURL(s string) bool {
	return IsURL(s) && !weburl.IsDangerous(s)
}

// splitNUL is a bufio.SplitFunc for names that end in NUL.
func splitNUL(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return i + 1, data[:i], nil
	}
	if atEOF && len(data) > 0 {
		return len(data), data, nil
	}
	return 0, nil, nil
}
