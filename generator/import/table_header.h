#pragma once

#include <string>
#include <vector>

#include "import/form_labels.h"
#include "import/printed_rows.h"

namespace gongkai {

/// One column as it is printed.
struct HeaderColumn {
  int line = -1;  ///< leaf of the block's columns; -1: a column that the form does not have
  std::size_t column = 0, columns = 1;  ///< where it stands in the grid of its table
};

/// The head of a printed table, matched with the columns of a block.
struct TableHeader {
  std::vector<HeaderColumn> columns;  ///< from left to right
  int table = PrintedRow::line_of_text;  ///< the table whose grid the columns stand in; lines have none
};

/// What became of matching a head.
struct HeaderMatch {
  TableHeader header;
  std::size_t found = 0;             ///< leaf columns whose labels are there
  std::vector<std::string> missing;  ///< labels of those that are not
  bool order_unknown = false;        ///< all labels are there, but not which stands where
  bool complete() const { return missing.empty() && !order_unknown; }
};

/// Reads the rows above the first figures of a table as the head of a block. In a grid a column
/// stands where its label stands; in lines of text, and in grids that are drawn carelessly, columns
/// follow one another as their labels do, provided these are in the order in which a sheet is read.
HeaderMatch match_header(const Form& form, const FormLabels& labels, int table, int block,
                         const std::vector<const PrintedRow*>& rows);

}  // namespace gongkai
