#include "diagnostics/printer.h"

#include <doctest/doctest.h>

#include <set>

#include "diagnostics/codes.h"
#include "diagnostics/suggestion.h"

using namespace gongkai;

namespace {

std::string print(std::string line, std::uint32_t column, std::uint32_t length,
                  Language language = Language::en) {
  Printer printer({language, false}, [line](const std::string&) { return line; });
  return printer.print({&codes::missing_key, {"a.yaml", {1, column}, length}, {"x"}, {}, {}});
}

}  // namespace

TEST_CASE("the caret stands under the character, Chinese or not") {
  // 三（一）: is 13 bytes, 8 characters with its colon and blank, and 12 cells wide.
  const std::string line = "三（一）: [1, 2]";
  const std::uint32_t bracket = static_cast<std::uint32_t>(line.find('[') + 1);
  CHECK(print(line, bracket, 0) ==
        "a.yaml:1:7: error: the key x is missing [missing-key]\n"
        "    1 | 三（一）: [1, 2]\n"
        "      |           ^\n");
  CHECK(print(line, 1, 12) ==
        "a.yaml:1:1: error: the key x is missing [missing-key]\n"
        "    1 | 三（一）: [1, 2]\n"
        "      | ^~~~~~~~\n");
}

TEST_CASE("tabs, control bytes and broken bytes do not move the caret") {
  CHECK(print("\tab", 2, 1).ends_with("    1 |         ab\n      |         ^\n"));
  CHECK(print("\x01\x80x", 3, 1).ends_with("      |   ^\n"));
}

TEST_CASE("a place far to the right is still shown") {
  const std::string out = print(std::string(5000, 'a') + "X", 5001, 1);
  CHECK(out.find("X\n") != std::string::npos);
  CHECK(out.size() < 400);
}

TEST_CASE("messages speak Chinese when asked") {
  CHECK(print("x", 1, 1, Language::zh).starts_with("a.yaml:1:1: 错误: 缺少键“x” [missing-key]\n"));
}

TEST_CASE("every wording is said in both languages, and no code twice") {
  std::set<std::string_view> seen;
  for (const Wording* wording : codes::all()) {
    CHECK(seen.insert(wording->code).second);
    CHECK(!wording->en.empty());
    CHECK(!wording->zh.empty());
    CHECK(wording->help_en.empty() == wording->help_zh.empty());
    // Placeholders and braces must be well-formed for any arguments.
    const Diagnostic d{wording, {}, std::vector<std::string>(6, "…"), {}, {}};
    for (Language language : {Language::en, Language::zh}) {
      CHECK_NOTHROW(message(d, language));
      CHECK_NOTHROW(help(d, language));
    }
  }
}

TEST_CASE("diagnostics are sorted by place and said once") {
  Diagnostics all;
  all.add(codes::missing_key, {"b.yaml", {1, 1}, 0}, {"x"});
  all.add(codes::missing_key, {"a.yaml", {10, 1}, 0}, {"x"});
  all.add(codes::missing_key, {"a.yaml", {9, 7}, 0}, {"x"});
  all.add(codes::missing_key, {"b.yaml", {1, 1}, 0}, {"x"});
  all.sort();
  REQUIRE(all.items().size() == 3);
  CHECK(all.items()[0].position.mark.line == 9);
  CHECK(all.items()[2].position.file == "b.yaml");
}

TEST_CASE("the nearest known name is near") {
  const std::vector<std::string> known = {"published", "attachments", "blanks", "表", "总计"};
  CHECK(*nearest("publshed", known) == "published");
  CHECK(*nearest("atachmnets", known) == "attachments");
  CHECK(*nearest("blank", known) == "blanks");
  CHECK(*nearest("总记", known) == "总计");
  CHECK(!nearest("xyz", known));
  CHECK(!nearest("", known));
  CHECK(!nearest("x", known));
}
