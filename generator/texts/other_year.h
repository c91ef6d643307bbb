#pragma once

#include "diagnostics/diagnostic.h"
#include "model/catalog.h"

namespace gongkai {

/// Warns where a narrative gives another year as that of this report, as happens to texts that were
/// taken over: a line that is the report's title with another year, an announcement (现将2023年……
/// 报告如下), the period of its figures (统计期限从2023年1月1日至2023年12月31日). Years that are
/// compared with, last year's report and notices with their years are none of these.
void check_other_year(const Settings& settings, const Report& report, Diagnostics& diagnostics);

}  // namespace gongkai
