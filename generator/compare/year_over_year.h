#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "compare/counterparts.h"
#include "compare/library.h"
#include "compare/series.h"

namespace gongkai {

/// A figure in one year of a series.
struct SeriesPoint {
  const Report* report = nullptr;  ///< null: the year has no report, a gap
  CellIndex cell = no_cell;        ///< in the report's form; no_cell: that form does not ask for it
  Figure figure = Figure::without_number(State::not_asked);
  /// The form changed since the report before this one, and this figure does not continue that
  /// report's: the two must not be compared.
  bool breaks = false;

  const CellSpec& spec() const { return report->form->cells[cell]; }
};

/// A figure's way through the years.
struct SeriesLine {
  const Form* form = nullptr;       ///< the newest form that asks for it
  CellIndex cell = no_cell;         ///< in that form
  std::vector<SeriesPoint> points;  ///< by year, as the comparison orders its years
  /// From the year before the last to the last; none across a gap or a break.
  std::optional<Change> last_change;
};

/// The lines of one table that stand in one form. An older form's lines are those that no newer
/// form continues or repeats under the same address.
struct SeriesBlock {
  const Form* form = nullptr;
  const Table* table = nullptr;
  std::vector<SeriesLine> lines;
};

/// One table of an agency through all its years, also through changes of the form.
struct YearOverYear {
  std::vector<int> years;  ///< oldest first, without holes: a year without a report is a gap
  std::vector<SeriesBlock> blocks;  ///< newest form first
};

/// `column` limits the lines to one column id (`total`); empty: all columns.
YearOverYear year_over_year(const Library& library, const Agency& agency, std::string_view table,
                            std::string_view column = {});

/// One figure, the one at `cell` of `form`, of one agency in the given years, oldest first.
SeriesLine series_line(const Library& library, const Agency& agency, const std::vector<int>& years,
                       const Form& form, CellIndex cell, const Counterparts& counterparts);

}  // namespace gongkai
