package cli

// A file that an earlier run has begun comes in; which pages are done, and what
// became of them, goes out.

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"pressclip/extract"
)

// A history is what earlier runs did. The pages that are done are counted, not
// only known: an input that is named twice is two inputs.
type history struct {
	done   map[key]uint32
	counts counts
}

// add notes a page as done.
func (h *history) add(path string) { h.done[keyOf(asWritten(path))]++ }

// take reports whether a page is done, once for each time that it is.
func (h *history) take(path string) bool {
	if h == nil || len(h.done) == 0 {
		return false
	}
	k := keyOf(asWritten(path))
	n := h.done[k]
	if n <= 1 {
		delete(h.done, k)
	} else {
		h.done[k] = n - 1
	}
	return n > 0
}

// bytes is about what it takes in memory.
func (h *history) bytes() int64 {
	if h == nil {
		return 0
	}
	return int64(len(h.done)) * keyBytes
}

// asWritten is a path as JSON has it: a byte that is not UTF-8 is U+FFFD there.
func asWritten(path string) string { return string([]rune(path)) }

// A pastRecord is what matters of a record that is there.
type pastRecord struct {
	path    string
	mark    mark
	nothing bool
}

// parseRecord takes a line of the output.
func (s *settings) parseRecord(line []byte) (pastRecord, error) {
	var a extract.Article
	if err := json.Unmarshal(line, &a); err != nil {
		return pastRecord{}, err
	}
	if a.Source.Path == "" {
		return pastRecord{}, errors.New("a record does not name its page")
	}
	p := pastRecord{path: a.Source.Path}
	if !slices.ContainsFunc(append([]string{"text"}, s.require...), func(field string) bool { return !s.writes(field) }) {
		p.nothing = missing(&a, s.require) != "" // without these fields a record does not tell
	}
	if s.dedupe.mark != nil {
		p.mark = s.dedupe.mark(&a)
	}
	return p, nil
}

// readRecords gives the whole records of f, from its start, to each, and
// returns where they end. What follows was cut off.
func (s *settings) readRecords(f *os.File, c *codec, each func(pastRecord)) (int64, error) {
	if c == nil {
		return readLines(f, func(line []byte) error {
			p, err := s.parseRecord(line)
			if err == nil {
				each(p)
			}
			return err
		})
	}
	return c.members(&offsetReader{r: bufio.NewReader(f)}, func(member io.Reader) error {
		var records []pastRecord // those of a member count when it is whole
		content := &failingReader{r: member}
		_, err := readLines(content, func(line []byte) error {
			p, err := s.parseRecord(line)
			records = append(records, p)
			return err
		})
		if content.err != nil {
			return errCut
		}
		for _, p := range records {
			each(p)
		}
		return err
	})
}

// A failingReader keeps the error that is not the end.
type failingReader struct {
	r   io.Reader
	err error
}

func (f *failingReader) Read(p []byte) (int, error) {
	n, err := f.r.Read(p)
	if err != nil && err != io.EOF {
		f.err = err
	}
	return n, err
}

// readLines gives the whole lines of r to each, without their line feeds, and
// returns where the last ends.
func readLines(r io.Reader, each func([]byte) error) (int64, error) {
	in := bufio.NewReaderSize(r, 64<<10)
	for end, n := int64(0), 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if err == io.EOF {
			return end, nil
		}
		if err != nil {
			return end, err
		}
		if err := each(bytes.TrimSuffix(line, []byte("\n"))); err != nil {
			return end, fmt.Errorf("line %d: %w", n, err)
		}
		end += int64(len(line))
	}
}
