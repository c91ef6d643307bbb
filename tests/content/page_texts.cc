// What stands on the report pages of a built portal, read by an HTML parser: for each page a line of
// JSON, {address, title, bytes, runs, words}. `bytes` is the size of the visible text of `main` less
// navigation, `runs` are the runs of Chinese characters in it, block by block, `words` its Latin
// words and its numbers without thousands separators.
//
//     page_texts <public>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>

#include "html.h"

namespace fs = std::filesystem;

namespace {

const std::set<std::string_view> unseen = {"nav", "script", "style", "noscript"};
const std::set<std::string_view> within_line = {"a",   "abbr", "b",     "code", "del", "em",
                                                "i",   "img",  "input", "ins",  "label", "mark", "s",
                                                "small", "span", "strong", "sub", "sup", "time", "u"};

/// All blocks of a page, each on a line of its own.
void collect(const GumboNode& node, std::string& out) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) {
    for (const char* c = node.v.text.text; *c != 0; ++c) out += *c == '\n' ? ' ' : *c;
    return;
  }
  if (node.type != GUMBO_NODE_ELEMENT) return;
  const std::string_view name = html::name(node);
  if (unseen.contains(name)) return;
  const bool block = !within_line.contains(name);
  if (block) out += '\n';
  for (unsigned i = 0; i < node.v.element.children.length; ++i) {
    collect(*static_cast<const GumboNode*>(node.v.element.children.data[i]), out);
  }
  if (block) out += '\n';
}

std::string with_single_blanks(const std::string& text) {
  return std::regex_replace(std::regex_replace(text, std::regex(" +"), " "),
                            std::regex("( ?\n ?)+"), "\n");
}

/// The length in bytes of the Chinese character at `at`; 0 where there is none.
std::size_t han_length(const std::string& text, std::size_t at) {
  if (at + 2 >= text.size() || (text[at] & 0xf0) != 0xe0) return 0;
  const unsigned value = (text[at] & 0x0fu) << 12 | (text[at + 1] & 0x3fu) << 6 | (text[at + 2] & 0x3fu);
  return (value >= 0x4e00 && value <= 0x9fff) || (value >= 0x3400 && value <= 0x4dbf) ? 3 : 0;
}

std::set<std::string> runs_of(const std::string& text) {
  std::set<std::string> runs;
  std::string run;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t length = at < text.size() ? han_length(text, at) : 0;
    if (length != 0) {
      run.append(text, at, length);
      at += length;
    } else {
      if (run.size() > 3) runs.insert(run);
      run.clear();
      ++at;
    }
  }
  return runs;
}

std::set<std::string> words_of(const std::string& text) {
  const std::regex number("[0-9]{1,3}(,[0-9]{3})+(?![0-9,])|[0-9]+|[A-Za-z]+");
  std::set<std::string> words;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), number); it != std::sregex_iterator();
       ++it) {
    std::string word = it->str();
    const auto at = static_cast<std::size_t>(it->position());
    const auto is_joined = [&](std::size_t i) {
      return i < text.size() && (std::isalnum(static_cast<unsigned char>(text[i])) != 0 ||
                                 text[i] == '.' || text[i] == ',' || (text[i] & 0x80) != 0);
    };
    // Only what stands alone: decimals and full-width signs are the matter of other tests.
    if (is_joined(at - 1) || is_joined(at + word.size())) continue;
    std::erase(word, ',');
    words.insert(word);
  }
  return words;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: page_texts <public>\n";
    return 2;
  }
  const fs::path root = argv[1];
  std::set<std::string> addresses;
  for (const auto& entry : fs::recursive_directory_iterator(root / "agencies")) {
    addresses.insert(entry.path().lexically_relative(root).generic_string());
  }
  const std::regex of_report("agencies/[^/]+/[0-9]{4}/index\\.html");
  for (const std::string& address : addresses) {
    if (!std::regex_match(address, of_report)) continue;
    std::ifstream in(root / address, std::ios::binary);
    const html::Document page({std::istreambuf_iterator<char>(in), {}});
    std::string text;
    bool is_report = false;
    for (const GumboNode* main : html::elements(page.root(), "main")) {
      collect(*main, text);
      for (const GumboNode* article : html::elements(*main, "article")) {
        const char* css_class = html::attribute(*article, "class");
        is_report = is_report || (css_class != nullptr && std::string_view(css_class) == "report");
      }
    }
    if (!is_report) continue;  // a notice stands here
    text = with_single_blanks(text);
    std::cout << nlohmann::json{{"address", address},
                                {"bytes", text.size()},
                                {"runs", runs_of(text)},
                                {"words", words_of(text)}}
              << "\n";
  }
}
