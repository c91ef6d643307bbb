#include "model/decimal.h"

#include <algorithm>

namespace gongkai {
namespace {

Decimal::Units power_of_ten(int exponent) {
  Decimal::Units power = 1;
  while (exponent-- > 0) power *= 10;
  return power;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction =
      point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (whole.empty() || (point != std::string_view::npos && fraction.empty())) return {};
  if (whole.size() > 1 && whole[0] == '0') return {};
  if (whole.size() + fraction.size() > max_digits || fraction.size() > max_places) return {};
  if (!std::all_of(whole.begin(), whole.end(), is_digit) ||
      !std::all_of(fraction.begin(), fraction.end(), is_digit)) {
    return {};
  }
  Units units = 0;
  for (char c : whole) units = units * 10 + (c - '0');
  for (char c : fraction) units = units * 10 + (c - '0');
  return Decimal(negative ? -units : units, static_cast<int>(fraction.size()));
}

std::string Decimal::str() const {
  std::string digits;
  Units rest = units_ < 0 ? -units_ : units_;
  do {
    digits += static_cast<char>('0' + static_cast<int>(rest % 10));
    rest /= 10;
  } while (rest != 0 || digits.size() <= static_cast<std::size_t>(places_));
  if (places_ > 0) digits.insert(static_cast<std::size_t>(places_), ".");
  if (units_ < 0) digits += '-';
  std::reverse(digits.begin(), digits.end());
  return digits;
}

Decimal operator+(Decimal a, Decimal b) {
  if (a.places_ < b.places_) std::swap(a, b);
  return {a.units_ + b.units_ * power_of_ten(a.places_ - b.places_), a.places_};
}

std::strong_ordering operator<=>(Decimal a, Decimal b) {
  const Decimal::Units difference = (a - b).units_;
  return difference < 0   ? std::strong_ordering::less
         : difference > 0 ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
}

Decimal Decimal::quotient(Decimal a, Decimal b, int places) {
  // a/b = (a.units × 10^(b.places + places)) / (b.units × 10^a.places), in units of 10^-places.
  Units numerator = a.units_ * power_of_ten(b.places_ + places);
  Units denominator = b.units_ * power_of_ten(a.places_);
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const bool negative = numerator < 0;
  if (negative) numerator = -numerator;
  const Units rounded = (numerator * 2 + denominator) / (denominator * 2);
  return {negative ? -rounded : rounded, places};
}

}  // namespace gongkai
