#!/bin/sh
# The parts of a whole array come in; one output, one list of failures and one
# sum of the counts go out.
#
#   sh merge.sh OUT N      writes OUT/all.jsonl, OUT/all.errors.jsonl, OUT/all.stats.json
#
# Shards are neighbours in the list, so the parts one after the other are what
# one process writes, byte for byte.
set -eu

out=$1 shards=$2
here=$(dirname "$0")
missing=$(sh "$here/check.sh" "$out" "$shards") || {
	echo "merge.sh: not all parts are there; try again with --array=$missing" >&2
	exit 1
}

# parts prints the names of the parts' files with an ending, in order.
parts() {
	i=1
	while [ "$i" -le "$shards" ]; do
		printf '%s/part-%05d-of-%05d%s\n' "$out" "$i" "$shards" "$1"
		i=$((i + 1))
	done
}

# join writes the parts' files with an ending into one.
join() {
	parts "$1" | while IFS= read -r name; do cat -- "$name"; done >"$out/all$1.new"
	mv "$out/all$1.new" "$out/all$1"
}

join .jsonl
join .errors.jsonl

# Counts, bytes and seconds are sums; seconds are those of all tasks together.
parts .stats.json | while IFS= read -r name; do cat -- "$name"; done | jq -s '
	def sum: reduce .[] as $one ({}; reduce ($one | to_entries[]) as $e (.;
		.[$e.key] |= if ($e.value | type) == "number" then (. // 0) + $e.value
			elif ($e.value | type) == "object" then [. // {}, $e.value] | sum
			else . // $e.value end));
	(sum | del(.jobs, .started)) + {
		shards: length,
		complete: all(.complete),
		pages_per_second: (((map(.inputs) | add) / ([(map(.seconds) | add), 0.000001] | max) * 100 | round) / 100)
	}' >"$out/all.stats.json.new"
mv "$out/all.stats.json.new" "$out/all.stats.json"
