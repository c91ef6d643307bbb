#include "load/mend.h"

#include <algorithm>
#include <vector>

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
    const std::string& written = suspect.arguments[0];
    const std::string& meant = suspect.arguments[1];
    const std::size_t at =
        offset_of_line(source.text, suspect.position.mark.line) + suspect.position.mark.column - 1;
    std::string replacement = meant;
    replacement.resize(written.size(), ' ');
    source.text.replace(at, written.size(), replacement);
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

void blank_line(SourceText& source, std::uint32_t line) {
  const std::size_t begin = offset_of_line(source.text, line);
  std::fill(source.text.begin() + static_cast<std::ptrdiff_t>(begin),
            source.text.begin() + static_cast<std::ptrdiff_t>(end_of_line(source.text, begin)),
            ' ');
}

}  // namespace gongkai
