package cli

// --shard and the variables of a job array come in; which inputs this process
// reads goes out.
//
// A shard is a run of neighbours, not every N-th input nor those of a hash: so
// the outputs of all shards, one after the other, are the output of one
// process, byte for byte, also compressed, whatever failed and whatever the
// format. That costs a listing of the names beforehand. All shards have to see
// the same names: of a folder that still grows make a list first.

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"pressclip/internal/source"
)

// maxShards bounds N: no engine has arrays as large.
const maxShards = 10_000_000

// shardsVariable tells N where an engine does not.
const shardsVariable = "PRESSCLIP_SHARDS"

// A shard is one of count parts; index counts from 0. The zero value is the
// whole.
type shard struct{ index, count int }

func (s shard) String() string { return fmt.Sprintf("%d/%d", s.index+1, s.count) }

// part is the run of places, of n, that belong to the shard: as equal as can
// be, and never so that one input is in two.
func (s shard) part(n int) source.Part {
	size, more := n/s.count, n%s.count // the first "more" shards have one input more
	from := s.index*size + min(s.index, more)
	to := from + size
	if s.index < more {
		to++
	}
	return source.Part{From: from, To: to}
}

// readShard reads --shard.
func (s *settings) readShard(c *cli.Context) error {
	typed := c.String("shard")
	var err error
	switch typed {
	case "":
	case "auto":
		s.shard, err = arrayShard(os.LookupEnv)
	default:
		s.shard, err = parseShard(typed)
	}
	return err
}

// parseShard reads I/N.
func parseShard(typed string) (shard, error) {
	i, n, _ := strings.Cut(typed, "/")
	index, err1 := strconv.Atoi(i)
	count, err2 := strconv.Atoi(n)
	if err1 != nil || err2 != nil || count < 1 || count > maxShards || index < 1 || index > count {
		return shard{}, usage("--shard wants I/N with I from 1 to N, such as 1/4, or auto, not %q", typed)
	}
	return shard{index - 1, count}, nil
}

// An arrayRow is an engine that starts one command many times, and the
// variables that tell each task which one it is.
type arrayRow struct {
	engine string
	index  string // the task's number; the engine is at work if it is one
	first  string // the lowest number; "" if that is 0
	last   string // the highest number; "" if it is not told
	step   string // from one number to the next; "" if that is 1
	count  string // the number of tasks; "" if it follows from the others
}

// arrayRows are looked at in order: the first that is at work is taken.
// Sources: sbatch(1), "Output environment variables"; Kubernetes, "Indexed Job";
// AWS Batch, "Job environment variables"; qsub(1) of Grid Engine, -t; Cloud Run,
// "Container runtime contract".
var arrayRows = []arrayRow{
	{engine: "Slurm", index: "SLURM_ARRAY_TASK_ID", first: "SLURM_ARRAY_TASK_MIN", last: "SLURM_ARRAY_TASK_MAX",
		step: "SLURM_ARRAY_TASK_STEP", count: "SLURM_ARRAY_TASK_COUNT"},
	{engine: "Kubernetes", index: "JOB_COMPLETION_INDEX", count: shardsVariable},
	{engine: "AWS Batch", index: "AWS_BATCH_JOB_ARRAY_INDEX", count: "AWS_BATCH_JOB_ARRAY_SIZE"},
	{engine: "Grid Engine", index: "SGE_TASK_ID", first: "SGE_TASK_FIRST", last: "SGE_TASK_LAST", step: "SGE_TASK_STEPSIZE"},
	{engine: "Cloud Run", index: "CLOUD_RUN_TASK_INDEX", count: "CLOUD_RUN_TASK_COUNT"},
}

// engineNames lists the engines for the help.
func engineNames() string {
	var names []string
	for _, row := range arrayRows {
		name := row.engine
		if row.count == shardsVariable {
			name += " (N from " + shardsVariable + ")"
		}
		names = append(names, name)
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

// A lookup finds a variable of the environment.
type lookup func(name string) (value string, set bool)

// arrayShard finds the shard of the job array in which the command runs.
func arrayShard(env lookup) (shard, error) {
	var indices []string
	for _, row := range arrayRows {
		indices = append(indices, row.index)
		if value, _ := env(row.index); value == "" || value == "undefined" { // the latter is Grid Engine's
			continue
		}
		return row.shard(env)
	}
	e := usage("--shard auto: this is no task of a job array, as none of %s is set", strings.Join(indices, ", "))
	e.hint = "give --shard I/N"
	return shard{}, e
}

// shard reads the variables of one engine.
func (row arrayRow) shard(env lookup) (shard, error) {
	var index, first, step, count int
	last := -1
	for _, v := range []struct {
		name   string
		to     *int
		absent int // what it means that the engine has no such variable
		needed bool
	}{
		{row.index, &index, 0, true}, {row.first, &first, 0, true}, {row.step, &step, 1, false},
		{row.count, &count, 0, true}, {row.last, &last, -1, row.count == ""},
	} {
		n, err := number(env, v.name, v.absent, v.needed)
		if err != nil {
			return shard{}, row.refuse("%s", err)
		}
		*v.to = n
	}
	if row.count == "" {
		count = (last-first)/max(step, 1) + 1
	}
	return row.check(env, index, first, last, step, count)
}

// check refuses numbers that give no shard. An array with gaps is that of a
// second try for some tasks: its numbers do not tell how many shards there are.
func (row arrayRow) check(env lookup, index, first, last, step, count int) (shard, error) {
	switch whole, err := number(env, shardsVariable, count, false); {
	case err != nil:
		return shard{}, row.refuse("%s", err)
	case whole != count:
		return shard{}, row.refuse("the array has %d tasks, but %s is %d", count, shardsVariable, whole)
	case step < 1 || count < 1 || count > maxShards:
		return shard{}, row.refuse("%d tasks in steps of %d are no array", count, step)
	case last >= 0 && (last-first)/step+1 != count || (index-first)%step != 0:
		return shard{}, row.refuse("the numbers of the array's tasks have gaps")
	case index < first || (index-first)/step >= count:
		return shard{}, row.refuse("task %d is none of %d from %d", index, count, first)
	}
	return shard{(index - first) / step, count}, nil
}

// refuse says why the variables of an engine give no shard.
func (row arrayRow) refuse(format string, args ...any) error {
	e := usage("--shard auto in a job array of %s: %s", row.engine, fmt.Sprintf(format, args...))
	e.hint = "give --shard I/N"
	return e
}

// number reads a variable that holds a number from 0 up.
func number(env lookup, name string, absent int, needed bool) (int, error) {
	if name == "" {
		return absent, nil
	}
	value, _ := env(name)
	if value == "" && !needed {
		return absent, nil
	}
	if value == "" {
		return 0, fmt.Errorf("%s is not set", name)
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("%s is %q, not a number", name, value)
	}
	return n, nil
}

// list gives a list that can be read twice, as a shard must: a file as it is,
// anything else by way of a temporary file.
func (s shard) list(r io.Reader) (io.ReadCloser, error) {
	if s.count == 0 {
		return io.NopCloser(r), nil
	}
	if f, ok := r.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return f, nil
		}
	}
	f, err := os.CreateTemp("", "pressclip-list-*")
	if err != nil {
		return nil, fmt.Errorf("keeping the list of inputs for --shard: %w", err)
	}
	copied := &tempFile{f}
	_, err = io.Copy(f, r)
	if err == nil {
		_, err = f.Seek(0, io.SeekStart)
	}
	if err != nil {
		_ = copied.Close() // the first error tells more
		return nil, fmt.Errorf("keeping the list of inputs for --shard: %w", err)
	}
	return copied, nil
}

// A tempFile is gone when it is closed.
type tempFile struct{ *os.File }

func (f *tempFile) Close() error {
	return errors.Join(f.File.Close(), os.Remove(f.Name()))
}

// takeShard lists the inputs and keeps those of the shard. An output of a
// shard before this one is claimed, so that the second of two inputs with one
// output fails here as it does in one process.
func (r *run) takeShard() error {
	s := r.s
	if s.shard.count == 0 {
		return nil
	}
	n := 0
	if err := r.eachInput(func(string, string) { n++ }); err != nil {
		return err
	}
	part := s.shard.part(n)
	if s.dir != "" {
		place := 0
		err := r.eachInput(func(path, name string) {
			if place < part.From && source.IsPage(name) {
				r.plan.claimed[claim(outputName(name, r.plan.ext))] = path
			}
			place++
		})
		if err != nil {
			return err
		}
	}
	s.inputs.Part = &part
	switch {
	case part.From < part.To:
		r.con.info("", fmt.Sprintf("shard %v: inputs %d to %d of %d", s.shard, part.From+1, part.To, n))
	default:
		r.con.warn("", "empty_shard", fmt.Sprintf("shard %v is empty: there are %d inputs", s.shard, n))
	}
	return nil
}

// eachInput tells of the inputs of all shards, and leaves a list at its
// beginning.
func (r *run) eachInput(visit func(path, name string)) error {
	in := &r.s.inputs
	in.Each(visit)
	if list, ok := in.List.(io.Seeker); ok {
		if _, err := list.Seek(0, io.SeekStart); err != nil {
			return fmt.Errorf("reading %s again: %w", r.s.list, err)
		}
	}
	return nil
}
