#pragma once

#include <set>
#include <string>

#include "import/archive.h"

namespace gongkai {

/// The names of the sheets that a workbook itself says are no part of the report
/// (model/helper_sheets.h). Throws Unreadable.
std::set<std::string> helper_sheets(Archive& archive);

}  // namespace gongkai
