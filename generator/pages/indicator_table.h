#pragma once

#include "compare/across_agencies.h"
#include "pages/context.h"
#include "pages/view.h"

namespace gongkai {

/// The indicators of one year: agencies, totals, and which reports a total contains. Names:
/// contract.cc, indicator_table_names.
View make_indicator_table(const PageContext& context, const Route& route,
                          const AcrossAgencies& comparison);

/// The totals alone, {label, class, text, detail} each, for the home page.
View make_totals(const PageContext& context, const AcrossAgencies& comparison);

}  // namespace gongkai
