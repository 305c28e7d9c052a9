//go:build unix

package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A page that is long enough to be an article.
var rain = "<title>Rain</title><article><h1>Rain</h1>" +
	strings.Repeat("<p>It rained on the town for forty days, and the river rose, said the people beside it.</p>\n", 20) + "</article>"

// command is the test binary under the command's name, for testscript.Main.
func command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	name := filepath.Join(dir, "pressclip")
	if err := os.Symlink(self, name); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "rain.html"), []byte(rain), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GORACE=atexit_sleep_ms=0") // else it ends a second later
	return cmd
}

// wait fails t if the command takes longer than 2 s, and gives its exit status.
func wait(t *testing.T, cmd *exec.Cmd) int {
	t.Helper()
	timer := time.AfterFunc(2*time.Second, func() {
		t.Error("still running after 2 s")
		_ = cmd.Process.Kill()
	})
	defer timer.Stop()
	_ = cmd.Wait() // the status tells more
	return cmd.ProcessState.ExitCode()
}

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
			if err != nil {
				t.Fatal(err)
			}
			defer stdin.Close()
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
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
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
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

// waitFor waits until a file matches the pattern.
func waitFor(t *testing.T, pattern string) {
	t.Helper()
	for range 500 {
		if found, _ := filepath.Glob(pattern); len(found) > 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("no %s after 5 s", pattern)
}

// files lists a folder.
func files(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}
