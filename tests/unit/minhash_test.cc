#include "texts/minhash.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "diagnostics/utf8.h"
#include "texts/shared_passages.h"
#include "texts/similar_groups.h"

using namespace gongkai;

namespace {

/// Sentences of 20 characters each, so that no two are alike by chance.
class Writer {
 public:
  std::string sentence() {
    std::string text;
    for (int i = 0; i < 20; ++i) append_utf8(text, 0x4E00 + random_() % 3000);
    return text + "。\n";
  }
  std::string text(int sentences) {
    std::string text;
    for (int i = 0; i < sentences; ++i) text += sentence();
    return text;
  }

 private:
  std::mt19937 random_{20240101};
};

const CommonPhrases none{Form{}};

MinHash sketch(const std::string& text) { return MinHash(shingles_of(tokens_of(text, none, {}))); }

std::vector<std::vector<std::size_t>> groups(const std::vector<std::string>& texts, int jobs) {
  std::vector<SketchedText> sketched;
  for (const std::string& text : texts) sketched.push_back({1, sketch(text)});
  return similar_groups(sketched, 0.7, jobs);
}

}  // namespace

TEST_CASE("minhash: the estimate is near the share of common shingles") {
  Writer writer;
  for (const int common : {0, 10, 20, 30, 40}) {
    const std::string shared = writer.text(common);
    const double estimate = similarity(sketch(shared + writer.text(40 - common)),
                                       sketch(shared + writer.text(40 - common)));
    const double true_share = common / (80.0 - common);
    CHECK(estimate == doctest::Approx(true_share).epsilon(0.12).scale(1));
  }
}

TEST_CASE("minhash: of 200 pairs with nine tenths in common all are found, at three tenths none") {
  Writer writer;
  for (const int sentences : {10, 60}) {
    std::vector<std::string> near, far;
    for (int i = 0; i < 200; ++i) {
      const std::string text = writer.text(sentences * 9 / 10);
      near.push_back(text + writer.text(sentences / 10));
      near.push_back(text + writer.text(sentences / 10));
      const std::string part = writer.text(sentences * 3 / 10);
      far.push_back(part + writer.text(sentences * 7 / 10));
      far.push_back(part + writer.text(sentences * 7 / 10));
    }
    const auto found = groups(near, 1);
    CHECK(found.size() == 200);
    CHECK(std::all_of(found.begin(), found.end(), [](const auto& group) {
      return group.size() == 2 && group[0] + 1 == group[1] && group[0] % 2 == 0;
    }));
    CHECK(groups(far, 1).empty());
  }
}

TEST_CASE("minhash: copies are found among texts of which half is the same") {
  Writer writer;
  const std::string phrases = writer.text(20);
  std::vector<std::string> texts;
  for (int i = 0; i < 300; ++i) texts.push_back(phrases + writer.text(20));
  const std::string copied = writer.text(18);
  texts.push_back(phrases + copied + writer.text(2));
  texts.push_back(phrases + copied + writer.text(2));
  const auto found = groups(texts, 2);
  REQUIRE(found.size() == 1);
  CHECK(found[0] == std::vector<std::size_t>{300, 301});
}

TEST_CASE("minhash: one group of forty, the same with any number of threads") {
  Writer writer;
  std::vector<std::string> texts;
  const std::string text = writer.text(30);
  for (int i = 0; i < 40; ++i) texts.push_back(text + writer.sentence());
  texts.insert(texts.begin() + 7, writer.text(30));
  const auto found = groups(texts, 1);
  REQUIRE(found.size() == 1);
  CHECK(found[0].size() == 40);
  CHECK(found == groups(texts, 4));
}

TEST_CASE("tokens: figures, placeholders and names are one token each; blanks and marks none") {
  Form form;
  form.common_phrases = {"统计期限从…年1月1日起计算和填报"};
  const CommonPhrases phrases(form);
  const auto values = [&](const std::string& text) {
    std::u32string all;
    for (const TextToken& token : tokens_of(text, phrases, {"样例镇"})) all += token.value;
    return all;
  };
  const std::u32string figure(1, figure_token), agency(1, agency_token), gap(1, break_token);
  CHECK(values("收到 1,234 件") == U"收到" + figure + U"件");
  CHECK(values("收到{{requests.new.total}}件") == values("**收到**１２件。"));
  CHECK(values("样例镇公开") == agency + U"公开");
  CHECK(values("<!-- 草稿 -->公开") == U"公开");
  // The piece before the gap is too short to be taken out.
  CHECK(values("统计期限从2024年1月1日起计算和填报") ==
        U"统计期限从" + figure + gap);
}

TEST_CASE("shared passages: longest first, the share is of the first text") {
  Writer writer;
  const std::string a = writer.sentence(), b = writer.text(2), c = writer.sentence();
  const std::string first = a + c + b;
  const SharedText shared =
      shared_text(tokens_of(first, none, {}), tokens_of(b + writer.sentence() + a, none, {}));
  REQUIRE(shared.passages.size() == 2);
  CHECK(shared.passages[0].first == 40);
  CHECK(shared.passages[0].other == 0);
  CHECK(shared.passages[0].length == 40);
  CHECK(shared.passages[1].length == 20);
  CHECK(shared.percent == 75);
}
