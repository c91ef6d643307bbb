#pragma once

#include <map>
#include <string>
#include <vector>

#include "data/table_sheet.h"

namespace gongkai {

/// Makes the figures of a workbook turn red that break a rule. Beside every table stands a hidden
/// copy of it, which holds in the place of each figure what the rules bound to it are missed by:
/// one condition then serves all its cells.
class DifferenceMarks {
 public:
  DifferenceMarks(Workbook& book, const SheetPlaces& places) : book_(book), places_(places) {}

  /// A rule bound to `cell` whose difference stands at `place`; `missed` is what it holds now.
  void add(CellIndex cell, const SheetPlace& place, double missed);
  /// Writes the hidden copies; once, when all rules were added.
  void write(const std::vector<TableSheet>& tables);

  /// Marks the cells from the first column of `first_row` on for which the formula holds, written
  /// as it stands for the upper left one.
  static void alert(Workbook& book, lxw_worksheet* sheet, int first_row, int last_row, int columns,
                    const std::string& formula);
  static void hide(lxw_worksheet* sheet, int first_column, int last_column);

 private:
  struct Bound {
    std::string formula;
    double missed = 0;
  };

  Workbook& book_;
  const SheetPlaces& places_;
  std::map<CellIndex, Bound> bound_;
};

}  // namespace gongkai
