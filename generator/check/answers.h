#pragma once

#include <vector>

#include "check/finding.h"
#include "diagnostics/diagnostic.h"

namespace gongkai {

/// What a rule that does not hold comes to: explained or known where the report has an answer that
/// speaks of its two numbers, which the finding then names; else failed. `newest_year` is the
/// catalog's, and asked for only where the report has known errors.
Outcome answered(Finding& finding, int newest_year);

/// Explanations and known errors count only while the check still finds their two numbers: an error
/// at each one that no finding of its report uses.
void check_answers(const Catalog& catalog, const Report& report,
                   const std::vector<Finding>& findings, Diagnostics& diagnostics);

}  // namespace gongkai
