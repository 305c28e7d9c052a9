#!/bin/sh
# A folder of parts comes in; the tasks that are missing go out, as sbatch's
# --array takes them. The status is 0 if there are none.
#
#   sh check.sh OUT N
#
#   missing=$(sh check.sh OUT N) || sbatch --array="$missing" array.sh LIST OUT N
#
# A part is whole if its counts are there and it has as many records as they
# say.
set -eu

out=$1 shards=$2
missing=
i=1
while [ "$i" -le "$shards" ]; do
	part=$out/$(printf 'part-%05d-of-%05d' "$i" "$shards")
	if [ ! -e "$part.stats.json" ]; then
		missing=$missing,$i
	elif ! jq -e --argjson lines "$(wc -l <"$part.jsonl")" '.complete and .written == $lines' "$part.stats.json" >/dev/null; then
		echo "check.sh: $part.jsonl has not the records that its counts tell; remove $part.* to try it again" >&2
		missing=$missing,$i
	fi
	i=$((i + 1))
done
[ -z "$missing" ] || { echo "${missing#,}"; exit 1; }
