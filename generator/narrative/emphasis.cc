#include "narrative/emphasis.h"

#include <algorithm>

#include "diagnostics/utf8.h"

namespace gongkai {
namespace {

// Only the punctuation that belongs inside is joined to a mark: what opens behind the first mark,
// what closes before the last. So a star that marks a footnote (件*，) stays a star.
constexpr std::u32string_view opening = U"“‘（《〈「『【〔〖［｛﹁﹃—…￥·#$&([{<\"'`~!@+-\\/¥";
constexpr std::u32string_view closing =
    U"”’）》〉」』】〕〗］｝﹂﹄。，、；：！？．—…％·)]}>\"'`~!?.,:;%/";

bool is_one_of(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_blank(char32_t c) { return c == 0 || c <= ' ' || c == 0x3000 || c == 0xA0; }

bool is_word(char32_t c) {
  return !is_blank(c) && !is_one_of(opening, c) && !is_one_of(closing, c) && c != '*' && c != '_';
}

char32_t code_point_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (text[begin] & 0xC0) == 0x80) --begin;
  return decode_utf8(text, begin).value;
}

char32_t code_point_at(std::string_view text, std::size_t at) {
  return at < text.size() ? decode_utf8(text, at).value : 0;
}

std::string unused_character(std::string_view text) {
  for (char32_t c = 0xF8F0; c > 0xE000; --c) {
    std::string joiner;
    append_utf8(joiner, c);
    if (text.find(joiner) == std::string_view::npos) return joiner;
  }
  return {};
}

}  // namespace

JoinedText join_emphasis(const SourceText& source) {
  const std::string& text = source.text();
  JoinedText joined{{}, unused_character(text)};
  std::size_t copied = 0;
  for (std::size_t at = text.find_first_of("*~"); at < text.size();) {
    const std::size_t end = std::min(text.find_first_not_of(text[at], at), text.size());
    const char32_t before = code_point_before(text, at);
    const char32_t after = code_point_at(text, end);
    const bool chinese = before >= 0x80 || after >= 0x80;
    if (chinese && (text[at] == '*' || end - at >= 2)) {
      const bool opens = is_word(before) && is_one_of(opening, after);
      const bool closes = is_one_of(closing, before) && is_word(after);
      joined.text.copy(source, copied, at);
      if (closes) joined.text.insert(joined.joiner, source.origin(at));
      joined.text.copy(source, at, end);
      if (opens) joined.text.insert(joined.joiner, source.origin(at));
      copied = end;
    }
    at = text.find_first_of("*~", end);
  }
  joined.text.copy(source, copied, text.size());
  return joined;
}

std::string remove_joiner(std::string_view text, std::string_view joiner) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t found = joiner.empty() ? text.npos : text.find(joiner, begin);
    const std::size_t end = std::min(found, text.size());
    clean += text.substr(begin, end - begin);
    begin = end + joiner.size();
  }
  return clean;
}

}  // namespace gongkai
