#!/bin/sh
# Builds a portal of 1,000 generated reports and asks its search for what stands on them.
#
#     search_generated_test.sh <node> <gongkai> <page_texts> <folder>
set -eu
here=$(dirname "$0")
node=$1 gongkai=$2 page_texts=$3 site=$4
rm -rf "$site"
"$node" "$here/../bench/search_content.mjs" 250 4 "$site"
"$gongkai" build --quiet --clock 2026-11-30 --site "$site"
"$node" "$here/search_test.mjs" "$page_texts" "$site/public" 1009
rm -rf "$site"
