//go:build linux

package slurm

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressclip/internal/trial"
)

// A cluster is a real Slurm of two nodes on one machine: a controller, and two
// daemons that take themselves for a node each. All that it writes is in one
// folder, and it listens on the loopback interface only.
type cluster struct {
	t     *testing.T
	dir   string
	nodes map[string]*exec.Cmd
}

// configuration is slurm.conf; %[1]s is the folder, %[2]s the machine's name.
// The short times are for the node that dies: it is missed after 3 s, and its
// tasks may begin anew when their credentials have run out, which takes the 5 s
// that are the least that Slurm allows.
const configuration = `ClusterName=test
SlurmctldHost=%[2]s(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=%[1]s/munge.socket,cred_expire=5
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
MessageTimeout=3
TCPTimeout=1
SlurmdTimeout=3
ReturnToService=2
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,batch_sched_delay=0,bf_interval=1
StateSaveLocation=%[1]s/state
SlurmdSpoolDir=%[1]s/spool-%%n
SlurmctldPidFile=%[1]s/slurmctld.pid
SlurmdPidFile=%[1]s/slurmd-%%n.pid
SlurmctldLogFile=%[1]s/slurmctld.log
SlurmdLogFile=%[1]s/slurmd-%%n.log
NodeName=n[1-2] NodeHostname=%[2]s NodeAddr=127.0.0.1 Port=[16821-16822] CPUs=2
PartitionName=main Nodes=n[1-2] Default=YES MaxTime=INFINITE State=UP
`

// startCluster starts the daemons and waits for both nodes.
func startCluster(t *testing.T, dir string) *cluster {
	t.Helper()
	c := &cluster{t: t, dir: dir, nodes: map[string]*exec.Cmd{}}
	for _, name := range []string{"state", "spool-n1", "spool-n2"} {
		trial.Must(t, os.MkdirAll(filepath.Join(dir, name), 0o755))
	}
	key := make([]byte, 1024)
	_, _ = rand.Read(key) // never fails
	trial.Must(t, os.WriteFile(c.path("munge.key"), key, 0o600))
	host, err := os.Hostname()
	trial.Must(t, err)
	host, _, _ = strings.Cut(host, ".")
	trial.Must(t, os.WriteFile(c.path("slurm.conf"), fmt.Appendf(nil, configuration, dir, host), 0o644))
	t.Setenv("SLURM_CONF", c.path("slurm.conf"))
	t.Cleanup(c.tellLogs)

	c.daemon("munged", "--force", "--foreground", "--key-file="+c.path("munge.key"), "--socket="+c.path("munge.socket"),
		"--pid-file="+c.path("munged.pid"), "--log-file="+c.path("munged.log"), "--seed-file="+c.path("munge.seed"))
	c.until("munge answers", func() bool { _, err := os.Stat(c.path("munge.socket")); return err == nil })
	c.daemon("slurmctld", "-D", "-f", c.path("slurm.conf"))
	for _, node := range []string{"n1", "n2"} {
		// A node is a process namespace: when that dies all of it dies at once, as a machine does.
		c.nodes[node] = c.daemon("unshare", "--pid", "--fork", "--kill-child", "--mount-proc",
			"slurmd", "-D", "-f", c.path("slurm.conf"), "-N", node)
	}
	c.until("both nodes are idle", func() bool {
		return strings.Count(c.run("sinfo", "--noheader", "-N", "-o", "%T"), "idle") == 2
	})
	return c
}

func (c *cluster) path(name string) string { return filepath.Join(c.dir, name) }

// daemon starts what runs as long as the test.
func (c *cluster) daemon(name string, args ...string) *exec.Cmd {
	c.t.Helper()
	cmd := exec.Command(name, args...)
	trial.Must(c.t, cmd.Start())
	c.t.Cleanup(func() {
		_ = cmd.Process.Kill() // it may be dead already
		_ = cmd.Wait()
	})
	return cmd
}

// kill lets a node die with all that runs on it.
func (c *cluster) kill(node string) {
	c.t.Helper()
	trial.Must(c.t, c.nodes[node].Process.Kill())
}

// run gives the output of a command, which may fail while daemons start.
func (c *cluster) run(name string, args ...string) string {
	ctx, cancel := context.WithTimeout(c.t.Context(), 10*time.Second)
	defer cancel()
	out, _ := exec.CommandContext(ctx, name, args...).Output()
	return string(out)
}

// submit submits an array and gives its number.
func (c *cluster) submit(args ...string) string {
	c.t.Helper()
	cmd := exec.Command("sbatch", append([]string{"--parsable", "--output", c.path("tasks.log")}, args...)...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		c.t.Fatalf("%v: %v\n%s", cmd, err, &errs)
	}
	return strings.TrimSpace(string(out))
}

// finish waits until no task of a job is left.
func (c *cluster) finish(job string) {
	c.t.Helper()
	c.until("job "+job+" is done", func() bool {
		return c.run("squeue", "--noheader", "--jobs", job) == "" && c.run("sinfo", "--noheader") != ""
	})
}

// until waits for a condition, but not for ever.
func (c *cluster) until(what string, done func() bool) {
	c.t.Helper()
	for deadline := time.Now().Add(90 * time.Second); !done(); time.Sleep(200 * time.Millisecond) {
		if time.Now().After(deadline) {
			c.t.Fatalf("waited too long until %s", what)
		}
	}
}

// tellLogs shows the ends of the logs of a test that failed.
func (c *cluster) tellLogs() {
	if !c.t.Failed() {
		return
	}
	for _, name := range []string{"slurmctld.log", "slurmd-n1.log", "slurmd-n2.log", "munged.log", "tasks.log"} {
		text, _ := os.ReadFile(c.path(name)) // what is not there is shown as empty
		lines := strings.Split(string(text), "\n")
		c.t.Logf("%s:\n%s", name, strings.Join(lines[max(0, len(lines)-30):], "\n"))
	}
}
