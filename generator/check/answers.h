#pragma once

#include <vector>

#include "check/finding.h"
#include "diagnostics/diagnostic.h"

namespace gongkai {

/// Explanations and known errors count only while the check still finds their two numbers: an error
/// at each one that no finding of its report uses.
void check_answers(const Catalog& catalog, const Report& report,
                   const std::vector<Finding>& findings, Diagnostics& diagnostics);

}  // namespace gongkai
