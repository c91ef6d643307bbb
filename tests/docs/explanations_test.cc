// Every check of the program is explained in diagnostics/explanations/; what is explained there is
// explained in both languages, with how to mend it; and every example is what some site prints.
//
//     explanations_test <tests/sites> <examples.def>
//
// With SNAPSHOTS=overwrite in the environment the examples are written anew: those that are still
// shown stay, and the others become the shortest that is.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "diagnostics/code_help.h"
#include "diagnostics/codes.h"
#include "model/builtin_checks.h"

namespace fs = std::filesystem;
using namespace gongkai;

namespace {

int faults = 0;

void fault(std::string_view code, const std::string& what) {
  std::cerr << code << ": " << what << "\n";
  ++faults;
}

std::vector<std::string> lines_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// The source line or the caret line of an excerpt without what the printer puts before it; empty
/// where the line is none.
std::string excerpt_line(const std::string& line) {
  const std::size_t bar = line.find(" | ");
  if (bar == std::string::npos || line.find_first_not_of(" 0123456789") != bar + 1) return {};
  return line.substr(bar + 3);
}

/// What the failing sites show under each code: the line with its caret, or the place alone.
std::map<std::string, std::set<std::string>> shown_examples(const fs::path& sites) {
  std::map<std::string, std::set<std::string>> shown;
  for (const auto& entry : fs::directory_iterator(sites)) {
    if (!entry.path().filename().string().starts_with("fail_")) continue;
    const std::vector<std::string> lines = lines_of(entry.path() / "expected/console.txt");
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::size_t open = lines[i].rfind(" [");
      if (open == std::string::npos || !lines[i].ends_with(']')) continue;
      const std::string code = lines[i].substr(open + 2, lines[i].size() - open - 3);
      std::string example = lines[i].substr(0, lines[i].find(": "));
      if (i + 2 < lines.size() && !excerpt_line(lines[i + 1]).empty()) {
        example = excerpt_line(lines[i + 1]) + "\n" + excerpt_line(lines[i + 2]);
      }
      shown[code].insert(example);
    }
  }
  // A failed rule prints its own id in the brackets.
  shown["total-fails"] = shown["requests.total"];
  shown["rule-fails"] = shown["requests.balance"];
  return shown;
}

/// Prefers a line to a place alone, then what is short.
std::string best(const std::set<std::string>& examples) {
  std::string found;
  const auto rank = [](const std::string& e) {
    return std::pair(e.find('\n') == std::string::npos, e.size());
  };
  for (const std::string& example : examples) {
    if (found.empty() || rank(example) < rank(found)) found = example;
  }
  return found;
}

void check_complete() {
  std::set<std::string_view> known;
  const auto check = [&](std::string_view code, bool mends) {
    known.insert(code);
    const CodeHelp* help = code_help(code);
    if (help == nullptr) return;  // its message says all there is to say
    if (help->en.empty() || help->zh.empty()) fault(code, "is not explained in both languages");
    if (!mends && (help->mend_en.empty() || help->mend_zh.empty())) {
      fault(code, "nothing says how to mend it");
    }
  };
  for (const Wording* wording : codes::all()) {
    if (builtin_check(wording->code) != nullptr) continue;
    check(wording->code, !wording->help_en.empty() && !wording->help_zh.empty());
  }
  for (const BuiltinCheck& builtin : builtin_checks()) {
    check(builtin.id, false);
    if (code_help(builtin.id) == nullptr) {
      fault(builtin.id, "has no entry in generator/diagnostics/explanations/builtin.def");
    }
  }
  for (const CodeChapter& chapter : code_chapters()) {
    for (const CodeHelp& help : chapter.codes) {
      if (known.count(help.code) == 0) fault(help.code, "is explained, but nothing prints it");
    }
  }
}

void check_examples(const std::map<std::string, std::set<std::string>>& shown) {
  for (const CodeChapter& chapter : code_chapters()) {
    for (const CodeHelp& help : chapter.codes) {
      const auto examples = shown.find(std::string(help.code));
      const bool any = examples != shown.end() && !examples->second.empty();
      if (!help.example.empty() && (!any || !examples->second.contains(std::string(help.example)))) {
        fault(help.code, "no site shows its example any more");
      }
    }
  }
}

void write_examples(const std::map<std::string, std::set<std::string>>& shown,
                    const fs::path& file) {
  std::ofstream out(file, std::ios::binary);
  out << "// What some site of tests/sites shows under each code. The test `explanations` compares "
         "them, and\n// SNAPSHOTS=overwrite writes this file anew.\n\n";
  for (const CodeChapter& chapter : code_chapters()) {
    for (const CodeHelp& help : chapter.codes) {
      const auto examples = shown.find(std::string(help.code));
      if (examples == shown.end() || examples->second.empty()) continue;
      const bool stays = examples->second.contains(std::string(help.example));
      out << "GONGKAI_EXAMPLE(\"" << help.code << "\", R\"~("
          << (stays ? std::string(help.example) : best(examples->second)) << ")~\")\n";
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: explanations_test <tests/sites> <examples.def>\n";
    return 2;
  }
  check_complete();
  const auto shown = shown_examples(argv[1]);
  const char* snapshots = std::getenv("SNAPSHOTS");
  if (snapshots != nullptr && std::string(snapshots) == "overwrite") {
    write_examples(shown, argv[2]);
  } else {
    check_examples(shown);
  }
  std::cout << codes::all().size() << " codes, " << faults << " faults\n";
  return faults == 0 && !shown.empty() ? 0 : 1;
}
