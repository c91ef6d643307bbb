#pragma once

#include <string>
#include <vector>

#include "import/cell_value.h"
#include "import/document.h"

namespace gongkai {

struct PrintedCell {
  std::string text, note;
  std::string key;  ///< label_key() of the text
  CellLook look = CellLook::blank;
  std::size_t column = 0, columns = 1;
};

/// A row of a table, or a line of text cut at its tabs. Cells that are covered from above are left
/// out.
struct PrintedRow {
  static constexpr int line_of_text = -1;

  std::vector<PrintedCell> cells;
  int table = line_of_text;  ///< which table of the document, from 0
  std::size_t number = 0;    ///< row of the table, from 1
  std::size_t line = 0;      ///< line of a text file, from 1; 0 where there are no lines
  std::size_t block = 0;     ///< index in Document::blocks
};

/// What of a document may belong to the tables of a form. Where it has tables, its paragraphs are
/// left out unless they are set as tables with tabs.
std::vector<PrintedRow> printed_rows(const Document& document);

}  // namespace gongkai
