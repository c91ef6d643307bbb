// Every message that gongkai can print is seen in the console of some failing site, and is listed
// in docs/diagnostics.md.
//
//     codes_test <tests/sites> <docs/diagnostics.md>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "diagnostics/codes.h"

namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string consoles(const fs::path& sites) {
  std::string text;
  for (const auto& entry : fs::directory_iterator(sites)) {
    if (!entry.path().filename().string().starts_with("fail_")) continue;
    text += read(entry.path() / "expected/console.txt");
  }
  return text;
}

/// A failed rule prints its own id in the brackets.
std::string printed(const gongkai::Wording& wording) {
  if (&wording == &gongkai::codes::total_fails) return "requests.total";
  if (&wording == &gongkai::codes::rule_fails) return "requests.balance";
  if (&wording == &gongkai::codes::parts_exceed) return "parts";
  return std::string(wording.code);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: codes_test <tests/sites> <docs/diagnostics.md>\n";
    return 2;
  }
  const std::string seen = consoles(argv[1]);
  const std::string listed = read(argv[2]);
  int faults = 0;
  for (const gongkai::Wording* wording : gongkai::codes::all()) {
    const std::string code(wording->code);
    if (seen.find("[" + printed(*wording) + "]") == std::string::npos) {
      std::cerr << code << ": no site fail_* shows it\n";
      ++faults;
    }
    if (listed.find("`" + code + "`") == std::string::npos) {
      std::cerr << code << ": not listed in docs/diagnostics.md\n";
      ++faults;
    }
  }
  std::cout << gongkai::codes::all().size() << " codes, " << faults << " faults\n";
  return faults == 0 && !gongkai::codes::all().empty() ? 0 : 1;
}
