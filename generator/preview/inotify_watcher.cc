#include "preview/inotify_watcher.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

namespace gongkai {
namespace {

using namespace std::chrono_literals;

constexpr std::uint32_t events = IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE |
                                 IN_DELETE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

/// An editor saves by several steps, a copied folder is many files.
constexpr auto quiet = 8ms, longest_unrest = 200ms;
/// How often a site whose folder has gone is looked for.
constexpr auto root_search = 200ms;

std::string below(const std::string& path, std::string_view name) {
  return path.empty() ? std::string(name) : path + "/" + std::string(name);
}

}  // namespace

InotifyWatcher::InotifyWatcher(std::filesystem::path site)
    : site_(std::move(site)),
      inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
      wake_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  if (inotify_ < 0 || wake_ < 0) throw std::system_error(errno, std::generic_category(), "inotify");
  // The clock that file systems stamp with, which lags behind the exact one.
  ::clock_gettime(CLOCK_REALTIME_COARSE, &made_);
}

InotifyWatcher::~InotifyWatcher() {
  ::close(inotify_);
  ::close(wake_);
}

void InotifyWatcher::start() {
  starting_ = true;
  const std::lock_guard lock(mutex_);
  add_root();
  starting_ = false;
}

void InotifyWatcher::add_root() {
  path_of_.clear();
  watch_of_.clear();
  root_ = -1;
  add_tree("");
  const auto root = watch_of_.find("");
  if (root != watch_of_.end()) root_ = root->second;
}

/// Watches a folder and all below it. The site's own folder is watched for the names that matter.
void InotifyWatcher::add_tree(const std::string& path) {
  if (lost_) return;
  const std::string full = (site_ / path).string();
  const int watch = ::inotify_add_watch(inotify_, full.c_str(), events);
  if (watch < 0) {
    if (errno == ENOSPC) lost_ = true;
    return;  // else gone again, or no folder
  }
  path_of_[watch] = path;
  watch_of_[path] = watch;
  DIR* folder = ::opendir(full.c_str());
  if (folder == nullptr) return;
  std::vector<std::string> folders;
  while (const dirent* entry = ::readdir(folder)) {
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    bool is_folder = entry->d_type == DT_DIR;
    if (entry->d_type == DT_UNKNOWN || (entry->d_type == DT_LNK && !path.starts_with("content"))) {
      struct stat status {};
      is_folder = ::fstatat(::dirfd(folder), entry->d_name, &status, 0) == 0 &&
                  S_ISDIR(status.st_mode);
    }
    if (is_passed_over(path, name, is_folder)) continue;
    if (is_folder) folders.push_back(below(path, name));
    if (starting_) look_at(below(path, name), is_folder);
  }
  ::closedir(folder);
  for (const std::string& each : folders) add_tree(each);
}

/// Finds what was changed before it was watched.
void InotifyWatcher::look_at(const std::string& path, bool is_folder) {
  struct stat status {};
  if (::stat((site_ / path).c_str(), &status) != 0) return;
  const timespec& at = is_folder ? status.st_mtim : status.st_ctim;
  if (std::pair(at.tv_sec, at.tv_nsec) >= std::pair(made_.tv_sec, made_.tv_nsec)) {
    changes_.paths.insert(path);
  }
}

void InotifyWatcher::forget_tree(const std::string& path) {
  const std::string inside = path + "/";
  for (auto it = watch_of_.lower_bound(path);
       it != watch_of_.end() && (it->first == path || it->first.starts_with(path));) {
    if (it->first != path && !it->first.starts_with(inside)) {
      ++it;
      continue;
    }
    ::inotify_rm_watch(inotify_, it->second);
    path_of_.erase(it->second);
    it = watch_of_.erase(it);
  }
}

void InotifyWatcher::handle(const inotify_event& event) {
  if (event.mask & IN_Q_OVERFLOW) {
    changes_.all = true;
    add_root();
    return;
  }
  const auto known = path_of_.find(event.wd);
  if (known == path_of_.end()) return;
  const std::string path = known->second;
  if (event.mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED)) {
    // Below the site's own folder the folder above tells of it too.
    if (event.wd == root_) {
      root_ = -1;
      changes_.all = true;
    }
    if (event.mask & IN_IGNORED) {
      watch_of_.erase(path);
      path_of_.erase(event.wd);
    }
    return;
  }
  const std::string_view name = event.len > 0 ? std::string_view(event.name) : std::string_view();
  const bool is_folder = (event.mask & IN_ISDIR) != 0;
  if (name.empty() || is_passed_over(path, name, is_folder)) return;
  const std::string changed = below(path, name);
  if (is_folder) {
    if (event.mask & (IN_MOVED_FROM | IN_DELETE)) forget_tree(changed);
    if (event.mask & (IN_MOVED_TO | IN_CREATE)) add_tree(changed);
  } else if ((event.mask & (IN_CREATE | IN_ATTRIB)) != 0) {
    // A new file is told of once more when it is closed; a link or a pipe never is. Attributes
    // change with every write of a new file too: they matter where they decide what can be read.
    struct stat status {};
    const bool there = ::lstat((site_ / changed).c_str(), &status) == 0;
    const bool will_be_closed = there && S_ISREG(status.st_mode) && status.st_nlink == 1;
    if ((event.mask & IN_CREATE) && will_be_closed) return;
  }
  changes_.paths.insert(changed);
}

/// Reads what the system has to tell. The mutex is held.
void InotifyWatcher::drain() {
  alignas(inotify_event) std::array<char, 64 * 1024> buffer;
  while (true) {
    const ssize_t size = ::read(inotify_, buffer.data(), buffer.size());
    if (size <= 0) return;
    for (ssize_t at = 0; at < size;) {
      const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
      handle(*event);
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
    }
  }
}

bool InotifyWatcher::readable_within(std::chrono::milliseconds time) const {
  std::array<pollfd, 2> wanted = {{{inotify_, POLLIN, 0}, {wake_, POLLIN, 0}}};
  ::poll(wanted.data(), wanted.size(), static_cast<int>(time.count()));
  if (wanted[1].revents != 0) {
    std::uint64_t count;
    [[maybe_unused]] const ssize_t read = ::read(wake_, &count, sizeof count);
  }
  return wanted[0].revents != 0;
}

bool InotifyWatcher::wait(std::chrono::milliseconds at_most) {
  using Clock = std::chrono::steady_clock;
  if (!pending()) {
    bool has_root;
    {
      const std::lock_guard lock(mutex_);
      has_root = root_ >= 0;
    }
    readable_within(has_root ? at_most : std::min<std::chrono::milliseconds>(at_most, root_search));
    const std::lock_guard lock(mutex_);
    drain();
    if (root_ < 0 && std::filesystem::exists(site_)) {
      changes_.all = true;
      add_root();
    }
  }
  if (!pending()) return false;
  const Clock::time_point end = Clock::now() + longest_unrest;
  while (Clock::now() < end && readable_within(quiet)) pending();
  return true;
}

bool InotifyWatcher::pending() {
  // A large site takes a while, for which no page need wait.
  if (starting_) return false;
  const std::lock_guard lock(mutex_);
  drain();
  return !changes_.empty();
}

Changes InotifyWatcher::take() {
  const std::lock_guard lock(mutex_);
  drain();
  return std::exchange(changes_, {});
}

void InotifyWatcher::wake() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(wake_, &one, sizeof one);
}

}  // namespace gongkai
