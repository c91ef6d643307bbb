#!/bin/sh
# Installs into an empty folder and runs the program with that folder as its whole world: no
# libraries, no /proc, no /etc, no compiler. Then once more after moving the folder.
# usage: install_test.sh SITE_FOLDER BUILD_FOLDER; exit code 77 where no root can be changed.
set -eu
site=$1
build=$2

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT INT TERM

if [ "$(id -u)" = 0 ] && chroot / true 2>/dev/null; then
  enter="chroot"
elif unshare -r chroot / true 2>/dev/null; then
  enter="unshare -r chroot"
else
  echo "skipped: neither chroot nor unshare -r is allowed here"
  exit 77
fi

cmake --install "$build" --prefix "$root/gongkai" >"$root/install.log" || {
  cat "$root/install.log"
  exit 1
}
mkdir "$root/site"
for part in site.yaml content themes; do
  if [ -e "$site/$part" ]; then cp -R "$site/$part" "$root/site/"; fi
done

run() {
  echo "+ gongkai $*"
  $enter "$root" "$@"
}

fail() {
  echo "failed: $*"
  exit 1
}

run /gongkai/bin/gongkai --version
run /gongkai/bin/gongkai --help >/dev/null
run /gongkai/bin/gongkai check --site /site
run /gongkai/bin/gongkai build --site /site
[ -s "$root/site/public/index.html" ] || fail "no home page was written"
[ -s "$root/site/public/manifest.json" ] || fail "no manifest was written"

# The same pages as from the build folder, at the same clock.
mkdir "$root/here"
cp -R "$root/site/site.yaml" "$root/site/content" "$root/here/"
if [ -d "$root/site/themes" ]; then cp -R "$root/site/themes" "$root/here/"; fi
run /gongkai/bin/gongkai build --site /site --clock 2026-01-01 --quiet
"$build/generator/gongkai" build --site "$root/here" --clock 2026-01-01 --quiet
diff -r "$root/site/public" "$root/here/public" >/dev/null || fail "the pages differ"

# Moved, and started through a link.
mkdir "$root/opt" "$root/bin"
mv "$root/gongkai" "$root/opt/a new place"
ln -s "/opt/a new place/bin/gongkai" "$root/bin/gongkai"
run /bin/gongkai check --site /site --quiet

# A file in GB18030 is recognised by the shipped character set.
printf '\265\245\316\273: 1\n' >"$root/site/site.yaml"
if run /bin/gongkai check --site /site --lang en >"$root/gbk.log" 2>&1; then
  fail "a site.yaml in GBK was accepted"
fi
grep -q '单位' "$root/gbk.log" || {
  cat "$root/gbk.log"
  fail "the line in GBK was not decoded"
}
echo "installed folder: $(du -sh "$root/opt/a new place" | cut -f1)"
