//go:build unix

package acceptance

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"pressclip/internal/trial"
)

// A signal ends the run, whatever it waits for; what was written is whole, and
// nothing else is left.
func TestSignals(t *testing.T) {
	for _, test := range []struct {
		name   string
		args   []string
		signal syscall.Signal
		ready  string // when the signal is sent: this file is there
		status int
		files  string
	}{
		{"folder", []string{"-j", "2", "-d", ".", "rain.html", "-"}, syscall.SIGINT, "rain.json", 130, "pressclip rain.html rain.json"},
		{"term", []string{"-j", "2", "-d", ".", "rain.html", "-"}, syscall.SIGTERM, "rain.json", 143, "pressclip rain.html rain.json"},
		{"file", []string{"-o", "all.jsonl", "rain.html", "-"}, syscall.SIGINT, ".pressclip-*", 130, "pressclip rain.html"},
		{"resume", []string{"-j", "2", "-o", "all.jsonl", "--resume", "rain.html", "-"}, syscall.SIGINT, "all.jsonl", 130, "all.jsonl all.jsonl.journal pressclip rain.html"},
		{"list", []string{"-o", "all.jsonl", "--files-from", "-"}, syscall.SIGINT, ".pressclip-*", 130, "pressclip rain.html"},
	} {
		t.Run(test.name, func(t *testing.T) {
			cmd := command(t, test.args...)
			stdin, err := cmd.StdinPipe() // never written, never closed
			trial.Must(t, err)
			defer stdin.Close()
			trial.Must(t, cmd.Start())
			waitFor(t, filepath.Join(cmd.Dir, test.ready))
			_ = cmd.Process.Signal(test.signal)
			if got := wait(t, cmd); got != test.status {
				t.Errorf("exit status %d, want %d", got, test.status)
			}
			if got := files(t, cmd.Dir); got != test.files {
				t.Errorf("left %s, want %s", got, test.files)
			}
		})
	}
}

// A reader that does not read holds no run that was told to stop, and failures
// so far are kept.
func TestSignalWhileWriting(t *testing.T) {
	cmd := command(t, "-j", "1", "--errors", "errors", "gone.html")
	for range 200 { // more than a pipe holds
		cmd.Args = append(cmd.Args, "rain.html")
	}
	stdout, err := cmd.StdoutPipe()
	trial.Must(t, err)
	trial.Must(t, cmd.Start())
	if _, err := io.ReadFull(stdout, make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	time.Sleep(100 * time.Millisecond) // until the pipe is full
	_ = cmd.Process.Signal(os.Interrupt)
	if got := wait(t, cmd); got != 130 {
		t.Errorf("exit status %d, want 130", got)
	}
	if got, want := files(t, cmd.Dir), "errors pressclip rain.html"; got != want {
		t.Errorf("left %s, want %s", got, want)
	}
	errors, err := os.ReadFile(filepath.Join(cmd.Dir, "errors"))
	if err != nil || strings.Count(string(errors), "\n") != 1 {
		t.Errorf("errors are %q, %v", errors, err)
	}
}
