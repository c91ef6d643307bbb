#include "import/sheet_document.h"

#include <algorithm>
#include <map>

namespace gongkai {
namespace {

DocumentBlock paragraph(const std::string& text) {
  DocumentBlock block;
  block.paragraph.runs.push_back({text});
  return block;
}

/// Which cell covers which, by row and column.
class Merges {
 public:
  explicit Merges(const Sheet& sheet) {
    for (const MergedCells& merged : sheet.merged) {
      starts_[{merged.row, merged.column}] = merged;
      // Only rows that hold something need to know what reaches into them.
      const std::size_t end = std::min(merged.row + merged.rows, sheet.rows.size());
      for (std::size_t row = merged.row + 1; row < end; ++row) {
        covered_[{row, merged.column}] = merged.columns;
      }
    }
  }
  const MergedCells* at(std::size_t row, std::size_t column) const {
    const auto found = starts_.find({row, column});
    return found == starts_.end() ? nullptr : &found->second;
  }
  std::size_t covered(std::size_t row, std::size_t column) const {
    const auto found = covered_.find({row, column});
    return found == covered_.end() ? 0 : found->second;
  }

 private:
  std::map<std::pair<std::size_t, std::size_t>, MergedCells> starts_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> covered_;
};

bool is_hidden(const Sheet& sheet, std::size_t column) {
  return std::ranges::any_of(sheet.hidden_columns, [&](const auto& range) {
    return column >= range.first && column <= range.second;
  });
}

std::size_t width_of(const Sheet& sheet) {
  std::size_t width = 0;
  for (const std::vector<std::string>& row : sheet.rows) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (!is_blank(row[column]) && !is_hidden(sheet, column)) width = std::max(width, column + 1);
    }
  }
  return width;
}

GridRow grid_row(const Sheet& sheet, const Merges& merges, std::size_t row, std::size_t width) {
  GridRow out;
  out.line = row + 1;
  for (std::size_t column = 0; column < width;) {
    GridCell cell;
    cell.column = column;
    const std::size_t covered = merges.covered(row, column);
    if (covered > 0) {
      cell.columns = covered;
      cell.covered = true;
    } else {
      if (const MergedCells* merged = merges.at(row, column)) cell.columns = merged->columns;
      if (column < sheet.rows[row].size() && !is_hidden(sheet, column)) {
        cell.blocks.push_back(paragraph(sheet.rows[row][column]));
      }
    }
    column += cell.columns;
    out.cells.push_back(std::move(cell));
  }
  return out;
}

// One text that spans all of the sheet, or nearly so.
bool is_text_across(const GridRow& row, std::size_t width) {
  const GridCell* only = nullptr;
  for (const GridCell& cell : row.cells) {
    if (cell.covered || is_blank(plain_text(cell))) continue;
    if (only != nullptr) return false;
    only = &cell;
  }
  return only != nullptr && width > 1 && only->columns * 5 >= width * 4;
}

}  // namespace

Document sheet_document(const std::vector<Sheet>& sheets) {
  Document document;
  for (const Sheet& sheet : sheets) {
    if (sheet.hidden) continue;
    document.blocks.push_back(paragraph(sheet.name));
    const std::size_t width = width_of(sheet);
    const Merges merges(sheet);
    bool in_table = false;
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
      GridRow row = grid_row(sheet, merges, i, width);
      const bool blank = std::ranges::all_of(
          row.cells, [](const GridCell& cell) { return is_blank(plain_text(cell)); });
      if (blank) continue;
      if (is_text_across(row, width)) {
        for (const GridCell& cell : row.cells) {
          if (!is_blank(plain_text(cell))) document.blocks.push_back(paragraph(plain_text(cell)));
        }
        in_table = false;
        continue;
      }
      if (!in_table) document.blocks.emplace_back().is_table = true;
      in_table = true;
      document.blocks.back().table.rows.push_back(std::move(row));
    }
  }
  return document;
}

}  // namespace gongkai
