#pragma once

#include "diagnostics/diagnostic.h"
#include "model/catalog.h"

namespace gongkai {

/// Hints at tables of a report whose every figure is that of the report of the year before, one of
/// them at least other than zero. Only tables that the form continues as a whole, and not against a
/// report that was withdrawn.
void check_same_tables(const Catalog& catalog, const Report& report, Diagnostics& diagnostics);

}  // namespace gongkai
