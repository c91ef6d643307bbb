#!/bin/sh
# Times the search page in a browser over a portal of generated reports: search.mjs says what is
# measured.
#
#     search.sh <gongkai> <number of reports>
set -eu
here=$(cd "$(dirname "$0")" && pwd)
gongkai=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
years=5
agencies=$((($2 + years - 1) / years))
site=$(mktemp -d)
trap 'rm -rf "$site"' EXIT
node "$here/search_content.mjs" "$agencies" "$years" "$site"
/usr/bin/time -f 'build with varied texts: %e s, processor %U + %S s, memory %M KB' \
  "$gongkai" build --quiet --clock 2026-11-30 --site "$site"
CHROMIUM=${CHROMIUM:-$(command -v chromium)} node "$here/search.mjs" "$site/public"
