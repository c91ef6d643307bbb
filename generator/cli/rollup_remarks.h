#pragma once

#include <string>
#include <vector>

#include "compare/rollup.h"
#include "diagnostics/diagnostic.h"
#include "write/report_text.h"

namespace gongkai {

/// One line for each agency whose report is wanting: its name and why.
std::vector<std::string> missing_lines(const Rollup& rollup, Language language);

/// What a drafted consolidated report says of itself in comments: how it came about, which reports
/// are wanting, and above a row whose figures are left blank, whose figures are missing there.
Remarks remarks_of(const Rollup& rollup, Language language);

/// How many cells of the drafted sheet are left blank.
std::size_t blank_cells(const Rollup& rollup);

}  // namespace gongkai
