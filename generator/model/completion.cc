#include "model/completion.h"

#include <optional>

namespace gongkai {
namespace {

// A cell about which report.yaml says nothing. (A printed blank has the mark of its `~`.)
bool is_absent(const Cell& cell) {
  return cell.figure.state == State::not_reported && !cell.mark.known();
}

std::optional<Decimal> sum(const std::vector<CellIndex>& parts, const std::vector<Cell>& cells) {
  Decimal total;
  for (CellIndex part : parts) {
    const Figure& figure = cells[part].figure;
    if (!figure.is_number()) return {};
    total += figure.value();
  }
  return total;
}

void fill(Cell& cell, const std::vector<CellIndex>& parts, const std::vector<Cell>& cells,
          Origin origin) {
  if (parts.empty() || !is_absent(cell)) return;
  const std::optional<Decimal> total = sum(parts, cells);
  // A sum with more digits than a figure can hold stays out rather than be cut.
  if (total && Figure::can_hold(*total)) cell.figure = Figure::of(*total, origin);
}

}  // namespace

void complete(const Form& form, std::vector<Cell>& cells) {
  auto derive_heads = [&] {
    // Backwards, so that a head inside another one is derived before it.
    for (CellIndex i = static_cast<CellIndex>(cells.size()); i-- > 0;) {
      if (form.cells[i].head) fill(cells[i], form.cells[i].leaves, cells, Origin::derived);
    }
  };
  // A head's own row too: its cells hold figures here only where it was filed as one row.
  for (CellIndex i = 0; i < cells.size(); ++i) {
    fill(cells[i], form.cells[i].row_parts, cells, Origin::computed);
  }
  // Heads stand between the rows and the totals of the columns, which may take an unsplit head in
  // place of its children; a second time for what only the computed totals complete.
  derive_heads();
  for (CellIndex i = 0; i < cells.size(); ++i) {
    if (!form.cells[i].head) fill(cells[i], form.cells[i].column_parts, cells, Origin::computed);
  }
  derive_heads();
}

}  // namespace gongkai
