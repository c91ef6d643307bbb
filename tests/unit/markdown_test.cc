#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "diagnostics/codes/narrative.h"
#include "model/address.h"
#include "model/sections.h"
#include "narrative/narrative.h"

using namespace gongkai;

namespace {

struct Result {
  std::string html, plain;
  Diagnostics diagnostics;

  bool has(const Wording& wording) const {
    return std::any_of(diagnostics.items().begin(), diagnostics.items().end(),
                       [&](const Diagnostic& d) { return d.wording == &wording; });
  }
};

std::optional<std::string> files(std::string_view destination, bool image) {
  if (image && (destination == "图 1.png" || destination == "../a.png")) return "files/a.png";
  if (!image && destination == "report.pdf") return "files/report.pdf";
  if (!image && destination == "/pages/about/") return "../../pages/about/index.html";
  return {};
}

Result render(std::string_view text, Language language = Language::zh) {
  NarrativeOptions options;
  options.language = language;
  options.resolve = files;
  Result result;
  const RenderedNarrative rendered =
      render_narrative({text, "content/a/report.md", 10}, options, result.diagnostics);
  result.html = rendered.html;
  result.plain = rendered.plain_text;
  return result;
}

std::string html(std::string_view text, Language language = Language::zh) {
  return render(text, language).html;
}

// The only diagnostic as `line:column code`.
std::string only(const Result& result) {
  REQUIRE(result.diagnostics.items().size() == 1);
  const Diagnostic& d = result.diagnostics.items()[0];
  return std::to_string(d.position.mark.line) + ":" + std::to_string(d.position.mark.column) + " " +
         std::string(d.code());
}

}  // namespace

TEST_CASE("emphasis beside Chinese punctuation") {
  const std::pair<const char*, const char*> cases[] = {
      {"**文字。**后文", "<strong>文字。</strong>后文"},
      {"前**“引用”**后", "前<strong>“引用”</strong>后"},
      {"前**（一）公开**后", "前<strong>（一）公开</strong>后"},
      {"前**《条例》**后", "前<strong>《条例》</strong>后"},
      {"前**文字，**后", "前<strong>文字，</strong>后"},
      {"前**50%**的", "前<strong>50%</strong>的"},
      {"前**说明：**后", "前<strong>说明：</strong>后"},
      {"前**「引」**后", "前<strong>「引」</strong>后"},
      {"前**【注】**后", "前<strong>【注】</strong>后"},
      {"前*“引用”*后", "前<em>“引用”</em>后"},
      {"前***“引用”***后", "前<em><strong>“引用”</strong></em>后"},
      {"前~~“旧文”~~后", "前<del>“旧文”</del>后"},
      {"**文字。**2024年", "<strong>文字。</strong>2024年"},
      {"**一。**二**三。**四", "<strong>一。</strong>二<strong>三。</strong>四"},
      {"（**重点**）", "（<strong>重点</strong>）"},
      {"“**重点**”后", "“<strong>重点</strong>”后"},
      {"前**[链接](https://a.cn/)**后", "前<strong><a href=\"https://a.cn/\">链接</a></strong>后"},
      {"前**`码`**后", "前<strong><code>码</code></strong>后"},
      {"前**重点**后", "前<strong>重点</strong>后"},
      {"前** 不是 **后", "前** 不是 **后"},
      {"`**文字。**后`", "<code>**文字。**后</code>"},
      {"\\*\\*文字。\\*\\*后", "**文字。**后"},
      {"共5件*，另3件*。", "共5件*，另3件*。"},
      {"1~2件，3~4件", "1~2件，3~4件"},
      {"3*4*5", "3<em>4</em>5"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(std::string(text));
    CHECK(html(text) == "<p>" + std::string(expected) + "</p>\n");
    CHECK(html(text).find("\xEF\xA3") == std::string::npos);
  }
  CHECK(html("**bold.**more") == "<p>**bold.**more</p>\n");
}

TEST_CASE("a private-use character of the author stays") {
  CHECK(html("\xEF\xA3\xB0前**“引用”**后") == "<p>\xEF\xA3\xB0前<strong>“引用”</strong>后</p>\n");
}

TEST_CASE("every line is a paragraph in Chinese") {
  CHECK(html("一\n二\n\n三") == "<p>一</p>\n<p>二</p>\n<p>三</p>\n");
  CHECK(html("　　一\n\t二\n     三\r\n四") == "<p>一</p>\n<p>二</p>\n<p>三</p>\n<p>四</p>\n");
  CHECK(html("one\ntwo\n\nthree", Language::en) == "<p>one\ntwo</p>\n<p>three</p>\n");
  CHECK(html("    not code", Language::en) == "<p>not code</p>\n");
  CHECK(render("一\n二\n\n三").plain == "一\n二\n三\n");
  CHECK(render("one\ntwo", Language::en).plain == "one two\n");
}

TEST_CASE("no underlined headings") {
  CHECK(html("标题\n---\n后") == "<p>标题</p>\n<hr>\n<p>后</p>\n");
  CHECK(html("标题\n===\n后") == "<p>标题</p>\n<p>===</p>\n<p>后</p>\n");
  CHECK(html("标题\n-\n后") == "<p>标题</p>\n<p>-</p>\n<p>后</p>\n");
  CHECK(html("> 标题\n> ---") == "<blockquote>\n<p>标题</p>\n<hr>\n</blockquote>\n");
  CHECK(html("- 标题\n  ===") == "<ul>\n<li>标题<br>\n===</li>\n</ul>\n");
  CHECK(html("Title\n---", Language::en) == "<p>Title</p>\n<hr>\n");
}

TEST_CASE("lists") {
  CHECK(html("以下：\n- 甲\n- 乙\n后文") ==
        "<p>以下：</p>\n<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n<p>后文</p>\n");
  CHECK(html("- 甲\n  续\n- 乙") == "<ul>\n<li>甲<br>\n续</li>\n<li>乙</li>\n</ul>\n");
  CHECK(html("- 甲\n    - 乙\n    - 丙\n- 丁") ==
        "<ul>\n<li>甲\n<ul>\n<li>乙</li>\n<li>丙</li>\n</ul>\n</li>\n<li>丁</li>\n</ul>\n");
  CHECK(html("1. 甲\n  - 乙") == "<ol>\n<li>甲\n<ul>\n<li>乙</li>\n</ul>\n</li>\n</ol>\n");
  CHECK(html("- 甲\n      - 乙\n      - 丙") ==
        "<ul>\n<li>甲\n<ul>\n<li>乙</li>\n<li>丙</li>\n</ul>\n</li>\n</ul>\n");
  CHECK(html("事项\n3. 甲") == "<p>事项</p>\n<ol start=\"3\">\n<li>甲</li>\n</ol>\n");
  CHECK(html("- 甲\n　　后文") == "<ul>\n<li>甲</li>\n</ul>\n<p>后文</p>\n");
  CHECK(html("- 甲\n\n        乙") == "<ul>\n<li>\n<p>甲</p>\n<p>乙</p>\n</li>\n</ul>\n");
  CHECK(html("　　- 甲\n　　- 乙") == "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n");
  CHECK(html("-不是") == "<p>-不是</p>\n");
  CHECK(html("- a\nb", Language::en) == "<ul>\n<li>a\nb</li>\n</ul>\n");
}

TEST_CASE("quotes") {
  CHECK(html("> 甲\n> 乙\n丙") == "<blockquote>\n<p>甲</p>\n<p>乙</p>\n</blockquote>\n<p>丙</p>\n");
  CHECK(html(">     甲") == "<blockquote>\n<p>甲</p>\n</blockquote>\n");
  CHECK(html("> - 甲\n>   - 乙") ==
        "<blockquote>\n<ul>\n<li>甲\n<ul>\n<li>乙</li>\n</ul>\n</li>\n</ul>\n</blockquote>\n");
}

TEST_CASE("fences keep their text") {
  CHECK(html("前\n```c++\n  a  <b>\n　**c。**d\n{{x}}\n---\n```\n后") ==
        "<p>前</p>\n<pre><code class=\"language-c++\">  a  &lt;b&gt;\n　**c。**d\n{{x}}\n---\n"
        "</code></pre>\n<p>后</p>\n");
  CHECK(html("     ```\n     a\n      b\n     ```\n后") ==
        "<pre><code>a\n b\n</code></pre>\n<p>后</p>\n");
  CHECK(html("> ```\n> a\n后") ==
        "<blockquote>\n<pre><code>a\n</code></pre>\n</blockquote>\n<p>后</p>\n");
  CHECK(html("- 甲\n  ~~~\n  a\n    b\n  ~~~\n- 乙") ==
        "<ul>\n<li>甲\n<pre><code>a\n  b\n</code></pre>\n</li>\n<li>乙</li>\n</ul>\n");
  CHECK(html("```\n{{a") == "<pre><code>{{a\n</code></pre>\n");
}

TEST_CASE("headings begin at the base and skip no level") {
  NarrativeOptions options;
  options.base_heading = 3;
  options.id_prefix = "overview";
  Diagnostics diagnostics;
  const std::string text = "# 甲\n### 乙\n#### 丙\n# \n## 丁";
  CHECK(render_narrative({text, "a.md", 1}, options, diagnostics).html ==
        "<h3 id=\"overview-1\">甲</h3>\n<h4 id=\"overview-2\">乙</h4>\n"
        "<h5 id=\"overview-3\">丙</h5>\n<h4 id=\"overview-4\">丁</h4>\n");
  CHECK(html("#### 甲\n## 乙") == "<h3>甲</h3>\n<h3>乙</h3>\n");
}

TEST_CASE("tables") {
  const Result result =
      render("见下表：\n| 甲 | 乙 | 丙 | 丁 |\n|:--|:-:|--:|---|\n| 1 | 2 |\n后文");
  CHECK(result.html ==
        "<p>见下表：</p>\n<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" "
        "aria-label=\"表格\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\" "
        "class=\"align-left\">甲</th>\n"
        "<th scope=\"col\" class=\"align-center\">乙</th>\n"
        "<th scope=\"col\" class=\"align-right\">丙</th>\n<th "
        "scope=\"col\">丁</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td class=\"align-left\">1</td>\n<td class=\"align-center\">2</td>\n"
        "<td class=\"align-right\"></td>\n<td></td>\n</tr>\n</tbody>\n</table>\n</div>\n"
        "<p>后文</p>\n");
  CHECK(result.plain == "见下表：\n甲\t乙\t丙\t丁\n1\t2\t\t\n后文\n");
  CHECK(html("|甲|\n|-|\n").find("tbody") == std::string::npos);
  CHECK(html("|a|\n|-|\n\n|b|\n|-|\n", Language::en).find("aria-label=\"Table 2\"") !=
        std::string::npos);
}

TEST_CASE("links that pass") {
  CHECK(html("[a](https://a.cn/x?y=1&z=二#三)") ==
        "<p><a href=\"https://a.cn/x?y=1&amp;z=%E4%BA%8C#%E4%B8%89\">a</a></p>\n");
  CHECK(html("[a](HTTP://a.cn)") == "<p><a href=\"http://a.cn\">a</a></p>\n");
  CHECK(html("[a](mailto:b@a.cn)") == "<p><a href=\"mailto:b@a.cn\">a</a></p>\n");
  CHECK(html("[a](#b)") == "<p><a href=\"#b\">a</a></p>\n");
  CHECK(html("[a](report.pdf#page=2 \"题\")") ==
        "<p><a href=\"files/report.pdf#page=2\" title=\"题\">a</a></p>\n");
  CHECK(html("[a](/pages/about/)") == "<p><a href=\"../../pages/about/index.html\">a</a></p>\n");
  CHECK(html("[](report.pdf)") == "<p><a href=\"files/report.pdf\">report.pdf</a></p>\n");
  CHECK(html("[a][b]\n\n[b]: https://a.cn/") == "<p><a href=\"https://a.cn/\">a</a></p>\n");
  CHECK(html("![说明](图%201.png)") == "<p><img src=\"files/a.png\" alt=\"说明\"></p>\n");
  CHECK(html("![*说*`明`](<图 1.png>)") == "<p><img src=\"files/a.png\" alt=\"说明\"></p>\n");
  CHECK(html("![说明](../a.png)") == "<p><img src=\"files/a.png\" alt=\"说明\"></p>\n");
}

TEST_CASE("bare addresses end before Chinese text") {
  CHECK(html("见https://a.cn/b?c=1&d。后续") ==
        "<p>见<a href=\"https://a.cn/b?c=1&amp;d\">https://a.cn/b?c=1&amp;d</a>。后续</p>\n");
  CHECK(html("(https://a.cn/b_(c)), http://a.cn.") ==
        "<p>(<a href=\"https://a.cn/b_(c)\">https://a.cn/b_(c)</a>), "
        "<a href=\"http://a.cn\">http://a.cn</a>.</p>\n");
  CHECK(html("https:// http https://后") == "<p>https:// http https://后</p>\n");
  CHECK(html("[https://a.cn](https://b.cn)") ==
        "<p><a href=\"https://b.cn\">https://a.cn</a></p>\n");
  CHECK(html("<https://a.cn/>") == "<p><a href=\"https://a.cn/\">https://a.cn/</a></p>\n");
}

TEST_CASE("links that do not pass") {
  const std::pair<const char*, const char*> cases[] = {
      {"甲[a](javascript:alert(1))", "10:8 link-scheme"},
      {"[a](JaVaScRiPt:alert(1))", "10:5 link-scheme"},
      {"[a](data:text/html,x)", "10:5 link-scheme"},
      {"[a](vbscript:x)", "10:5 link-scheme"},
      {"[a](blob:x)", "10:5 link-scheme"},
      {"[a](ftp://a.cn)", "10:5 link-scheme"},
      {"[a](//evil.cn/)", "10:5 link-without-scheme"},
      {"[a](/\\\\evil.cn)", "10:1 link-malformed"},
      {"[a](java&#10;script:x)", "10:1 link-malformed"},
      {"[a](&#1;javascript:x)", "10:1 link-malformed"},
      {"[a](https://)", "10:5 link-malformed"},
      {"[a](https://a@b.cn/)", "10:5 link-malformed"},
      {"[a](mailto:x)", "10:5 link-malformed"},
      {"[a]()", "10:1 link-malformed"},
      {"[a](x%0Ay)", "10:5 link-malformed"},
      {"一\n\n　　二[a](nothing.pdf)", "12:14 link-missing"},
      {"[a](../../x/)", "10:5 link-missing"},
      {"[a](/nowhere/)", "10:5 link-missing"},
      {"[a][b]\n\n[b]: javascript:x", "12:6 link-scheme"},
      {"![a](https://a.cn/a.png)", "10:6 image-remote"},
      {"![a](//a.cn/a.png)", "10:6 image-remote"},
      {"![a](data:image/png;base64,x)", "10:6 link-scheme"},
      {"![a](../../a.png)", "10:6 image-outside"},
      {"![a](x/../../../a.png)", "10:6 image-outside"},
      {"![a](/a.png)", "10:6 image-outside"},
      {"![a](C:\\a.png)", "10:6 image-outside"},
      {"![a](file:///a.png)", "10:6 image-outside"},
      {"![a](none.png)", "10:6 image-missing"},
      {"![](图%201.png)", "10:5 image-without-text"},
      {"| 甲 |\n|-|\n| [a](x.pdf) |", "12:7 link-missing"},
      {"- 甲\n  - [a](x.pdf)", "11:9 link-missing"},
      {"> [a](x.pdf)", "10:7 link-missing"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(std::string(text));
    CHECK(only(render(text)) == expected);
  }
  CHECK(html("[字](javascript:x)") == "<p>字</p>\n");
}

TEST_CASE("raw HTML is shown, comments are left out") {
  const Result inline_html = render("前<b>字</b>后");
  CHECK(inline_html.html == "<p>前&lt;b&gt;字&lt;/b&gt;后</p>\n");
  REQUIRE(inline_html.diagnostics.items().size() == 2);
  CHECK(inline_html.diagnostics.items()[1].position.mark == Mark{10, 10});
  const Result block = render("一\n<script>\nalert(1)\n</script>\n二");
  CHECK(block.html.find("<script") == std::string::npos);
  CHECK(block.html.find("<p>&lt;script&gt;</p>") != std::string::npos);
  CHECK(block.html.find("<p>二</p>") != std::string::npos);
  CHECK(block.has(codes::raw_html));
  CHECK(block.diagnostics.items()[0].position.mark == Mark{11, 1});
  const Result comment = render("前<!-- 注 -->后\n\n<!--\n一\n二\n-->\n\n三");
  CHECK(comment.html == "<p>前后</p>\n<p>三</p>\n");
  CHECK(comment.diagnostics.empty());
  CHECK(html("不足<1个工作日，a<b") == "<p>不足&lt;1个工作日，a&lt;b</p>\n");
}

TEST_CASE("limits") {
  CHECK(only(render(std::string(128 * 1024 + 1, 'a'))) == "10:1 narrative-too-long");
  CHECK(only(render("一\n" + std::string(65, '|'))) == "11:1 too-many-bars");
  std::string references = "[a]: https://a.cn/" + std::string(1000, 'x') + "\n\n";
  for (int i = 0; i < 2000; ++i) references += "[a] ";
  CHECK(only(render(references)) == "10:1 narrative-output-too-long");
  CHECK(only(render(std::string(10000, '>') + "a")) == "10:1 nested-too-deeply");
  std::string nested;
  for (int i = 0; i < 40; ++i) nested += "- ";
  CHECK(render(nested + "a").has(codes::nested_too_deeply));
}

TEST_CASE("hostile text ends quickly and without harm") {
  const std::size_t many = 10000;
  auto repeated = [&](std::string_view piece) {
    std::string text;
    for (std::size_t i = 0; i < many; ++i) text += piece;
    return text;
  };
  for (std::string_view piece : {"[",        "![",   "*a_ ",         "**。a",
                                 "`",        "``a`", "~~",           "{{",
                                 "{",        "<!--", "<a ",          "&#",
                                 "> ",       "- ",   "1. ",          "|",
                                 "\\",       "[a](", "http://",      "\xFF",
                                 "\xE3\x80", "＊",   "\xEF\xA3\xB0", "增长{{a | change}}"}) {
    CAPTURE(std::string(piece));
    render(repeated(piece));
    render("a\n|-|\n" + repeated(piece), Language::en);
  }
  const Result broken = render("甲\xFF乙\xE3\x80 \xC0\xAF**\xE4。**b");
  CHECK(broken.html.find('\xFF') == std::string::npos);
  CHECK(html(std::string_view("a\0b&#1;c&#x81;d", 15)) ==
        "<p>a\xEF\xBF\xBD"
        "bcd</p>\n");
}

TEST_CASE("threads render the same text alike") {
  std::string text;
  for (int i = 0; i < 40; ++i) {
    text +=
        "## 一\n~~旧~~前**“引用”**后 https://a.cn/b。\n| 甲 | 乙 |\n|--|--|\n| ~~1~~ | 2~3 |\n\n- "
        "甲\n";
  }
  const std::string expected = html(text);
  std::vector<int> different(8, 0);
  {
    std::vector<std::jthread> threads;
    for (int& count : different) {
      threads.emplace_back([&] {
        for (int i = 0; i < 50; ++i) count += html(text) != expected;
      });
    }
  }
  CHECK(different == std::vector<int>(8, 0));
}

namespace {

Form sectioned_form() {
  Form form;
  form.sections.resize(3);
  form.sections[0].id = "overview";
  form.sections[0].title = "一、总体情况";
  form.sections[0].aliases = {"概述"};
  form.sections[1].id = "proactive";
  form.sections[1].title = "二、主动公开政府信息情况";
  form.sections[1].narrative = NarrativeUse::none;
  form.sections[2].id = "problems";
  form.sections[2].title = "五、存在的主要问题及改进情况";
  index_keys(form);
  return form;
}

struct Split {
  std::vector<Narrative> narratives;
  Diagnostics diagnostics;
};
Split split(std::string_view text) {
  Split result;
  result.narratives = split_sections(sectioned_form(), "report.md", text, result.diagnostics);
  return result;
}
std::string only(const Split& split) {
  REQUIRE(split.diagnostics.items().size() == 1);
  const Diagnostic& d = split.diagnostics.items()[0];
  return std::to_string(d.position.mark.line) + ":" + std::to_string(d.position.mark.column) + " " +
         std::string(d.code());
}

}  // namespace

TEST_CASE("report.md is split at the headings of the form") {
  const Split result = split(
      "\n# 一、总体情况\n甲\n\n乙\r\n  二、主动公开政府信息情况  "
      "\n\n**五.存在的主要问题及改进情况**\n丙");
  CHECK(result.diagnostics.empty());
  REQUIRE(result.narratives.size() == 2);
  CHECK(result.narratives[0].section == "overview");
  CHECK(result.narratives[0].text == "甲\n\n乙\r\n");
  CHECK(result.narratives[0].first_line == 3);
  CHECK(result.narratives[1].section == "problems");
  CHECK(result.narratives[1].text == "丙");
  CHECK(result.narratives[1].first_line == 9);
  CHECK(split("概述\n甲").narratives.size() == 1);
  CHECK(split("").narratives.empty());
  CHECK(split("一、总体情况\n```\n一、总体情况\n```\n").diagnostics.empty());
}

TEST_CASE("what is wrong with the sections of a report.md") {
  CHECK(only(split("　　甲\n一、总体情况\n乙")) == "1:7 text-before-sections");
  CHECK(only(split("一、总体情况\n乙\n## 概述\n丙")) == "3:1 section-twice");
  CHECK(only(split("五、存在的主要问题及改进情况\n乙\n一、总体情况\n丙")) == "3:1 section-order");
  CHECK(only(split("一、总体情况\n乙\n# 五、存在的主要问题和改进情况\n丙")) ==
        "3:1 section-nearly");
  CHECK(only(split("二、主动公开政府信息情况\n\n 丙")) == "3:2 section-without-text");
  CHECK(split("一、总体情况\n乙\n### 其他\n存在的主要问题").diagnostics.empty());
}
