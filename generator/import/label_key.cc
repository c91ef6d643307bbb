#include "import/label_key.h"

#include <algorithm>

#include "diagnostics/utf8.h"
#include "model/folding.h"

namespace gongkai {
namespace {

bool is_word(char32_t c) {
  return c >= 0x80 ? (c >= 0x3400 && c <= 0x9FFF) || c == U'〇' || (c >= 0xC0 && c < 0x2000) ||
                         c >= 0x20000
                   : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

bool is_numeral(char32_t c) {
  constexpr std::u32string_view numerals = U"0123456789〇零一二三四五六七八九十";
  return numerals.find(c) != std::u32string_view::npos;
}

}  // namespace

std::string label_key(std::string_view printed) {
  const std::string folded = fold(printed);
  std::string key;
  for (std::size_t i = 0; i < folded.size();) {
    const CodePoint c = decode_utf8(folded, i);
    i += c.length;
    if (is_word(c.value)) append_utf8(key, c.value);
  }
  return key;
}

std::string without_numeral(const std::string& key) {
  std::size_t at = 0;
  while (at < key.size()) {
    const CodePoint c = decode_utf8(key, at);
    if (!is_numeral(c.value)) break;
    at += c.length;
  }
  // 三安全一稳定 begins with a numeral that is a word: only short runs are numbers.
  return at == key.size() || characters(std::string_view(key).substr(0, at)) > 2 ? key
                                                                                 : key.substr(at);
}

std::size_t characters(std::string_view key) {
  return static_cast<std::size_t>(std::ranges::count_if(
      key, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string one_line(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '\n' || c == '\t' ? ' ' : c;
  return out;
}

}  // namespace gongkai
