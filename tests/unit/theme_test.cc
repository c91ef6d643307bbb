#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "embedded/gongkai_theme.h"
#include "theme/compiled_template.h"
#include "theme/expand.h"
#include "theme/lint.h"
#include "theme/style_sheets.h"
#include "theme/theme.h"
#include "theme/words_file.h"

namespace gongkai {
namespace {

std::string rendered(const std::string& text, const View& view) {
  Diagnostics diagnostics;
  std::vector<TemplateNode> nodes = parse_template("t", text, diagnostics);
  REQUIRE(diagnostics.empty());
  std::string out;
  CompiledTemplate(nodes).render(view, out);
  return out;
}

/// `line:column code` of everything that was found, one a line.
std::string found(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics.items()) {
    out += std::to_string(d.position.mark.line) + ":" + std::to_string(d.position.mark.column) +
           " " + std::string(d.code()) + "\n";
  }
  return out;
}

std::string mistakes(const std::string& text) {
  Diagnostics diagnostics;
  parse_template("t", text, diagnostics);
  return found(diagnostics);
}

View object(View::Object names) { return View(std::move(names)); }

/// A folder that is gone at the end.
class TemporaryFolder {
 public:
  TemporaryFolder()
      : path_(std::filesystem::temp_directory_path() /
              ("gongkai-theme-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)))) {
    std::filesystem::create_directories(path_);
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

ThemeFiles with_partials(std::map<std::string, std::string> partials) {
  ThemeFiles files;
  for (auto& [name, text] : partials) files.partials[name] = {name, text};
  return files;
}

}  // namespace

TEST_CASE("a variable is escaped, a raw one is not") {
  const View view = object({{"a", "<b> & \"c\" 'd'"}});
  CHECK(rendered("{{a}}", view) == "&lt;b&gt; &amp; &quot;c&quot; 'd'");
  CHECK(rendered("{{{a}}}|{{&a}}|{{{ a }}}", view) ==
        "<b> & \"c\" 'd'|<b> & \"c\" 'd'|<b> & \"c\" 'd'");
}

TEST_CASE("sections follow truth values, texts and lists") {
  const View view = object({{"yes", true},
                            {"no", false},
                            {"text", "x"},
                            {"empty", ""},
                            {"none", View::List()},
                            {"two", View::List{View("a"), View("b")}}});
  CHECK(rendered("{{#yes}}1{{/yes}}{{#no}}2{{/no}}{{^yes}}3{{/yes}}{{^no}}4{{/no}}", view) == "14");
  CHECK(rendered("{{#text}}<{{.}}>{{/text}}{{^text}}!{{/text}}", view) == "<x>");
  CHECK(rendered("{{#empty}}1{{/empty}}{{^empty}}2{{/empty}}", view) == "2");
  CHECK(rendered("{{#none}}1{{/none}}{{^none}}2{{/none}}", view) == "2");
  CHECK(rendered("{{#two}}{{.}},{{/two}}{{^two}}no{{/two}}", view) == "a,b,");
}

TEST_CASE("inner sections see outer names, and inner names first") {
  const View row = object({{"label", "row"},
                           {"cells", View::List{object({{"value", "1"}, {"label", ""}}),
                                                object({{"value", "2"}, {"label", "l"}})}}});
  const View view = object({{"title", "T"}, {"label", "page"}, {"rows", View::List{row, row}}});
  CHECK(rendered("{{#rows}}{{label}}:{{#cells}}{{title}}{{value}}{{#label}}({{.}}){{/label}}"
                 "{{/cells}};{{/rows}}{{label}}",
                 view) == "row:T1T2(l);row:T1T2(l);page");
}

TEST_CASE("a list inside itself and beside itself") {
  const View inner = View::List{View("a"), View("b")};
  const View view = object({{"x", View::List{object({{"y", inner}}), object({{"y", inner}})}}});
  CHECK(
      rendered("{{#x}}[{{#y}}{{.}}{{/y}}{{#y}}{{#y}}{{.}}{{/y}}{{/y}}]{{/x}}{{#x}}.{{/x}}", view) ==
      "[abab"
      "ab][abab"
      "ab]..");
}

TEST_CASE("dotted names go down, from wherever the first name is found") {
  const View view = object({{"a", object({{"b", object({{"c", "deep"}})}, {"t", true}})},
                            {"off", false},
                            {"l", View::List{object({{"n", "1"}})}}});
  CHECK(rendered("{{a.b.c}}{{#l}}{{n}}{{a.b.c}}{{/l}}{{#a.t}}+{{/a.t}}", view) == "deep1deep+");
  CHECK(rendered("{{#a.b}}{{c}}{{/a.b}}", view) == "deep");
  CHECK(rendered("{{^off.x}}absent{{/off.x}}{{off.x}}", view) == "absent");
}

TEST_CASE("tags alone on their lines leave none, and indentation is dropped") {
  const View view = object({{"rows", View::List{object({{"v", "1"}}), object({{"v", "2"}})}}});
  CHECK(rendered(
            "<ul>\n  {{! a\n comment }}\n  {{#rows}}\n    <li>{{v}}</li>\n  {{/rows}}\n\n</ul>\n",
            view) == "<ul>\n<li>1</li>\n<li>2</li>\n</ul>\n");
  CHECK(rendered("<p>\n  a {{#rows}}{{v}} {{/rows}} b  \n</p>", view) == "<p>\na 1 2  b\n</p>");
}

TEST_CASE("braces that are no tags stay") {
  const View view = object({{"a", "x"}});
  CHECK(rendered("{ {a} } }}", view) == "{ {a} } }}");
  Diagnostics diagnostics;
  WordMap words;
  words["brace"] = {"{", {"w", {1, 8}, 0}};
  const ThemeFiles files;
  auto nodes = Expander(files, words, diagnostics).expand({"t", "{{words.brace}}{{a}}\n"});
  std::string out;
  CompiledTemplate(nodes).render(view, out);
  CHECK(out == "{x\n");
}

TEST_CASE("mistakes in tags have their places") {
  CHECK(mistakes("a\n {{#open}}\nb\n") == "2:5 unclosed-section\n");
  CHECK(mistakes("a\n中{{/shut}}\n") == "2:7 unopened-section\n");
  CHECK(mistakes("{{#a}}{{#b}}{{/a}}{{/b}}") == "1:10 unclosed-section\n1:22 unopened-section\n");
  CHECK(mistakes("x {{name\n}} y {{{raw}} z") == "1:3 unclosed-tag\n2:6 unclosed-tag\n");
  CHECK(mistakes("{{=<% %>=}}{{}}{{a b}}") ==
        "1:1 unknown-tag\n1:12 unknown-tag\n1:16 unknown-tag\n");
}

TEST_CASE("partials are put in once, inside a line without their last newline") {
  Diagnostics diagnostics;
  const ThemeFiles files = with_partials({{"item", "<li>{{v}}</li>\n"}, {"list", "{{> item}}\n"}});
  auto nodes = Expander(files, {}, diagnostics).expand({"t", "  {{> list}}\n({{>item}})\n"});
  REQUIRE(diagnostics.empty());
  std::string out;
  CompiledTemplate(nodes).render(object({{"v", "1"}}), out);
  CHECK(out == "<li>1</li>\n(<li>1</li>)\n");
}

TEST_CASE("a partial that is missing or includes itself is an error") {
  Diagnostics diagnostics;
  const ThemeFiles files = with_partials({{"head", "{{> foot}}\n"}, {"foot", "\n {{> head}}\n"}});
  Expander(files, {}, diagnostics).expand({"t", "{{> heat}}\n{{> head}}\n"});
  CHECK(found(diagnostics) == "1:5 unknown-partial\n2:6 partial-cycle\n");
  CHECK(diagnostics.items()[0].notes[0].arguments[0] == "head");
  CHECK(diagnostics.items()[1].arguments[0] == "head → foot → head");
}

TEST_CASE("words are escaped, but their tags are tags") {
  Diagnostics diagnostics;
  const WordMap words =
      read_words("w", "count: \"<{{n}} & {{#s}}\\\"more\\\"{{/s}}>\" # why\n", diagnostics);
  REQUIRE(diagnostics.empty());
  const ThemeFiles files;
  auto nodes = Expander(files, words, diagnostics).expand({"t", "{{words.count}}{{words.cuont}}"});
  CHECK(found(diagnostics) == "1:18 unknown-word\n");
  CHECK(diagnostics.items()[0].notes[0].arguments[0] == "count");
  std::string out;
  CompiledTemplate(nodes).render(object({{"n", "<"}, {"s", true}}), out);
  CHECK(out == "&lt;&lt; &amp; &quot;more&quot;&gt;");
}

TEST_CASE("a words file is read strictly") {
  Diagnostics diagnostics;
  WordMap words = read_words("w",
                             "# words\n\nhome: 首页 # the first\nquote: \"a: \\\"b\\\"\"\n"
                             "home: again\nno text\nkey:\nkey:x\nopen: \"x\nmap: {a}\nc: a: b\n",
                             diagnostics);
  CHECK(words["home"].text == "首页");
  CHECK(words["quote"].text == "a: \"b\"");
  CHECK(words["home"].position.mark == Mark{3, 7});
  CHECK(found(diagnostics) ==
        "5:1 repeated-word\n6:3 words-syntax\n7:4 words-syntax\n8:5 words-syntax\n"
        "9:7 words-syntax\n10:6 words-syntax\n11:5 words-syntax\n");
}

TEST_CASE("a word cannot hold words or partials") {
  Diagnostics diagnostics;
  const WordMap words = read_words("w", "a: x {{words.a}} {{> b}}\n", diagnostics);
  const ThemeFiles files;
  Expander(files, words, diagnostics).expand({"t", "{{words.a}}"});
  CHECK(found(diagnostics) == "1:8 tag-in-word\n1:22 tag-in-word\n");
}

TEST_CASE("names outside the contract are found where they stand") {
  const std::vector<Name> names = {
      {"title", {}}, {"rows", {{"label", {}}, {"cells", {{"value", {}}}}}}, {"years", {}}};
  auto lint = [&](const std::string& text) {
    Diagnostics diagnostics;
    lint_template(parse_template("t", text, diagnostics), names, "report", diagnostics);
    return found(diagnostics);
  };
  CHECK(lint("{{title}}{{#rows}}{{title}}{{label}}{{#cells}}{{value}}{{label}}{{/cells}}{{/rows}}"
             "{{#years}}{{.}}{{/years}}{{#title}}{{.}}{{/title}}") == "");
  CHECK(lint("{{titel}}\n{{#rows}}{{value}}{{/rows}}") ==
        "1:3 unknown-theme-name\n2:12 unknown-theme-name\n");
  CHECK(lint("{{rows}}{{#rows}}{{.}}{{/rows}}") ==
        "1:3 theme-name-not-text\n1:20 theme-name-not-text\n");
  CHECK(lint("{{rows.lable}}{{^rows}}{{label}}{{/rows}}") ==
        "1:8 unknown-theme-name\n1:26 unknown-theme-name\n");
}

TEST_CASE("a view that breaks its contract is told") {
  const std::vector<Name> names = {{"a", {}}, {"l", {{"x", {}}}}};
  CHECK(contract_breaches(names, object({{"a", ""}, {"l", View::List()}})).empty());
  CHECK(contract_breaches(names, object({{"a", ""}, {"l", false}})).empty());
  const View wrong = object({{"b", ""}, {"l", View::List{object({})}}});
  CHECK(contract_breaches(names, wrong) ==
        std::vector<std::string>{"page.a is not set", "page.l[0].x is not set",
                                 "page.b is not in the contract"});
}

TEST_CASE("threads render the same bytes") {
  View::List rows;
  for (int r = 0; r < 20; ++r) {
    View::List cells;
    for (int c = 0; c < 10; ++c) {
      cells.push_back(object({{"value", std::to_string(r * c) + "<"}, {"derived", c % 3 == 0}}));
    }
    rows.push_back(object({{"label", "行 " + std::to_string(r)}, {"cells", cells}}));
  }
  const View view = object({{"rows", rows}});
  Diagnostics diagnostics;
  const CompiledTemplate page(parse_template(
      "t",
      "{{#rows}}\n<tr><th>{{label}}</th>{{#cells}}<td{{#derived}} class=\"d\"{{/derived}}>"
      "{{value}}</td>{{/cells}}</tr>\n{{/rows}}\n",
      diagnostics));
  std::string expected;
  page.render(view, expected);
  std::vector<std::string> outs(8);
  {
    std::vector<std::jthread> threads;
    for (std::string& out : outs) {
      threads.emplace_back([&] {
        for (int i = 0; i < 20; ++i) {
          out.clear();
          page.render(view, out);
        }
      });
    }
  }
  for (const std::string& out : outs) CHECK(out == expected);
}

TEST_CASE("the default theme loads in both languages, with the same words") {
  std::vector<std::set<std::string>> keys;
  for (const char* language : {"zh-CN", "en"}) {
    Diagnostics diagnostics;
    const TemporaryFolder site;
    auto theme = load_theme(site.path(), "default", language, diagnostics);
    for (const Diagnostic& d : diagnostics.items()) {
      MESSAGE(d.position.file << ":" << d.position.mark.line << ":" << d.position.mark.column << " "
                              << message(d, Language::en));
    }
    REQUIRE(theme);
    CHECK(theme->files().count("assets/style.css") == 1);
    keys.emplace_back();
    for (const auto& [key, word] : theme->words().all()) keys.back().insert(key);
  }
  CHECK(keys[0] == keys[1]);
}

TEST_CASE("files of the site's theme come before the built-in ones") {
  const TemporaryFolder site;
  site.write("themes/county/assets/logo.svg", "<svg/>");
  site.write("themes/county/assets/.hidden", "");
  site.write("themes/county/assets/style.css", "/* ours */");
  site.write("themes/county/words/zh-CN.yaml", "\xEF\xBB\xBFown_word: 自己的\r\n");
  Diagnostics diagnostics;
  auto theme = load_theme(site.path(), "county", "zh-CN", diagnostics);
  REQUIRE(theme);
  CHECK(theme->files().at("assets/style.css") == "/* ours */");
  CHECK(theme->files().count("assets/logo.svg") == 1);
  CHECK(theme->files().count("assets/.hidden") == 0);
  CHECK(theme->words()["own_word"] == "自己的");
  CHECK(theme->words().all().size() > 1);
}

TEST_CASE("style sheets are put together from their sources, without comments and indentation") {
  CHECK(compact_css("/* a */\n\n.a {\n  content: \"/* no */  x\";\n}\n") ==
        ".a {\ncontent: \"/* no */  x\";\n}\n");
  CHECK(compact_css("a { b: 'it\\'s /*' } /* never closed") == "a { b: 'it\\'s /*' } ");
  CHECK(join_style_sheet({{"20-b.css", "b {}\n"}, {"10-a.css", "a {}\n"}}) == "a {}\nb {}\n");

  const TemporaryFolder site;
  site.write("themes/county/styles/style/10-tokens.css", ".gongkai { --accent: red; }\n");
  site.write("themes/county/styles/style/99-own.css", "/* ours */ .gongkai .own { color: red; }\n");
  Diagnostics diagnostics;
  auto theme = load_theme(site.path(), "county", "zh-CN", diagnostics);
  REQUIRE(theme);
  const std::string& style = theme->files().at("assets/style.css");
  CHECK(style.starts_with(".gongkai { --accent: red; }\n"));
  CHECK(style.find("@media print") != std::string::npos);
  CHECK(style.ends_with("\n.gongkai .own { color: red; }\n"));
}

TEST_CASE("a theme takes what it lacks from the theme that it extends") {
  const TemporaryFolder site;
  site.write("themes/town/theme.yaml", "extends: county\n");
  site.write("themes/town/assets/a.svg", "town");
  site.write("themes/county/assets/a.svg", "county");
  site.write("themes/county/assets/b.svg", "county");
  site.write("themes/default/assets/b.svg", "default");
  site.write("themes/default/assets/c.svg", "default");
  Diagnostics diagnostics;
  auto theme = load_theme(site.path(), "town", "zh-CN", diagnostics);
  REQUIRE(theme);
  CHECK(theme->files().at("assets/a.svg") == "town");
  CHECK(theme->files().at("assets/b.svg") == "county");
  CHECK(theme->files().at("assets/c.svg") == "default");

  site.write("themes/county/theme.yaml", "extends: town\n");
  CHECK(!load_theme(site.path(), "town", "zh-CN", diagnostics));
  CHECK(found(diagnostics) == "1:10 theme-extends-itself\n");
  diagnostics = {};
  site.write("themes/county/theme.yaml", "extends: twon\n");
  CHECK(!load_theme(site.path(), "town", "zh-CN", diagnostics));
  CHECK(found(diagnostics) == "1:10 unknown-theme\n");
}

TEST_CASE("mistakes in a site's theme stop it") {
  const TemporaryFolder site;
  Diagnostics diagnostics;
  CHECK(!load_theme(site.path(), "defualt", "zh-CN", diagnostics));
  REQUIRE(found(diagnostics) == "0:0 unknown-theme\n");
  CHECK(diagnostics.items()[0].notes[0].arguments[0] == "default");

  site.write("themes/default/templates/reprot.mustache", "");
  site.write("themes/default/words/zh-CN.yaml", "a: \xB9\xAB\n");
  diagnostics = {};
  CHECK(!load_theme(site.path(), "default", "zh-CN", diagnostics));
  CHECK(found(diagnostics) == "0:0 unknown-template\n1:4 theme-not-utf8\n");
}

}  // namespace gongkai
