#pragma once

#include <string>

#include "cli/console.h"
#include "session/session.h"

namespace gongkai {

/// Writes the slip of corrections of one report, named as AGENCY/YEAR, to the standard output, or
/// to a file where `out` is not empty. Says so on the console where there is nothing to mend, and
/// where the report cannot be read at all. Returns the exit code: 1 where the
/// report breaks a rule of severity error.
/// Throws std::system_error when the file cannot be written.
int write_slip(const Session& session, const std::string& report, const std::string& out,
               const Console& console);

}  // namespace gongkai
