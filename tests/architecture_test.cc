// The architecture is read in generator/CMakeLists.txt: a folder may include only what its link
// line names, and what that names in turn; each package is included from one folder only. This
// program fails on an #include that goes another way.
//
//     architecture_test <the generator folder>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

using Folders = std::map<std::string, std::set<std::string>>;

/// The beginning of a package's headers, and the folder that may include them. JSON is read by one
/// folder and written by another.
const std::multimap<std::string, std::string> doors = {
    {"yaml-cpp/", "load"},  {"cmark-gfm", "narrative"},
    {"kainjow/", "theme"},  {"httplib.h", "preview"},
    {"CLI/", "cli"},        {"nlohmann/", "publish"},
    {"nlohmann/", "diagnostics"}, {"nlohmann/", "preview"},
    {"openssl/", "model"},  {"xlsxwriter", "data"},
    {"zip.h", "import"},    {"pugixml", "import"},
    {"gumbo.h", "import"}};

int faults = 0;

void fault(const std::string& text) {
  std::cerr << text << "\n";
  ++faults;
}

/// Every folder with all that it may include. A line may name only folders whose lines stand above
/// it, so there are no circles.
Folders read_link_lines(const fs::path& file) {
  std::ifstream in(file);
  Folders folders;
  for (std::string line; std::getline(in, line);) {
    const std::string call = "gongkai_library(";
    if (!line.starts_with(call)) continue;
    std::istringstream words(line.substr(call.size(), line.find(')') - call.size()));
    std::string name, word;
    words >> name;
    bool uses = false;
    std::set<std::string> may = {name};
    while (words >> word) {
      if (word == "USES" || word == "PACKAGES") {
        uses = word == "USES";
      } else if (uses) {
        if (!folders.contains(word)) {
          fault(file.string() + ": " + name + " uses " + word + ", which does not stand above it");
          continue;
        }
        may.insert(folders[word].begin(), folders[word].end());
      }
    }
    folders[name] = may;
  }
  return folders;
}

void check_include(const std::string& place, const std::string& folder, const std::string& header,
                   const Folders& folders) {
  std::string may;  // the doors of the header's package
  bool through_door = false;
  for (const auto& [package, door] : doors) {
    if (!header.starts_with(package)) continue;
    may += " " + door + "/";
    through_door = through_door || folder == door;
  }
  if (!may.empty() && !through_door) {
    fault(place + ": <" + header + "> may be included only from" + may);
  }
  if (header.find('/') == std::string::npos) return;
  const std::string target = header.substr(0, header.find('/'));
  if (folders.contains(target) && !folders.at(folder).contains(target)) {
    fault(place + ": " + folder + "/ may not include " + header +
          ": its link line in generator/CMakeLists.txt does not lead there");
  }
}

int check_folder(const fs::path& root, const std::string& folder, const Folders& folders) {
  int includes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
    const auto extension = entry.path().extension();
    if (extension != ".h" && extension != ".cc" && extension != ".def") continue;
    std::ifstream in(entry.path());
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (!line.starts_with("#include")) continue;
      const auto open = line.find_first_of("<\"");
      const auto close = line.find_first_of(">\"", open + 1);
      if (open == std::string::npos || close == std::string::npos) continue;
      ++includes;
      const std::string place =
          fs::relative(entry.path(), root.parent_path()).string() + ":" + std::to_string(number);
      check_include(place, folder, line.substr(open + 1, close - open - 1), folders);
    }
  }
  return includes;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: architecture_test <the generator folder>\n";
    return 2;
  }
  const fs::path root = fs::canonical(argv[1]);
  const Folders folders = read_link_lines(root / "CMakeLists.txt");
  int includes = 0;
  for (const auto& [folder, may] : folders) includes += check_folder(root, folder, folders);
  for (const auto& entry : fs::directory_iterator(root)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_directory() && name != "forms" && !folders.contains(name)) {
      fault("generator/" + name + " has no link line in generator/CMakeLists.txt");
    }
  }
  std::cout << folders.size() << " folders, " << includes << " includes, " << faults << " faults\n";
  return faults == 0 && includes != 0 ? 0 : 1;
}
