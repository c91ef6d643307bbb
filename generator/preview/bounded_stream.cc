#include "preview/bounded_stream.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace gongkai {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t longest_head = 32 * 1024, most_lines = 100;
constexpr auto time_for_head = 2s;
/// For as much as the system takes in one step; a whole page may take many.
constexpr auto time_for_write = 5s;
/// How often those who wait look whether the server is to stop.
constexpr auto look_up = 100ms;

void name_of(const sockaddr_storage& address, socklen_t length, std::string& ip, int& port) {
  std::array<char, NI_MAXHOST> host{};
  std::array<char, NI_MAXSERV> service{};
  if (::getnameinfo(reinterpret_cast<const sockaddr*>(&address), length, host.data(), host.size(),
                    service.data(), service.size(), NI_NUMERICHOST | NI_NUMERICSERV) != 0) {
    return;
  }
  ip = host.data();
  port = std::atoi(service.data());
}

}  // namespace

BoundedStream::BoundedStream(int socket, std::function<bool()> stopping)
    : socket_(socket), stopping_(std::move(stopping)) {}

bool BoundedStream::wait(short events, Clock::time_point until) const {
  while (!stopping_()) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
    if (left.count() <= 0) return false;
    pollfd wanted{socket_, events, 0};
    const auto time = std::min<std::chrono::milliseconds>(left, look_up);
    const int ready = ::poll(&wanted, 1, static_cast<int>(time.count()) + 1);
    if (ready > 0) return (wanted.revents & (events | POLLHUP)) != 0;
    if (ready < 0 && errno != EINTR) return false;
  }
  return false;
}

bool BoundedStream::fill() {
  if (!wait(POLLIN, deadline_)) return false;
  const ssize_t size = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
  if (size <= 0) return false;
  begin_ = 0;
  end_ = static_cast<std::size_t>(size);
  return true;
}

bool BoundedStream::wait_for_request(std::chrono::milliseconds at_most) {
  deadline_ = Clock::now() + at_most;
  return begin_ < end_ || fill();
}

void BoundedStream::begin_request() {
  bytes_ = lines_ = 0;
  deadline_ = Clock::now() + time_for_head;
}

bool BoundedStream::is_readable() const { return begin_ < end_ || wait(POLLIN, Clock::now() + 1ms); }

bool BoundedStream::is_writable() const {
  // A browser that went away has closed its side; one that listens sends nothing more.
  pollfd wanted{socket_, POLLOUT | POLLRDHUP, 0};
  return ::poll(&wanted, 1, 0) > 0 && (wanted.revents & POLLOUT) != 0 &&
         (wanted.revents & (POLLRDHUP | POLLHUP | POLLERR)) == 0;
}

ssize_t BoundedStream::read(char* to, size_t size) {
  if (refuses_more_ || bytes_ >= longest_head || lines_ >= most_lines) {
    refuses_more_ = true;
    return -1;
  }
  if (begin_ == end_ && !fill()) return -1;
  const std::size_t count = std::min(size, end_ - begin_);
  std::memcpy(to, buffer_.data() + begin_, count);
  lines_ += static_cast<std::size_t>(std::count(to, to + count, '\n'));
  begin_ += count;
  bytes_ += count;
  return static_cast<ssize_t>(count);
}

ssize_t BoundedStream::write(const char* from, size_t size) {
  if (!wait(POLLOUT, Clock::now() + time_for_write)) return -1;
  return ::send(socket_, from, size, MSG_NOSIGNAL | MSG_DONTWAIT);
}

void BoundedStream::get_remote_ip_and_port(std::string& ip, int& port) const {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  if (::getpeername(socket_, reinterpret_cast<sockaddr*>(&address), &length) == 0) {
    name_of(address, length, ip, port);
  }
}

void BoundedStream::get_local_ip_and_port(std::string& ip, int& port) const {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  if (::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length) == 0) {
    name_of(address, length, ip, port);
  }
}

}  // namespace gongkai
