#include "theme/words_file.h"

#include <algorithm>
#include <optional>

#include "diagnostics/codes/theme.h"

namespace gongkai {
namespace {

constexpr std::string_view kBlanks = " \t";

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.';
}

class LineReader {
 public:
  LineReader(const std::string& file, std::uint32_t number, std::string_view line,
             Diagnostics& diagnostics)
      : file_(file), number_(number), line_(line), diagnostics_(diagnostics) {}

  void read(WordMap& words) {
    std::size_t key_end = static_cast<std::size_t>(
        std::find_if_not(line_.begin(), line_.end(), is_key_character) - line_.begin());
    if (key_end == 0) return fail(0);
    if (key_end == line_.size() || line_[key_end] != ':') {
      return fail(key_end);
    }
    std::size_t begin = line_.find_first_not_of(kBlanks, key_end + 1);
    if (begin == std::string_view::npos) return fail(key_end);
    if (begin == key_end + 1) return fail(begin);
    std::optional<std::string> text = line_[begin] == '"' ? quoted(begin) : plain(begin);
    if (!text) return;

    std::string key(line_.substr(0, key_end));
    const Position key_position = at(0, static_cast<std::uint32_t>(key_end));
    auto [known, added] = words.try_emplace(key, Word{*text, at(begin, 0)});
    if (added) return;
    const Position& first = known->second.position;
    diagnostics_.add(codes::repeated_word, key_position, {key})
        .notes.push_back({&notes::word_first_given, {first.file, {first.mark.line, 1}, 0}, {}});
  }

 private:
  std::optional<std::string> quoted(std::size_t& begin) {
    std::string text;
    for (std::size_t i = begin + 1; i < line_.size(); ++i) {
      if (line_[i] == '"') {
        std::size_t rest = line_.find_first_not_of(kBlanks, i + 1);
        if (rest != std::string_view::npos && line_[rest] != '#') {
          fail(rest);
          return std::nullopt;
        }
        ++begin;
        return text;
      }
      if (line_[i] == '\\') {
        if (i + 1 == line_.size() || (line_[i + 1] != '"' && line_[i + 1] != '\\')) {
          fail(i);
          return std::nullopt;
        }
        ++i;
      }
      text += line_[i];
    }
    fail(begin);
    return std::nullopt;
  }

  std::optional<std::string> plain(std::size_t begin) {
    std::string_view text = line_.substr(begin);
    if (std::size_t comment = text.find(" #"); comment != std::string_view::npos) {
      text = text.substr(0, comment);
    }
    text = text.substr(0, text.find_last_not_of(kBlanks) + 1);
    if (std::string_view("{}[],&*!|>'%@`#?-:").find(text.empty() ? '#' : text.front()) !=
        std::string_view::npos) {
      fail(begin);
      return std::nullopt;
    }
    std::size_t colon = text.find(": ");
    if (colon == std::string_view::npos && text.back() == ':') colon = text.size() - 1;
    if (colon != std::string_view::npos) {
      fail(begin + colon);
      return std::nullopt;
    }
    return std::string(text);
  }

  void fail(std::size_t offset) { diagnostics_.add(codes::words_syntax, at(offset, 0)); }

  Position at(std::size_t offset, std::uint32_t length) const {
    return {file_, {number_, static_cast<std::uint32_t>(offset) + 1}, length};
  }

  const std::string& file_;
  std::uint32_t number_;
  std::string_view line_;
  Diagnostics& diagnostics_;
};

}  // namespace

WordMap read_words(const std::string& file, std::string_view text, Diagnostics& diagnostics) {
  WordMap words;
  std::uint32_t number = 0;
  while (!text.empty()) {
    ++number;
    std::size_t newline = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, newline);
    text.remove_prefix(std::min(newline + 1, text.size()));
    std::size_t first = line.find_first_not_of(kBlanks);
    if (first == std::string_view::npos || line[first] == '#') continue;
    LineReader(file, number, line, diagnostics).read(words);
  }
  return words;
}

}  // namespace gongkai
