#pragma once

#include <optional>

#include "model/catalog.h"

namespace gongkai {

/// The cell of `earlier` that the figure at `cell` of `form` continues, followed form by form.
/// no_cell where the series breaks on the way or the forms are not related.
CellIndex traced_cell(const Catalog& catalog, const Form& form, CellIndex cell,
                      const Form& earlier);

/// Whether two cells hold the same figure of one series, whichever form is the later one.
bool same_series(const Catalog& catalog, const Form& form, CellIndex cell, const Form& other,
                 CellIndex other_cell);

/// The difference of a figure to that of the year before.
struct Change {
  Decimal difference;
  std::optional<Decimal> percent;  ///< one place; none on a base of zero
};

/// Nothing unless both are numbers.
std::optional<Change> change(const Figure& from, const Figure& to);

/// The leaf that is the total of all others (总计), as an index of a line; -1 where there is none.
int total_leaf(const Axis& axis);

}  // namespace gongkai
