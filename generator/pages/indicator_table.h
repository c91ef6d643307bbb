#pragma once

#include <string>
#include <vector>

#include "compare/across_agencies.h"
#include "pages/context.h"
#include "pages/view.h"

namespace gongkai {

/// The indicators of one year: the agencies that the page shows, kinds, totals, and which reports a
/// total contains. `missing` are the names of agencies whose report is wanting, where that is
/// published. Names: contract.cc, indicator_table_names.
View make_indicator_table(const PageContext& context, const Route& route,
                          const AcrossAgencies& comparison,
                          const std::vector<std::string>& missing);

/// The totals alone, {label, class, text, detail} each, for the home page.
View make_totals(const PageContext& context, const AcrossAgencies& comparison);

}  // namespace gongkai
