#pragma once

#include <set>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "import/document.h"
#include "model/form.h"
#include "write/filed_cell.h"

namespace gongkai {

/// How far one table of the form was found in an original.
struct BoundTable {
  std::size_t rows = 0, rows_due = 0;    ///< rows with figures
  std::size_t cells = 0, cells_due = 0;
  std::size_t blank = 0;                 ///< cells that are printed blank
  bool complete() const { return rows == rows_due && cells == cells_due; }
};

/// The figures of an original, bound to the cells of a form by their labels.
struct BoundReport {
  const Form* form = nullptr;
  std::vector<FiledCell> cells;     ///< ascending
  std::vector<BoundTable> tables;   ///< as the form has them
  std::size_t column_labels = 0;    ///< labels of columns that were found
  std::size_t left_over = 0;        ///< numbers in its tables that found no place
  std::set<std::size_t> blocks;     ///< blocks of the document that were read as tables
  std::vector<std::size_t> first_block;  ///< of each table; SIZE_MAX where it was not found
  Diagnostics diagnostics;          ///< what was not found, not taken, or read with a doubt

  std::size_t found_cells() const;
  std::size_t due_cells() const;
  bool complete() const;
};

/// Finds the tables of a form in a document. `file` is what diagnostics name. Rows are taken by
/// their labels, columns by theirs, each row only with exactly as many figures as its table has
/// columns; nothing is bound by its position alone. Where a label is missing or a row cannot be
/// taken, the table is not complete, and `diagnostics` names each.
BoundReport bind_to_form(const Form& form, const Document& document, const std::string& file);

}  // namespace gongkai
