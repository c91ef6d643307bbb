#!/bin/sh
# Makes a small site and lets random_edits_test change it.
#
#     random_edits.sh <make_content> <random_edits_test> <folder> <seed> <edits> [poll]
set -eu
make_content=$1
test=$2
folder=$3
shift 3
rm -rf "$folder"
mkdir -p "$folder"
"$make_content" "$folder/pristine" 24
"$test" "$folder/pristine" "$folder" "$@"
rm -rf "$folder"
