// Runs the scan of numbers over narratives in which every number is labelled, and says how often
// its hints are right. `tuned` was looked at while the scan was made, `held_out` was not.
//
//     numbers_test <tests/content/labelled> <docs/checks.md>
//
// The table that it prints must stand in docs/checks.md; with SNAPSHOTS=overwrite it is put there.
#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>

#include "load/catalog.h"
#include "texts/number_scan.h"

namespace fs = std::filesystem;
using namespace gongkai;

namespace {

constexpr std::array labels = {"bound", "matched", "explained", "out-of-scope", "wrong"};
constexpr std::array classes = {NumberClass::bound, NumberClass::matched, NumberClass::explained,
                                NumberClass::out_of_scope, NumberClass::unexplained};

int faults = 0;

void fault(const std::string& what) {
  std::cerr << what << "\n";
  ++faults;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// How often a label met a class, and what follows from it for the hints.
struct Confusion {
  std::map<std::string, std::map<NumberClass, int>> counts;

  int all() const {
    int sum = 0;
    for (const char* label : labels) sum += of(label);
    return sum;
  }
  int of(const std::string& label) const {
    int sum = 0;
    for (const NumberClass kind : classes) sum += at(label, kind);
    return sum;
  }
  int at(const std::string& label, NumberClass kind) const {
    const auto row = counts.find(label);
    if (row == counts.end()) return 0;
    const auto cell = row->second.find(kind);
    return cell == row->second.end() ? 0 : cell->second;
  }
  int hints() const {
    int sum = 0;
    for (const char* label : labels) sum += at(label, NumberClass::unexplained);
    return sum;
  }
  int right_hints() const { return at("wrong", NumberClass::unexplained); }
};

std::string percent(int part, int whole) {
  return whole == 0 ? "–" : fmt::format("{:.1f} %", 100.0 * part / whole);
}

struct Label {
  std::string kind, text;
};

std::vector<Label> read_labels(const fs::path& path) {
  std::vector<Label> list;
  std::istringstream in(read_file(path));
  for (std::string line; std::getline(in, line);) {
    const std::size_t blank = line.find(' ');
    list.push_back({line.substr(0, blank), line.substr(blank + 1)});
  }
  if (list.empty()) fault("no labels in " + path.string());
  return list;
}

// The labels of one report against what the scan makes of its narratives.
class Comparison {
 public:
  Comparison(const Catalog& catalog, const Report& report, Confusion& confusion)
      : catalog_(catalog), report_(report), confusion_(confusion) {}

  void run(const std::vector<Label>& list) {
    const NumberVocabulary vocabulary(*report_.form);
    const Report* previous = catalog_.previous(report_);
    auto label = list.begin();
    for (const Narrative& narrative : report_.narratives) {
      numbers_ = scan_numbers(vocabulary, report_, previous, narrative);
      hinted_.assign(numbers_.size(), false);
      std::size_t from = 0;
      while (label != list.end()) {
        const std::size_t at = narrative.text.find(label->text, from);
        if (at == std::string::npos) break;
        from = at + label->text.size();
        count(narrative, *label, at);
        ++label;
      }
      for (std::size_t i = 0; i < numbers_.size(); ++i) {
        if (numbers_[i].kind == NumberClass::unexplained && !hinted_[i]) {
          fault("a hint at a number without a label: " + place(narrative, numbers_[i].offset));
        }
      }
    }
    if (label != list.end()) fault("a label that its text lacks: " + label->text);
  }

 private:
  void count(const Narrative& narrative, const Label& label, std::size_t at) {
    NumberClass kind = NumberClass::out_of_scope;
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      const ClassedNumber& number = numbers_[i];
      if (number.offset + number.length <= at || number.offset >= at + label.text.size()) continue;
      kind = number.kind;
      hinted_[i] = true;
    }
    ++confusion_.counts[label.kind][kind];
    const bool wrong = label.kind == "wrong";
    if (wrong != (kind == NumberClass::unexplained)) {
      std::cout << (wrong ? "missed: " : "false alarm: ") << place(narrative, at) << "\n";
    } else if (std::getenv("VERBOSE") && label.kind != name_of(kind) && !wrong) {
      std::cout << label.kind << " as " << name_of(kind) << ": " << place(narrative, at) << "\n";
    }
  }

  static std::string name_of(NumberClass kind) {
    for (std::size_t i = 0; i < classes.size(); ++i) {
      if (classes[i] == kind) return labels[i];
    }
    return {};
  }

  static std::string place(const Narrative& narrative, std::size_t at) {
    const std::string& text = narrative.text;
    std::size_t begin = at > 40 ? at - 40 : 0;
    while (begin < at && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) ++begin;
    std::string excerpt = text.substr(begin, at - begin) + "【" + text.substr(at, 24);
    std::size_t end = excerpt.size();
    while (end > 0 && (static_cast<unsigned char>(excerpt[end - 1]) & 0xC0U) == 0x80U) --end;
    return narrative.file + ": …" + excerpt.substr(0, end == 0 ? 0 : end - 1);
  }

  const Catalog& catalog_;
  const Report& report_;
  Confusion& confusion_;
  std::vector<ClassedNumber> numbers_;
  std::vector<bool> hinted_;
};

Confusion run_set(const fs::path& folder) {
  Confusion confusion;
  const SiteFiles site{folder};
  Diagnostics diagnostics;
  const auto catalog = load_catalog(site, {}, diagnostics);
  for (const Diagnostic& d : diagnostics.items()) {
    fault(d.position.file + ": " + message(d, Language::en));
  }
  if (!catalog) return confusion;
  for (const Report& report : catalog->reports) {
    const fs::path file =
        folder / "labels" / fmt::format("{}-{}.txt", report.agency->id, report.year);
    if (fs::exists(file)) Comparison(*catalog, report, confusion).run(read_labels(file));
  }
  return confusion;
}

std::string table(const std::string& title, const Confusion& confusion) {
  std::string text = fmt::format(
      "{}: {} numbers, {} of them wrong on purpose; {} hints, {} of them right: precision {}, "
      "recall {}.\n\n",
      title, confusion.all(), confusion.of("wrong"), confusion.hints(), confusion.right_hints(),
      percent(confusion.right_hints(), confusion.hints()),
      percent(confusion.right_hints(), confusion.of("wrong")));
  text += "| labelled | bound | matched | explained | out of scope | hint |\n";
  text += "|---|---:|---:|---:|---:|---:|\n";
  for (const char* label : labels) {
    text += fmt::format("| {} |", label);
    for (const NumberClass kind : classes) text += fmt::format(" {} |", confusion.at(label, kind));
    text += "\n";
  }
  return text;
}

void compare_with_page(const fs::path& page, const std::string& measured) {
  const std::string begin = "<!-- measured: text_numbers -->\n", end = "<!-- end -->";
  std::string text = read_file(page);
  const std::size_t from = text.find(begin);
  const std::size_t to = text.find(end, from);
  if (from == std::string::npos || to == std::string::npos) {
    return fault(page.string() + " has no place for the table");
  }
  const std::size_t first = from + begin.size();
  if (text.substr(first, to - first) == measured) return;
  const char* snapshots = std::getenv("SNAPSHOTS");
  if (snapshots && std::string_view(snapshots) == "overwrite") {
    std::ofstream(page, std::ios::binary) << text.replace(first, to - first, measured);
  } else {
    fault(page.string() + " does not hold this table");
  }
}

void at_least(const std::string& what, int part, int whole, int floor_percent) {
  if (part * 100 < whole * floor_percent) {
    fault(fmt::format("{} is {}, less than {} %", what, percent(part, whole), floor_percent));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const Confusion tuned = run_set(fs::path(argv[1]) / "tuned");
  const Confusion held_out = run_set(fs::path(argv[1]) / "held_out");
  const std::string measured = table("Narratives looked at while it was made", tuned) + "\n" +
                               table("Narratives held out", held_out);
  std::cout << measured;
  if (tuned.all() + held_out.all() < 300) fault("fewer than 300 labelled numbers");
  for (const Confusion* set : {&tuned, &held_out}) {
    at_least("precision", set->right_hints(), set->hints(), 90);
    at_least("recall", set->right_hints(), set->of("wrong"), 80);
  }
  compare_with_page(argv[2], measured);
  return faults == 0 ? 0 : 1;
}
