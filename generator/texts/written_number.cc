#include "texts/written_number.h"

#include <algorithm>
#include <optional>

#include "diagnostics/utf8.h"
#include "texts/number_units.h"

namespace gongkai {
namespace {

// The figure that a character stands for, half-width or full-width; -1 for another character.
int digit_of(char32_t c) {
  if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
  if (c >= U'０' && c <= U'９') return static_cast<int>(c - U'０');
  return -1;
}

int chinese_digit(char32_t c) {
  switch (c) {
    case U'〇': case U'零': return 0;
    case U'一': return 1;
    case U'二': case U'两': return 2;
    case U'三': return 3;
    case U'四': return 4;
    case U'五': return 5;
    case U'六': return 6;
    case U'七': return 7;
    case U'八': return 8;
    case U'九': return 9;
    default: return -1;
  }
}

std::int64_t chinese_power(char32_t c) {
  switch (c) {
    case U'十': return 10;
    case U'百': return 100;
    case U'千': return 1000;
    default: return 0;
  }
}

// Whether a number may begin at a character of the text: a quick look, for most do not.
bool may_begin(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return (byte >= '0' && byte <= '9') || byte == '{';
  if (byte < 0xE0 || byte >= 0xF0 || at + 2 >= text.size()) return false;
  const auto c = static_cast<char32_t>((byte & 0x0FU) << 12 |
                                       (static_cast<unsigned char>(text[at + 1]) & 0x3FU) << 6 |
                                       (static_cast<unsigned char>(text[at + 2]) & 0x3FU));
  return digit_of(c) >= 0 || chinese_digit(c) >= 0 || chinese_power(c) > 0;
}

// The bytes of a character, by the first of them.
std::size_t length_of(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

class NumberReader {
 public:
  explicit NumberReader(std::string_view text) : text_(text) {}

  std::vector<WrittenNumber> run() {
    std::vector<WrittenNumber> numbers;
    for (std::size_t at = 0; at < text_.size();) {
      if (!may_begin(text_, at)) {
        at += length_of(text_[at]);
        continue;
      }
      WrittenNumber number;
      number.begin = at;
      at_ = at;
      if (read(number)) {
        number.end = at_;
        numbers.push_back(number);
      }
      at = at_ > at ? at_ : at + length_of(text_[at]);
    }
    return numbers;
  }

 private:
  CodePoint here() const {
    return at_ < text_.size() ? decode_utf8(text_, at_) : CodePoint{0, 0};
  }
  bool accept(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  // Reads what begins at at_. at_ stands behind it where it is a number, or behind what is to be
  // passed over.
  bool read(WrittenNumber& number) {
    if (accept("{{")) return placeholder(number);
    if (digit_of(here().value) >= 0) return digits(number);
    return chinese(number);
  }

  bool placeholder(WrittenNumber& number) {
    constexpr std::size_t longest = 400;
    const std::string_view line = text_.substr(at_, std::min(longest, text_.find('\n', at_) - at_));
    const std::size_t close = line.find("}}");
    if (close == std::string_view::npos) return false;
    at_ += close + 2;
    number.placeholder = true;
    read_unit(number);
    return true;
  }

  bool digits(WrittenNumber& number) {
    Decimal::Units units = 0;
    int count = 0, places = 0;
    bool point = false;
    while (at_ < text_.size()) {
      const CodePoint c = here();
      const int digit = digit_of(c.value);
      if (digit >= 0) {
        if (++count <= Decimal::max_digits) units = units * 10 + digit;
        places += point ? 1 : 0;
        at_ += c.length;
      } else if (!separator(c, point)) {
        break;
      }
    }
    if (count > Decimal::max_digits || places > Decimal::max_places) return false;
    finish(number, Decimal(units, places), places);
    return true;
  }

  // A thousands separator or the point, with a digit behind it; passes over it.
  bool separator(CodePoint c, bool& point) {
    const bool comma = c.value == ',' || c.value == U'，';
    const bool dot = c.value == '.' || c.value == U'．';
    if (!comma && !dot) return false;
    if (point) return false;
    const std::size_t behind = at_ + c.length;
    int digits = 0;
    for (std::size_t i = behind; i < text_.size() && digits < 4;) {
      const CodePoint d = decode_utf8(text_, i);
      if (digit_of(d.value) < 0) break;
      ++digits;
      i += d.length;
    }
    if (comma ? digits != 3 : digits == 0) return false;
    point = dot;
    at_ = behind;
    return true;
  }

  // A number in Chinese characters; nothing without a unit.
  bool chinese(WrittenNumber& number) {
    const std::size_t begin = at_;
    const bool percent = accept("百分之");
    const std::optional<Decimal> value = percent && digit_of(here().value) >= 0
                                             ? std::nullopt
                                             : chinese_value();
    if (!value) {
      at_ = begin;
      return false;
    }
    if (percent) {
      number.unit = NumberUnit::percent;
      number.coarse = true;
      number.value = *value;
      number.step = 1;
      if (accept("点")) tenths(number);
      return true;
    }
    finish(number, *value, 0);
    if (number.unit == NumberUnit::none) at_ = begin;
    return number.unit != NumberUnit::none;
  }

  // 百分之十二点五, with one or two figures behind the point.
  void tenths(WrittenNumber& number) {
    for (int places = 1; places <= 2; ++places) {
      const CodePoint c = here();
      const int digit = chinese_digit(c.value);
      if (digit < 0) return;
      at_ += c.length;
      number.value += Decimal(digit, places);
      number.step = Decimal(1, places);
    }
  }

  std::optional<Decimal> chinese_value() {
    std::int64_t total = 0, digit = 0;
    bool any = false, powers = false;
    std::int64_t plain = 0;
    int plain_digits = 0;
    while (at_ < text_.size()) {
      const CodePoint c = here();
      const int d = chinese_digit(c.value);
      const std::int64_t power = chinese_power(c.value);
      if (d >= 0) {
        digit = d;
        plain = plain * 10 + d;
        if (++plain_digits > 9) return {};
      } else if (power > 0) {
        total += (digit == 0 && !any ? 1 : digit) * power;
        digit = 0;
        powers = true;
      } else {
        break;
      }
      any = true;
      at_ += c.length;
    }
    if (!any) return {};
    return Decimal(powers ? total + digit : plain);
  }

  // What follows the figures: 万, 余, a second number of a range, the unit.
  void finish(WrittenNumber& number, Decimal value, int places) {
    std::int64_t factor = 1;
    while (accept(" ")) {}
    if (!text_.substr(at_).starts_with("万元") && !text_.substr(at_).starts_with("亿元")) {
      if (accept("万")) factor = 10'000;
      else if (accept("亿")) factor = 100'000'000;
    }
    for (std::string_view word : {"余", "多", "左右"}) number.rough |= accept(word);
    range(number);
    number.coarse = factor > 1 || places > 0;
    const std::int64_t unit_factor = read_unit(number);
    number.coarse |= number.unit == NumberUnit::money || number.unit == NumberUnit::percent;
    for (std::string_view word : {"余", "多", "左右", "以上", "以下", "以内"}) {
      number.rough |= text_.substr(at_).starts_with(word);
    }
    number.value = unit_factor * (factor * value);
    number.step = unit_factor * (factor * Decimal(Decimal::Units{1}, places));
  }

  // `1—3件`, `1~3件`: no single figure.
  void range(WrittenNumber& number) {
    constexpr std::string_view may_begin_a_dash = "-~\xE2\xEF\xE8";
    if (at_ == text_.size() || may_begin_a_dash.find(text_[at_]) == std::string_view::npos) return;
    const std::size_t before = at_;
    bool dash = false;
    for (std::string_view mark : {"—", "－", "–", "～", "~", "-", "至"}) {
      dash = dash || accept(mark);
    }
    while (dash && accept("—")) {}
    if (!dash || digit_of(here().value) < 0) {
      at_ = before;
      return;
    }
    number.rough = true;
    for (CodePoint c = here(); at_ < text_.size(); c = here()) {
      if (digit_of(c.value) < 0 && c.value != '.' && c.value != '-') break;
      at_ += c.length;
    }
  }

  std::int64_t read_unit(WrittenNumber& number) {
    const UnitAfterNumber unit = unit_after(text_.substr(at_));
    at_ += unit.length;
    number.unit = unit.unit;
    return unit.factor;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<WrittenNumber> find_numbers(std::string_view prose) {
  return NumberReader(prose).run();
}

}  // namespace gongkai
