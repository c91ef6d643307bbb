#pragma once

#include <string>
#include <vector>

#include "data/data_column.h"
#include "model/report.h"

namespace gongkai {

/// The lines and columns of a form's table as the form prints it, made rectangular: blocks stand
/// under one another and share the columns that have the same id.
struct WideTable {
  /// A figure's column; `title` is the printed label, with its heads' where another bears the same.
  std::vector<DataColumn> columns;
  bool has_blocks = false;  ///< the first column is the caption of the block
  bool has_rows = true;     ///< a table of one row has no row heads

  struct WideRow {
    std::string block, number, label;
    bool head = false;             ///< only there where it was filed as one line
    std::vector<CellIndex> cells;  ///< by column; no_cell where the block has no such column
  };
  std::vector<WideRow> rows;
};

WideTable wide_table(const Form& form, std::size_t table);

/// All columns of the CSV: those of the line's head, of the figures, and the notes.
std::vector<DataColumn> wide_csv_columns(const WideTable& table);

/// Appends the table of one report as CSV, figures as printed.
void write_wide_csv(const Report& report, const WideTable& table, std::string& out);

/// Whether the line is part of a report's table: all but heads, and of those what was filed unsplit.
bool is_in_report(const WideTable::WideRow& row, const Report& report);

}  // namespace gongkai
