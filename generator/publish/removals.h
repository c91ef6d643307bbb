#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "diagnostics/diagnostic.h"
#include "publish/history.h"
#include "publish/live.h"

namespace gongkai {

/// Guards against a mistake that empties the portal: a folder that was moved, a `kind` that was
/// renamed. Pages of the live site and reports that were ever published count as public; where at
/// least ten of them, and more than one in ten, have no place in `addresses`, an error names them.
/// Returns whether that was so.
bool too_much_vanishes(const std::filesystem::path& output, const LiveSite& live,
                       const History& history, std::span<const std::string> addresses,
                       Diagnostics& diagnostics);

}  // namespace gongkai
