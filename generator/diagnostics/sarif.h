#pragma once

#include "diagnostics/run_record.h"

namespace gongkai {

/// SARIF 2.1.0 (OASIS), for code scanning: every message as a result. Columns are Unicode code
/// points; addresses of files are relative to the working folder.
std::string write_sarif(const RunRecord& run, SourceLines& sources);

}  // namespace gongkai
