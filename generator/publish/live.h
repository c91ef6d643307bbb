#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <span>
#include <string>

#include "diagnostics/diagnostic.h"
#include "publish/files.h"
#include "publish/manifest.h"

namespace gongkai {

using Names = std::set<std::string, std::less<>>;

/// What stands in the output folder before a build, told apart by its manifest.
struct LiveSite {
  bool exists = false;
  bool in_place = false;  ///< cannot be exchanged: a symbolic link, or mounts inside
  Names ours;             ///< files that a build has put there and that still stand there
  std::map<std::string, files::Kind, std::less<>> foreign;  ///< files, links, lone folders
};

/// Reads `output` and checks that everything in `addresses` may stand there. `pending` is the
/// journal of an update in place that did not come to its end. Returns nothing when a mistake was
/// added.
std::optional<LiveSite> read_live_site(const std::filesystem::path& output,
                                       const std::filesystem::path& pending,
                                       std::span<const std::string> addresses, bool adopt,
                                       Diagnostics& diagnostics);

/// What an update in place calls the new bytes of a file until they take its place.
std::string pending_name(std::string_view address);

}  // namespace gongkai
