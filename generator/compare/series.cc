#include "compare/series.h"

namespace gongkai {

CellIndex traced_cell(const Catalog& catalog, const Form& form, CellIndex cell,
                      const Form& earlier) {
  const Form* at = &form;
  // A chain of forms is never longer than the catalog's list, even if it were to bite its tail.
  for (std::size_t step = 0; step <= catalog.forms.size(); ++step) {
    if (at == &earlier || cell == no_cell) return cell;
    const Form* before = catalog.form(at->series.after);
    if (at->series.after.empty() || before == nullptr) return no_cell;
    cell = continued_cell(*at, cell, *before);
    at = before;
  }
  return no_cell;
}

bool same_series(const Catalog& catalog, const Form& form, CellIndex cell, const Form& other,
                 CellIndex other_cell) {
  return traced_cell(catalog, form, cell, other) == other_cell ||
         traced_cell(catalog, other, other_cell, form) == cell;
}

std::optional<Change> change(const Figure& from, const Figure& to) {
  if (!from.is_number() || !to.is_number()) return std::nullopt;
  Change result{to.value() - from.value(), std::nullopt};
  if (!from.value().is_zero()) {
    Decimal base = from.value().is_negative() ? -from.value() : from.value();
    result.percent = Decimal::quotient(100 * result.difference, base, 1);
  }
  return result;
}

int total_leaf(const Axis& axis) {
  for (int leaf : axis.leaves) {
    const Line& line = axis.lines[static_cast<std::size_t>(leaf)];
    if (!line.total) continue;
    if (line.parent < 0) return leaf;
    int spanned = axis.lines[static_cast<std::size_t>(line.parent)].leaf_count;
    if (static_cast<std::size_t>(spanned) == axis.leaves.size()) return leaf;
  }
  return -1;
}

}  // namespace gongkai
