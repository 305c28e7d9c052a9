//go:build unix

package acceptance

// A command line comes in; a process that can be started, its end and what it
// leaves go out.

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressclip/internal/trial"
)

// root is the way from here to the module's folder.
const root = "../.."

// A page that is long enough to be an article.
var rain = rained(20)

// rained is an article of some paragraphs.
func rained(paragraphs int) string {
	return "<title>Rain</title><article><h1>Rain</h1>" +
		strings.Repeat("<p>It rained on the town for forty days, and the river rose, said the people beside it.</p>\n", paragraphs) + "</article>"
}

// command is the test binary under the command's name, for testscript.Main.
func command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	trial.Must(t, err)
	dir := t.TempDir()
	name := filepath.Join(dir, "pressclip")
	trial.Must(t, os.Symlink(self, name))
	trial.Must(t, os.WriteFile(filepath.Join(dir, "rain.html"), []byte(rain), 0o666))
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

// outcome runs a command to its end, which may take a while on a busy machine.
func outcome(t *testing.T, cmd *exec.Cmd) (status int, stdout, stderr string) {
	t.Helper()
	var out, msg bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &msg
	timer := time.AfterFunc(time.Minute, func() {
		if cmd.Process != nil {
			_ = cmd.Process.Kill()
		}
	})
	defer timer.Stop()
	_ = cmd.Run() // the status tells more
	for _, bad := range []string{"panic", "goroutine", "fatal error"} {
		if strings.Contains(msg.String(), bad) {
			t.Errorf("crashed: %s", msg.String())
		}
	}
	return cmd.ProcessState.ExitCode(), out.String(), msg.String()
}

// put writes a file beside the command.
func put(t *testing.T, cmd *exec.Cmd, name, content string) string {
	t.Helper()
	path := filepath.Join(cmd.Dir, name)
	trial.Must(t, os.MkdirAll(filepath.Dir(path), 0o777))
	trial.Must(t, os.WriteFile(path, []byte(content), 0o666))
	return path
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
	trial.Must(t, err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}
