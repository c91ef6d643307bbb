#include "publish/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

namespace gongkai::files {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  explicit operator bool() const { return number_ >= 0; }
  int get() const { return number_; }
  /// Closes it now: some file systems say only here that a file could not be written.
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

Descriptor open_to_read(const path& file, struct stat& status) {
  Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
  if (!descriptor) {
    if (errno == ENOENT || errno == ENOTDIR || errno == ELOOP || errno == ENXIO) return descriptor;
    fail("read", file);
  }
  if (::fstat(descriptor.get(), &status) != 0) fail("read", file);
  if (!S_ISREG(status.st_mode)) return Descriptor(-1);
  return descriptor;
}

/// Reads until `size` bytes or the end of the file.
std::size_t read_some(int descriptor, char* bytes, std::size_t size, const path& file) {
  std::size_t done = 0;
  while (done < size) {
    const ssize_t n = ::read(descriptor, bytes + done, size - done);
    if (n == 0) break;
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail("read", file);
    done += static_cast<std::size_t>(n);
  }
  return done;
}

Descriptor open_to_write(const path& file, struct stat& status) {
  constexpr int flags = O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK;
  {
    Descriptor descriptor(::open(file.c_str(), flags, 0666));
    if (descriptor) {
      if (::fstat(descriptor.get(), &status) != 0) fail("write", file);
      if (S_ISREG(status.st_mode) && status.st_nlink == 1) return descriptor;
    } else if (errno != EACCES && errno != ELOOP && errno != ENXIO && errno != ETXTBSY) {
      fail("write", file);
    }
  }
  erase(file);
  Descriptor made(::open(file.c_str(), flags | O_EXCL, 0666));
  if (!made || ::fstat(made.get(), &status) != 0) fail("write", file);
  return made;
}

bool same_file(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

}  // namespace

void fail(std::string_view action, const path& file) {
  throw std::system_error(errno, std::system_category(),
                          fmt::format("cannot {} {}", action, file.string()));
}

std::optional<std::string> read(const path& file) {
  struct stat status;
  Descriptor descriptor = open_to_read(file, status);
  if (!descriptor) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  bytes.resize(read_some(descriptor.get(), bytes.data(), bytes.size(), file));
  return bytes;
}

bool equals(const path& file, std::string_view bytes) {
  struct stat status;
  Descriptor descriptor = open_to_read(file, status);
  if (!descriptor || static_cast<std::size_t>(status.st_size) != bytes.size()) return false;
  thread_local std::string buffer(64 * 1024, '\0');
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = std::min(buffer.size(), bytes.size() - at);
    if (read_some(descriptor.get(), buffer.data(), size, file) != size) return false;
    if (std::memcmp(buffer.data(), bytes.data() + at, size) != 0) return false;
    at += size;
  }
  return true;
}

void write(const path& file, std::string_view bytes) {
  struct stat status;
  Descriptor descriptor = open_to_write(file, status);
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t n = ::write(descriptor.get(), bytes.data() + done, bytes.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail("write", file);
    done += static_cast<std::size_t>(n);
  }
  // Cut at the end, not emptied at the start: that frees and takes no blocks of the file system.
  if (static_cast<std::size_t>(status.st_size) > bytes.size() &&
      ::ftruncate(descriptor.get(), static_cast<off_t>(bytes.size())) != 0) {
    fail("write", file);
  }
  if (!descriptor.close()) fail("write", file);
}

void replace(const path& file, std::string_view bytes) {
  path beside = file;
  beside += ".gongkai-new";
  write(beside, bytes);
  move(beside, file);
}

void erase(const path& file) {
  if (::unlink(file.c_str()) != 0 && errno != ENOENT) fail("remove", file);
}

void move(const path& from, const path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) fail("replace", to);
}

void copy_time(const path& like, const path& file) {
  struct stat wanted, found;
  if (::lstat(like.c_str(), &wanted) != 0) fail("read", like);
  if (::lstat(file.c_str(), &found) != 0) fail("read", file);
  if (wanted.st_mtim.tv_sec == found.st_mtim.tv_sec &&
      wanted.st_mtim.tv_nsec == found.st_mtim.tv_nsec) {
    return;
  }
  const timespec times[2] = {{0, UTIME_OMIT}, wanted.st_mtim};
  if (::utimensat(AT_FDCWD, file.c_str(), times, AT_SYMLINK_NOFOLLOW) != 0) fail("write", file);
}

bool duplicate(const path& from, const path& to) {
  struct stat source, target;
  if (::lstat(from.c_str(), &source) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return false;
    fail("read", from);
  }
  const bool exists = ::lstat(to.c_str(), &target) == 0;
  if (exists && same_file(source, target)) return true;
  if (exists) erase(to);
  if (S_ISLNK(source.st_mode)) {
    std::filesystem::copy_symlink(from, to);
    return true;
  }
  if (!S_ISREG(source.st_mode)) {
    errno = EOPNOTSUPP;
    fail("keep", from);
  }
  if (::linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0) == 0) return true;
  if (errno == ENOENT) return false;
  std::filesystem::copy_file(from, to);
  copy_time(from, to);
  return true;
}

std::optional<Kind> Tree::kind(std::string_view name) const {
  const auto found = entries.find(name);
  if (found == entries.end()) return std::nullopt;
  return found->second;
}

Tree scan(const path& root) {
  namespace fs = std::filesystem;
  Tree tree;
  struct stat top;
  if (::stat(root.c_str(), &top) != 0) {
    if (errno == ENOENT) return tree;
    fail("read", root);
  }
  const std::size_t prefix = root.string().size() + 1;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    Kind kind = Kind::other;
    if (entry.is_symlink()) {
      kind = Kind::link;
    } else if (entry.is_directory()) {
      kind = Kind::folder;
      struct stat status;
      if (::lstat(entry.path().c_str(), &status) == 0 && status.st_dev != top.st_dev) {
        tree.has_mounts = true;
      }
    } else if (entry.is_regular_file()) {
      kind = Kind::file;
    }
    tree.entries.emplace(entry.path().string().substr(prefix), kind);
  }
  return tree;
}

std::vector<std::string> folders_of(std::string_view name) {
  std::vector<std::string> folders;
  for (std::size_t slash = name.find('/'); slash != name.npos; slash = name.find('/', slash + 1)) {
    folders.emplace_back(name.substr(0, slash));
  }
  return folders;
}

}  // namespace gongkai::files
