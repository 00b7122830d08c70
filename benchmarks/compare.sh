#!/bin/sh
# Compares the speed of two revisions: compare.sh OLD [NEW]
#
# Runs the benchmarks of package extract ten times at each and prints what
# benchstat makes of it. NEW is the working tree if it is not given. Needs git
# and go; both revisions must have the benchmarks.
set -eu
old=$1
new=${2:-}
root=$(git rev-parse --show-toplevel)
out=$(mktemp -d)
trap 'git -C "$root" worktree remove --force "$out/old" 2>/dev/null || true
      git -C "$root" worktree remove --force "$out/new" 2>/dev/null || true
      rm -rf "$out"' EXIT

git -C "$root" worktree add --quiet --detach "$out/old" "$old"
tree=$root
if [ -n "$new" ]; then
	git -C "$root" worktree add --quiet --detach "$out/new" "$new"
	tree=$out/new
fi
(cd "$out/old" && go test -c -o "$out/old.test" ./extract)
(cd "$tree" && go test -c -o "$out/new.test" ./extract)

# In turn, so that what else the machine does meets both alike.
runs=10
while [ "$runs" -gt 0 ]; do
	(cd "$out/old/extract" && "$out/old.test" -test.run=NONE -test.bench='Parse$|Extract$|Explain$|Stage' -test.benchtime=20x >>"$out/old.txt")
	(cd "$tree/extract" && "$out/new.test" -test.run=NONE -test.bench='Parse$|Extract$|Explain$|Stage' -test.benchtime=20x >>"$out/new.txt")
	runs=$((runs - 1))
done
go run golang.org/x/perf/cmd/benchstat@latest old="$out/old.txt" new="$out/new.txt"
