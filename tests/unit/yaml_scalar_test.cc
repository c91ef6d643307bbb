#include "write/yaml_scalar.h"

#include <doctest/doctest.h>

namespace gongkai {

TEST_CASE("yaml scalar: what reads back as the same text is written plain") {
  for (const char* text : {"三（三）5", "规章", "未经复议直接起诉", "1", "III.A", "件"}) {
    CHECK(yaml_scalar(text) == text);
  }
}

TEST_CASE("yaml scalar: what YAML takes for something else stands in quotes") {
  CHECK(yaml_scalar("") == "\"\"");
  CHECK(yaml_scalar("~") == "\"~\"");
  CHECK(yaml_scalar("a: b") == "\"a: b\"");
  CHECK(yaml_scalar("- a") == "\"- a\"");
  CHECK(yaml_scalar("a, b") == "\"a, b\"");
  CHECK(yaml_scalar("a #1") == "\"a #1\"");
  CHECK(yaml_scalar("end ") == "\"end \"");
  CHECK(yaml_scalar("a \"b\" \\") == "\"a \\\"b\\\" \\\\\"");
  CHECK(yaml_scalar("a\nb") == "\"a\\x0Ab\"");
}

}  // namespace gongkai
