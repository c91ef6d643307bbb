#include "preview/server.h"

#include <fmt/format.h>
#include <httplib.h>
#include <pthread.h>
#include <sys/socket.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <mutex>
#include <system_error>
#include <thread>

namespace gongkai {
namespace {

constexpr char address[] = "127.0.0.1";
constexpr int ports_to_try = 21;
constexpr std::size_t threads = 16;

// The policy that the pages state themselves; here it covers files that state none.
constexpr char content_security_policy[] =
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'";

/// Without SO_REUSEPORT, which httplib sets by default: with it a second server would take the same
/// port without a word.
void set_socket_options(socket_t socket) {
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

int bind(httplib::Server& server, int wanted) {
  if (wanted == 0) {
    const int port = server.bind_to_any_port(address);
    if (port > 0) return port;
  }
  for (int port = wanted; wanted != 0 && port < wanted + ports_to_try && port <= 65535; ++port) {
    errno = 0;
    if (server.bind_to_port(address, port)) return port;
    if (errno != EADDRINUSE && errno != 0) break;
  }
  throw std::system_error(errno == 0 ? EADDRINUSE : errno, std::system_category(),
                          fmt::format("cannot serve at {}:{}", address, wanted));
}

bool has_body(const httplib::Request& request) {
  return request.has_header("Transfer-Encoding") ||
         (request.has_header("Content-Length") &&
          request.get_header_value("Content-Length") != "0");
}

}  // namespace

struct PreviewServer::Impl {
  PreviewSource source;
  Language language;
  std::mutex refreshing;
  std::atomic<bool> stopping{false};
  httplib::Server server;
  int port = 0;

  void answer(const httplib::Request& request, httplib::Response& response) {
    // More than one Host is how a request says two things to two readers.
    const bool one_host = request.get_header_value_count("Host") == 1;
    PreviewResponse answer =
        respond({request.method, request.target,
                 one_host ? request.get_header_value("Host") : std::string(), has_body(request)},
                source, port, language);
    response.status = answer.status;
    if (answer.status == 405) response.set_header("Allow", "GET, HEAD");
    if (!answer.location.empty()) response.set_header("Location", answer.location);
    if (answer.type.starts_with("text/html")) {
      response.set_header("Content-Security-Policy", content_security_policy);
    }
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("Referrer-Policy", "no-referrer");
    response.set_header("Cache-Control", "no-store");
    response.set_header("Accept-Ranges", "none");
    response.set_content(std::move(answer.body), answer.type);
  }
};

PreviewServer::PreviewServer(PreviewSource source, int port, Language language)
    : impl_(std::make_unique<Impl>()) {
  impl_->language = language;
  impl_->source.file = std::move(source.file);
  impl_->source.refresh = [this, refresh = std::move(source.refresh)] {
    const std::lock_guard lock(impl_->refreshing);
    return refresh();
  };
  httplib::Server& server = impl_->server;
  server.new_task_queue = [] { return new httplib::ThreadPool(threads); };
  server.set_socket_options(set_socket_options);
  server.set_tcp_nodelay(true);
  server.set_keep_alive_max_count(50);
  server.set_keep_alive_timeout(1);
  server.set_read_timeout(1);
  server.set_write_timeout(5);
  server.set_payload_max_length(0);
  server.set_pre_routing_handler(
      [this](const httplib::Request& request, httplib::Response& response) {
        // httplib would cut ranges out of the answer and compress it, brotli at its slowest; it
        // offers no other place to say no. The object is its own and not constant.
        auto& asked = const_cast<httplib::Request&>(request);
        asked.ranges.clear();
        asked.headers.erase("Accept-Encoding");
        impl_->answer(request, response);
        return httplib::Server::HandlerResponse::Handled;
      });
  impl_->port = bind(server, port);
}

PreviewServer::~PreviewServer() = default;

int PreviewServer::port() const { return impl_->port; }

std::string PreviewServer::url() const { return fmt::format("http://{}:{}/", address, port()); }

void PreviewServer::run() {
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  sigset_t before;
  pthread_sigmask(SIG_BLOCK, &ends, &before);
  // The threads of the server inherit the mask, so the signals wait for sigtimedwait(). Stopping is
  // left to this thread alone: httplib takes it only once, and only after it has begun to listen.
  std::jthread waiter([&](std::stop_token done) {
    const timespec moment{0, 20'000'000};
    while (!done.stop_requested()) {
      if (sigtimedwait(&ends, nullptr, &moment) > 0) stop();
      if (impl_->stopping && impl_->server.is_running()) {
        impl_->server.stop();
        return;
      }
    }
  });
  impl_->server.listen_after_bind();
  waiter.request_stop();
  waiter.join();
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void PreviewServer::stop() { impl_->stopping = true; }

}  // namespace gongkai
