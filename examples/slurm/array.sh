#!/bin/sh
# One task of an array: its shard of the inputs comes in; a part of the output,
# its failures and its counts go out.
#
#   sbatch --array=1-N array.sh LIST OUT N [OPTION...]
#
# The task's number is that of Slurm, or, from 0, that of an Indexed Job of
# Kubernetes.
#
# LIST   names of inputs, one a line: WARC files, archives, pages
# OUT    a folder that all nodes see
# N      the number of shards. It stays the same when tasks are tried again.
# OPTION options of pressclip, such as --resume, --fields or --min-words
#
# A part that is whole has OUT/part-I-of-N.stats.json, which is why that file
# takes its name last. A task that finds its own does nothing, so the array may
# be submitted as often as it takes.
#SBATCH --job-name=pressclip
#SBATCH --cpus-per-task=1
#SBATCH --requeue
#SBATCH --open-mode=append
set -eu

list=$1 out=$2 shards=$3
shift 3
task=${SLURM_ARRAY_TASK_ID:-$((JOB_COMPLETION_INDEX + 1))}
part=$out/$(printf 'part-%05d-of-%05d' "$task" "$shards")
[ ! -e "$part.stats.json" ] || exit 0
mkdir -p "$out"

# Parts of two lists must not be mixed: the first task leaves the sum of its
# list, all others compare.
sum=$(cksum <"$list")
printf '%s\n' "$sum" >"$part.cksum"
ln "$part.cksum" "$out/list.cksum" 2>/dev/null || true
rm -f "$part.cksum"
if [ "$sum" != "$(cat "$out/list.cksum")" ]; then
	echo "array.sh: $list is not the list that $out was begun with" >&2
	exit 2
fi

status=0
pressclip --files-from "$list" --shard "$task/$shards" -j "${SLURM_CPUS_PER_TASK:-1}" \
	-o "$part.jsonl" --errors "$part.errors.jsonl" --stats "$part.stats" "$@" || status=$?
case $status in
0 | 1 | 3) ;; # pages that failed, or have no article, are told in the errors and the counts
*) exit "$status" ;;
esac
[ -e "$part.jsonl" ] || : >"$part.jsonl" # of a shard without a record
mv "$part.stats" "$part.stats.json"
