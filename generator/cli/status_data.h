#pragma once

#include <string>

#include "cli/year_status.h"

namespace gongkai {

/// The status as one JSON object. Keys and states are the same in every language; what is not there
/// is null.
std::string status_json(const YearStatus& status, const Settings& settings);

/// The status as a table for spreadsheets: a line of names, then one for each agency; with a
/// byte-order mark and CRLF, as Excel expects them.
std::string status_csv(const YearStatus& status, const Settings& settings);

}  // namespace gongkai
