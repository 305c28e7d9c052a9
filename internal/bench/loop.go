package main

// A folder of pages comes in; how long the tokenizer alone takes for them goes
// out: the floor under everything that reads HTML.

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"sync"
	"time"

	"pressclip/internal/bulk"
)

// loopCommand is the argument by which this command becomes the loop.
const loopCommand = "-loop-of"

// loop prints the seconds that the tokens of all pages below dir take with a
// number of workers. Opening and reading the files is not counted.
func loop(dir, count string) error {
	workers, err := strconv.Atoi(count)
	if err != nil || workers < 1 {
		return fmt.Errorf("%q is no number of workers", count)
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400) // as generous to the loop as the command is to itself
	}
	names := make(chan string, 1024)
	var all sync.WaitGroup
	times, errs := make([]time.Duration, workers), make([]error, workers)
	for i := range workers {
		all.Go(func() { times[i], errs[i] = takeTokens(names) })
	}
	walk := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			names <- name
		}
		return err
	})
	close(names)
	all.Wait()
	var sum time.Duration
	for i, t := range times {
		sum += t
		if walk == nil {
			walk = errs[i]
		}
	}
	if walk == nil {
		fmt.Println(sum.Seconds() / float64(workers))
	}
	return walk
}

// takeTokens reads pages until there are no more, and goes on after an error
// so that nobody waits for it.
func takeTokens(names <-chan string) (sum time.Duration, first error) {
	for name := range names {
		page, err := os.ReadFile(name)
		if err == nil {
			start := time.Now()
			err = bulk.Tokens(page)
			sum += time.Since(start)
		}
		if err != nil && first == nil {
			first = fmt.Errorf("%s: %w", name, err)
		}
	}
	return sum, first
}
