#pragma once

#include <vector>

#include "check/finding.h"

namespace gongkai {

/// Failed findings of the check `parts` on one report that have one cause: they differ by the same
/// amount and stand in one sum of the form. A figure comes before its totals.
using PartsGroup = std::vector<const Finding*>;

/// The failed ones among `findings`, grouped; in the order of their first cells.
std::vector<PartsGroup> group_by_cause(const Form& form, const std::vector<Finding>& findings);

/// Findings of the rules of one report, and of the agency's report of the year after, that break by
/// `difference` at one of the cells: the figure may be wrong there. At most one of each report.
std::vector<Finding> broken_by(const Catalog& catalog, const Report& report,
                               const std::vector<CellIndex>& cells, Decimal difference);

}  // namespace gongkai
