#include "preview/live_site.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace gongkai {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// A small site is checked before anybody sees its first page; of a large one the page comes first.
constexpr auto first_verdict = 40ms;
constexpr auto first_watch = 20ms;
/// How long a page waits for what was saved before it was asked for.
constexpr auto longest_wait = 30s;
constexpr auto look_again = 5ms;
constexpr auto longest_sleep = 500ms;
constexpr auto after_failure = 50ms;
/// Remarks wait until nothing was saved for as long: while somebody edits, pages come first.
constexpr auto rest_before_remarks = 400ms;

bool only_style_changed(const Changes& changes) {
  return !changes.all && std::all_of(changes.paths.begin(), changes.paths.end(),
                                     [](std::string_view path) {
                                       return path.starts_with("themes/") && path.ends_with(".css");
                                     });
}

/// What runs behind must not slow down what somebody waits for.
void be_modest() {
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), 10);
}

}  // namespace

LiveSite::LiveSite(Reader read, std::unique_ptr<Watcher> watcher, Listener listener)
    : read_(std::move(read)), watcher_(std::move(watcher)), listener_(std::move(listener)) {
  state_ = std::make_shared<const PreviewState>();
  const Clock::time_point begin = Clock::now();
  ReadSite site = read_(Changes::everything());
  reading_ = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin);
  show_unjudged(site);
  hand_behind(std::move(site), false);
}

void LiveSite::start() {
  behind_thread_ = std::jthread([this](std::stop_token stop) { work_behind(stop); });
  update_thread_ = std::jthread([this](std::stop_token stop) { update_always(stop); });
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, first_watch, [&] { return watching_; });
  changed_.wait_for(lock, first_verdict, [&] { return state_->judged; });
}

LiveSite::~LiveSite() {
  update_thread_.request_stop();
  behind_thread_.request_stop();
  ++behind_number_;
  watcher_->wake();
  {
    const std::lock_guard lock(behind_mutex_);
    behind_changed_.notify_all();
  }
  if (update_thread_.joinable()) update_thread_.join();
  if (behind_thread_.joinable()) behind_thread_.join();
}

PreviewStatePointer LiveSite::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

PreviewStatePointer LiveSite::current() {
  std::unique_lock lock(mutex_);
  const Clock::time_point end = Clock::now() + longest_wait;
  // As long as there is neither a portal nor a verdict, there is nothing to show at all.
  while (!given_up_ && (busy_ || watcher_->pending() || (!state_->portal && !state_->judged)) &&
         Clock::now() < end) {
    changed_.wait_for(lock, look_again);
  }
  return state_;
}

void LiveSite::give_up() {
  const std::lock_guard lock(mutex_);
  given_up_ = true;
}

PreviewStatePointer LiveSite::wait_for_other(const std::weak_ptr<const PreviewState>& seen,
                                             std::chrono::milliseconds at_most) const {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, at_most, [&] { return state_ != seen.lock(); });
  return state_;
}

void LiveSite::set(PreviewState state) {
  auto next = std::make_shared<const PreviewState>(std::move(state));
  PreviewStatePointer last;
  {
    const std::lock_guard lock(mutex_);
    last = std::exchange(state_, std::move(next));
    if (state_->judged) ever_judged_ = true;
  }
  changed_.notify_all();
  const std::lock_guard lock(behind_mutex_);
  gone_.push_back(std::move(last));
  behind_changed_.notify_all();
}

/// The first portal is shown at once: no earlier one is there, and the checks of a large site take
/// longer than reading it.
void LiveSite::show_unjudged(const ReadSite& site) {
  PreviewState next = *state();
  next.catalog = site.catalog;
  next.checks = site.checks;
  next.judged = false;
  if (next.portal != site.portal) ++next.pages;
  next.portal = site.portal;
  if (!next.diagnostics) next.diagnostics = std::make_shared<const Diagnostics>();
  set(std::move(next));
}

void LiveSite::show(const ReadSite& site, Verdict verdict, bool only_style) {
  PreviewState next = *state();
  const bool was_judged = next.judged;
  next.catalog = site.catalog;
  next.checks = site.checks;
  next.judged = true;
  next.broken = verdict.portal == nullptr;
  next.diagnostics = std::make_shared<const Diagnostics>(std::move(verdict.diagnostics));
  ++next.messages;
  if (verdict.portal && verdict.portal != next.portal) {
    ++(only_style ? next.style : next.pages);
    next.portal = verdict.portal;
  } else if (next.broken && !was_judged && next.portal == site.portal) {
    // Nothing that was ever right is there to be shown.
    ++next.pages;
    next.portal = nullptr;
  }
  set(std::move(next));
}

void LiveSite::add_remarks(const ReadSite& site, const Diagnostics& remarks) {
  PreviewState next = *state();
  if (remarks.empty() || next.catalog != site.catalog) return;
  Diagnostics all = *next.diagnostics;
  all.append(remarks);
  all.sort();
  next.diagnostics = std::make_shared<const Diagnostics>(std::move(all));
  ++next.messages;
  set(std::move(next));
}

void LiveSite::tell(std::size_t changed_files, Clock::time_point since, bool remarks_only) {
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - since);
  const std::lock_guard lock(telling_);
  listener_({*state(), changed_files, took, remarks_only});
}

/// Brings the state up to date with what has changed. False if more changed meanwhile, or something
/// went away while it was read.
bool LiveSite::update() {
  const Clock::time_point begin = Clock::now();
  bool ever_judged;
  {
    const std::lock_guard lock(mutex_);
    busy_ = true;
    ever_judged = ever_judged_;
  }
  ++behind_number_;
  unshown_.merge(watcher_->take());
  std::optional<Verdict> verdict;
  ReadSite site;
  try {
    site = read_(unshown_);
    if (ever_judged) {
      verdict = site.judge([&] { return watcher_->pending(); });
      if (!verdict) return false;
    }
  } catch (const std::exception&) {
    unshown_.all = true;
    std::this_thread::sleep_for(after_failure);
    return false;
  }
  const bool judged = verdict.has_value();
  {
    const std::lock_guard lock(writing_);
    if (judged) {
      show(site, *std::move(verdict), only_style_changed(unshown_));
    } else {
      show_unjudged(site);
    }
  }
  {
    const std::lock_guard lock(mutex_);
    busy_ = false;
  }
  changed_.notify_all();
  // Pages do not wait for the words in the terminal.
  if (judged) tell(std::max<std::size_t>(unshown_.paths.size(), 1), begin, false);
  hand_behind(std::move(site), judged);
  unshown_ = {};
  return true;
}

void LiveSite::update_always(std::stop_token stop) {
  watcher_->start();
  {
    const std::lock_guard lock(mutex_);
    watching_ = true;
  }
  changed_.notify_all();
  while (!stop.stop_requested()) {
    if (!watcher_->wait(longest_sleep)) continue;
    while (!stop.stop_requested() && !update()) {
    }
  }
}

void LiveSite::hand_behind(ReadSite site, bool judged) {
  const std::lock_guard lock(behind_mutex_);
  behind_ = std::move(site);
  behind_is_judged_ = judged;
  ++behind_number_;
  behind_changed_.notify_all();
}

void LiveSite::work_behind(std::stop_token stop) {
  be_modest();
  while (true) {
    std::vector<PreviewStatePointer> gone;
    std::optional<ReadSite> site;
    bool judged;
    int number;
    {
      std::unique_lock lock(behind_mutex_);
      behind_changed_.wait(
          lock, [&] { return behind_ || !gone_.empty() || stop.stop_requested(); });
      if (stop.stop_requested()) return;
      gone.swap(gone_);
      if (!behind_) continue;
      site = std::exchange(behind_, std::nullopt);
      judged = behind_is_judged_;
      number = behind_number_;
    }
    gone.clear();
    const auto outdated = [&] { return behind_number_ != number; };
    const Clock::time_point begin = Clock::now();
    if (!judged) {
      std::optional<Verdict> verdict = site->judge(outdated);
      std::unique_lock lock(writing_);
      if (!verdict || outdated()) continue;
      show(*site, *std::move(verdict), false);
      lock.unlock();
      tell(0, begin, false);
    }
    {
      std::unique_lock lock(behind_mutex_);
      if (behind_changed_.wait_for(lock, rest_before_remarks,
                                   [&] { return outdated() || stop.stop_requested(); })) {
        continue;
      }
    }
    const Diagnostics remarks = site->remark();
    std::unique_lock lock(writing_);
    if (outdated()) continue;
    add_remarks(*site, remarks);
    lock.unlock();
    tell(0, begin, true);
  }
}

}  // namespace gongkai
