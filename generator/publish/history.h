#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "diagnostics/diagnostic.h"
#include "model/date.h"

namespace gongkai {

/// history.json beside public/: the day on which each report was first published, by its address.
/// It changes no page; it says which reports must not be taken back unseen.
using History = std::map<std::string, Date, std::less<>>;

/// Empty where there is no such file. Adds `history-broken` and returns nothing for a file that is
/// no history.
std::optional<History> read_history(const std::filesystem::path& file, Diagnostics& diagnostics);

/// Adds the reports that are not in it yet, with `today`. Writes the file only when that changes
/// it.
void update_history(const std::filesystem::path& file, History history,
                    std::span<const std::string> reports, Date today);

}  // namespace gongkai
