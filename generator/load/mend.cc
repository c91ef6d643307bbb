#include "load/mend.h"

#include <algorithm>
#include <vector>

#include "load/full_width.h"

namespace gongkai {
namespace {

std::size_t offset_of_line(std::string_view text, std::uint32_t line) {
  std::size_t offset = 0;
  while (--line) offset = text.find('\n', offset) + 1;
  return offset;
}

std::size_t end_of_line(std::string_view text, std::size_t begin) {
  return std::min(text.find('\n', begin), text.size());
}

// The offset in the line of the first bracket that the line opens and does not close, npos where
// every one is closed. Quoted texts and comments are passed over.
std::size_t open_bracket(std::string_view line) {
  std::vector<std::size_t> open;
  char quote = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quote) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && (i == 0 || std::string_view(" [{,").find(line[i - 1]) !=
                                                         std::string_view::npos)) {
      quote = c;
    } else if (c == '#' && (i == 0 || line[i - 1] == ' ')) {
      break;
    } else if (c == '[' || c == '{') {
      open.push_back(i);
    } else if ((c == ']' || c == '}') && !open.empty()) {
      open.pop_back();
    }
  }
  return open.empty() ? std::string_view::npos : open.front();
}

// Whether a line begins with a key, outside of brackets: `三（一）: …` or `- file: …`.
bool begins_key(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return false;
  return (colon + 1 == line.size() || line[colon + 1] == ' ') &&
         line.substr(0, colon).find_first_of("[]{},") == std::string_view::npos;
}

std::string_view next_written_line(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t end = end_of_line(text, at);
    const std::string_view line = text.substr(at, end - at);
    if (line.find_first_not_of(' ') != std::string_view::npos) return line;
    at = end + 1;
  }
  return {};
}

}  // namespace

void replace_full_width(SourceText& source, const Diagnostics& suspects) {
  for (const Diagnostic& suspect : suspects.items()) {
    const std::size_t length = suspect.position.length;
    const std::size_t at =
        offset_of_line(source.text, suspect.position.mark.line) + suspect.position.mark.column - 1;
    const auto found = find_full_width(std::string_view(source.text).substr(at, length));
    std::string replacement = found ? found->meant : " ";
    replacement.resize(length, ' ');
    source.text.replace(at, length, replacement);
  }
}

Mark find_unclosed_bracket(std::string_view text) {
  std::uint32_t number = 1;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = end_of_line(text, begin);
    const std::size_t bracket = open_bracket(text.substr(begin, end - begin));
    if (bracket != std::string_view::npos) {
      const std::string_view next = next_written_line(text, end + 1);
      if (next.empty() || begins_key(next)) {
        return {number, static_cast<std::uint32_t>(bracket + 1)};
      }
    }
    begin = end + 1;
  }
  return {};
}

Mark find_colon_without_space(std::string_view text) {
  std::uint32_t number = 1;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = end_of_line(text, begin);
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t colon = line.find(':');
    const std::size_t key = line.find_first_not_of(" -");
    if (colon != std::string_view::npos && colon + 1 < line.size() && key < colon &&
        line[colon + 1] != ' ' && line[colon + 1] != '/' && line[key] != '#' &&
        line.substr(key, colon - key).find_first_of("\"'[]{}, ") == std::string_view::npos &&
        line.substr(key, colon - key).find_first_not_of("0123456789") != std::string_view::npos) {
      return {number, static_cast<std::uint32_t>(colon + 1)};
    }
    begin = end + 1;
  }
  return {};
}

void insert_blank(SourceText& source, Mark after) {
  source.text.insert(offset_of_line(source.text, after.line) + after.column, " ");
}

void close_quote(SourceText& source, Mark mark) {
  const std::size_t begin = offset_of_line(source.text, mark.line);
  const std::size_t quote = begin + mark.column - 1;
  const std::size_t last = end_of_line(source.text, begin) - 1;
  const std::string before = source.text.substr(begin, quote - begin);
  const std::string quoted = source.text.substr(quote + 1, last - quote);
  if (last == quote || before.find_first_of("[{") != std::string::npos) {
    blank_line(source, mark.line);
  } else if (quoted.find_first_of(":#[]{}&*!|>'\"%@`") == std::string::npos) {
    source.text[quote] = ' ';  // it stands as well without its quote
  } else {
    source.text[last] = source.text[quote];
  }
}

void blank_line(SourceText& source, std::uint32_t line) {
  const std::size_t begin = offset_of_line(source.text, line);
  std::fill(source.text.begin() + static_cast<std::ptrdiff_t>(begin),
            source.text.begin() + static_cast<std::ptrdiff_t>(end_of_line(source.text, begin)),
            ' ');
}

}  // namespace gongkai
