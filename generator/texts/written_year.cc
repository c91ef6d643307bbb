#include "texts/written_year.h"

#include <array>

namespace gongkai {
namespace {

constexpr int year_digits = 4;

constexpr std::string_view year_mark = "年";

// A digit in half or full width and its bytes; 0 bytes where there is none.
struct Digit {
  int value = 0;
  std::size_t bytes = 0;
};

Digit digit_at(std::string_view text, std::size_t i) {
  if (i >= text.size()) return {};
  if (text[i] >= '0' && text[i] <= '9') return {text[i] - '0', 1};
  if (text[i] == '\xEF' && i + 2 < text.size() && text[i + 1] == '\xBC' &&
      text[i + 2] >= '\x90' && text[i + 2] <= '\x99') {
    return {text[i + 2] - '\x90', 3};
  }
  return {};
}

// The Chinese digit that ends at an offset; -1 where there is none.
int numeral_before(std::string_view text, std::size_t end) {
  constexpr std::size_t bytes = 3;
  if (end < bytes) return -1;
  const std::string_view written = text.substr(end - bytes, bytes);
  constexpr std::array<std::string_view, 10> numerals = {"〇", "一", "二", "三", "四",
                                                        "五", "六", "七", "八", "九"};
  for (std::size_t n = 0; n < numerals.size(); ++n) {
    if (written == numerals[n]) return static_cast<int>(n);
  }
  return written == "零" || written == "○" ? 0 : -1;
}

void add_if_year(int value, std::size_t begin, std::size_t end, std::vector<WrittenYear>& years) {
  if (value >= 1900 && value <= 2099) years.push_back({value, begin, end});
}

// 二〇二三 before the 年 at an offset.
void add_chinese(std::string_view text, std::size_t mark, std::vector<WrittenYear>& years) {
  int value = 0, factor = 1;
  std::size_t begin = mark;
  for (int i = 0; i < year_digits; ++i, factor *= 10, begin -= 3) {
    const int digit = numeral_before(text, begin);
    if (digit < 0) return;
    value += digit * factor;
  }
  if (numeral_before(text, begin) < 0) add_if_year(value, begin, mark, years);
}

// Reads the digits from an offset on and moves it past them.
void add_digits(std::string_view text, std::size_t& i, std::vector<WrittenYear>& years) {
  const std::size_t begin = i;
  int value = 0, count = 0;
  for (Digit digit = digit_at(text, i); digit.bytes > 0; digit = digit_at(text, i)) {
    if (++count <= year_digits) value = value * 10 + digit.value;
    i += digit.bytes;
  }
  if (count == year_digits) add_if_year(value, begin, i, years);
}

}  // namespace

std::vector<WrittenYear> written_years(std::string_view text) {
  std::vector<WrittenYear> years;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (digit_at(text, i).bytes > 0) {
      add_digits(text, i, years);
    } else if (c >= '\xE3' && c <= '\xE9') {  // most of a Chinese text
      if (text.substr(i, year_mark.size()) == year_mark) add_chinese(text, i, years);
      i += 3;
    } else {
      ++i;
    }
  }
  return years;
}

}  // namespace gongkai
