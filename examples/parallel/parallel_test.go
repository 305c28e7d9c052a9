//go:build unix

package parallel

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pressclip/internal/trial"
)

// GNU parallel gives what one process does, byte for byte, and does not do again
// what is done.
func TestRun(t *testing.T) {
	trial.Need(t, "sh", "jq", "parallel")
	dir := filepath.Join(t.TempDir(), "it's here") // a name that has to be quoted
	trial.Must(t, os.Mkdir(dir, 0o777))
	trial.Build(t, dir, "pressclip")
	t.Setenv("HOME", dir) // parallel keeps files of its own there
	list, out, one := filepath.Join(dir, "list"), filepath.Join(dir, "out"), filepath.Join(dir, "one")
	trial.WriteList(t, list, append(trial.Pages(t, "../.."), "gone.html"))
	trial.OneProcess(t, "pressclip", list, one)
	trial.Run(t, 0, "sh", "run.sh", list, out, "6", "-q")
	trial.SameRun(t, filepath.Join(out, "all"), one)
	if jobs := strings.Count(trial.Read(t, filepath.Join(out, "joblog")), "\n"); jobs != 1+6 {
		t.Errorf("joblog has %d lines, want a head and six", jobs)
	}

	// A shard that died is made again, and no other: they would fail.
	trial.Must(t, os.Remove(filepath.Join(out, "part-00004-of-00006.stats.json")))
	trial.Run(t, 1, "sh", "run.sh", list, out, "6", "--unknown")
	trial.Run(t, 0, "sh", "run.sh", list, out, "6", "-q")
	trial.SameRun(t, filepath.Join(out, "all"), one)
}
