#include "model/folding.h"

#include <string>

#include "diagnostics/utf8.h"

namespace gongkai {
namespace {

bool is_space(char32_t c) {
  return c <= 0x20 || c == 0x7F || c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200F) ||
         c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

bool is_quote(char32_t c) {
  return c == '"' || c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201F) || c == U'「' ||
         c == U'」' || c == U'『' || c == U'』' || c == 0xFF02 || c == 0xFF07;
}

bool is_numeral(char32_t c) {
  return (c >= '0' && c <= '9') || std::u32string_view(U"〇零一二三四五六七八九十百").find(c) !=
                                       std::u32string_view::npos;
}

// The compatibility characters (NFKC) that occur in forms: full-width ASCII, enclosed numerals,
// Roman numerals are not among them. Returns 0 where the character stays as it is.
char32_t half_width(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  if (c == U'〔' || c == U'【') return '[';
  if (c == U'〕' || c == U'】') return ']';
  if (c == U'。' || c == U'．') return '.';
  if (c == U'、' || c == '/') return ',';
  if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2212) {
    return '-';
  }
  return c;
}

}  // namespace

char32_t fold_character(char32_t c) {
  if (c >= 0x4E00 && c <= 0x9FFF) return c;  // most of a Chinese text
  if (is_space(c) || is_quote(c)) return 0;
  c = half_width(c);
  if (c >= 0x2460 && c <= 0x2468) return c - 0x2460 + '1';  // ① to ⑨
  if (c == '/') return ',';
  if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
  return c;
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  // The mark after a leading numeral is dropped; where it stands in `folded`.
  bool leading = true, numeral = false;
  std::size_t mark = std::string::npos;
  const auto append = [&](char32_t c) {
    if (leading && is_numeral(c)) {
      numeral = true;
    } else if (leading) {
      leading = false;
      if (numeral && (c == '.' || c == ',')) mark = folded.size();
    } else if (folded.size() == mark + 1 && c >= '0' && c <= '9') {
      mark = std::string::npos;  // `1.5` is a number and no numeral with a mark
    }
    append_utf8(folded, c);
  };
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint read = decode_utf8(text, i);
    i += read.length;
    const char32_t c = fold_character(read.value);
    if (c >= 0x3220 && c <= 0x3228) {  // ㈠ to ㈨
      append('(');
      append(U"一二三四五六七八九"[c - 0x3220]);
      append(')');
    } else if (c != 0) {
      append(c);
    }
  }
  if (mark != std::string::npos) folded.erase(mark, 1);
  return folded;
}

}  // namespace gongkai
