#include "load/plain_yaml.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "load/yaml_reading.h"

using namespace gongkai;

namespace {

namespace fs = std::filesystem;

bool same(const YamlNode& a, const YamlNode& b) {
  if (a.kind != b.kind || a.text != b.text || a.quoted != b.quoted || a.flow != b.flow ||
      a.mark.line != b.mark.line || a.mark.column != b.mark.column ||
      a.items.size() != b.items.size() || a.entries.size() != b.entries.size()) {
    return false;
  }
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    if (!same(a.items[i], b.items[i])) return false;
  }
  for (std::size_t i = 0; i < a.entries.size(); ++i) {
    const YamlNode::Entry &one = a.entries[i], &other = b.entries[i];
    if (one.key != other.key || one.mark.line != other.mark.line ||
        one.mark.column != other.mark.column || !same(one.value, other.value)) {
      return false;
    }
  }
  return true;
}

enum class Verdict { declined, same, different };

// What the plain reader makes of a text, held against the library.
Verdict compare(const std::string& text) {
  const auto plain = read_plain_yaml(text);
  if (!plain) return Verdict::declined;
  const Reading reading = read_once({"a.yaml", text});
  const bool equal = reading.root && !reading.syntax && reading.diagnostics.empty() &&
                     same(*plain, *reading.root);
  return equal ? Verdict::same : Verdict::different;
}

std::vector<std::string> texts_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().extension() == ".yaml" &&
        entry.file_size() < 20000) {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> texts;
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(in), {});
    Diagnostics diagnostics;
    if (auto source = check_text("a.yaml", std::move(text), diagnostics)) {
      texts.push_back(std::move(source->text));
    }
  }
  return texts;
}

}  // namespace

TEST_CASE("plain yaml: what it reads is what the library reads, over all files of the project") {
  const fs::path root = GONGKAI_SOURCE_DIR;
  int read = 0, declined = 0;
  for (const char* folder : {"content", "generator/forms", "tests/sites"}) {
    for (const std::string& text : texts_below(root / folder)) {
      const Verdict verdict = compare(text);
      CAPTURE(text);
      CHECK(verdict != Verdict::different);
      ++(verdict == Verdict::same ? read : declined);
    }
  }
  // Most files of a site are plain; what is declined are the mistakes and the forms.
  CHECK(read > 300);
  MESSAGE(read << " read, " << declined << " declined");
}

TEST_CASE("plain yaml: mutated reports are read alike or declined") {
  const std::vector<std::string> seeds = {
      "form: cn-2021\npublished: 2025-01-20 09:30\ntables:\n  二: 0   # nothing\n  三:\n"
      "    一:  [12, 3, ~, 0]\n    三（一）: {natural: -9, total: \"9\"}\n    rest: 0\n\n"
      "  四:\n    行政复议: [10, 1, 0, 0, 11]\nblanks: {三: zero}\n",
      "name: 上五庄镇人民政府\nkind: town\nreports: {from: 2024}\nformer_names:\n"
      "  - {name: '旧名', until: 2020}\nsucceeds: [old-id, other]\nparent:\n",
      "corrections:\n  - {date: 2025-03-02, cell: a.b.c, was: 14096, text: 漏报}\n"
      "explanations:\n  - first\n  - \"second: quoted\"\nsource: {title: t, url: \"https://a/b\"}\n",
  };
  const std::vector<std::string> pieces = {
      " ", "  ", "\n", ":", ": ", "- ", "-", "[", "]", "{", "}", ",", ", ", "#", " #", "\"", "'",
      "~", "null", "?", "&a ", "*a", "!t ", "|", ">", "%", "@", "...", "---", "\\", "<<", "0", "x",
      "：", "，", "　", "\n  ", "\n    ", "key: v\n", ": [1]\n", "-1", "a.b", "/", "(", "\t"};
  std::uint64_t state = 20260101;
  const auto below = [&](std::size_t bound) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return static_cast<std::size_t>((state >> 11) % bound);
  };
  int read = 0;
  for (int i = 0; i < 6000; ++i) {
    std::string text = seeds[below(seeds.size())];
    for (std::size_t n = 1 + below(3); n > 0; --n) {
      const std::size_t at = below(text.size() + 1);
      switch (below(3)) {
        case 0: text.insert(at, pieces[below(pieces.size())]); break;
        case 1: text.erase(at, 1 + below(4)); break;
        default: text.replace(at, std::min<std::size_t>(1, text.size() - at),
                              pieces[below(pieces.size())]);
      }
    }
    // A mutation may cut a character in two; such a text never comes this far.
    Diagnostics diagnostics;
    const auto source = check_text("a.yaml", text, diagnostics);
    if (!source) continue;
    const Verdict verdict = compare(source->text);
    CAPTURE(source->text);
    REQUIRE(verdict != Verdict::different);
    read += verdict == Verdict::same;
  }
  CHECK(read > 500);
}
