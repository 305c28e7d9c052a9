package main

// A corpus comes in; how long the loop and the command take for it goes out.

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"pressclip/internal/bulk"
)

// workers are the numbers of pages in parallel that are measured.
var workers = []int{1, 2}

// A bench is one measuring.
type bench struct {
	pages, rounds int
	temp, command string
	megabytes     float64 // of HTML, 10⁶ bytes
	forms         []form
	rows          []*row
}

// A row is a line of the table: one way to read the corpus.
type row struct {
	form    *form // nil for the loop
	workers int
	seconds []float64 // one of each round
	memory  int64     // the largest resident set of all rounds, in bytes
}

// makeCorpus writes the pages in all forms that are wanted, and the first,
// which the loop reads.
func (b *bench) makeCorpus(base, only string) error {
	pages, err := bulk.Load(base)
	if err != nil {
		return err
	}
	for p := range bulk.Pages(pages, b.pages) {
		b.megabytes += float64(len(p.HTML)) / 1e6
	}
	for i, f := range forms {
		wanted := only == "" || slices.Contains(strings.Split(only, ","), f.name)
		if wanted {
			b.forms = append(b.forms, f)
		}
		if !wanted && i > 0 {
			continue
		}
		if err := f.write(filepath.Join(b.temp, f.file), bulk.Pages(pages, b.pages)); err != nil {
			return err
		}
	}
	if len(b.forms) == 0 {
		return fmt.Errorf("-only %s: there are %s", only, strings.Join(formNames(), ", "))
	}
	return nil
}

// measure runs everything in turn, and once more at first to fill the caches.
func (b *bench) measure() error {
	for _, w := range workers {
		b.rows = append(b.rows, &row{workers: w})
	}
	for i := range b.forms {
		for _, w := range workers {
			b.rows = append(b.rows, &row{form: &b.forms[i], workers: w})
		}
	}
	for round := range b.rounds + 1 {
		for _, r := range b.rows {
			seconds, memory, err := b.once(r)
			if err != nil {
				return err
			}
			if round > 0 {
				r.seconds = append(r.seconds, seconds)
				r.memory = max(r.memory, memory)
			}
		}
	}
	return nil
}

// once reads the corpus in one way. Its process has as many threads as workers,
// so that the collector of one worker takes no second core.
func (b *bench) once(r *row) (seconds float64, memory int64, err error) {
	threads := "GOMAXPROCS=" + strconv.Itoa(r.workers)
	if r.form == nil {
		return b.runLoop(threads, r.workers)
	}
	out := filepath.Join(b.temp, "out.jsonl")
	cmd := exec.Command(b.command, "-q", "-j", strconv.Itoa(r.workers), "-o", out, filepath.Join(b.temp, r.form.file))
	cmd.Env = append(os.Environ(), threads)
	cmd.Stderr = os.Stderr
	start := time.Now()
	err = cmd.Run()
	seconds = time.Since(start).Seconds()
	if err != nil && cmd.ProcessState.ExitCode() != 3 { // some pages have no article
		return 0, 0, fmt.Errorf("pressclip %s: %w", strings.Join(cmd.Args[1:], " "), err)
	}
	if n, err := countLines(out); err != nil || n != b.pages {
		return 0, 0, fmt.Errorf("%s: %d records of %d pages (%v)", r.form.name, n, b.pages, err)
	}
	return seconds, maxRSS(cmd.ProcessState), os.Remove(out)
}

// runLoop starts this command again as the loop, which tells its time itself.
func (b *bench) runLoop(threads string, workers int) (seconds float64, memory int64, err error) {
	self, err := os.Executable()
	if err != nil {
		return 0, 0, fmt.Errorf("finding this command: %w", err)
	}
	cmd := exec.Command(self, loopCommand, filepath.Join(b.temp, forms[0].file), strconv.Itoa(workers))
	cmd.Env = append(os.Environ(), threads)
	cmd.Stderr = os.Stderr
	text, err := cmd.Output()
	if err != nil {
		return 0, 0, fmt.Errorf("the loop: %w", err)
	}
	seconds, err = strconv.ParseFloat(strings.TrimSpace(string(text)), 64)
	return seconds, maxRSS(cmd.ProcessState), err
}

// countLines counts the lines of a file.
func countLines(name string) (int, error) {
	f, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	buf := make([]byte, 1<<20)
	for n := 0; ; {
		k, err := f.Read(buf)
		n += bytes.Count(buf[:k], []byte{'\n'})
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}
