#pragma once

#include "diagnostics/diagnostic.h"
#include "model/catalog.h"

namespace gongkai {

/// Hints at the words of a report's texts that site.yaml lists as wrong (`wording:`), each at its
/// line and column.
void check_wording(const Settings& settings, const Report& report, Diagnostics& diagnostics);

}  // namespace gongkai
