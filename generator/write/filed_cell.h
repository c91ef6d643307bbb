#pragma once

#include <vector>

#include "model/form.h"
#include "model/report.h"

namespace gongkai {

/// What is to stand in one cell of a report: a figure or a printed blank (State::not_reported), with
/// the note and the unit that were printed beside it.
struct FiledCell {
  CellIndex cell = no_cell;
  Figure figure;
  CellDetail detail;
};

/// The cell as report.yaml writes it: `12`, `~`, `N/A`, `<1`, `{value: 22, note: 其中修订16件}`.
std::string cell_text(const Figure& figure, const CellDetail* detail);

/// Whether a figure of a report says the same as one that is filed: equal numbers whatever their
/// places (7.5 and 7.50); a blank and a total that was left out, or a zero that `blanks:` declares.
bool same_figure(const Figure& in_report, const Figure& filed);

/// A report of a form that holds these cells and nothing else, to be passed to report_text() once
/// its year and what else is known are filled in. A head among the cells is filed unsplit.
Report report_of(const Form& form, const std::vector<FiledCell>& cells);

}  // namespace gongkai
