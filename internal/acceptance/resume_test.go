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
	"testing"
	"time"

	"pressclip/internal/trial"
)

// A run that is killed, whenever that is, and continued ends as one that was
// not: no page twice, none missing, not a byte different.
func TestKilledRunIsContinued(t *testing.T) {
	for _, test := range []struct {
		ext         string
		kills, long int
	}{{"", 50, 1}, {".gz", 8, 5}, {".zst", 8, 5}} { // so long that there is more than a member
		t.Run("jsonl"+test.ext, func(t *testing.T) {
			cmd := command(t)
			writeBatch(t, cmd.Dir, test.long)
			run := func(output string, args ...string) *exec.Cmd {
				c := exec.Command(cmd.Path, append([]string{"-q", "in", "gone.html", "--lang", "en", "--dedupe", "text", "-j", "2",
					"-o", output, "--errors", output + ".errors"}, args...)...)
				c.Dir, c.Env = cmd.Dir, cmd.Env
				return c
			}
			got, want := "out.jsonl"+test.ext, "want.jsonl"+test.ext
			start := time.Now()
			_ = run(want).Run() // an input fails: 1
			length := time.Since(start)
			moments := rand.New(rand.NewPCG(uint64(test.kills), 1))
			killed, begun := 0, 0
			for killed < test.kills {
				for killedIn(t, run(got, "--resume"), time.Duration(moments.Int64N(int64(length)))) {
					killed++
					if info, err := os.Stat(filepath.Join(cmd.Dir, got)); err == nil && info.Size() > 0 {
						begun++
					}
				}
				same(t, cmd.Dir, got, want)
			}
			if t.Logf("killed %d times, %d of them with records in the file", killed, begun); begun == 0 {
				t.Error("never killed in the middle")
			}
		})
	}
}

// killedIn runs a command, kills it after some time, and reports whether that
// came before its end.
func killedIn(t *testing.T, cmd *exec.Cmd, after time.Duration) bool {
	t.Helper()
	trial.Must(t, cmd.Start())
	time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	_ = cmd.Wait() // the status tells more
	ended := cmd.ProcessState.Exited()
	if ended && cmd.ProcessState.ExitCode() != 1 {
		t.Fatalf("exit status %d", cmd.ProcessState.ExitCode())
	}
	return !ended
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
		lang, body := "en", strings.Replace(rained(20*long), "the town", fmt.Sprintf("town number %d", i), 1)
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
