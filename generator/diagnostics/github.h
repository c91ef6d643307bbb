#pragma once

#include "diagnostics/run_record.h"

namespace gongkai {

/// Workflow commands of GitHub Actions: a line for each message, which GitHub shows beside the line
/// of the file.
std::string write_github(const RunRecord& run, SourceLines& sources);

}  // namespace gongkai
