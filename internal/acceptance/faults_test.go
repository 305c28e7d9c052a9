//go:build unix

package acceptance

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"pressclip/internal/trial"
)

// An endless reader gives the same page for ever.
type endless struct{}

func (endless) Read(b []byte) (int, error) { return copy(b, rain), nil }

// A page without an end is refused at the limit.
func TestEndlessInput(t *testing.T) {
	cmd := command(t, "--max-bytes", "4M", "-")
	cmd.Stdin = endless{}
	status, stdout, stderr := outcome(t, cmd)
	if status != 1 || stdout != "" || !strings.Contains(stderr, "larger than --max-bytes") {
		t.Errorf("status %d, %q, %q", status, stdout, stderr)
	}
}

// A sparse file of 20 GB is refused, and costs no more than any large one.
func TestSparseFile(t *testing.T) {
	cmd := command(t, "--max-bytes", "4M", "sparse.html", "rain.html", "-g", "title")
	if err := os.Truncate(put(t, cmd, "sparse.html", rain), 20<<30); err != nil {
		t.Skip(err)
	}
	if status, stdout, stderr := outcome(t, cmd); status != 1 || stdout != "Rain\n" || strings.Count(stderr, "\n") != 1 {
		t.Errorf("status %d, %q, %q", status, stdout, stderr)
	}
}

// A file that grows and shrinks while it is read gives a record or a failure.
func TestFileChanges(t *testing.T) {
	cmd := command(t, "-f", "json", "change.html")
	path := put(t, cmd, "change.html", strings.Repeat(rain, 500))
	done := make(chan struct{})
	go func() {
		defer close(done)
		for i := range 200 {
			_ = os.Truncate(path, int64(i%7)*100_000) // what comes of it is the test
			time.Sleep(time.Millisecond)
		}
	}()
	status, stdout, stderr := outcome(t, cmd)
	<-done
	if status == 0 != strings.HasSuffix(stdout, "}\n") || status > 1 && status != 3 {
		t.Errorf("status %d, %d bytes, %q", status, len(stdout), stderr)
	}
}

// How fast a page comes changes nothing.
func TestSlowInput(t *testing.T) {
	_, want, _ := outcome(t, withInput(command(t, "-"), strings.NewReader(rain)))
	r, w := io.Pipe()
	go func() {
		for part := range strings.SplitSeq(rain, ",") {
			if part != "" && !strings.HasSuffix(rain, part) {
				part += ","
			}
			_, _ = io.WriteString(w, part) // the reader's end is the command's
			time.Sleep(5 * time.Millisecond)
		}
		_ = w.Close()
	}()
	status, got, stderr := outcome(t, withInput(command(t, "-"), r))
	if status != 0 || got != want || want == "" {
		t.Errorf("status %d, %q: %s\nwant %s", status, stderr, got, want)
	}
}

func withInput(cmd *exec.Cmd, in io.Reader) *exec.Cmd {
	cmd.Stdin = in
	return cmd
}

// Inputs are never changed: not where the outputs go into their folder, and not
// where two names are one file.
func TestInputsStay(t *testing.T) {
	cmd := command(t, "-d", "in", "in")
	first := put(t, cmd, "in/a.html", rain)
	if err := os.Link(first, filepath.Join(cmd.Dir, "in", "b.html")); err != nil {
		t.Skip(err)
	}
	status, _, stderr := outcome(t, cmd)
	if got := files(t, filepath.Join(cmd.Dir, "in")); status != 0 || got != "a.html a.json b.html b.json" {
		t.Errorf("status %d, %s: %s", status, got, stderr)
	}
	if got, err := os.ReadFile(first); err != nil || string(got) != rain {
		t.Errorf("the input is %d bytes now, %v", len(got), err)
	}
}

// Twenty-four descriptors are enough for any number of pages.
func TestFewDescriptors(t *testing.T) {
	cmd := command(t)
	for i := range 200 {
		put(t, cmd, fmt.Sprintf("in/%d/%d.html", i%20, i), rain)
	}
	few := exec.Command("sh", "-c", "ulimit -n 24 && exec ./pressclip -j 4 -d out in")
	_ = os.Symlink(cmd.Path, filepath.Join(cmd.Dir, "pressclip")) // it may be there
	few.Dir, few.Env = cmd.Dir, cmd.Env
	if status, _, stderr := outcome(t, few); status != 0 {
		t.Errorf("status %d: %s", status, stderr)
	}
	found, err := filepath.Glob(filepath.Join(cmd.Dir, "out", "*", "*.json"))
	if err != nil || len(found) != 200 {
		t.Errorf("%d outputs of 200, %v", len(found), err)
	}
}

// A name with a line feed can not forge a second message.
func TestNamesInMessages(t *testing.T) {
	cmd := command(t, "evil\npressclip: rain.html: all is well\x1b[2J.html")
	status, stdout, stderr := outcome(t, cmd)
	if status != 1 || stdout != "" || strings.Count(stderr, "\n") != 1 || strings.Contains(stderr, "\x1b") {
		t.Errorf("status %d, %q, %q", status, stdout, stderr)
	}
}

// The same bytes give the same bytes, whatever the environment and however
// many pages are read at a time.
func TestSameBytes(t *testing.T) {
	pages, err := filepath.Abs(filepath.Join(root, "testdata", "pages"))
	trial.Must(t, err)
	places := []struct{ jobs, vars, umask string }{
		{"1", "LC_ALL=C TZ=UTC", "022"},
		{"4", "LC_ALL=de_DE.UTF-8 TZ=Asia/Tokyo TERM=xterm COLUMNS=40", "077"},
		{"3", "LC_ALL=tr_TR LANG=ja_JP TZ=America/St_Johns NO_COLOR=1", "000"},
	}
	for _, format := range []string{"jsonl", "yaml"} {
		var want string
		for _, place := range places {
			cmd := command(t)
			sh := exec.Command("sh", "-c", "umask "+place.umask+" && "+place.vars+` exec "$0" "$@"`,
				cmd.Path, "-q", "-j", place.jobs, "-f", format, "--glob", "*.html", pages)
			sh.Dir, sh.Env = cmd.Dir, cmd.Env
			status, got, stderr := outcome(t, sh)
			if want == "" {
				want = got
			}
			if status == 1 || status == 2 || got != want || len(got) < 100_000 {
				t.Errorf("%s %s: status %d, %d bytes, want %d: %s", format, place.vars, status, len(got), len(want), stderr)
			}
		}
	}
}

// A page of up to 64 MiB is read and written in 512 MiB, one below 1 MB in
// 128 MiB. The two shapes that take the most have the full size.
func TestMemory(t *testing.T) {
	if trial.Race() || testing.Short() || runtime.GOOS != "linux" {
		t.Skip("not with the race detector, which takes memory of its own; seconds long")
	}
	for _, shape := range []struct {
		name, piece, format string
		large               int // MiB
	}{
		{"prose", "<p>“We agree on point 17, and that is good,” said Ann Lee, the mayor of Springfield, on Tuesday.</p>", "json", 64},
		{"lines", "word, and\n another. ", "md", 64},
		{"marks", "<q>a</q>", "json", 32},
		{"breaks", "a line of 17<br>", "md", 32},
		{"items", "<ul><li>item", "yaml", 32},
		{"sentences", "<p>“It rained,” said Ann Lee, the mayor.</p>", "yaml", 32},
		{"cells", "<table><tr><td>a<td>b</table>", "json", 32},
	} {
		for _, c := range []struct{ size, limit int }{{990_000, 128}, {shape.large<<20 - 1<<10, 512}} {
			cmd := command(t, "-q", "-f", shape.format, "page.html")
			writePage(t, filepath.Join(cmd.Dir, "page.html"), shape.piece, c.size)
			if err := cmd.Run(); err != nil {
				t.Errorf("%s: %v", shape.name, err)
			}
			usage, _ := cmd.ProcessState.SysUsage().(*syscall.Rusage)
			if mib := int(usage.Maxrss >> 10); mib > c.limit {
				t.Errorf("%s of %d bytes as %s: %d MiB, at most %d", shape.name, c.size, shape.format, mib, c.limit)
			}
		}
	}
}

// writePage writes a page of a size, made of pieces. It takes little memory
// itself: what this process has had counts for the command, too (getrusage(2)).
func writePage(t *testing.T, name, piece string, size int) {
	t.Helper()
	f, err := os.Create(name)
	trial.Must(t, err)
	w := bufio.NewWriter(f)
	_, _ = w.WriteString("<article><h1>Rain</h1>") // Flush tells of its errors
	for range size / len(piece) {
		_, _ = w.WriteString(piece)
	}
	trial.Must(t, errors.Join(w.Flush(), f.Close()))
}
