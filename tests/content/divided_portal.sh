#!/bin/sh
# Builds a generated portal of 205 agencies in two years: one more than fit on a page.
#
#     divided_portal.sh <gongkai> <make_content> <folder>
set -eu
gongkai=$1
make_content=$2
folder=$3
rm -rf "$folder"
"$make_content" "$folder" 1230
for year in 2019 2021 2022 2023; do
  rm -r "$folder"/content/agencies/*/"$year"
done
"$gongkai" build --quiet --lang en --clock 2025-06-30 --site "$folder" >"$folder/console" 2>&1 || {
  cat "$folder/console"
  exit 1
}
