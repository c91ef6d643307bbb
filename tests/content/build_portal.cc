// Builds the portal of a source folder into a folder of its own, twice: with one thread and with
// eight. The bytes must be the same. What stays is what the other tests look at.
//
//     build_portal <gongkai> <source folder> <folder>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>

namespace fs = std::filesystem;

namespace {

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::map<std::string, std::string> read_tree(const fs::path& root) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files[entry.path().lexically_relative(root).generic_string()] = {
        std::istreambuf_iterator<char>(in), {}};
  }
  return files;
}

/// Copies what a site is made of; everything else of the source folder is no part of it.
void copy_site(const fs::path& source, const fs::path& site) {
  fs::create_directories(site);
  fs::copy_file(source / "site.yaml", site / "site.yaml");
  for (const char* folder : {"content", "themes"}) {
    if (fs::exists(source / folder)) {
      fs::copy(source / folder, site / folder, fs::copy_options::recursive);
    }
  }
}

bool build(const std::string& program, const fs::path& source, const fs::path& site,
           const std::string& arguments) {
  fs::remove_all(site);
  copy_site(source, site);
  const std::string line = quoted(program) + " build --lang en --clock 2026-11-30 --site " +
                           quoted(site.string()) + " " + arguments + " 2>&1";
  const int status = std::system(line.c_str());
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: build_portal <gongkai> <source folder> <folder>\n";
    return 2;
  }
  const fs::path site = argv[3];
  const fs::path other = site.string() + "-one-thread";
  if (!build(argv[1], argv[2], site, "--jobs 8")) return 1;
  if (!build(argv[1], argv[2], other, "--jobs 1 --quiet")) return 1;
  const auto files = read_tree(site / "public");
  const auto again = read_tree(other / "public");
  fs::remove_all(other);
  int faults = 0;
  for (const auto& [name, bytes] : files) {
    if (const auto found = again.find(name); found == again.end() || found->second != bytes) {
      std::cerr << name << ": differs when built with one thread\n";
      ++faults;
    }
  }
  if (files.size() != again.size()) {
    std::cerr << files.size() << " files with eight threads, " << again.size() << " with one\n";
    ++faults;
  }
  std::cout << files.size() << " files, " << faults << " faults\n";
  return faults == 0 && !files.empty() ? 0 : 1;
}
