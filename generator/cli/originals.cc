#include "cli/originals.h"

#include <algorithm>
#include <array>

namespace gongkai {
namespace {

namespace fs = std::filesystem;

bool may_hold_a_report(const fs::path& file) {
  const std::string name = file.filename().string();
  if (name.starts_with(".") || name.starts_with("~$")) return false;
  std::string ending = file.extension().string();
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  constexpr std::array kinds = {".docx", ".xlsx", ".html", ".htm", ".txt", ".md",  ".doc", ".wps",
                                ".pdf",  ".xls",  ".et",   ".rtf", ".odt", ".ods", ".tsv"};
  return std::ranges::find(kinds, ending) != kinds.end();
}

}  // namespace

std::vector<fs::path> originals_in(const std::vector<std::string>& arguments) {
  std::vector<fs::path> files;
  for (const std::string& argument : arguments) {
    if (!fs::is_directory(argument)) {
      files.emplace_back(argument);
      continue;
    }
    std::vector<fs::path> inside;
    for (const auto& entry : fs::directory_iterator(argument)) {
      if (entry.is_regular_file() && may_hold_a_report(entry.path())) inside.push_back(entry.path());
    }
    std::ranges::sort(inside);
    files.insert(files.end(), inside.begin(), inside.end());
  }
  return files;
}

}  // namespace gongkai
