#pragma once

#include <sys/inotify.h>

#include <atomic>
#include <ctime>
#include <map>
#include <mutex>
#include <string>
#include <unordered_map>

#include "preview/watcher.h"

namespace gongkai {

/// Is told by the system. Needs one of the user's inotify watches for every folder.
class InotifyWatcher : public Watcher {
 public:
  /// Throws std::system_error where there is no inotify.
  explicit InotifyWatcher(std::filesystem::path site);
  ~InotifyWatcher() override;

  void start() override;
  bool wait(std::chrono::milliseconds at_most) override;
  bool pending() override;
  Changes take() override;
  void wake() override;
  bool polls() const override { return false; }
  /// Whether there are more folders than the user may watch: then it misses changes.
  bool lost() const { return lost_; }

 private:
  void drain();
  void handle(const inotify_event& event);
  void add_root();
  void add_tree(const std::string& path);
  void look_at(const std::string& path, bool is_folder);
  void forget_tree(const std::string& path);
  bool readable_within(std::chrono::milliseconds time) const;

  std::filesystem::path site_;
  timespec made_{};
  int inotify_ = -1, wake_ = -1;
  std::atomic<bool> lost_{false}, starting_{false};
  std::mutex mutex_;  ///< of all below
  int root_ = -1;
  std::unordered_map<int, std::string> path_of_;
  std::map<std::string, int> watch_of_;
  Changes changes_;
};

}  // namespace gongkai
