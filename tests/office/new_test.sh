#!/bin/sh
# A first day in the office: what `gongkai new` writes can be checked, built and shown as it is, in
# both languages, and nothing that stands there is ever overwritten.
#
#     new_test.sh <gongkai>
set -eu
gongkai=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

fail() {
  echo "$*" >&2
  exit 1
}

# refused CODE WHAT...: the command ends with CODE and leaves every file as it was.
refused() {
  code=$1
  shift
  find . -type f ! -name said ! -name before -exec sha256sum {} + | sort >before
  status=0
  "$gongkai" "$@" >said 2>&1 || status=$?
  [ "$status" = "$code" ] || fail "$*: ended with $status, not $code: $(cat said)"
  [ -s said ] || fail "$*: was refused without a word"
  find . -type f ! -name said ! -name before ! -name after -exec sha256sum {} + | sort >after
  cmp -s before after || fail "$*: changed files although it was refused"
  rm -f said before after
}

# fill FILE: puts a zero into every cell that is still open, as if the paper were all zeros.
fill() {
  sed -i '/^ *#/!s/~/0/g' "$1"
}

for language in zh en; do
  mkdir "day $language" && cd "day $language"
  "$gongkai" new site "我的 site" --lang $language --clock 2026-01-10 --title 'Reports: "ours" # 1' >said
  cd "我的 site"
  "$gongkai" check --lang $language --clock 2026-01-10 >said 2>&1 || fail "$(cat said)"
  "$gongkai" build --lang $language --clock 2026-01-10 >said 2>&1 || fail "$(cat said)"
  grep -qF 'Reports: &quot;ours&quot; # 1' public/index.html || fail 'the title is not on the pages'

  kind=$(sed -n 's/^kind: //p' content/agencies/example/agency.yaml)
  "$gongkai" new agency towns/south --name '南镇 (South)' --kind "$kind" --parent example --from 2025 \
    --lang $language --clock 2026-01-10 >said
  "$gongkai" new report '南镇 (South)/2025' --lang $language --clock 2026-01-10 >said
  sheet=content/agencies/towns/south/2025/report.yaml
  # What is missing of a draft are its texts, and nothing else.
  "$gongkai" check --lang $language --clock 2026-01-10 >said 2>&1 || fail "$(cat said)"
  if grep -E '\[[a-z.-]+\]$' said | grep -v -e narrative-missing -e '\[missing\]'; then
    fail 'a new report is found fault with'
  fi

  # Filled in, with a year before it that carries figures over, it is published.
  fill "$sheet"
  sed -i -e 's/^status: draft/published: 2026-01-09/' "$sheet"
  for heading in $(grep -n '^## ' "${sheet%.yaml}.md" | cut -d: -f1 | sort -rn); do
    sed -i "${heading}a Nothing to report, no 信息处理费." "${sheet%.yaml}.md"
  done
  "$gongkai" build --lang $language --clock 2026-01-10 >said 2>&1 || fail "$(cat said)"
  [ -f public/agencies/south/2025/index.html ] || fail 'the report is not published'
  "$gongkai" new report south/2026 --lang $language --clock 2027-01-10 >said
  grep -q 2025 said || fail "nothing was carried over: $(cat said)"
  [ "$(sed '/^ *#/d' content/agencies/towns/south/2026/report.yaml | grep -c '\[ *0, *0')" = 1 ] ||
    fail 'one row is carried over, no other'

  refused 1 new report south/2026 --lang $language
  refused 1 new agency south --name Again --kind "$kind" --lang $language
  refused 1 new site . --lang $language
  refused 2 new report south/26 --lang $language
  refused 2 new report south/2024 --lang $language
  refused 2 new agency 'south 2' --name Again --kind "$kind" --lang $language
  refused 2 new agency south2 --name ' ' --kind "$kind" --lang $language
  refused 2 new agency 2024 --name Again --kind "$kind" --lang $language
  refused 2 new site there --kind "$kind" --lang $language
  refused 1 new report south/2025 --site content --lang $language
  cd ../..
done

# A folder with nothing but hidden files is empty enough; a file in its place is not.
mkdir -p hidden/.git && touch hidden/.git/config taken
"$gongkai" new site hidden >said
refused 1 new site taken
refused 2 new site there --language fr
