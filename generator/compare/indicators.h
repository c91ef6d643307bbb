#pragma once

#include <optional>
#include <vector>

#include "model/catalog.h"

namespace gongkai {

/// What an indicator comes to for one report, or for several together.
struct IndicatorValue {
  enum class Kind {
    value,         ///< `value` alone
    ratio,         ///< `value` is numerator / denominator (in percent: 100 times that)
    no_base,       ///< the denominator is 0: there was nothing to have a share of
    not_reported,  ///< an operand holds no number
  };
  Kind kind = Kind::not_reported;
  Decimal value;  ///< a ratio has one decimal place
  Decimal numerator, denominator;
  /// Of a value without a number: what the operand is instead. `<1` only where the indicator is that
  /// figure alone.
  State missing = State::not_reported;
};

/// A sum of cells of one report; nothing where one of them holds no number.
std::optional<Decimal> expression_value(const LinearExpression& expression, const Report& report);

IndicatorValue indicator_value(const Indicator& indicator, const Report& report);

/// An indicator over several reports: a sum of values, or the ratio of sums.
struct IndicatorTotal {
  IndicatorValue value;  ///< not_reported where figures of this kind are not added up
  std::vector<const Report*> contains;  ///< the reports that have all its figures
};

IndicatorTotal indicator_total(const Indicator& indicator,
                               const std::vector<const Report*>& reports);

/// The order of a ranking: larger first, then what has no base, then what is not reported.
bool ranks_before(const IndicatorValue& a, const IndicatorValue& b);

}  // namespace gongkai
