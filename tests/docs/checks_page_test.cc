// docs/checks.md is what `gongkai explain --all` writes, but for what is written by hand and what was
// measured: lines between `<!-- about: <id> -->` or `<!-- measured: <id> -->` and `<!-- end -->` stay
// as they are.
//
//     checks_page_test <gongkai> <docs/checks.md>
//
// With SNAPSHOTS=overwrite in the environment the page is written anew.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

constexpr std::string_view close_mark = "<!-- end -->";

std::string output_of(const std::string& command) {
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return {};
  std::string out;
  std::array<char, 4096> buffer;
  while (const std::size_t n = fread(buffer.data(), 1, buffer.size(), pipe)) {
    out.append(buffer.data(), n);
  }
  return pclose(pipe) == 0 ? out : std::string();
}

/// Puts the parts of the committed page that begin with a mark into their places in the generated
/// one.
std::string with_kept(std::string page, const std::string& committed, std::string_view open_mark) {
  for (std::size_t at = page.find(open_mark); at != std::string::npos;
       at = page.find(open_mark, at + 1)) {
    const std::string mark = page.substr(at, page.find('\n', at) + 1 - at);
    const std::size_t begin = committed.find(mark);
    if (begin == std::string::npos) continue;
    const std::size_t end = committed.find(close_mark, begin);
    const std::string kept = committed.substr(begin, end - begin);
    page.replace(at, page.find(close_mark, at) - at, kept);
  }
  return page;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: checks_page_test <gongkai> <docs/checks.md>\n";
    return 2;
  }
  // In a folder without a site only what is built in is known.
  const std::string folder = std::filesystem::temp_directory_path().string();
  const std::string page =
      output_of("'" + std::string(argv[1]) + "' explain --all --lang en --site '" + folder + "'");
  std::ifstream in(argv[2], std::ios::binary);
  const std::string committed(std::istreambuf_iterator<char>(in), {});
  const std::string expected = with_kept(with_kept(page, committed, "<!-- about: "), committed, "<!-- measured: ");
  if (page.size() < 1000) {
    std::cerr << "gongkai explain --all wrote nothing\n";
    return 1;
  }
  const char* snapshots = std::getenv("SNAPSHOTS");
  if (snapshots != nullptr && std::string(snapshots) == "overwrite") {
    std::ofstream(argv[2], std::ios::binary) << expected;
  } else if (expected != committed) {
    std::cerr << argv[2] << " is not what gongkai explain --all writes; see the difference with\n"
              << "  SNAPSHOTS=overwrite ctest --preset release -R checks_page && git diff docs\n";
    return 1;
  }
  return 0;
}
