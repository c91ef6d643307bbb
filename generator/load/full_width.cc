#include "load/full_width.h"

#include "diagnostics/codes/yaml.h"
#include "diagnostics/utf8.h"

namespace gongkai {
namespace {

// The half-width character that was meant, 0 where there is none.
char32_t half_width_of(char32_t c) {
  if (c == 0x3000) return ' ';
  if (c == U'，' || c == U'、') return ',';
  if (c == U'【') return '[';
  if (c == U'】') return ']';
  if (c == U'“' || c == U'”') return '"';
  if (c == U'‘' || c == U'’') return '\'';
  if (c == U'。') return '.';
  if (c == U'—' || c == U'－' || c == 0x2212) return '-';
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  return 0;
}

bool is_structural(char32_t c) {
  return c == U'：' || c == U'［' || c == U'］' || c == U'【' || c == U'】' || c == U'｛' ||
         c == U'｝' || c == U'，' || c == U'＃' || c == 0x3000;
}

// One line outside of quotes and comments: the first full-width character in a structural place.
// A key ends at the first colon; what follows an ASCII colon is a text, where `：` and `，` are
// right unless the text begins like a list.
std::optional<FullWidth> suspect_in_line(std::string_view line) {
  bool after_colon = false, in_list = false;
  char quote = 0;
  for (std::size_t i = 0; i < line.size();) {
    const CodePoint c = decode_utf8(line, i);
    if (quote) {
      if (c.value == static_cast<char32_t>(quote)) quote = 0;
    } else if ((c.value == '"' || c.value == '\'') &&
               (i == 0 || line[i - 1] == ' ' || line[i - 1] == '[' || line[i - 1] == ',' ||
                line[i - 1] == '{')) {
      quote = static_cast<char>(c.value);
    } else if (c.value == '#' && (i == 0 || line[i - 1] == ' ')) {
      return {};
    } else if (c.value == ':' && (i + 1 == line.size() || line[i + 1] == ' ')) {
      after_colon = true;
    } else if (c.value == '[' || c.value == '{') {
      in_list = true;
    } else if (is_structural(c.value)) {
      const std::size_t last = line.substr(0, i).find_last_not_of(' ');
      const std::string_view before =
          last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
      const bool begins_value = before.empty() || before.ends_with(':') ||
                                before.ends_with("：") || before.ends_with('-');
      const bool bracket = c.value != U'：' && c.value != U'，';
      if (in_list || (!after_colon && c.value == U'：') || (bracket && begins_value)) {
        std::string meant;
        append_utf8(meant, half_width_of(c.value));
        return FullWidth{i, std::string(line.substr(i, c.length)), meant};
      }
    }
    i += c.length;
  }
  return {};
}

}  // namespace

std::optional<FullWidth> find_full_width(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    if (const char32_t meant = half_width_of(c.value)) {
      FullWidth found{i, std::string(text.substr(i, c.length)), {}};
      append_utf8(found.meant, meant);
      return found;
    }
    i += c.length;
  }
  return {};
}

std::string half_width(std::string_view text) {
  std::string meant;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    const char32_t half = half_width_of(c.value);
    append_utf8(meant, half ? half : c.value);
    i += c.length;
  }
  const std::size_t begin = meant.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return meant.substr(begin, meant.find_last_not_of(' ') - begin + 1);
}

Diagnostic full_width_error(const std::string& file, Mark begin, const FullWidth& found) {
  const auto shown = [](const std::string& character) {
    if (character == "\u3000") return std::string("U+3000");
    return character == " " ? std::string("U+0020") : character;
  };
  begin.column += static_cast<std::uint32_t>(found.offset);
  return {&codes::full_width,
          {file, begin, static_cast<std::uint32_t>(found.written.size())},
          {shown(found.written), shown(found.meant)},
          {},
          {},
          Severity::error};
}

Diagnostics find_full_width_syntax(const SourceText& source) {
  Diagnostics suspects;
  const std::string_view text = source.text;
  std::uint32_t line = 1;
  for (std::size_t begin = 0; begin <= text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (const auto found = suspect_in_line(text.substr(begin, end - begin))) {
      suspects.add(full_width_error(source.file, {line, 1}, *found));
    }
    begin = end + 1;
  }
  return suspects;
}

}  // namespace gongkai
