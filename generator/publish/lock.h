#pragma once

#include <filesystem>

namespace gongkai {

/// Keeps a second build of the same site out as long as it lives. The system releases it when the
/// process ends, however it ends.
class BuildLock {
 public:
  /// Throws std::system_error with std::errc::device_or_resource_busy when another build runs.
  explicit BuildLock(const std::filesystem::path& file);
  BuildLock(const BuildLock&) = delete;
  BuildLock& operator=(const BuildLock&) = delete;
  ~BuildLock();

 private:
  int descriptor_;
};

}  // namespace gongkai
