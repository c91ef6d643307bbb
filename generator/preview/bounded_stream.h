#pragma once

#include <httplib.h>

#include <array>
#include <chrono>
#include <functional>

namespace gongkai {

/// A connection that gives nobody more than a fair share: the head of a request must come within a
/// time, and be of a moderate size. What goes beyond reads as the end of the connection.
class BoundedStream : public httplib::Stream {
 public:
  /// `stopping` is asked while it waits. The socket stays the caller's.
  BoundedStream(int socket, std::function<bool()> stopping);

  /// Waits for the first byte of a request. False after `at_most` and when the connection ended.
  bool wait_for_request(std::chrono::milliseconds at_most);
  /// Begins to count anew.
  void begin_request();
  /// To be called when no more than this answer is to go out: bytes that came in are not a request.
  void refuse_more() { refuses_more_ = true; }
  bool refuses_more() const { return refuses_more_; }

  bool is_readable() const override;
  bool is_writable() const override;
  ssize_t read(char* to, size_t size) override;
  ssize_t write(const char* from, size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return socket_; }

 private:
  using Clock = std::chrono::steady_clock;

  bool wait(short events, Clock::time_point until) const;
  bool fill();

  int socket_;
  std::function<bool()> stopping_;
  std::array<char, 4096> buffer_;
  std::size_t begin_ = 0, end_ = 0;
  std::size_t bytes_ = 0, lines_ = 0;
  Clock::time_point deadline_;
  bool refuses_more_ = false;
};

}  // namespace gongkai
