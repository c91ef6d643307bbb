#include "preview/watcher.h"

#include <atomic>
#include <system_error>

#include "model/debris.h"
#include "preview/inotify_watcher.h"
#include "preview/polling_watcher.h"

namespace gongkai {
namespace {

/// Is told by the system as long as that can tell all, then looks again and again.
class TirelessWatcher : public Watcher {
 public:
  explicit TirelessWatcher(const std::filesystem::path& site)
      : told_(site), looking_(site), chosen_(&told_) {}

  void start() override {
    told_.start();
    change_over_if_lost();
  }
  bool wait(std::chrono::milliseconds at_most) override {
    const bool changed = chosen_.load()->wait(at_most);
    return change_over_if_lost() || changed;
  }
  bool pending() override { return chosen_.load()->pending(); }
  Changes take() override { return chosen_.load()->take(); }
  void wake() override { chosen_.load()->wake(); }
  bool polls() const override { return chosen_.load()->polls(); }

 private:
  bool change_over_if_lost() {
    if (chosen_ != &told_ || !told_.lost()) return false;
    looking_.start();
    chosen_ = &looking_;
    return true;
  }

  InotifyWatcher told_;
  PollingWatcher looking_;
  std::atomic<Watcher*> chosen_;
};

}  // namespace

std::unique_ptr<Watcher> make_watcher(const std::filesystem::path& site, bool poll) {
  if (!poll) {
    try {
      return std::make_unique<TirelessWatcher>(site);
    } catch (const std::system_error&) {
      // no inotify here
    }
  }
  return std::make_unique<PollingWatcher>(site);
}

bool is_passed_over(std::string_view path, std::string_view name, bool is_folder) {
  if (name.starts_with('.')) return true;
  if (path.empty()) return name != "site.yaml" && name != "content" && name != "themes";
  return path.starts_with("content") && !is_folder && is_debris(name);
}

}  // namespace gongkai
