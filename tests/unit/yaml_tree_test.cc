#include "load/yaml_tree.h"

#include <doctest/doctest.h>

using namespace gongkai;

namespace {

// The code and place of every error, in order; "ok" where there is none.
std::string errors(const std::string& text) {
  Diagnostics diagnostics;
  const auto source = check_text("a.yaml", text, diagnostics);
  if (source) parse_yaml(*source, diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics.items()) {
    if (!out.empty()) out += "; ";
    out += std::string(d.code()) + " " + std::to_string(d.position.mark.line) + ":" +
           std::to_string(d.position.mark.column);
  }
  return out.empty() ? "ok" : out;
}

YamlNode parse(const std::string& text) {
  Diagnostics diagnostics;
  auto root = parse_yaml({"a.yaml", text}, diagnostics);
  REQUIRE(root);
  return *root;
}

}  // namespace

TEST_CASE("values keep their text and their place") {
  const YamlNode root = parse("a: 010\nb: [1, '2', ~]\nc:\n  d: x y\n");
  REQUIRE(root.entries.size() == 3);
  CHECK(root.find("a")->text == "010");
  CHECK(root.find("a")->mark == Mark{1, 4});
  const YamlNode& list = *root.find("b");
  CHECK(list.flow);
  CHECK(list.items[1].quoted);
  CHECK(list.items[2].is_null());
  CHECK(list.items[2].mark == Mark{2, 13});
  CHECK(root.find("c")->find("d")->mark == Mark{4, 6});
}

TEST_CASE("an absent value has the place of its key") {
  const YamlNode root = parse("a:\nb: 1\n");
  CHECK(root.find("a")->is_null());
  CHECK(root.find("a")->mark == Mark{1, 1});
}

TEST_CASE("a byte-order mark and CRLF are harmless") {
  CHECK(errors("\xEF\xBB\xBF" "a: 1\r\nb: [1, 2]\r\n") == "ok");
}

TEST_CASE("bytes that are no text are refused") {
  CHECK(errors(std::string("a: 1\0b", 6)) == "control-character 1:5");
  CHECK(errors("a: \x01") == "control-character 1:4");
  CHECK(errors("a: 1\rb: 2") == "control-character 1:5");
  CHECK(errors("a: \xFF\xFE" "b") == "invalid-utf8 1:4");
  CHECK(errors("\xFF\xFE" "a") == "utf16-file 0:0");
  CHECK(errors("\xB1\xEA\xCC\xE2: \xC4\xEA\xB1\xA8") == "gbk-file 1:1");
  CHECK(errors("a: \"\\0\"") == "control-character 1:4");
}

TEST_CASE("what YAML allows and would surprise is refused") {
  CHECK(errors("a: &x 1\nb: *x\n") == "yaml-anchor 1:4");
  CHECK(errors("a: !!int 1\n") == "yaml-tag 1:4");
  CHECK(errors("a: 1\n---\nb: 2\n") == "yaml-second-document 2:1");
  CHECK(errors("a: 1\na: 2\n") == "repeated-key 2:1");
  CHECK(errors("<<: 1\n") == "yaml-anchor 1:1");
  CHECK(errors("[a]: 1\n").starts_with("yaml-"));
  CHECK(errors("a: [1,,2]\n") == "yaml-empty-item 1:7");
  CHECK(errors("a:\n\tb: 1\n") == "yaml-tab 2:1");
  CHECK(errors(std::string(100, '[') + std::string(100, ']')) == "yaml-too-deep 1:33");
  CHECK(errors(std::string(100'000, '[')).starts_with("yaml-"));
}

TEST_CASE("what is not closed is named where it begins or where it is missed") {
  CHECK(errors("a: [1, 2\nb: 3\n") == "yaml-unclosed-bracket 1:4");
  CHECK(errors("a: [1, 2\n") == "yaml-unclosed-bracket 1:4");
  CHECK(errors("a: {x: 1\nb: 3\n") == "yaml-unclosed-bracket 1:4");
  CHECK(errors("a: [1,\n  2]\nb: 3\n") == "ok");
  CHECK(errors("a: \"text\nb: 3\n") == "yaml-unclosed-quote 1:4");
  CHECK(errors("a: 'text\nb: 'x'\n") == "yaml-unclosed-quote 1:4");
}

TEST_CASE("a mistake of syntax does not hide the others of its file") {
  CHECK(errors("a：1\nb: [1, 2\nc: \"x\nd: 1\nd: 2\n") ==
        "full-width 1:2; yaml-unclosed-bracket 2:4; yaml-unclosed-quote 3:4; repeated-key 5:1");
}

TEST_CASE("full-width structure is named, full-width text is left alone") {
  CHECK(errors("a：1\nb: 2\n") == "full-width 1:2");
  CHECK(errors("a: ［1, 2］\n") == "ok");  // a text for YAML; refused where a list is due
  CHECK(errors("a: [1, 2］\nb: 1\n") == "full-width 1:9");
  CHECK(errors("a: 一：二，三\nb: “引号”\n") == "ok");
}
