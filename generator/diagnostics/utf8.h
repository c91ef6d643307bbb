#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gongkai {

/// One code point and the bytes it takes. Invalid bytes come out one by one as U+FFFD, length 1.
struct CodePoint {
  char32_t value;
  std::size_t length;
};
/// The code point at `offset`, which must lie inside `text`.
CodePoint decode_utf8(std::string_view text, std::size_t offset);

void append_utf8(std::string& out, char32_t code_point);

std::u32string to_code_points(std::string_view text);
std::string to_utf8(std::u32string_view text);

/// Cells of a terminal that the code point takes: 0 for combining marks and invisible ones, 2 for
/// East Asian wide and full-width ones, else 1 (Unicode Standard Annex #11).
int display_width(char32_t code_point);

}  // namespace gongkai
