#pragma once

#include "check/check.h"
#include "diagnostics/run_record.h"

namespace gongkai {

/// What machine formats tell of a check: adds the rules, the counts and the findings of every
/// report to `run`. Reports are evaluated once more, with `jobs` threads, for a check keeps only
/// what a person must see.
void record_findings(const Catalog& catalog, const CheckResult& checks, int jobs, RunRecord& run);

}  // namespace gongkai
