#pragma once

#include <string>
#include <vector>

#include "pages/routes.h"

namespace gongkai {

/// The addresses of the pages that print a cell of a report, or a number computed from it alone or
/// with others: the report's own, the agency's, the comparison of the figure, and where an
/// indicator uses it the year's and the home page. Empty where the portal does not show the report.
std::vector<std::string> pages_of(const Library& library, const Routes& routes,
                                  const Report& report, CellIndex cell);

}  // namespace gongkai
