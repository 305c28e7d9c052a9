package cli

import (
	"strings"
	"testing"
)

// Shards of any number of inputs are the whole: each input is in one, they are
// in order, and no two differ by more than one input.
func TestShardsAreTheWhole(t *testing.T) {
	for n := range 40 {
		for count := 1; count < 50; count++ {
			next := 0
			for i := range count {
				p := shard{i, count}.part(n)
				if p.From != next || p.To < p.From {
					t.Fatalf("%d inputs: shard %v is [%d, %d), the one before ends at %d", n, shard{i, count}, p.From, p.To, next)
				}
				if size := p.To - p.From; size != n/count && size != n/count+1 {
					t.Fatalf("%d inputs: shard %v has %d", n, shard{i, count}, size)
				}
				next = p.To
			}
			if next != n {
				t.Fatalf("%d inputs: %d shards end at %d", n, count, next)
			}
		}
	}
}

func TestParseShard(t *testing.T) {
	for typed, want := range map[string]shard{"1/1": {0, 1}, "1/4": {0, 4}, "4/4": {3, 4}, "03/0020": {2, 20}} {
		if got, err := parseShard(typed); err != nil || got != want {
			t.Errorf("%q: %v, %v", typed, got, err)
		}
	}
	for _, typed := range []string{"", "0/4", "5/4", "1", "1/", "/4", "1/0", "-1/4", "1/4/2", "a/b", "1/99999999999", "1 / 4"} {
		if got, err := parseShard(typed); err == nil {
			t.Errorf("%q: %v, want an error", typed, got)
		}
	}
}

// arrayTests are environments of tasks, and the shard or a part of the error.
var arrayTests = []struct{ env, want string }{
	{"", "none of SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX, AWS_BATCH_JOB_ARRAY_INDEX, SGE_TASK_ID"},

	{"SLURM_ARRAY_TASK_ID=0 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_MAX=3 SLURM_ARRAY_TASK_STEP=1", "1/4"},
	{"SLURM_ARRAY_TASK_ID=4 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=4 SLURM_ARRAY_TASK_STEP=1", "4/4"},
	{"SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_MIN=5 SLURM_ARRAY_TASK_MAX=8 SLURM_ARRAY_TASK_STEP=1", "3/4"},
	{"SLURM_ARRAY_TASK_ID=5 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=7 SLURM_ARRAY_TASK_STEP=2", "3/4"},
	{"SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_MIN=5", "3/4"},
	{"SLURM_ARRAY_TASK_ID=5 SLURM_ARRAY_TASK_COUNT=1 SLURM_ARRAY_TASK_MIN=5 SLURM_ARRAY_TASK_MAX=5 SLURM_ARRAY_TASK_STEP=1", "1/1"},
	{"SLURM_ARRAY_TASK_ID=5 SLURM_ARRAY_TASK_COUNT=1 SLURM_ARRAY_TASK_MIN=5 SLURM_ARRAY_TASK_MAX=5 PRESSCLIP_SHARDS=20", "1 tasks, but PRESSCLIP_SHARDS is 20"},
	{"SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=7 SLURM_ARRAY_TASK_STEP=2", "gaps"},
	{"SLURM_ARRAY_TASK_ID=4 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=7 SLURM_ARRAY_TASK_STEP=2", "gaps"},
	{"SLURM_ARRAY_TASK_ID=9 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_MIN=5", "task 9 is none of 4 from 5"},
	{"SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_MIN=5", "task 3 is none of 4 from 5"},
	{"SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_MIN=0", "SLURM_ARRAY_TASK_COUNT is not set"},
	{"SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_COUNT=4", "SLURM_ARRAY_TASK_MIN is not set"},
	{"SLURM_ARRAY_TASK_ID=x SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_MIN=0", `SLURM_ARRAY_TASK_ID is "x", not a number`},
	{"SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_STEP=0", "steps of 0"},

	{"JOB_COMPLETION_INDEX=0 PRESSCLIP_SHARDS=3", "1/3"},
	{"JOB_COMPLETION_INDEX=2 PRESSCLIP_SHARDS=3", "3/3"},
	{"JOB_COMPLETION_INDEX=3 PRESSCLIP_SHARDS=3", "task 3 is none of 3 from 0"},
	{"JOB_COMPLETION_INDEX=2", "PRESSCLIP_SHARDS is not set"},

	{"AWS_BATCH_JOB_ARRAY_INDEX=0 AWS_BATCH_JOB_ARRAY_SIZE=2", "1/2"},
	{"AWS_BATCH_JOB_ARRAY_INDEX=1 AWS_BATCH_JOB_ARRAY_SIZE=2", "2/2"},

	{"SGE_TASK_ID=1 SGE_TASK_FIRST=1 SGE_TASK_LAST=10 SGE_TASK_STEPSIZE=1", "1/10"},
	{"SGE_TASK_ID=6 SGE_TASK_FIRST=2 SGE_TASK_LAST=8 SGE_TASK_STEPSIZE=2", "3/4"},
	{"SGE_TASK_ID=6 SGE_TASK_FIRST=2 SGE_TASK_LAST=9 SGE_TASK_STEPSIZE=2", "3/4"},
	{"SGE_TASK_ID=1 SGE_TASK_FIRST=1", "SGE_TASK_LAST is not set"},
	{"SGE_TASK_ID=undefined", "none of"},

	{"CLOUD_RUN_TASK_INDEX=9 CLOUD_RUN_TASK_COUNT=10", "10/10"},
	{"JOB_COMPLETION_INDEX=1 PRESSCLIP_SHARDS=4 SLURM_ARRAY_TASK_ID=0 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_MIN=0", "1/4"},
}

func TestArrayShard(t *testing.T) {
	for _, test := range arrayTests {
		env := map[string]string{}
		for setting := range strings.FieldsSeq(test.env) {
			name, value, _ := strings.Cut(setting, "=")
			env[name] = value
		}
		s, err := arrayShard(func(name string) (string, bool) { v, ok := env[name]; return v, ok })
		got := s.String()
		if err != nil {
			got = err.Error()
		}
		if got != test.want && (err == nil || !strings.Contains(got, test.want)) {
			t.Errorf("%s:\n got %s\nwant %s", test.env, got, test.want)
		}
	}
}

// Every row is one that a task can be found by, and the help names it.
func TestArrayRows(t *testing.T) {
	help, _ := findFlag("shard")
	for _, row := range arrayRows {
		if row.index == "" || row.count == "" && (row.first == "" || row.last == "") {
			t.Errorf("%s: index and count can not be told", row.engine)
		}
		if !strings.Contains(help.help, row.engine) {
			t.Errorf("the help does not name %s", row.engine)
		}
	}
}
