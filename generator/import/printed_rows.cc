#include "import/printed_rows.h"

#include <algorithm>

#include "import/label_key.h"

namespace gongkai {
namespace {

PrintedCell make_cell(std::string text, std::size_t column) {
  PrintedCell cell;
  cell.look = look_of(text);
  cell.key = label_key(text);
  // Words without a letter or a numeral are no label: a bullet, a star.
  if (cell.look == CellLook::text && cell.key.empty()) cell.look = CellLook::blank;
  cell.text = std::move(text);
  cell.column = column;
  return cell;
}

PrintedRow row_of(const GridRow& grid_row, int table, std::size_t number) {
  PrintedRow row;
  row.table = table;
  row.number = number;
  for (const GridCell& grid_cell : grid_row.cells) {
    if (grid_cell.covered) continue;
    PrintedCell cell = make_cell(plain_text(grid_cell), grid_cell.column);
    cell.note = note_text(grid_cell);
    cell.columns = grid_cell.columns;
    row.cells.push_back(std::move(cell));
  }
  return row;
}

// `0 0 0 0`: figures set apart by single blanks, as text is copied from a page.
bool is_list_of_figures(const std::string& text) {
  std::size_t figures = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) {
      const std::string word = text.substr(begin, end - begin);
      if (look_of(word) == CellLook::text) return false;
      ++figures;
    }
    begin = end + 1;
  }
  return figures > 1;
}

PrintedRow row_of(const Paragraph& paragraph) {
  PrintedRow row;
  row.line = paragraph.line;
  const std::string text = plain_text(paragraph);
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of("\t\n", begin), text.size());
    const std::string part = text.substr(begin, end - begin);
    if (is_list_of_figures(part)) {
      for (std::size_t i = 0; i < part.size();) {
        const std::size_t blank = std::min(part.find(' ', i), part.size());
        if (blank > i) row.cells.push_back(make_cell(part.substr(i, blank - i), row.cells.size()));
        i = blank + 1;
      }
    } else {
      row.cells.push_back(make_cell(part, row.cells.size()));
    }
    begin = end + 1;
  }
  return row;
}

bool has_figures(const Grid& grid) {
  return std::ranges::any_of(grid.rows, [](const GridRow& row) {
    return std::ranges::any_of(row.cells, [](const GridCell& cell) {
      return look_of(plain_text(cell)) == CellLook::value;
    });
  });
}

}  // namespace

std::vector<PrintedRow> printed_rows(const Document& document) {
  const bool has_tables = std::ranges::any_of(document.blocks, [](const DocumentBlock& block) {
    return block.is_table && has_figures(block.table);
  });
  std::vector<PrintedRow> rows;
  int tables = 0;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const DocumentBlock& block = document.blocks[i];
    if (!block.is_table) {
      PrintedRow row = row_of(block.paragraph);
      row.block = i;
      if (!has_tables || row.cells.size() > 2) rows.push_back(std::move(row));
      continue;
    }
    std::size_t number = 0;
    for (const GridRow& grid_row : block.table.rows) {
      ++number;
      const bool of_sheet = !document.has_lines && grid_row.line > 0;
      PrintedRow row = row_of(grid_row, tables, of_sheet ? grid_row.line : number);
      if (document.has_lines) row.line = grid_row.line;
      row.block = i;
      rows.push_back(std::move(row));
    }
    ++tables;
  }
  return rows;
}

}  // namespace gongkai
