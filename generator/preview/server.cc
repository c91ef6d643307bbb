#include "preview/server.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <httplib.h>
#include <ifaddrs.h>
#include <netdb.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <thread>

#include "preview/bounded_stream.h"
#include "preview/task_queue.h"

namespace gongkai {
namespace {

using namespace std::chrono_literals;

constexpr int ports_to_try = 21;
constexpr std::size_t answering_threads = 64, most_waiting = 256;
constexpr int most_streams = 32;
constexpr int requests_a_connection = 100;
constexpr auto idle_time = 2s;
/// A sign of life for what stands between, and for us to see who has gone.
constexpr auto heartbeat = 15s;

// The policy that the pages state themselves; here it covers files that state none.
constexpr char content_security_policy[] =
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'self'";

/// Without SO_REUSEPORT, which httplib sets by default: with it a second server would take the same
/// port without a word.
void set_socket_options(socket_t socket) {
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

int bind_port(httplib::Server& server, const std::string& host, int wanted) {
  if (wanted == 0) {
    const int port = server.bind_to_any_port(host);
    if (port > 0) return port;
  }
  for (int port = wanted; wanted != 0 && port < wanted + ports_to_try && port <= 65535; ++port) {
    errno = 0;
    if (server.bind_to_port(host, port)) return port;
    if (errno != EADDRINUSE && errno != 0) break;
  }
  throw std::system_error(errno == 0 ? EADDRINUSE : errno, std::system_category(),
                          fmt::format("cannot serve at {}:{}", host, wanted));
}

bool has_body(const httplib::Request& request) {
  return request.has_header("Transfer-Encoding") || request.has_header("Expect") ||
         (request.has_header("Content-Length") &&
          request.get_header_value("Content-Length") != "0");
}

/// As it stands in an address of the web.
std::string bracketed(const std::string& host) {
  return host.find(':') == host.npos || host.starts_with('[') ? host : "[" + host + "]";
}

/// The addresses of this computer: whoever may reach it calls it by one of them. They are numbers,
/// which nobody can let point elsewhere.
std::vector<std::string> own_addresses() {
  std::vector<std::string> addresses;
  ifaddrs* list = nullptr;
  if (::getifaddrs(&list) != 0) return addresses;
  for (const ifaddrs* each = list; each; each = each->ifa_next) {
    if (!each->ifa_addr) continue;
    const int family = each->ifa_addr->sa_family;
    if (family != AF_INET && family != AF_INET6) continue;
    std::array<char, NI_MAXHOST> name{};
    const socklen_t length = family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
    if (::getnameinfo(each->ifa_addr, length, name.data(), name.size(), nullptr, 0,
                      NI_NUMERICHOST) == 0) {
      addresses.push_back(bracketed(name.data()));
    }
  }
  ::freeifaddrs(list);
  return addresses;
}

std::vector<std::string> hosts_of(const ServerOptions& options) {
  std::vector<std::string> hosts = {"127.0.0.1", "localhost", "[::1]"};
  if (!is_loopback(options.host)) {
    const bool any = options.host == "0.0.0.0" || options.host == "::";
    if (!any) hosts.insert(hosts.begin(), bracketed(options.host));
    for (std::string& address : any ? own_addresses() : std::vector<std::string>()) {
      hosts.push_back(std::move(address));
    }
  }
  hosts.insert(hosts.end(), options.allowed_hosts.begin(), options.allowed_hosts.end());
  return hosts;
}

/// httplib's server with connections that are bounded.
class BoundedServer : public httplib::Server {
 public:
  std::atomic<bool> stopping{false};
  /// Of the connection that the thread answers.
  static thread_local BoundedStream* connection;

 private:
  bool process_and_close_socket(socket_t socket) override {
    if (!TaskQueue::is_shedding) answer_all(socket);
    // What was sent and not read would make the system drop our last answer.
    ::shutdown(socket, SHUT_WR);
    std::array<char, 4096> rest;
    for (int i = 0; i < 16 && ::recv(socket, rest.data(), rest.size(), MSG_DONTWAIT) > 0; ++i) {
    }
    ::close(socket);
    return true;
  }

  void answer_all(socket_t socket) {
    BoundedStream stream(static_cast<int>(socket), [this] { return stopping.load(); });
    connection = &stream;
    for (int left = requests_a_connection; left > 0; --left) {
      if (!stream.wait_for_request(idle_time)) break;
      stream.begin_request();
      bool closed = false;
      const bool answered = process_request(stream, left == 1, closed, nullptr);
      if (!answered || closed || stream.refuses_more() || stopping) break;
    }
    connection = nullptr;
  }
};

thread_local BoundedStream* BoundedServer::connection = nullptr;

}  // namespace

struct PreviewServer::Impl {
  PreviewSource source;
  ServerOptions options;
  PreviewAddress address;
  std::atomic<int> streams{0};
  BoundedServer server;

  void answer(const httplib::Request& request, httplib::Response& response) {
    const auto begin = std::chrono::steady_clock::now();
    // More than one Host is how a request says two things to two readers.
    const bool one_host = request.get_header_value_count("Host") == 1;
    PreviewResponse answer =
        respond({request.method, request.target,
                 one_host ? request.get_header_value("Host") : std::string(), has_body(request)},
                source, address);
    response.status = answer.status;
    if (answer.status == 405) response.set_header("Allow", "GET, HEAD");
    if (!answer.location.empty()) response.set_header("Location", answer.location);
    if (answer.type.starts_with("text/html")) {
      response.set_header("Content-Security-Policy", content_security_policy);
    }
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("Referrer-Policy", "no-referrer");
    response.set_header("Cross-Origin-Resource-Policy", "same-origin");
    response.set_header("Cache-Control", "no-store");
    response.set_header("Accept-Ranges", "none");
    // What follows a body that was not read is no request.
    if (answer.status >= 400 && answer.status != 404 && answer.status != 500) {
      BoundedServer::connection->refuse_more();
      response.set_header("Connection", "close");
    }
    const std::size_t size = answer.body.size();
    if (answer.is_stream && request.method == "GET") {
      tell_news(response);
    } else {
      response.set_content(std::move(answer.body), answer.type);
    }
    if (!options.log) return;
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    options.log(fmt::format("{} {} {} {} bytes {:.1f} ms", printable(request.method),
                            printable(request.target), response.status, size, took.count()));
  }

  void tell_news(httplib::Response& response) {
    if (++streams > most_streams) {
      --streams;
      response.status = 503;
      response.set_header("Retry-After", "5");
      response.set_content("too many pages listen\n", "text/plain; charset=utf-8");
      return;
    }
    struct Listener {
      std::string seen;
      std::chrono::steady_clock::time_point last = std::chrono::steady_clock::now();
    };
    auto listener = std::make_shared<Listener>();
    response.set_chunked_content_provider(
        "text/event-stream",
        [this, listener](std::size_t, httplib::DataSink& sink) {
          const auto now = std::chrono::steady_clock::now();
          if (server.stopping || !sink.is_writable()) return false;
          std::string text;
          if (std::optional<std::string> news = source.news(listener->seen)) {
            text = "retry: 500\ndata: " + *news + "\n\n";
          } else if (now - listener->last > heartbeat) {
            text = ":\n\n";
          }
          if (text.empty()) return true;
          listener->last = now;
          return sink.write(text.data(), text.size());
        },
        [this](bool) { --streams; });
  }
};

PreviewServer::PreviewServer(PreviewSource source, ServerOptions options)
    : impl_(std::make_unique<Impl>()) {
  impl_->source = std::move(source);
  impl_->options = std::move(options);
  httplib::Server& server = impl_->server;
  server.new_task_queue = [] { return new TaskQueue(answering_threads + most_streams, most_waiting); };
  server.set_socket_options(set_socket_options);
  server.set_tcp_nodelay(true);
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
  impl_->address.port = bind_port(server, impl_->options.host, impl_->options.port);
  impl_->address.hosts = hosts_of(impl_->options);
  impl_->address.base_path = impl_->options.base_path;
}

PreviewServer::~PreviewServer() = default;

int PreviewServer::port() const { return impl_->address.port; }

const std::vector<std::string>& PreviewServer::hosts() const { return impl_->address.hosts; }

std::string PreviewServer::url() const {
  const std::string& host = impl_->options.host;
  const bool any = host == "0.0.0.0" || host == "::";
  return fmt::format("http://{}:{}{}", any ? "127.0.0.1" : bracketed(host), port(),
                     impl_->address.base_path);
}

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
      if (impl_->server.stopping && impl_->server.is_running()) {
        impl_->source.give_up();
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

void PreviewServer::stop() { impl_->server.stopping = true; }

void block_signals() {
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
}

bool is_loopback(const std::string& host) {
  return host == "localhost" || host == "::1" || host.starts_with("127.");
}

}  // namespace gongkai
