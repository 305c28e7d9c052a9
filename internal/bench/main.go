// Command bench prints how fast pressclip reads many pages, beside a loop that
// only takes their tokens:
//
//	go run ./internal/bench
//
// It makes a corpus of the test pages in a temporary folder, builds the
// command, and runs it as users do: a corpus of each form in, JSON lines into a
// file out. The rows take turns, so that a busy machine slows all of them. A
// figure is the median of the rounds, with the least and the most behind it.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"pressclip/internal/bulk"
)

func main() {
	if len(os.Args) == 4 && os.Args[1] == loopCommand {
		exitOn(loop(os.Args[2], os.Args[3]))
		return
	}
	var o options
	flag.IntVar(&o.pages, "n", 20000, "pages in the corpus")
	flag.IntVar(&o.rounds, "rounds", 5, "rounds; the first one more is not counted")
	flag.StringVar(&o.base, "pages", filepath.Join("testdata", "pages"), "folder with the pages that are multiplied")
	flag.StringVar(&o.only, "only", "", "corpora to measure, comma-separated (default: all of "+strings.Join(formNames(), ", ")+")")
	flag.StringVar(&o.temp, "temp", "", "where the corpus is made, which takes 0.2 MB a page (default: the system's temporary folder)")
	flag.Parse()
	exitOn(run(o, os.Stdout))
}

// exitOn ends the command if there is an error.
func exitOn(err error) {
	if err != nil {
		_, _ = fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

type options struct {
	pages, rounds    int
	base, only, temp string
}

// A form is a way in which many pages come.
type form struct {
	name  string
	file  string // below the corpus
	write func(name string, pages iter.Seq[bulk.Page]) error
}

// forms are the corpora that are measured. The loop reads the first.
var forms = []form{
	{name: "files", file: "files", write: bulk.WriteFolder},
	{name: ".warc.gz", file: "pages.warc.gz", write: file(bulk.WriteWARC)},
	{name: "NDJSON", file: "pages.jsonl", write: file(bulk.WriteNDJSON)},
}

// file makes a file of what writes to a stream.
func file(write func(io.Writer, iter.Seq[bulk.Page]) error) func(string, iter.Seq[bulk.Page]) error {
	return func(name string, pages iter.Seq[bulk.Page]) (err error) {
		f, err := os.Create(name)
		if err != nil {
			return fmt.Errorf("making the corpus: %w", err)
		}
		defer func() { err = errors.Join(err, f.Close()) }()
		buffered := bufio.NewWriterSize(f, 1<<20)
		if err := write(buffered, pages); err != nil {
			return err
		}
		return buffered.Flush()
	}
}

// formNames are what -only takes.
func formNames() []string {
	var names []string
	for _, f := range forms {
		names = append(names, f.name)
	}
	return names
}

// run makes the corpus, measures and prints the table.
func run(o options, w io.Writer) error {
	temp, err := os.MkdirTemp(o.temp, "pressclip-bench-")
	if err != nil {
		return fmt.Errorf("making a folder for the corpus: %w", err)
	}
	defer os.RemoveAll(temp)
	b := &bench{pages: o.pages, rounds: o.rounds, temp: temp, command: filepath.Join(temp, "pressclip")}
	build := exec.Command("go", "build", "-o", b.command, "pressclip")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("building the command: %w", err)
	}
	if err := b.makeCorpus(o.base, o.only); err != nil {
		return err
	}
	if err := b.measure(); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%d pages, %.0f MB of HTML; median of %d rounds (least–most); %s, %d cores, %s\n\n%s",
		o.pages, b.megabytes, o.rounds, runtime.GOARCH, runtime.NumCPU(), runtime.Version(), b.table())
	return err
}
