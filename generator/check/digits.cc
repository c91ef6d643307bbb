#include "check/digits.h"

#include <string>

namespace gongkai {
namespace {

// Whether `shorter` is `longer` without one of its characters.
bool lacks_one(const std::string& shorter, const std::string& longer) {
  if (shorter.size() + 1 != longer.size()) return false;
  std::size_t same = 0;
  while (same < shorter.size() && shorter[same] == longer[same]) ++same;
  return shorter.compare(same, std::string::npos, longer, same + 1) == 0;
}

bool neighbours_exchanged(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] &&
         a.compare(i + 2, std::string::npos, b, i + 2) == 0;
}

bool is_whole(Decimal number) { return number.places() == 0 && !number.is_negative(); }

}  // namespace

std::optional<Slip> slip_between(Decimal typed, Decimal meant) {
  if (typed.places() != meant.places() || typed.is_negative() || meant.is_negative()) return {};
  const std::string was = typed.str(), is = meant.str();
  if (neighbours_exchanged(was, is)) return Slip::transposed;
  if (typed.is_zero() || meant.is_zero()) return {};
  if (lacks_one(was, is)) return Slip::missing;
  if (lacks_one(is, was)) return Slip::extra;
  return {};
}

std::optional<Decimal> joined(Decimal left, Decimal right) {
  if (!is_whole(left) || !is_whole(right)) return {};
  return Decimal::parse(left.str() + right.str());
}

std::vector<std::pair<Decimal, Decimal>> parted(Decimal number) {
  std::vector<std::pair<Decimal, Decimal>> parts;
  if (!is_whole(number)) return parts;
  const std::string digits = number.str();
  for (std::size_t i = 1; i < digits.size(); ++i) {
    const auto left = Decimal::parse(digits.substr(0, i));
    const auto right = Decimal::parse(digits.substr(i));
    if (left && right) parts.emplace_back(*left, *right);
  }
  return parts;
}

}  // namespace gongkai
