#pragma once

#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/catalog.h"

namespace gongkai {

/// A figure that is more than five times last year's, or less than a fifth of it.
struct Swing {
  CellIndex cell = no_cell;
  CellIndex earlier_cell = no_cell;  ///< in the form of the report of the year before
  Decimal now, before;
};

/// The swings of a report against the one of the year before, the widest first. Looked at are the
/// figures that people compare: of a row with a total only the total, and nothing that was added up
/// from several rows but the form's own totals. Neither number may be zero or below, one of them is
/// at least 20, and the series continues between them. Empty where `previous` is none that may be
/// compared with.
std::vector<Swing> find_swings(const Report& report, const Report& previous);

/// Hints at the widest swings of a report, with both numbers.
void check_swings(const Catalog& catalog, const Report& report, Diagnostics& diagnostics);

}  // namespace gongkai
