#pragma once

#include <span>
#include <string>

#include "model/report.h"
#include "model/words.h"

namespace gongkai {

/// Whether reports fit into the sheets that spreadsheets can open (1,048,576 lines).
bool fits_overview_book(std::span<const Report* const> reports);

/// Many reports as XLSX: a sheet for every table of each form, a line a report, a column a cell of
/// the form. A figure that was not reported is blank. Throws std::system_error.
std::string overview_book(std::span<const Report* const> reports, const Words& words);

}  // namespace gongkai
