#pragma once

#include "diagnostics/diagnostic.h"
#include "model/catalog.h"

namespace gongkai {

/// Hints at reports that were published after their last day, and at agencies that owe a report
/// and have filed none by then (the checks `late` and `missing`). Where several agencies are late
/// or have filed none in a year, one hint names them all, and the years that one agency misses
/// share a hint too: the list is for the office, not a wall.
void check_duties(const Catalog& catalog, Diagnostics& diagnostics);

}  // namespace gongkai
