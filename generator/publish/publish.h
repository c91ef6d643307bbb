#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/date.h"

namespace gongkai {

struct PublishRequest {
  std::filesystem::path output;            ///< `<site>/public`
  std::span<const std::string> addresses;  ///< every file of the site, each once
  /// Appends the bytes of the file at an address. Called once for each, from `jobs` threads.
  std::function<void(std::string_view address, std::string& bytes)> render;
  int jobs = 1;
  bool adopt = false;  ///< overwrite files of others that stand in the way
  /// Publish also where a large part of what was public would vanish (publish/removals.h).
  bool allow_removals = false;
  bool dry_run = false;  ///< find out what would change, and change nothing
  /// Called now and then, from one thread at a time, with how many addresses are done.
  std::function<void(std::size_t done, std::size_t total)> progress;
  std::span<const std::string> reports;  ///< addresses of reports, for history.json
  Date today;                            ///< written to history.json for reports that are new
};

struct PublishResult {
  /// Addresses, sorted, the manifest not among them.
  std::vector<std::string> added, changed, removed;
  int unchanged = 0;
  int foreign = 0;         ///< files of others that were kept
  bool exchanged = false;  ///< one atomic step; false when nothing changed, or file by file

  int written() const { return static_cast<int>(added.size() + changed.size()); }
};

/// Turns all addresses into files in `output`, whole or not at all: when it throws, or returns
/// nothing after adding the user's mistakes to `diagnostics`, the live site is as it was. Works in
/// `.gongkai/` beside the output and keeps history.json there; see docs/publishing.md. A dry run
/// makes no file and no folder, and no other build has to wait for it.
/// Throws std::system_error where the system fails (a full disk, a missing permission, another
/// build at work) and what `render` throws.
std::optional<PublishResult> publish(const PublishRequest& request, Diagnostics& diagnostics);

}  // namespace gongkai
