#pragma once

#include <string>

#include "cli/console.h"
#include "session/session.h"

namespace gongkai {

/// Compares every cell of a report (AGENCY/YEAR) with the original that was filed, and says where
/// they differ. Returns the exit code: done only where every cell was found and none differs.
int check_against(const Session& session, const std::filesystem::path& site,
                  const std::string& original, const std::string& report, const Console& console);

}  // namespace gongkai
