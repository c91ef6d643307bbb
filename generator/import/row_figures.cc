#include "import/row_figures.h"

#include <algorithm>

namespace gongkai {
namespace {

using Aligned = std::optional<std::vector<const PrintedCell*>>;

bool is_filled(const PrintedCell& cell) { return !is_blank(cell.text); }

// One cell for each column of the grid, and no printed value outside of them.
Aligned by_place(const TableHeader& header, const RowFigures& row, bool& all_covered) {
  std::vector<const PrintedCell*> found;
  for (const HeaderColumn& column : header.columns) {
    const PrintedCell* only = nullptr;
    for (const PrintedCell& cell : row.cells) {
      if (cell.column >= column.column + column.columns ||
          cell.column + cell.columns <= column.column) {
        continue;
      }
      if (only != nullptr) return {};
      only = &cell;
    }
    if (only == nullptr || std::ranges::find(found, only) != found.end()) return {};
    found.push_back(only);
  }
  all_covered = std::ranges::all_of(row.cells, [&](const PrintedCell& cell) {
    return cell.look == CellLook::blank || std::ranges::find(found, &cell) != found.end();
  });
  return found;
}

}  // namespace

std::optional<std::vector<const PrintedCell*>> align(const TableHeader& header,
                                                   const RowFigures& row) {
  const std::size_t due = header.columns.size();
  const bool same_grid = header.table != PrintedRow::line_of_text && header.table == row.table;
  if (same_grid) {
    bool all_covered = false;
    const Aligned placed = by_place(header, row, all_covered);
    if (placed && all_covered) return placed;
    if (placed) return {};  // a value stands beside the columns
  }
  // Marks for nothing are written, so they are cells even where blanks are only gaps: as many
  // numbers as columns are not the row's figures while there are marks besides.
  std::vector<const PrintedCell*> written;
  for (const PrintedCell& cell : row.cells) {
    if (is_filled(cell)) written.push_back(&cell);
  }
  if (written.size() == due) return written;
  if (written.size() > due) return {};

  std::vector<const PrintedCell*> cells;
  for (const PrintedCell& cell : row.cells) cells.push_back(&cell);
  if (cells.size() == due) return cells;
  if (cells.size() < due) return {};
  const auto extra = static_cast<std::ptrdiff_t>(cells.size() - due);
  const auto blank = [](const PrintedCell* cell) { return !is_filled(*cell); };
  if (!std::all_of(cells.begin(), cells.begin() + extra, blank)) return {};
  // A blank at the end could as well be the one too many, unless all rows end at the same place.
  const bool ends_filled = is_filled(*cells.back());
  if (!ends_filled && row.width != row.usual_width) return {};
  return std::vector<const PrintedCell*>(cells.begin() + extra, cells.end());
}

}  // namespace gongkai
