#pragma once

#include "load/reader.h"
#include "model/report.h"

namespace gongkai {

/// Reads `tables:` and `blanks:` of a report.yaml into report.cells, report.details and
/// report.blanks_are_zero; report.form must be set. Cells that follow from others are filled in
/// (model/completion.h) when nothing was wrong.
void read_report_tables(const FileContext& context, MapReader& map, Report& report);

}  // namespace gongkai
