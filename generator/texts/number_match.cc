#include "texts/number_match.h"

#include <algorithm>

namespace gongkai {
namespace {

bool has_money(const CellSpec& spec) { return spec.unit.find("元") != std::string::npos; }

Decimal size_of(Decimal value) { return value.is_negative() ? -value : value; }

// a * b, exact: both have at most 16 digits.
Decimal product(Decimal a, Decimal b) {
  return {a.units() * b.units(), a.places() + b.places()};
}

}  // namespace

bool fits(const WrittenNumber& written, Decimal exact) {
  const Decimal off = size_of(written.value - exact);
  if (written.rough) return 10 * off <= size_of(exact);
  return written.coarse ? off < written.step : off.is_zero();
}

bool fits_share(const WrittenNumber& written, Decimal part, Decimal whole) {
  if (Decimal(1'000'000) < written.value) return false;  // nobody means that, and it could overflow
  const Decimal off = size_of(product(written.value, whole) - 100 * part);
  if (written.rough) return 10 * off <= 100 * size_of(part);
  return off < product(written.step, whole);
}

Decimal in_text_unit(Decimal figure, const CellSpec& spec) {
  if (spec.unit.starts_with("万元")) return 10'000 * figure;
  if (spec.unit.starts_with("亿元")) return 100'000'000 * figure;
  return figure;
}

bool same_kind(NumberUnit unit, const CellSpec& spec) {
  if (unit == NumberUnit::money) return has_money(spec);
  const bool counts = spec.type == FigureType::count || spec.type == FigureType::signed_count ||
                      spec.type == FigureType::decimal;
  return unit == NumberUnit::count && counts && !has_money(spec);
}

}  // namespace gongkai
