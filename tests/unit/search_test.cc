#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "search/cutting.h"
#include "search/passage.h"
#include "search/postings.h"
#include "search/script.h"
#include "search/term_index.h"
#include "search/visible_text.h"

using namespace gongkai;

namespace {

std::vector<std::string> terms(std::string_view text) {
  Terms found;
  cut(text, found);
  std::vector<std::string> list;
  for (const TermKey key : found.keys) list.push_back(term_text(key));
  list.insert(list.end(), found.long_words.begin(), found.long_words.end());
  return list;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("search: text is cut into pairs, words and numbers") {
  CHECK(terms("信息公开") == List{"信息", "息公", "公开"});
  CHECK(terms("信息，公开") == List{"信息", "公开"});
  CHECK(terms("用APP办理") == List{"app", "办理"});
  CHECK(terms("1,234 and 7.5 5.属于") == List{"1234", "and", "7.5", "5", "属于"});
  CHECK(terms("1,23") == List{"1", "23"});
  CHECK(terms("transparency") == List{"transparency"});
  CHECK(terms("一").empty());
}

TEST_CASE("search: width, capitals and traditional characters are folded") {
  CHECK(terms("ＰＤＦ２０２４") == List{"pdf2024"});
  CHECK(terms("資訊公開") == terms("资讯公开"));
  CHECK(terms("今後") == terms("今后"));
  CHECK(terms("著作") != terms("着作"));
}

TEST_CASE("search: the blocks that CJK characters need have their simplified forms") {
  const std::vector<std::uint32_t> blocks = traditional_blocks();
  REQUIRE(std::find(blocks.begin(), blocks.end(), 0x958b / 1024) != blocks.end());
  CHECK(traditional_pairs(0x958b / 1024).find("開开") != std::string::npos);
}

TEST_CASE("search: visible text is that of main less navigation, block by block") {
  const auto blocks = visible_text(
      "<body><p>x</p><main><h1>A &amp; B</h1><nav><p>n</p></nav><h2>C</h2>\n"
      "<p>one <strong>two</strong>three<br>four</p><!-- <p>c</p> -->"
      "<table><tr><th title=\"a>b\">宽</th><th>宽</th><td>1</td><td></td><td> 2<small> n</small>"
      "</td></tr></table></main><p>y</p></body>");
  std::vector<std::string> lines;
  for (const VisibleBlock& block : blocks) {
    std::string line;
    for (const std::string& piece : block.pieces) line += piece;
    lines.push_back(line);
  }
  CHECK(lines == List{"A & B", "C", "one twothree", "four", "宽\t1\t2 n"});
  CHECK(blocks[0].kind == VisibleBlock::Kind::title);
  CHECK(blocks[1].kind == VisibleBlock::Kind::heading);
  CHECK(blocks[2].kind == VisibleBlock::Kind::text);
}

TEST_CASE("search: in a page of a host the main part is the element with our id") {
  const auto blocks = visible_text(
      "<body><main><div class=\"gongkai\"><div>menu</div><div class=\"content\" id=\"gongkai-main\">"
      "<div><p>one</p></div>two</div><div>foot</div></div></main></body>");
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0].pieces == List{"one"});
  CHECK(blocks[1].pieces == List{"two"});
}

TEST_CASE("search: pieces that most pages bear are stored once") {
  const auto page = [](const std::string& text) {
    return visible_text("<main><h1>题目</h1><h2>共同的标题</h2><p>" + text + "</p></main>");
  };
  SharedPieces shared;
  shared.add({page("第一份报告"), page("第二份报告"), page("第三份报告")});
  REQUIRE(shared.pieces() == List{"题目", "共同的标题"});
  const Passage passage = make_passage(page("第一份报告"), shared);
  CHECK(passage.title == "题目");
  CHECK(passage.text == "\t\U000F0001\n第一份报告");
  std::set<std::string> found;
  for (const auto& [key, place] : terms_of(passage, shared).keys) {
    found.insert(term_text(key) + std::to_string(place));
  }
  CHECK(found.count("题目2") == 1);
  CHECK(found.count("标题1") == 1);
  CHECK(found.count("报告0") == 1);
}

TEST_CASE("search: a list is written in the shortest way") {
  CHECK(packed({}) == "d");
  CHECK(packed({5}) == "dF");
  CHECK(packed({0, 40}) == "dAnB");
  std::vector<std::uint32_t> all(1000);
  for (std::uint32_t i = 0; i < 1000; ++i) all[i] = i;
  CHECK(packed(all) == "rAof");
  std::vector<std::uint32_t> even;
  for (std::uint32_t i = 0; i < 600; i += 2) even.push_back(i);
  CHECK(packed(even) == "b" + std::string(100, 'V'));
}

TEST_CASE("search: postings keep places apart") {
  Postings postings;
  postings.add(0, in_text);
  postings.add(300, in_title);
  postings.add(301, in_heading | in_title);
  CHECK(postings.pages(in_text) == std::vector<std::uint32_t>{0, 300, 301});
  CHECK(postings.pages(in_heading) == std::vector<std::uint32_t>{301});
  CHECK(postings.pages(in_title) == std::vector<std::uint32_t>{300, 301});
}

TEST_CASE("search: an index gives the same shards with any number of threads") {
  const auto terms_of_page = [](std::size_t page) {
    PageTerms found;
    Terms cut_terms;
    cut("报告" + std::to_string(page % 7) + " 全部", cut_terms);
    for (const TermKey key : cut_terms.keys) found.keys.emplace_back(key, in_text);
    found.long_words["transparency"] = in_heading;
    return found;
  };
  const TermIndex one(600, 4, 1, terms_of_page), eight(600, 4, 8, terms_of_page);
  std::string all;
  for (std::size_t shard = 0; shard < 4; ++shard) {
    CHECK(one.shard(shard) == eight.shard(shard));
    all += "|" + one.shard(shard);
  }
  CHECK(all.find("|全部 rA4S") != std::string::npos);
  CHECK(all.find("|transparency rA4S rA4S") != std::string::npos);
}

TEST_CASE("search: strings of a script") {
  CHECK(script_string("a\"b\\c\nd\te\x01") == "\"a\\\"b\\\\c\\nd\\te\\u0001\"");
}
