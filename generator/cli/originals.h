#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/report_argument.h"

namespace gongkai {

/// The originals that arguments name, in their order: files as they are, folders as the files in
/// them (not in folders below) that may hold a report, by name. What office programs leave beside
/// open files is left out.
std::vector<std::filesystem::path> originals_in(const std::vector<std::string>& arguments);

}  // namespace gongkai
