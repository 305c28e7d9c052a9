package cli

// Pages that leave no trace in the output come in; a small file beside it goes
// out, for a run that is continued.

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// A journal is FILE.journal beside the output FILE while a run with --resume is
// not at its end. Its first line says with which options FILE was begun. Each
// further line is a page that is done and neither in FILE nor in --errors: one
// that was left out or, without --errors, failed.
type journal struct {
	name string
	f    *os.File
}

// journalSchema is how a journal is told from other files.
const journalSchema = "pressclip-journal/1"

// A journalHead is the first line.
type journalHead struct {
	Schema  string `json:"schema"`
	Options string `json:"options"` // those that shape records
}

// A pastLine is a line of the journal or of --errors. The code of a page that a
// filter has left out is the filter's flag, "--lang".
type pastLine struct {
	Path string `json:"path"`
	Code string `json:"code"`
}

// codeDuplicate is the code of a page that --dedupe has left out.
const codeDuplicate = "duplicate"

// errNoJournal: the file is something else.
var errNoJournal = errors.New("is not a journal of pressclip; give it another name")

// openJournal opens the journal of a file and reads what is in it into h. begun
// is false if there was none, so that it begins now.
func openJournal(file, options string, h *history) (j *journal, begun bool, err error) {
	j = &journal{name: file + ".journal"}
	j.f, err = os.OpenFile(j.name, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, false, fmt.Errorf("%s: %s", j.name, plainWrite(err))
	}
	head := journalHead{}
	end, err := readLines(j.f, func(line []byte) error {
		if !begun {
			begun = true
			return parseHead(line, &head)
		}
		return h.addLine(line)
	})
	switch {
	case err != nil:
		err = fmt.Errorf("%s %w", j.name, errNoJournal)
	case begun && head.Options != options:
		err = fmt.Errorf("%s was begun with other options (%s); give the same, or another FILE", file, orNone(head.Options))
	default:
		err = j.begin(end, begun, options)
	}
	if err != nil {
		_ = j.f.Close() // the first error is the one to tell
		return nil, begun, err
	}
	return j, begun, nil
}

// begin cuts off what is no whole line, and writes the head of a new journal.
func (j *journal) begin(end int64, begun bool, options string) error {
	if err := cutAt(j.f, end); err != nil {
		return writeError(j.name, err)
	}
	if begun {
		return nil
	}
	return j.line(journalHead{journalSchema, options})
}

// orNone names options for a message.
func orNone(options string) string {
	if options == "" {
		return "none"
	}
	return options
}

// parseHead takes the first line.
func parseHead(line []byte, head *journalHead) error {
	if err := json.Unmarshal(line, head); err != nil {
		return err
	}
	if head.Schema != journalSchema {
		return errNoJournal
	}
	return nil
}

// addLine counts a page that is told by a line.
func (h *history) addLine(line []byte) error {
	var p pastLine
	if err := json.Unmarshal(line, &p); err != nil {
		return err
	}
	if p.Path == "" || p.Code == "" {
		return errors.New("no path or no code in it")
	}
	h.add(p.Path)
	switch flag, filtered := strings.CutPrefix(p.Code, "--"); {
	case filtered:
		h.counts.filter(flag)
	case p.Code == codeDuplicate:
		h.counts.duplicates++
	default:
		h.counts.fail(p.Code)
	}
	return nil
}

// put notes a page.
func (j *journal) put(path, code string) error { return j.line(pastLine{path, code}) }

// line appends a line, in one call of Write.
func (j *journal) line(v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // strings always encode
	if _, err := j.f.Write(b.Bytes()); err != nil {
		return &streamError{j.name, err}
	}
	return nil
}

// close ends it; a run at its end needs it no more.
func (j *journal) close(remove bool) error {
	err := j.f.Close()
	if remove && err == nil {
		err = os.Remove(j.name)
	}
	return err
}

// dropJournal removes the journal of a file that is written anew. What is no
// journal stays.
func dropJournal(file string) {
	name := file + ".journal"
	f, err := os.Open(name)
	if err != nil {
		return
	}
	defer f.Close()
	found := false
	_, _ = readLines(io.LimitReader(f, 64<<10), func(line []byte) error { // an error: it is not ours
		head := journalHead{}
		found = parseHead(line, &head) == nil
		return fs.SkipAll
	})
	if found {
		_ = os.Remove(name) // if it can not be, it can not mislead: it names its options
	}
}

// cutAt makes f end there, and puts its position there.
func cutAt(f *os.File, end int64) error {
	if err := f.Truncate(end); err != nil {
		return err
	}
	_, err := f.Seek(end, io.SeekStart)
	return err
}
