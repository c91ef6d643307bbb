#pragma once

#include <memory>
#include <string>

#include "preview/respond.h"

namespace gongkai {

/// Shows a site that is not published, to this computer only: on 127.0.0.1, by GET and HEAD.
class PreviewServer {
 public:
  /// Takes `port`, or the next free one of the twenty after it; 0 takes any. Throws
  /// std::system_error where none can be had.
  PreviewServer(PreviewSource source, int port, Language language);
  ~PreviewServer();

  /// The port that it was given; another than asked for when that was taken.
  int port() const;
  /// `http://127.0.0.1:8000/`
  std::string url() const;

  /// Serves until stop() is called, from any thread, or the process gets SIGINT or SIGTERM. To be
  /// called once, while no other thread of the process runs that could take the signal.
  void run();
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gongkai
