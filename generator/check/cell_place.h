#pragma once

#include "model/report.h"

namespace gongkai {

/// Where a figure was written, or what it follows from: a derived sum's first leaf, the row of a
/// computed total; the report's `form:` where there is nothing better.
Mark mark_of(const Report& report, CellIndex cell);

/// The same as a position, as long as the figure where it was written itself.
Position position_of(const Report& report, CellIndex cell);

}  // namespace gongkai
