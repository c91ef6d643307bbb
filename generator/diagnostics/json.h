#pragma once

#include "diagnostics/run_record.h"

namespace gongkai {

/// gongkai's own format, for programs: docs/formats.md describes it. Counts, messages, and the
/// findings of every report that are failed, explained, known or not assessed.
std::string write_json(const RunRecord& run, SourceLines& sources);

}  // namespace gongkai
