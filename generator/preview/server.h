#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "preview/respond.h"

namespace gongkai {

struct ServerOptions {
  std::string host = "127.0.0.1";  ///< the address at which it listens
  int port = 8000;
  std::vector<std::string> allowed_hosts;  ///< more names by which it may be called
  std::string base_path = "/";             ///< begins and ends with a slash
  /// Told of every request: `GET /index.html 200 21034 bytes 1.2 ms`. May be empty.
  std::function<void(const std::string& line)> log;
};

/// Shows a site that is not published, by GET and HEAD, to this computer only unless told otherwise.
///
/// What nobody needs is bounded: requests have a head of 32 KiB and 100 lines at most and two
/// seconds to say it, 32 browsers may listen for news, 64 requests are answered at a time, 256 wait.
class PreviewServer {
 public:
  /// Takes the port, or the next free one of the twenty after it; 0 takes any. Throws
  /// std::system_error where none can be had.
  PreviewServer(PreviewSource source, ServerOptions options);
  ~PreviewServer();

  /// The port that it was given; another than asked for when that was taken.
  int port() const;
  /// `http://127.0.0.1:8000/`
  std::string url() const;
  /// The names by which it may be called.
  const std::vector<std::string>& hosts() const;

  /// Serves until stop() is called, from any thread, or the process gets SIGINT or SIGTERM, which
  /// must be blocked in all threads: see block_signals().
  void run();
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Keeps SIGINT and SIGTERM for PreviewServer::run(). To be called before any thread is started.
void block_signals();

/// Whether an address is this computer's own, which nobody else can reach.
bool is_loopback(const std::string& host);

}  // namespace gongkai
