#pragma once

#include <string>

#include "cli/year_status.h"
#include "diagnostics/diagnostic.h"

namespace gongkai {

/// The status as a table for a terminal: agencies under their kind, a line of sums at the end.
/// Columns stand under one another also where Chinese characters take two cells.
std::string status_table(const YearStatus& status, const Settings& settings, Language language);

}  // namespace gongkai
