#!/bin/sh
# A list of inputs comes in; all shards of it, read by GNU parallel on this
# machine, or on several by ssh, go out as one file.
#
#   sh run.sh LIST OUT N [OPTION...]
#   PARALLEL='--sshlogin node1,node2 --workdir .' sh run.sh LIST OUT N [OPTION...]
#
# The arguments are those of ../slurm/array.sh, and so are the parts. Machines
# beside this one have to see the same files under the same names. Run it again
# to go on: shards that are done are left alone. OUT/joblog tells the time of
# each.
set -eu

list=$1 out=$2 shards=$3
shift 3
slurm=$(cd "$(dirname "$0")/../slurm" && pwd)
mkdir -p "$out"
seq "$shards" | parallel --will-cite --quote -I %TASK% --joblog "$out/joblog" \
	env SLURM_ARRAY_TASK_ID=%TASK% sh "$slurm/array.sh" "$list" "$out" "$shards" "$@"
sh "$slurm/merge.sh" "$out" "$shards"
