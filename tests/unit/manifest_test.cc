#include "publish/manifest.h"

#include <doctest/doctest.h>

#include "model/sha256.h"

using namespace gongkai;

TEST_CASE("a manifest lists path, size and digest, one line a file, sorted") {
  Manifest manifest;
  manifest.files["index.html"] = {2, sha256("hi")};
  manifest.files["agencies/报告 \"1\".pdf"] = {0, sha256("")};
  const std::string text = manifest.str();
  CHECK(text ==
        "{\"files\": [\n"
        "{\"path\": \"agencies/报告 \\\"1\\\".pdf\", \"size\": 0, \"sha256\": "
        "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"},\n"
        "{\"path\": \"index.html\", \"size\": 2, \"sha256\": "
        "\"8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4\"}\n"
        "]}\n");
  const auto read = Manifest::parse(text);
  REQUIRE(read);
  CHECK(read->files == manifest.files);
  CHECK(Manifest::parse(Manifest{}.str())->files.empty());
}

TEST_CASE("what is no manifest is refused") {
  const std::string sum(64, 'a');
  CHECK_FALSE(Manifest::parse(""));
  CHECK_FALSE(Manifest::parse("{\"name\": \"an app\", \"icons\": []}"));
  CHECK_FALSE(Manifest::parse("{\"files\": [{\"path\": \"a\"}]}"));
  CHECK_FALSE(Manifest::parse("{\"files\": [{\"path\": \"a\", \"size\": -1, \"sha256\": \"" + sum +
                              "\"}]}"));
  CHECK_FALSE(Manifest::parse("{\"files\": [{\"path\": \"../a\", \"size\": 1, \"sha256\": \"" +
                              sum + "\"}]}"));
  CHECK_FALSE(
      Manifest::parse("{\"files\": [{\"path\": \"a\", \"size\": 1, \"sha256\": \"xyz\"}]}"));
}

TEST_CASE("an address is a relative path without detours") {
  CHECK(is_address("index.html"));
  CHECK(is_address("agencies/x/2024/报告.pdf"));
  CHECK_FALSE(is_address(""));
  CHECK_FALSE(is_address("/etc"));
  CHECK_FALSE(is_address("a//b"));
  CHECK_FALSE(is_address("a/"));
  CHECK_FALSE(is_address("./a"));
  CHECK_FALSE(is_address("a/../b"));
}
