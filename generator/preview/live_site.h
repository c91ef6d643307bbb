#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "check/check.h"
#include "preview/watcher.h"
#include "portal/portal.h"

namespace gongkai {

/// What the checks say of a site.
struct Verdict {
  std::shared_ptr<const Portal> portal;  ///< null where an error keeps it from being published
  Diagnostics diagnostics;
};

/// A site as it was read, and what can still be asked of it. The functions may be called from any
/// thread.
struct ReadSite {
  std::shared_ptr<const Catalog> catalog;     ///< null where site.yaml cannot be read
  std::shared_ptr<const CheckResult> checks;  ///< null where there is no catalog
  /// What the site is unless the checks find an error; null where reading has found one.
  std::shared_ptr<const Portal> portal;
  /// Nothing if it was interrupted.
  std::function<std::optional<Verdict>(const Interrupt&)> judge;
  /// What may be said later than the rest, for it cannot be an error.
  std::function<Diagnostics()> remark;
};

/// What a preview shows at one moment. Constant.
struct PreviewState {
  std::shared_ptr<const Portal> portal;       ///< null as long as there was none without an error
  std::shared_ptr<const Catalog> catalog;     ///< those of the newest content; null as above
  std::shared_ptr<const CheckResult> checks;
  std::shared_ptr<const Diagnostics> diagnostics;  ///< of the newest content
  bool judged = false;  ///< whether the diagnostics are complete but for late remarks
  bool broken = false;  ///< whether the newest content is another than that of the portal
  int pages = 0;        ///< grows with every new portal
  int style = 0;        ///< grows when nothing but style sheets has changed
  int messages = 0;     ///< grows with every change of the diagnostics
};
using PreviewStatePointer = std::shared_ptr<const PreviewState>;

/// Told whenever there is something new to say. Called from one thread at a time.
struct PreviewNews {
  const PreviewState& state;
  std::size_t changed_files = 0;  ///< 0: the site was opened, or only remarks were added
  std::chrono::milliseconds took{0};
  bool remarks_only = false;
};

/// A site that is kept up to date. A portal is swapped for the next one as a whole, and only when
/// the checks have found no error in it; but for the very first one, which is shown before the
/// checks are done. What takes long and cannot be an error runs behind.
class LiveSite {
 public:
  using Reader = std::function<ReadSite(const Changes&)>;
  using Listener = std::function<void(const PreviewNews&)>;

  /// Reads the site. `read` is called from one thread at a time.
  LiveSite(Reader read, std::unique_ptr<Watcher> watcher, Listener listener);
  ~LiveSite();

  /// Begins to check it and to watch its files, in threads of its own. To be called once.
  void start();
  /// From now on current() waits for nothing.
  void give_up();

  /// How long the first reading took.
  std::chrono::milliseconds reading() const { return reading_; }
  /// The newest state, without waiting.
  PreviewStatePointer state() const;
  /// The state that shows everything saved before the call, for which it waits for a while.
  PreviewStatePointer current();
  /// Waits until there is another state than `seen`, or `at_most`; returns the newest.
  PreviewStatePointer wait_for_other(const std::weak_ptr<const PreviewState>& seen,
                                     std::chrono::milliseconds at_most) const;

 private:
  void set(PreviewState state);
  void show_unjudged(const ReadSite& site);
  void show(const ReadSite& site, Verdict verdict, bool only_style);
  void add_remarks(const ReadSite& site, const Diagnostics& remarks);
  void tell(std::size_t changed_files, std::chrono::steady_clock::time_point since,
            bool remarks_only);
  bool update();
  void update_always(std::stop_token stop);
  void work_behind(std::stop_token stop);
  void hand_behind(ReadSite site, bool judged);

  Reader read_;
  std::unique_ptr<Watcher> watcher_;
  Listener listener_;
  std::chrono::milliseconds reading_{0};
  std::mutex telling_;
  Changes unshown_;  ///< of the thread that updates: what no state shows yet

  std::mutex writing_;        ///< of whoever makes the next state from the last
  mutable std::mutex mutex_;  ///< of state_ and busy_
  mutable std::condition_variable changed_;
  PreviewStatePointer state_;
  bool busy_ = false;      ///< whether changes were taken that no state shows yet
  bool watching_ = false;  ///< whether the watcher has begun
  bool given_up_ = false;

  std::mutex behind_mutex_;  ///< of the site that is worked on behind
  std::condition_variable behind_changed_;
  std::optional<ReadSite> behind_;
  std::vector<PreviewStatePointer> gone_;  ///< states to be freed behind: that takes its time
  bool behind_is_judged_ = false;
  std::atomic<int> behind_number_{0};  ///< grows with every site handed over
  bool ever_judged_ = false;           ///< under mutex_

  std::jthread behind_thread_, update_thread_;
};

}  // namespace gongkai
