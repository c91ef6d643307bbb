#pragma once

#include "model/report.h"

namespace gongkai {

/// Fills in what follows from what was filed: totals that were left out (along the row before
/// those along the column) become computed figures, heads become the derived sums of their leaves
/// (or stay as filed where they were filed unsplit). What cannot be added up because a summand is
/// missing stays not reported. Cells that hold something are never changed, printed blanks neither.
void complete(const Form& form, std::vector<Cell>& cells);

}  // namespace gongkai
