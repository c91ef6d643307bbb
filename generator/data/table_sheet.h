#pragma once

#include <functional>
#include <map>
#include <vector>

#include "data/workbook.h"
#include "model/report.h"
#include "model/words.h"

namespace gongkai {

/// Where a cell of a report stands in its workbook.
struct SheetPlace {
  lxw_worksheet* sheet = nullptr;
  int row = 0, column = 0;

  std::string name() const { return cell_name(row, column); }
  /// With the name of its sheet, as formulas of other sheets name it.
  std::string reference() const { return Workbook::reference(sheet) + name(); }
};

using SheetPlaces = std::map<CellIndex, SheetPlace>;

/// A table's sheet and the rectangle, from its first cell, that the table fills.
struct TableSheet {
  lxw_worksheet* sheet = nullptr;
  int rows = 0, columns = 0;
};

/// Writes what stands in a cell of a table.
using CellWriter = std::function<void(const SheetPlace&, CellIndex)>;

/// Writes one table as the form prints it, from the row `first_row` of a sheet on, and notes the
/// places of its cells. Heads that the report filed unsplit have a row of their own.
TableSheet write_table(Workbook& book, lxw_worksheet* sheet, int first_row, const Words& words,
                       const Report& report, std::size_t table, const CellWriter& write_cell,
                       SheetPlaces& places);

/// A sheet with one table of a report and its figures.
TableSheet write_table_sheet(Workbook& book, const Words& words, const Report& report,
                             std::size_t table, SheetPlaces& places);

}  // namespace gongkai
