//go:build unix

package slurm

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"pressclip/internal/trial"
)

// TestScripts runs the tasks of an array by hand, out of order, and merges
// their parts.
func TestScripts(t *testing.T) {
	trial.Need(t, "sh", "jq")
	dir := t.TempDir()
	trial.Build(t, dir, "pressclip")
	inputs := append(trial.Pages(t, "../.."), "gone.html")
	list, out, one := filepath.Join(dir, "list"), filepath.Join(dir, "out"), filepath.Join(dir, "one")
	trial.WriteList(t, list, inputs)

	if missing := trial.Run(t, 1, "sh", "check.sh", out, "3"); missing != "1,2,3\n" {
		t.Errorf("missing before the start: %q", missing)
	}
	for _, task := range []string{"3", "1"} {
		t.Setenv("SLURM_ARRAY_TASK_ID", task)
		trial.Run(t, 0, "sh", "array.sh", list, out, "3", "-q")
	}
	if missing := trial.Run(t, 1, "sh", "check.sh", out, "3"); missing != "2\n" {
		t.Errorf("missing: %q, want 2", missing)
	}
	trial.Run(t, 1, "sh", "merge.sh", out, "3")
	if _, err := os.Stat(filepath.Join(out, "all.jsonl")); err == nil {
		t.Error("merged what is not whole")
	}

	// A task that is done does nothing, also with options that it would fail with.
	trial.Run(t, 0, "sh", "array.sh", list, out, "3", "--unknown")
	t.Setenv("SLURM_ARRAY_TASK_ID", "2")
	trial.Run(t, 2, "sh", "array.sh", list, out, "3", "--unknown")
	trial.WriteList(t, list, inputs[1:])
	trial.Run(t, 2, "sh", "array.sh", list, out, "3", "-q") // another list
	trial.WriteList(t, list, inputs)
	trial.Run(t, 0, "sh", "array.sh", list, out, "3", "-q")
	trial.Run(t, 0, "sh", "check.sh", out, "3")
	trial.Run(t, 0, "sh", "merge.sh", out, "3")
	trial.OneProcess(t, "pressclip", list, one)
	trial.SameRun(t, filepath.Join(out, "all"), one)

	// A part that lost records is missed.
	trial.Must(t, os.Truncate(filepath.Join(out, "part-00002-of-00003.jsonl"), 100))
	if missing := trial.Run(t, 1, "sh", "check.sh", out, "3"); missing != "2\n" {
		t.Errorf("missing: %q, want 2", missing)
	}
}

// An empty shard has a part too, and N may be larger than the list.
func TestEmptyShards(t *testing.T) {
	trial.Need(t, "sh", "jq")
	dir := t.TempDir()
	trial.Build(t, dir, "pressclip")
	list, out := filepath.Join(dir, "list"), filepath.Join(dir, "out")
	trial.WriteList(t, list, trial.Pages(t, "../..")[:1])
	for task := range 3 {
		t.Setenv("SLURM_ARRAY_TASK_ID", strconv.Itoa(task+1))
		trial.Run(t, 0, "sh", "array.sh", list, out, "3", "-q")
	}
	trial.Run(t, 0, "sh", "merge.sh", out, "3")
	if all := trial.Read(t, filepath.Join(out, "all.jsonl")); strings.Count(all, "\n") != 1 {
		t.Errorf("%d records, want 1", strings.Count(all, "\n"))
	}
}
