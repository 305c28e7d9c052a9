//go:build unix

package k8s

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"pressclip/internal/trial"
)

// A job is what the test reads of the manifest.
type job struct {
	APIVersion string `yaml:"apiVersion"`
	Kind       string
	Spec       struct {
		CompletionMode       string `yaml:"completionMode"`
		Completions          int
		Parallelism          int
		BackoffLimitPerIndex int    `yaml:"backoffLimitPerIndex"`
		MaxFailedIndexes     int    `yaml:"maxFailedIndexes"`
		PodReplacementPolicy string `yaml:"podReplacementPolicy"`
		Template             struct {
			Spec struct {
				RestartPolicy string `yaml:"restartPolicy"`
				Containers    []struct {
					Env          []struct{ Name, Value string }
					Command      []string
					VolumeMounts []struct {
						Name      string
						MountPath string `yaml:"mountPath"`
					} `yaml:"volumeMounts"`
				}
				Volumes []struct{ Name string }
			}
		}
	}
}

func manifest(t *testing.T) job {
	t.Helper()
	var j job
	trial.Must(t, yaml.Unmarshal([]byte(trial.Read(t, "job.yaml")), &j))
	return j
}

// What the Job API demands of an Indexed Job, and what the parts rely on.
func TestManifest(t *testing.T) {
	j := manifest(t)
	pod := j.Spec.Template.Spec
	if j.APIVersion != "batch/v1" || j.Kind != "Job" || j.Spec.CompletionMode != "Indexed" {
		t.Errorf("%s %s %s is no Indexed Job", j.APIVersion, j.Kind, j.Spec.CompletionMode)
	}
	// backoffLimitPerIndex is allowed with restartPolicy Never only.
	if j.Spec.BackoffLimitPerIndex < 1 || pod.RestartPolicy != "Never" || j.Spec.PodReplacementPolicy != "Failed" {
		t.Errorf("%+v: a shard must be tried again by a pod of its own", j.Spec)
	}
	if j.Spec.Parallelism > j.Spec.Completions || j.Spec.MaxFailedIndexes >= j.Spec.Completions {
		t.Errorf("%+v: numbers larger than that of the shards", j.Spec)
	}
	if len(pod.Containers) != 1 {
		t.Fatalf("%d containers", len(pod.Containers))
	}
	c := pod.Containers[0]
	if len(c.Env) != 1 || c.Env[0].Name != "PRESSCLIP_SHARDS" || c.Env[0].Value != strconv.Itoa(j.Spec.Completions) {
		t.Errorf("env %v does not tell the %d shards", c.Env, j.Spec.Completions)
	}
	for _, m := range c.VolumeMounts {
		found := false
		for _, v := range pod.Volumes {
			found = found || v.Name == m.Name
		}
		if !found {
			t.Errorf("no volume %s", m.Name)
		}
	}
}

// The pods of the Job, run by hand as Kubernetes would, give what one process
// does; so does --shard auto, which takes the same variables.
func TestPods(t *testing.T) {
	trial.Need(t, "sh", "jq")
	dir := t.TempDir()
	trial.Build(t, dir, "pressclip")
	task, err := filepath.Abs("../slurm")
	trial.Must(t, err)
	list, out, one := filepath.Join(dir, "list"), filepath.Join(dir, "out"), filepath.Join(dir, "one")
	trial.WriteList(t, list, append(trial.Pages(t, "../.."), "gone.html"))
	trial.OneProcess(t, "pressclip", list, one)

	j := manifest(t)
	c := j.Spec.Template.Spec.Containers[0]
	for _, v := range c.Env {
		t.Setenv(v.Name, v.Value)
	}
	// Kubernetes expands variables of the container in its command.
	place := strings.NewReplacer("/task/", task+"/", "/data/", dir+"/", "$(PRESSCLIP_SHARDS)", os.Getenv("PRESSCLIP_SHARDS"))
	var command []string
	for _, word := range c.Command {
		command = append(command, place.Replace(word))
	}
	auto := ""
	for i := range j.Spec.Completions {
		t.Setenv("JOB_COMPLETION_INDEX", strconv.Itoa(i))
		trial.Run(t, 0, command[0], command[1:]...)
		part := filepath.Join(dir, "auto.jsonl")
		status := 0
		if i == j.Spec.Completions-1 {
			status = 1 // the input that is not there
		}
		trial.Run(t, status, "pressclip", "-q", "--shard", "auto", "--files-from", list, "-o", part)
		auto += trial.Read(t, part)
	}
	trial.Run(t, 0, "sh", filepath.Join(task, "merge.sh"), out, strconv.Itoa(j.Spec.Completions))
	trial.SameRun(t, filepath.Join(out, "all"), one)
	if auto != trial.Read(t, one+".jsonl") {
		t.Error("--shard auto gives other records")
	}
}
