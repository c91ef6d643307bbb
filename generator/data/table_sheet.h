#pragma once

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

/// A table's sheet and the rectangle that its cells fill.
struct TableSheet {
  lxw_worksheet* sheet = nullptr;
  int rows = 0, columns = 0;
};

/// Writes one table as the form prints it and notes the places of its cells.
TableSheet write_table_sheet(Workbook& book, const Words& words, const Report& report,
                             std::size_t table, SheetPlaces& places);

}  // namespace gongkai
