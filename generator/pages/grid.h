#pragma once

#include <map>
#include <string_view>

#include "pages/context.h"
#include "pages/view.h"

namespace gongkai {

/// Marks that a report's findings put on its cells: a class name by cell.
using CellMarks = std::map<CellIndex, std::string_view>;

/// One block of a report's table as the form prints it: merged heads, corner, figures, and below a
/// head of rows the sum that the form does not print, marked as such. Names: contract.cc,
/// grid_names.
///
/// Rows that are nested more than one level deep have their heads twice: as merged cells in columns
/// of their own (class head-wide), and as one indented cell (head-narrow). A style sheet shows one
/// of the two, by the width of the screen.
View make_grid(const PageContext& context, const Route& route, const Report& report,
               std::size_t table, std::size_t block, const CellMarks& marks);

}  // namespace gongkai
