#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

namespace {

/// The words of a language: key → the places that its text leaves open ({0}, {1} …).
std::map<std::string, std::set<char>> words(const std::string& language) {
  std::ifstream in(std::filesystem::path(GONGKAI_SOURCE_DIR) / "themes/default/words" /
                   (language + ".yaml"));
  std::map<std::string, std::set<char>> words;
  for (std::string line; std::getline(in, line);) {
    const std::size_t colon = line.find(':');
    if (line.empty() || line[0] == '#' || colon == std::string::npos) continue;
    std::set<char>& open = words[line.substr(0, colon)];
    for (std::size_t at = colon; (at = line.find('{', at)) != std::string::npos; ++at) {
      open.insert(line[at + 1]);
    }
  }
  return words;
}

}  // namespace

TEST_CASE("the words of the theme are there in both languages and leave the same places open") {
  const auto zh = words("zh-CN"), en = words("en");
  CHECK(zh.size() > 300);
  for (const auto& [key, open] : zh) {
    REQUIRE_MESSAGE(en.contains(key), key);
    CHECK_MESSAGE(en.at(key) == open, key);
  }
  for (const auto& [key, open] : en) CHECK_MESSAGE(zh.contains(key), key);
}
