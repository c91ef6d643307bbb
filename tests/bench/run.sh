#!/bin/sh
# Times gongkai on generated sites of a ninth, a third and the whole of a number of reports, so that
# one sees whether a report costs more when there are more of them: each part of the check by itself,
# then whole commands with wall-clock and processor seconds and the largest memory.
#
#     run.sh <gongkai> <make_content> <check_bench> <number of reports>
set -eu
gongkai=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
make_content=$2
check_bench=$3
reports=$4
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

sites=
for share in 9 3 1; do
  site=$folder/$share
  "$make_content" "$site" $((reports / share))
  sites="$sites $site"
done
# shellcheck disable=SC2086 # a list of folders without blanks
"$check_bench" $sites

measure() {
  what=$1
  site=$2
  shift 2
  /usr/bin/time -f "$what: %e s, processor %U + %S s, memory %M KB" \
    "$gongkai" "$@" --quiet --site "$site" --clock 2025-06-30 >"$site/console" 2>&1 || {
    cat "$site/console"
    exit 1
  }
  tail -n 1 "$site/console"
}

for site in $sites; do
  echo
  echo "$(find "$site/content" -name report.yaml | wc -l) reports and a narrative each"
  measure 'gongkai check          ' "$site" check
  measure 'gongkai build          ' "$site" build
  measure 'gongkai build, no change' "$site" build
  echo "$(find "$site/public" -type f | wc -l) files in public/"
done
