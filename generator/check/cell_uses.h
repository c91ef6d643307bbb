#pragma once

#include <vector>

#include "check/check.h"

namespace gongkai {

/// The findings of a report and of the one that follows it whose rules take a number from a cell of
/// the report, by itself or within the sum of a head.
std::vector<Finding> findings_on(const Catalog& catalog, const CheckResult& checks,
                                 const Report& report, CellIndex cell);

/// Whether the rule of a finding takes a number from the cell of `report`.
bool uses(const Finding& finding, const Report& report, CellIndex cell);

/// The reports for which this one is that of the year before.
std::vector<const Report*> followers(const Catalog& catalog, const Report& report);

}  // namespace gongkai
