#include "publish/lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "publish/files.h"

namespace gongkai {

BuildLock::BuildLock(const std::filesystem::path& file)
    : descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666)) {
  if (descriptor_ < 0) files::fail("write", file);
  int result;
  do {
    result = ::flock(descriptor_, LOCK_EX | LOCK_NB);
  } while (result != 0 && errno == EINTR);
  if (result == 0) return;
  const int error = errno == EWOULDBLOCK ? EBUSY : errno;
  ::close(descriptor_);
  throw std::system_error(
      error, std::system_category(),
      error == EBUSY
          ? fmt::format("another build of this site is running ({} is held)", file.string())
          : fmt::format("cannot lock {}", file.string()));
}

BuildLock::~BuildLock() { ::close(descriptor_); }

}  // namespace gongkai
