#pragma once

#include <vector>

#include "check/finding.h"

namespace gongkai {

/// By cell of the report's form: whether a mistake in it would have been found. A cell is guarded
/// by an equation that was assessed and in which it stands beside others; a total that was
/// computed, a bound such as `a <= b` and a rule that could not be assessed guard nothing.
std::vector<bool> guarded_cells(const Report& report, const std::vector<Finding>& findings);

}  // namespace gongkai
