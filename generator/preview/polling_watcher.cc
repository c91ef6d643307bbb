#include "preview/polling_watcher.h"

#include <dirent.h>
#include <sys/stat.h>

#include <ctime>
#include <thread>
#include <utility>

namespace gongkai {
namespace {

using namespace std::chrono_literals;

/// What a file may need to be written whole.
constexpr auto settling = 30ms;
constexpr auto shortest_rest = 200ms;
constexpr int rest_for_looking = 10;  ///< times as long as a look took

std::int64_t nanoseconds(const timespec& time) { return time.tv_sec * 1'000'000'000 + time.tv_nsec; }

}  // namespace

PollingWatcher::PollingWatcher(std::filesystem::path site) : site_(std::move(site)) {
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
  made_ = nanoseconds(now);
}

void PollingWatcher::add_stamps(const std::string& path, Stamps& stamps) const {
  DIR* folder = ::opendir((site_ / path).c_str());
  if (folder == nullptr) return;
  while (const dirent* entry = ::readdir(folder)) {
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    struct stat status {};
    if (::fstatat(::dirfd(folder), entry->d_name, &status, 0) != 0) continue;
    const bool is_folder = S_ISDIR(status.st_mode);
    if (is_passed_over(path, name, is_folder)) continue;
    const std::string full = path.empty() ? std::string(name) : path + "/" + std::string(name);
    Stamp& stamp = stamps[full];
    stamp.inode = status.st_ino;
    stamp.changed = is_folder ? 0 : nanoseconds(status.st_ctim);
    if (!is_folder) {
      stamp.size = static_cast<std::uintmax_t>(status.st_size);
      stamp.modified = nanoseconds(status.st_mtim);
    }
    if (is_folder && (entry->d_type != DT_LNK || !path.starts_with("content"))) {
      add_stamps(full, stamps);
    }
  }
  ::closedir(folder);
}

PollingWatcher::Stamps PollingWatcher::read_stamps() const {
  Stamps stamps;
  add_stamps("", stamps);
  return stamps;
}

void PollingWatcher::start() {
  const std::lock_guard lock(mutex_);
  stamps_ = read_stamps();
  for (const auto& [path, stamp] : stamps_) {
    if (stamp.changed >= made_) changes_.paths.insert(path);
  }
}

/// Compares the files with what they were. The mutex is held. Whether anything is other.
bool PollingWatcher::look() {
  const Clock::time_point begin = Clock::now();
  Stamps now = read_stamps();
  looked_ = Clock::now();
  looking_ = looked_ - begin;
  bool any = false;
  const auto change = [&](const std::string& path) {
    changes_.paths.insert(path);
    any = true;
  };
  auto before = stamps_.begin();
  for (const auto& [path, stamp] : now) {
    while (before != stamps_.end() && before->first < path) change((before++)->first);
    if (before != stamps_.end() && before->first == path) {
      if (before->second != stamp) change(path);
      ++before;
    } else {
      change(path);
    }
  }
  while (before != stamps_.end()) change((before++)->first);
  stamps_ = std::move(now);
  return any;
}

bool PollingWatcher::wait(std::chrono::milliseconds at_most) {
  std::unique_lock lock(mutex_);
  const auto rest = std::max<Clock::duration>(shortest_rest, rest_for_looking * looking_);
  woken_.wait_for(lock, std::min<Clock::duration>(at_most, rest), [&] { return wake_; });
  wake_ = false;
  if (!look() && changes_.empty()) return false;
  // Until nothing moves: a file may still be written.
  for (int i = 0; i < 10; ++i) {
    lock.unlock();
    std::this_thread::sleep_for(settling);
    lock.lock();
    if (!look()) break;
  }
  return true;
}

bool PollingWatcher::pending() {
  const std::lock_guard lock(mutex_);
  if (Clock::now() - looked_ > rest_for_looking * looking_) look();
  return !changes_.empty();
}

Changes PollingWatcher::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(changes_, {});
}

void PollingWatcher::wake() {
  const std::lock_guard lock(mutex_);
  wake_ = true;
  woken_.notify_all();
}

}  // namespace gongkai
