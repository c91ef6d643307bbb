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
    bool breaks = false;  ///< not of the series of the total before it in time
  };
  const Form* form = nullptr;  ///< the newest form that asks for it
  CellIndex cell = no_cell;
  std::vector<int> years;     ///< newest first: only years in which somebody was asked
  std::vector<Row> rows;      ///< agencies that were asked at least once, in the order given
  std::vector<Total> totals;  ///< as years
};

/// The figure at `cell` of `form`. Years and totals are those of all agencies.
OneFigure one_figure(const Library& library, const Form& form, CellIndex cell);
/// With rows of these agencies only; years and totals are still those of all agencies.
OneFigure one_figure(const Library& library, const Form& form, CellIndex cell,
                     const std::vector<const Agency*>& rows);
/// The same of these agencies alone: of their years, and totals over them.
OneFigure one_figure_among(const Library& library, const Form& form, CellIndex cell,
                           const std::vector<const Agency*>& agencies);

}  // namespace gongkai
