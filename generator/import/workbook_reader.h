#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/limits.h"

namespace gongkai {

/// Cells that a sheet shows as one; rows and columns count from 0.
struct MergedCells {
  std::size_t row = 0, column = 0, rows = 1, columns = 1;
};

/// A sheet of a workbook as plain text: `rows[r][c]` is what the cell shows, empty where it is blank.
/// Rows are as long as their last cell that is not blank; rows between others are there, empty.
struct Sheet {
  std::string name;
  bool hidden = false;  ///< or named by the book itself as no part of the report
  std::vector<std::vector<std::string>> rows;
  std::vector<MergedCells> merged;
  /// Columns that the sheet does not show, as first and last; their cells stand in `rows` too.
  std::vector<std::pair<std::size_t, std::size_t>> hidden_columns;
};

/// Reads an XLSX workbook. Of a formula the value is taken that the spreadsheet program computed;
/// numbers come out in the fewest digits that give them back (190.457379), as they were typed;
/// dates as their number. Text of several formats is one text. Cells with an error (#REF!) hold its
/// name. Throws Unreadable (import/unreadable.h) where the file is damaged, locked, or beyond the
/// limits.
std::vector<Sheet> read_workbook(std::string_view bytes, const ImportLimits& limits = {});

}  // namespace gongkai
