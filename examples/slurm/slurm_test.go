//go:build linux

package slurm

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"pressclip/internal/bulk"
	"pressclip/internal/trial"
)

// insideVariable holds the folder of the test where it runs inside of its
// namespaces.
const insideVariable = "PRESSCLIP_TEST_SLURM"

// needed are the commands without which the test is skipped.
var needed = []string{"munged", "slurmctld", "slurmd", "sbatch", "squeue", "sinfo", "unshare", "ip", "bash", "jq", "go"}

// TestNodeDies runs arrays on a real Slurm, lets one of its two nodes die in
// the middle of its tasks, and compares the merged output with that of one
// process, byte for byte.
//
// The test starts itself again inside new namespaces. In that of processes all
// daemons die with the test, whatever becomes of it; that of the network holds
// nothing but a loopback interface, with ports of its own.
func TestNodeDies(t *testing.T) {
	if dir := os.Getenv(insideVariable); dir != "" {
		testNodeDies(t, dir)
		return
	}
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	t.Setenv("PATH", os.Getenv("PATH")+":/usr/sbin:/sbin")
	for _, name := range needed {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("%s is not installed: apt-get install slurm-wlm munge jq iproute2 util-linux", name)
		}
	}
	namespaces := []string{"--pid", "--fork", "--kill-child", "--mount-proc", "--net"}
	if out, err := exec.Command("unshare", append(namespaces, "true")...).CombinedOutput(); err != nil {
		t.Skipf("no namespaces of its own here: %s", out)
	}
	self, err := os.Executable()
	trial.Must(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	// The address is one for documentation (RFC 5737): without any besides that of the
	// loopback interface getaddrinfo(3) would find no host at all.
	script := `ip link set lo up && ip addr add 192.0.2.1/32 dev lo && "$@"; exit $?`
	args := append(namespaces, "bash", "-c", script, "bash", self, "-test.run=^TestNodeDies$", "-test.v", "-test.timeout=170s")
	cmd := exec.CommandContext(ctx, "unshare", args...)
	cmd.Env = append(os.Environ(), insideVariable+"="+t.TempDir())
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	runtime.LockOSThread() // the signal is sent when the thread dies that started the process
	defer runtime.UnlockOSThread()
	out, err := cmd.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Fatal(err)
	}
}

// The size of the corpus: a shard is to take several times as long as wrapper
// waits, on a fast machine too.
const (
	archives    = 12
	perArchive  = 270
	shards      = 8
	autoArray   = "3-9:2" // four tasks
	autoArchive = 5       // so many archives are enough for that
)

func testNodeDies(t *testing.T, dir string) {
	bin := filepath.Join(dir, "bin")
	trial.Must(t, os.Mkdir(bin, 0o755))
	trial.Build(t, bin, "pressclip-real")
	trial.Must(t, os.WriteFile(filepath.Join(bin, "pressclip"), []byte(wrapper), 0o755))
	list := corpus(t, filepath.Join(dir, "corpus"))
	c := startCluster(t, dir)
	t.Run("auto", func(t *testing.T) { testAuto(t, c, list) })

	// The list has failures too: what is not there, and what is no page.
	trial.Must(t, os.WriteFile(c.path("empty.html"), nil, 0o644))
	list = append(slices.Insert(list, 4, c.path("gone.html")), c.path("empty.html"))
	trial.WriteList(t, c.path("list"), list)
	out := c.path("out")
	t.Setenv("MIDDLE", c.path("middle"))
	job := c.submit("--array=1-"+strconv.Itoa(shards), "array.sh", c.path("list"), out, strconv.Itoa(shards), "-q")
	c.until("a task is in the middle on n2", func() bool { return len(trial.Glob(t, c.path("middle-*"))) > 0 })
	c.kill("n2")
	t.Log("n2 is dead")
	trial.OneProcess(t, "pressclip-real", c.path("list"), c.path("one"))
	c.finish(job)

	trial.Run(t, 0, "sh", "check.sh", out, strconv.Itoa(shards))
	trial.Run(t, 0, "sh", "merge.sh", out, strconv.Itoa(shards))
	trial.SameRun(t, filepath.Join(out, "all"), c.path("one"))
	for _, middle := range trial.Glob(t, c.path("middle-*")) {
		task := strings.TrimPrefix(filepath.Base(middle), "middle-")
		if nodes := trial.Read(t, c.path("nodes-"+task)); !strings.HasPrefix(nodes, "n2\n") || !strings.HasSuffix(nodes, "n1\n") {
			t.Errorf("task %s ran on %q, want n2, then n1", task, nodes)
		}
	}
}

// wrapper stands for pressclip in the tasks. It notes the node of each; on n2
// it stops the command in the middle of its work, where it stays until the node
// dies. A command that was quicker is done.
const wrapper = `#!/bin/sh
[ -n "$MIDDLE" ] || exec pressclip-real "$@"
dir=${MIDDLE%/*}
echo "$SLURMD_NODENAME" >> "$dir/nodes-$SLURM_ARRAY_TASK_ID"
[ "$SLURMD_NODENAME" = n2 ] || exec pressclip-real "$@"
pressclip-real "$@" &
sleep 0.1
kill -STOP $! || { wait $!; exit; }
: > "$MIDDLE-$SLURM_ARRAY_TASK_ID"
wait
`

// testAuto runs an array whose numbers have an offset and steps.
func testAuto(t *testing.T, c *cluster, list []string) {
	trial.WriteList(t, c.path("short"), list[:autoArchive])
	parts := c.path("auto")
	trial.Must(t, os.Mkdir(parts, 0o755))
	c.finish(c.submit("--array="+autoArray, "--wrap",
		fmt.Sprintf("pressclip -q --shard auto --files-from %s -o %s/$SLURM_ARRAY_TASK_ID.jsonl", c.path("short"), parts)))
	trial.Run(t, 0, "pressclip-real", "-q", "--files-from", c.path("short"), "-o", c.path("short.jsonl"))
	files := trial.Glob(t, filepath.Join(parts, "*.jsonl"))
	if len(files) != 4 {
		t.Fatalf("parts: %v", files)
	}
	var all bytes.Buffer
	for _, name := range files {
		all.WriteString(trial.Read(t, name))
	}
	trial.Must(t, os.WriteFile(c.path("auto.jsonl"), all.Bytes(), 0o644))
	trial.SameFile(t, c.path("auto.jsonl"), c.path("short.jsonl"))
}

// corpus makes archives of pages and gives their names.
func corpus(t *testing.T, dir string) []string {
	t.Helper()
	base, err := bulk.Load(filepath.Join("..", "..", "testdata", "pages"))
	trial.Must(t, err)
	trial.Must(t, os.Mkdir(dir, 0o755))
	next, stop := iter.Pull(bulk.Pages(base, archives*perArchive))
	defer stop()
	var names []string
	for i := range archives {
		var b bytes.Buffer
		trial.Must(t, bulk.WriteWARC(&b, take(next, perArchive)))
		name := filepath.Join(dir, fmt.Sprintf("crawl %02d.warc.gz", i))
		trial.Must(t, os.WriteFile(name, b.Bytes(), 0o666))
		names = append(names, name)
	}
	return names
}

// take gives the next n pages.
func take(next func() (bulk.Page, bool), n int) iter.Seq[bulk.Page] {
	return func(yield func(bulk.Page) bool) {
		for range n {
			if p, ok := next(); !ok || !yield(p) {
				return
			}
		}
	}
}
