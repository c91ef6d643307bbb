#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "model/changes.h"

namespace gongkai {

/// Notices what changes among the files that a site is made from: site.yaml, content/ and themes/.
/// What editors and systems leave beside them is not noticed, a file that is being written only when
/// it is closed. Folders may be deleted and come back. All of it may be called from any thread.
class Watcher {
 public:
  virtual ~Watcher() = default;

  /// To be called once, when the site has been read: begins to watch, and finds what has changed
  /// since the watcher was made.
  virtual void start() = 0;
  /// Returns when something has changed and for a moment nothing more does, or after `at_most`, or
  /// when wake() is called. Whether something has changed.
  virtual bool wait(std::chrono::milliseconds at_most) = 0;
  /// Whether something has changed that was not taken yet. A file that was closed before the call
  /// counts.
  virtual bool pending() = 0;
  /// What has changed since the last call.
  virtual Changes take() = 0;
  /// Ends a wait().
  virtual void wake() = 0;
  /// Whether it looks again and again instead of being told.
  virtual bool polls() const = 0;
};

/// Watches by inotify or, with `poll` and where inotify is not to be had, by looking again.
std::unique_ptr<Watcher> make_watcher(const std::filesystem::path& site, bool poll);

/// Whether a file or folder of this name, somewhere in a site, is passed over. `path` is that of its
/// folder, relative to the site.
bool is_passed_over(std::string_view path, std::string_view name, bool is_folder);

}  // namespace gongkai
