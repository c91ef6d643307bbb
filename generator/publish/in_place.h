#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "publish/live.h"

namespace gongkai {

/// The files that an update changes: addresses, each once.
struct Changes {
  std::vector<std::string> written;  ///< their new bytes stand in the spare tree
  std::vector<std::string> removed;
};

/// Brings a live site that cannot be exchanged up to date file by file. First all new bytes are
/// written beside the old ones, so that a full disk is met before anything has changed; then each
/// takes its place by a rename, stale files go, and the manifest comes last. `pending` holds what
/// is under way until then, so that the next build can finish after a kill.
void update_in_place(const std::filesystem::path& output, const std::filesystem::path& spare,
                     const std::filesystem::path& pending, const Changes& changes,
                     const std::string& manifest);

}  // namespace gongkai
