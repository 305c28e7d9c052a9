//go:build unix

package acceptance

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"pressclip/internal/trial"
)

// A run that is killed, whenever that is, and continued ends as one that was
// not: no page twice, none missing, not a byte different.
func TestKilledRunIsContinued(t *testing.T) {
	for _, test := range []struct {
		name        string
		kills, long int
	}{{"out.jsonl", 50, 1}, {"out.jsonl.gz", 8, 5}, {"out.jsonl.zst", 8, 5}} { // so long that there is more than a member
		t.Run(test.name, func(t *testing.T) {
			name := test.name
			cmd := command(t)
			writeBatch(t, cmd.Dir, test.long)
			run := func(output string, args ...string) *exec.Cmd {
				c := exec.Command(cmd.Path, append([]string{"-q", "in", "gone.html", "--lang", "en", "--dedupe", "text", "-j", "2",
					"-o", output, "--errors", output + ".errors"}, args...)...)
				c.Dir, c.Env = cmd.Dir, cmd.Env
				return c
			}
			start := time.Now()
			_ = run("want" + filepath.Ext(name)).Run() // an input fails: 1
			length := time.Since(start)
			r := rand.New(rand.NewPCG(uint64(len(name)), 1))
			killed, begun := 0, 0
			for killed < test.kills {
				for ended := false; !ended; {
					c := run(name, "--resume")
					trial.Must(t, c.Start())
					time.AfterFunc(time.Duration(r.Int64N(int64(length))), func() { _ = c.Process.Signal(syscall.SIGKILL) })
					_ = c.Wait()
					if ended = c.ProcessState.Exited(); ended && c.ProcessState.ExitCode() != 1 {
						t.Fatalf("exit status %d", c.ProcessState.ExitCode())
					}
					if !ended {
						killed++
						if info, err := os.Stat(filepath.Join(cmd.Dir, name)); err == nil && info.Size() > 0 {
							begun++
						}
					}
				}
				same(t, cmd.Dir, name, "want"+filepath.Ext(name))
			}
			if t.Logf("killed %d times, %d of them with records in the file", killed, begun); begun == 0 {
				t.Error("never killed in the middle")
			}
		})
	}
}

// same compares what two runs have written, and removes what the first has.
func same(t *testing.T, dir, got, want string) {
	t.Helper()
	for _, ext := range []string{"", ".errors"} {
		a, errA := os.ReadFile(filepath.Join(dir, got+ext))
		b, errB := os.ReadFile(filepath.Join(dir, want+ext))
		if errA != nil || errB != nil || len(b) == 0 || !slices.Equal(a, b) {
			t.Fatalf("%s: %d bytes, want %d; %v, %v", got+ext, len(a), len(b), errA, errB)
		}
		_ = os.Remove(filepath.Join(dir, got+ext))
	}
	if left, _ := filepath.Glob(filepath.Join(dir, got+"*")); len(left) > 0 {
		t.Fatalf("left %s", left)
	}
}

// writeBatch makes a folder "in" of short pages, some of which fail, are in
// another language, or are there before; long is how many times as long they are.
func writeBatch(t *testing.T, dir string, long int) {
	t.Helper()
	trial.Must(t, os.Mkdir(filepath.Join(dir, "in"), 0o777))
	for i := range 240 {
		lang, body := "en", fmt.Sprintf("Number %d. %s", i, strings.Repeat(rain, long))
		switch {
		case i%10 == 3:
			body = "" // fails
		case i%10 == 5:
			lang = "de"
		case i%10 == 7:
			body = rain
		}
		if body != "" {
			body = fmt.Sprintf("<html lang=%s><body>%s", lang, body)
		}
		trial.Must(t, os.WriteFile(filepath.Join(dir, "in", fmt.Sprintf("%03d.html", i)), []byte(body), 0o666))
	}
}
