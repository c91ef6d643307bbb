#pragma once

#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

#include "preview/watcher.h"

namespace gongkai {

/// Looks at all files again and again, for folders that tell nobody of their changes: those of other
/// computers, and more of them than the user may watch. Looking takes a tenth of the time at most.
class PollingWatcher : public Watcher {
 public:
  explicit PollingWatcher(std::filesystem::path site);

  void start() override;
  bool wait(std::chrono::milliseconds at_most) override;
  bool pending() override;
  Changes take() override;
  void wake() override;
  bool polls() const override { return true; }

 private:
  using Clock = std::chrono::steady_clock;

  /// What tells one state of a file from another.
  struct Stamp {
    std::uintmax_t size = 0, inode = 0;
    std::int64_t modified = 0, changed = 0;  ///< nanoseconds
    bool operator==(const Stamp&) const = default;
  };
  using Stamps = std::map<std::string, Stamp>;

  Stamps read_stamps() const;
  void add_stamps(const std::string& path, Stamps& stamps) const;
  bool look();

  std::filesystem::path site_;
  std::int64_t made_ = 0;  ///< nanoseconds
  std::mutex mutex_;       ///< of all below
  std::condition_variable woken_;
  bool wake_ = false;
  Stamps stamps_;
  Changes changes_;
  Clock::time_point looked_;
  Clock::duration looking_{};  ///< how long the last look took
};

}  // namespace gongkai
