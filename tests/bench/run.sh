#!/bin/sh
# Times `gongkai check` and `gongkai build` on generated reports: one agency, one report and one
# narrative each, in the form cn-2021, all of the same size. Build runs twice: into an empty folder,
# and again with nothing changed. Prints wall-clock and processor seconds and the largest memory.
#
#     run.sh <gongkai> <number of reports>
set -eu
gongkai=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
reports=$2
site=$(mktemp -d)
trap 'rm -rf "$site"' EXIT

cat >"$site/site.yaml" <<'END'
title: 测速
kinds:
  - {id: town, label: 乡镇, level: town, body: government}
END

awk -v site="$site" -v reports="$reports" 'BEGIN {
  split("（一） （二） （三）1 （三）2 （三）3 （三）4 （三）5 （三）6 （三）7 （三）8 （四）1 （四）2 （四）3 " \
        "（五）1 （五）2 （五）3 （五）4 （五）5 （六）1 （六）2 （六）3", rows, " ")
  for (i = 1; i <= reports; i++) {
    folder = site "/content/agencies/agency-" i
    system("mkdir -p " folder "/2024")
    print "name: 样例" i "镇人民政府\nkind: town" >(folder "/agency.yaml")
    file = folder "/2024/report.yaml"
    print "form: cn-2021\npublished: 2025-01-20\ntables:\n  二: 0\n  三:" >file
    sum = 0
    for (r = 1; r <= 21; r++) {
      n = (i * 7 + r * 3) % 50
      sum += n
      printf "    三%s: [%d, 0, 0, 0, 0, 0, %d]\n", rows[r], n, n >file
    }
    printf "    三（七）: [%d, 0, 0, 0, 0, 0, %d]\n", sum, sum >file
    printf "    一: [%d, 0, 0, 0, 0, 0, %d]\n    二: 0\n    四: 0\n  四: 0\n", sum, sum >file
    text = folder "/2024/report.md"
    print "# 一、总体情况\n" >text
    for (p = 1; p <= 12; p++) {
      print "本年新收政府信息公开申请{{requests.new.total}}件，全部按时办结，其中予以公开" \
            "{{requests.granted.total}}件，其余按照规定分别处理，办理情况见下面的表格。\n" >text
    }
    print "# 五、存在的主要问题及改进情况\n\n目录更新不够及时，已经改进。\n" >text
    print "# 六、其他需要报告的事项\n\n本年度没有收取信息处理费。" >text
    close(folder "/agency.yaml"); close(file); close(text)
  }
}'

measure() {
  what=$1
  shift
  /usr/bin/time -f "$what: %e s, processor %U + %S s, memory %M KB" "$@" >"$site/console" 2>&1 || {
    cat "$site/console"
    exit 1
  }
  tail -n 1 "$site/console"
}

echo "$reports reports of 175 figures in cn-2021, and a narrative each"
measure 'gongkai check          ' "$gongkai" check --quiet --site "$site"
measure 'gongkai build          ' "$gongkai" build --quiet --site "$site"
measure 'gongkai build, no change' "$gongkai" build --quiet --site "$site"
echo "$(find "$site/public" -type f | wc -l) files in public/"
