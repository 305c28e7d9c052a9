//go:build linux

package acceptance

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"pressclip/internal/trial"
)

// soakLimit is what a batch may take of memory, in KiB.
const soakLimit = 256 << 10

// TestSoak reads the test pages over and over and looks at the memory and the
// descriptors of the process: neither grows with the number of pages. For the
// figures of a long run:
//
//	PRESSCLIP_SOAK=100000 go test ./internal/acceptance -run Soak -v -timeout 60m
func TestSoak(t *testing.T) {
	pages, long := 2000, os.Getenv("PRESSCLIP_SOAK")
	if n, err := strconv.Atoi(long); err == nil {
		pages = n
	}
	names := trial.Pages(t, root)
	cmd := command(t, "-q", "--files-from", "-", "-j", "2", "--errors", "errors", "--stats", "stats")
	stdin, err := cmd.StdinPipe()
	trial.Must(t, err)
	stdout, err := cmd.StdoutPipe()
	trial.Must(t, err)
	trial.Must(t, cmd.Start())
	go func() {
		defer stdin.Close()
		w := bufio.NewWriter(stdin)
		defer w.Flush() // a process that has died is told below
		for i := range pages {
			fmt.Fprintln(w, names[i%len(names)])
		}
	}()
	tenths := watch(t, stdout, cmd.Process.Pid, pages)
	if err := cmd.Wait(); err != nil || len(tenths) != 10 {
		t.Fatalf("%v after %d tenths", err, len(tenths))
	}
	t.Logf("%10s %10s %12s", "pages", "RSS KiB", "descriptors")
	for _, s := range tenths {
		t.Logf("%10d %10d %12d", s.pages, s.rss, s.files)
	}
	numbers, _ := os.ReadFile(filepath.Join(cmd.Dir, "stats"))
	t.Logf("%s", numbers)
	second, last := tenths[1], tenths[9]
	if last.files > second.files+4 { // the pages in hand, and the list
		t.Errorf("%d descriptors, %d at the second tenth", last.files, second.files)
	}
	if trial.Race() {
		return // has a memory of its own
	}
	if last.peak > soakLimit {
		t.Errorf("the peak is %d KiB", last.peak)
	}
	if long != "" && last.rss > second.rss*11/10 {
		t.Errorf("the last tenth has %d KiB, the second %d", last.rss, second.rss)
	}
}

// A sample is the state of a process.
type sample struct{ pages, rss, peak, files int }

// watch reads a line for each page and takes a sample after each tenth: the
// highest resident memory of ten looks within it.
func watch(t *testing.T, r io.Reader, pid, pages int) []sample {
	t.Helper()
	var tenths []sample
	in := bufio.NewReaderSize(r, 1<<20)
	now := sample{}
	for n := 1; ; n++ {
		_, err := in.ReadSlice('\n')
		for err == bufio.ErrBufferFull {
			_, err = in.ReadSlice('\n')
		}
		if err != nil {
			return tenths
		}
		if n%(pages/100) == 0 {
			s := look(pid)
			now = sample{n, max(now.rss, s.rss), s.peak, s.files}
		}
		if n%(pages/10) == 0 {
			tenths = append(tenths, now)
			now = sample{}
		}
	}
}

// look reads proc(5).
func look(pid int) sample {
	var s sample
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid)) // none: it has died, which Wait tells
	for line := range strings.Lines(string(status)) {
		if n, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			_, _ = fmt.Sscan(n, &s.rss)
		}
		if n, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			_, _ = fmt.Sscan(n, &s.peak)
		}
	}
	files, _ := os.ReadDir(fmt.Sprintf("/proc/%d/fd", pid))
	s.files = len(files)
	return s
}
