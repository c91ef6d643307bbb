#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace gongkai {

/// The names of the machine formats of `--format`, in the order of the help.
std::vector<std::string> machine_formats();

/// What a check found, in a machine format.
std::string in_machine_format(const std::string& format, const Session& session,
                              const SiteArguments& arguments, bool strict, Language language);

}  // namespace gongkai
