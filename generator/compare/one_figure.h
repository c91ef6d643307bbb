#pragma once

#include <optional>
#include <vector>

#include "compare/year_over_year.h"

namespace gongkai {

/// One figure of every agency in every year.
struct OneFigure {
  struct Row {
    const Agency* agency;
    SeriesLine line;
  };
  /// A year's sum. It is absent where figures of this kind are not added up, or where the year's
  /// figures are not of one series or not of one unit.
  struct Total {
    std::optional<Decimal> value;
    std::vector<const Report*> contains;  ///< reports that have the figure and are counted
  };
  const Form* form = nullptr;  ///< the newest form that asks for it
  CellIndex cell = no_cell;
  std::vector<int> years;     ///< newest first: only years in which somebody was asked
  std::vector<Row> rows;      ///< agencies that were asked at least once, in the catalog's order
  std::vector<Total> totals;  ///< as years
};

OneFigure one_figure(const Library& library, const Form& form, CellIndex cell);

}  // namespace gongkai
