#pragma once

#include <optional>
#include <vector>

#include "import/table_header.h"

namespace gongkai {

/// The part of a printed row behind its label.
struct RowFigures {
  std::vector<PrintedCell> cells;
  int table = PrintedRow::line_of_text;
  std::size_t width = 0;        ///< cells of the row, label cells included
  std::size_t first = 0;        ///< how many of `cells` stand in the row itself, not in lines below it
  std::size_t usual_width = 0;  ///< what most rows with figures of its table have
};

/// Gives every column of a head its cell, in the head's order; a null pointer for a column that the
/// form does not have. In order of trust: the places in the grid that head and row share; as many
/// written cells as there are columns, marks for nothing among them; as many cells as there are
/// columns, blanks before them being tabs that shift the row. Where two of them disagree or none
/// fits, nothing is returned.
std::optional<std::vector<const PrintedCell*>> align(const TableHeader& header,
                                                   const RowFigures& row);

}  // namespace gongkai
