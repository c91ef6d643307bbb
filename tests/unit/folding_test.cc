#include "model/folding.h"

#include <doctest/doctest.h>

#include <vector>

using gongkai::fold;

TEST_CASE("print variants of a label fold into one") {
  const std::vector<std::vector<const char*>> groups = {
      {"（七）总计", "(七)总计", "（七） 总 计", "（七）\u3000总\u3000计", "（七）总\u00a0计"},
      {"1.属于国家秘密", "1、属于国家秘密", "1 ．属于国家秘密", "１．属于国家秘密", "1。属于国家秘密"},
      {"3.危及“三安全一稳定”", "3.危及\"三安全一稳定\"", "3.危及「三安全一稳定」"},
      {"一、总体情况", "一.总体情况", "一，总体情况", " 一、总体情况"},
      {"政府信息公开行政复议、行政诉讼情况", "政府信息公开行政复议，行政诉讼情况",
       "政府信息公开行政复议/行政诉讼情况"},
      {"N/A", "n/a", "Ｎ／Ａ"},
      {"（一）", "㈠", "(一)"},
  };
  for (const auto& group : groups) {
    for (const char* variant : group) CHECK_MESSAGE(fold(variant) == fold(group[0]), variant);
  }
}

TEST_CASE("folding keeps numerals and what tells labels apart") {
  CHECK(fold("一、总体情况") != fold("总体情况"));
  CHECK(fold("一") != fold("二"));
  CHECK(fold("三（三）5") != fold("三（三）6"));
  CHECK(fold("（一）") != fold("一"));
  CHECK(fold("1.5") == "1.5");
  CHECK(fold("") == "");
  CHECK(fold("\u3000 ") == "");
}
