#!/bin/sh
# Times the preview of a generated site: preview.mjs says what is measured. With wrk installed, 30
# seconds of it as well: no request may fail, and the memory must not grow.
#
#     preview.sh <gongkai> <make_content> <number of reports>
set -eu
here=$(cd "$(dirname "$0")" && pwd)
gongkai=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
site=$(mktemp -d)
trap 'rm -rf "$site"' EXIT
"$2" "$site" "$3"
CHROMIUM=${CHROMIUM:-$(command -v chromium || true)} node "$here/preview.mjs" "$gongkai" "$site"
command -v wrk >/dev/null || exit 0
"$gongkai" serve --quiet --lang en --site "$site" --port 8765 --clock 2025-06-30 >"$site/log" 2>&1 &
server=$!
until curl -sf -o /dev/null http://127.0.0.1:8765/; do sleep 0.1; done
memory() { awk '/VmRSS/ {print $2}' "/proc/$server/status"; }
wrk -t1 -c8 -d10 http://127.0.0.1:8765/agencies/c0-t2/2024/
before=$(memory)
wrk -t1 -c8 -d30 http://127.0.0.1:8765/agencies/c0-t2/2024/
echo "preview: memory $before KB before, $(memory) KB after"
kill -TERM "$server"
