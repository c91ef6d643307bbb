#pragma once

#include "diagnostics/run_record.h"

namespace gongkai {

/// JUnit XML, for test reports: a suite for each report with a case for each rule and for each kind
/// of message; the messages about other files in suites of their own. A case fails by what makes
/// the exit code 1, and is skipped where the rule was not assessed on some row or column.
std::string write_junit(const RunRecord& run, SourceLines& sources);

}  // namespace gongkai
