#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "compare/library.h"

namespace gongkai {

/// What a chart of a form draws over a row of places: years, or agencies.
struct ChartValues {
  const FormChart* chart = nullptr;
  std::vector<std::vector<std::optional<Decimal>>> series;  ///< by series, then by place
  /// Whether the value cannot be compared with the one before it, for the form or what the report
  /// covers has changed: by series, then by place.
  std::vector<std::vector<bool>> breaks;
  std::vector<std::optional<Decimal>> wholes;  ///< of a composition, by place
  /// The reports whose figures are in, by place.
  std::vector<std::vector<const Report*>> contains;

  bool empty() const;
};

/// The reports of each place together; a place without any is a gap. Reports are asked by what the
/// chart of the same id says in their own forms. In a composition only those reports count whose
/// parts are all reported and make the whole. Reports of one place must be such that they may be
/// added up (compare/summed.h).
ChartValues chart_values(const Library& library, const FormChart& chart,
                         const std::vector<std::vector<const Report*>>& places);

/// The chart of an id in a form, or null.
const FormChart* chart_of(const Form& form, std::string_view id);

}  // namespace gongkai
