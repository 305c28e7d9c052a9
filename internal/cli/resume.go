package cli

// The name of an output comes in, which earlier runs may have begun; the file,
// ready to be continued, goes out, and which pages are done.
//
// With --resume FILE is written in place, record by record, and so is --errors.
// A run that is killed leaves whole records and at most a part of one, which the
// next run cuts off. Which pages are done is told by what is there: each page is
// in FILE, in --errors, or, if it leaves no trace there, in FILE.journal. So it
// does not matter at which moment a run dies, nor which of the three files is
// ahead of the others: a page that is in none of them is read. In the order of
// the input each file is, at any time, the beginning of what it will be; that is
// why the end is byte-equal to that of a run which was never interrupted. Of a
// compressed FILE a whole member takes the place of a record.
//
// What --dedupe knows is made again from the records of FILE. A run at its end
// removes the journal. To continue FILE without one, as when pages were added to
// a folder, is the same: only pages that a filter had left out are read again.

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// looseFlags say nothing of what is in a record or which pages have one: a file
// may be continued with others than it was begun with. More inputs may be added.
var looseFlags = []string{
	"color", "errors", "fail-fast", "files-from", "glob", "jobs", "log-json", "no-progress", "null",
	"output", "quiet", "resume", "stats", "timeout", "unordered", "verbose",
}

// recordOptions are the other flags that were given, as one text.
func recordOptions(c *cli.Context) string {
	var given []string
	for _, f := range flagRows {
		switch {
		case !c.IsSet(f.name) || slices.Contains(looseFlags, f.name):
		case f.many:
			given = append(given, "--"+f.name+"="+strings.Join(c.StringSlice(f.name), ","))
		case f.value == "":
			given = append(given, "--"+f.name)
		default:
			given = append(given, "--"+f.name+"="+c.String(f.name))
		}
	}
	return strings.Join(given, " ")
}

// An appendFile is an output that is written in place.
type appendFile struct {
	f       *os.File
	journal *journal
}

func (a *appendFile) Write(p []byte) (int, error) { return a.f.Write(p) }

// Commit closes a file that is whole.
func (a *appendFile) Commit() error {
	return errors.Join(a.f.Close(), a.journal.close(true))
}

// Abort leaves the file and its journal for the next run.
func (a *appendFile) Abort() {
	_ = a.f.Close()
	_ = a.journal.close(false)
}

// openResumed opens --output where earlier runs have left it, and fills
// r.history and r.marks.
func (r *run) openResumed(output string) (*streamSink, error) {
	f, name, err := openInPlace(output)
	if err != nil {
		return nil, err
	}
	s, err := r.continued(f, name)
	if err != nil {
		_ = f.Close() // the first error is the one to tell
		return nil, err
	}
	return s, nil
}

// openInPlace opens a file that is read and then continued, and gives the name
// that it has behind symbolic links.
func openInPlace(output string) (*os.File, string, error) {
	name, direct := target(output)
	if direct {
		return nil, "", errors.New("--resume wants a file")
	}
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, "", errors.New(plainWrite(err))
	}
	return f, name, nil
}

// continued reads what is in f and beside it.
func (r *run) continued(f *os.File, name string) (*streamSink, error) {
	if lock(f) {
		return nil, errors.New("another run is writing it")
	}
	h := &history{done: map[key]uint32{}}
	c, _ := findCodec(name)
	end, err := r.readPast(f, c, h)
	if err != nil {
		return nil, err
	}
	j, begun, err := openJournal(name, r.s.recordOptions, h)
	if err != nil {
		return nil, err
	}
	if err := cutAt(f, end); err != nil {
		_ = j.f.Close()
		return nil, errors.New(plainWrite(err))
	}
	r.history, r.counts, r.begun = h, h.counts, begun || end > 0
	file := &appendFile{f, j}
	r.journal = j
	s := (&streamSink{name: name, w: file, file: file, wrote: true}).compressed(c)
	if c != nil {
		s.member.member = end > 0
	}
	return s, nil
}

// readPast reads the records of f. A file that is none of ours is left as it is.
func (r *run) readPast(f *os.File, c *codec, h *history) (int64, error) {
	if err := checkBeginning(f, c); err != nil {
		return 0, err
	}
	end, err := r.s.readRecords(f, c, func(p pastRecord) {
		h.add(p.path)
		h.counts.written++
		if p.nothing {
			h.counts.nothing++
		}
		r.marks.add(p.mark)
	})
	if err != nil {
		return 0, fmt.Errorf("it is not one of pressclip's: %w", err)
	}
	return end, nil
}

// checkBeginning refuses a file whose first bytes are none of ours: all of it
// might be cut off.
func checkBeginning(f *os.File, c *codec) error {
	magic := `{"`
	if c != nil {
		magic = c.magic
	}
	b := make([]byte, len(magic))
	n, err := f.ReadAt(b, 0)
	if err != nil && err != io.EOF {
		return errors.New(plain(err))
	}
	if string(b[:n]) != magic[:n] {
		return errors.New("it is not one of pressclip's")
	}
	return nil
}

// openErrorsResumed opens --errors where earlier runs have left it.
func (r *run) openErrorsResumed(output string) (*streamSink, error) {
	f, name, err := openInPlace(output)
	if err != nil {
		return nil, err
	}
	end := int64(0)
	if r.begun {
		end, err = readLines(f, r.history.addLine)
	}
	if err == nil {
		err = cutAt(f, end)
	}
	if err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("it is not one of pressclip's: %s", plain(err))
	}
	r.counts = r.history.counts
	return &streamSink{name: name, w: f, close: f}, nil
}

// checkResume refuses what can not be continued.
func (s *settings) checkResume(c *cli.Context) error {
	if !s.resume {
		return nil
	}
	s.recordOptions = recordOptions(c)
	switch codec, _ := findCodec(s.errors); {
	case s.output == "" || s.output == "-":
		return usage("--resume means nothing without --output FILE")
	case codec != nil:
		return usage("--resume can not continue compressed --errors")
	case s.errors == "-":
		return usage("--resume wants a file for --errors")
	case !s.format.isJSON() || s.format.pretty(s.innerExt(), false):
		return usage("--resume is for JSON lines: name the file .jsonl, or add --compact")
	}
	for _, field := range append([]string{"source.path"}, s.dedupe.needs...) {
		if !s.writes(field) {
			return usage("--resume needs the field %s in the records", field)
		}
	}
	return nil
}

// writes reports whether records have the field, if the page has it.
func (s *settings) writes(field string) bool {
	return len(s.options.Fields) == 0 || slices.ContainsFunc(s.options.Fields, func(f string) bool {
		return f == field || strings.HasPrefix(field, f+".")
	})
}
