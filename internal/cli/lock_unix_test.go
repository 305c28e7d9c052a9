//go:build unix

package cli

import (
	"os"
	"strings"
	"testing"
)

// Two runs do not write one file.
func TestResumeIsAlone(t *testing.T) {
	writeAll(t, batchPages()[:1])
	f, err := os.Create("out.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if lock(f) {
		t.Fatal("somebody has it")
	}
	status, said := pressclip("in", "-o", "out.jsonl", "--resume")
	if status != exitUsage || !strings.Contains(said, "another run is writing it") {
		t.Errorf("status %d, %s", status, said)
	}
	_ = f.Close()
	if status, said := pressclip("in", "-o", "out.jsonl", "--resume"); status != exitDone {
		t.Errorf("status %d, %s", status, said)
	}
}
