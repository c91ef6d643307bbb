// Requests that no browser sends: each is refused or bounded, and the server serves on.
#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <thread>
#include <vector>

#include "preview/server.h"

using namespace gongkai;
using namespace std::chrono_literals;

namespace {

/// A server with two pages, in a thread of its own.
class Target {
 public:
  Target() : server_(source(), options()), thread_([this] { server_.run(); }) {}
  ~Target() {
    server_.stop();
    thread_.join();
  }

  int open() const {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(server_.port()));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(socket, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0);
    const timeval most{20, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &most, sizeof most);
    return socket;
  }

  static void send(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  static std::string receive(int socket) {
    std::string all;
    char buffer[4096];
    for (ssize_t n; (n = ::recv(socket, buffer, sizeof buffer, 0)) > 0;) {
      all.append(buffer, static_cast<std::size_t>(n));
    }
    ::close(socket);
    return all;
  }

  std::string talk(std::string_view bytes) const {
    const int socket = open();
    send(socket, bytes);
    return receive(socket);
  }

  std::string host() const { return fmt::format("Host: 127.0.0.1:{}\r\n", server_.port()); }

  /// A request for `target`, after which the connection ends.
  std::string get(const std::string& target, const std::string& headers = "") const {
    return talk("GET " + target + " HTTP/1.1\r\n" + host() + "Connection: close\r\n" + headers +
                "\r\n");
  }

  bool serves_on() const { return get("/").find("the home page") != std::string::npos; }

 private:
  static PreviewSource source() {
    PreviewSource source;
    source.view = [] {
      PreviewView view;
      view.mark = "a.1.0";
      view.file = [](std::string_view address) -> std::optional<std::string> {
        if (address == "index.html") return "<body>the home page</body>";
        if (address == "folder/index.html") return "folder";
        if (address == "large.txt") return std::string(2'000'000, 'x');
        return std::nullopt;
      };
      return view;
    };
    return source;
  }
  static ServerOptions options() {
    ServerOptions options;
    options.port = 0;
    return options;
  }

  PreviewServer server_;
  std::thread thread_;
};

int status_of(const std::string& answer) {
  return answer.starts_with("HTTP/1.1 ") ? std::atoi(answer.c_str() + 9) : 0;
}

}  // namespace

TEST_CASE("hostile: ways out of the site, in every encoding") {
  const Target target;
  for (const char* path :
       {"/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd",
        "/%252e%252e/etc/passwd", "/..%c0%af..%c0%afetc/passwd", "/..\\..\\etc\\passwd",
        "/%5c..%5c..%5cetc%5cpasswd", "/./././../etc/passwd", "//etc/passwd", "/file:///etc/passwd",
        "/.git/config", "/.env", "/site.yaml", "/content/agencies", "/.gongkai/../../etc/passwd",
        "/.gongkai/%2e%2e/server.cc", "/index.html/..%2f..%2f", "/~root", "/%u002e%u002e/",
        "/．．/etc/passwd"}) {
    CAPTURE(path);
    const std::string answer = target.get(path);
    CHECK((status_of(answer) == 404 || status_of(answer) == 400));
    CHECK(answer.find("root:") == answer.npos);
    CHECK(answer.find("/work") == answer.npos);
  }
  CHECK(target.serves_on());
}

TEST_CASE("hostile: bytes that are no text") {
  const Target target;
  for (const char* path : {"/%00", "/index.html%00.png", "/%0d%0aSet-Cookie:%20a=b", "/folder%0a",
                           "/%1b%5b2J", "/%7f", "/%", "/%f"}) {
    CAPTURE(path);
    const std::string answer = target.get(path);
    CHECK(status_of(answer) == 400);
    CHECK(answer.find("Set-Cookie") == answer.npos);
  }
  CHECK(target.get("/folder?a%0d%0aX:y").find("\r\nX:y") == std::string::npos);
  std::string noise;
  for (int i = 0; i < 70'000; ++i) noise += static_cast<char>(i * 7919 >> 3);
  CHECK(status_of(target.talk(noise)) != 200);
  CHECK(status_of(target.talk(std::string(1, '\0') + "GET / HTTP/1.1\r\n\r\n")) != 200);
  CHECK(target.serves_on());
}

TEST_CASE("hostile: heads without measure") {
  const Target target;
  CHECK(status_of(target.get("/", "X: " + std::string(20'000, 'a') + "\r\n")) != 200);
  CHECK(status_of(target.get("/" + std::string(100'000, 'a'))) != 200);
  std::string many;
  for (int i = 0; i < 5000; ++i) many += fmt::format("X-{}: {}\r\n", i, i);
  CHECK(status_of(target.get("/", many)) != 200);
  CHECK(status_of(target.talk(std::string(200'000, '\n'))) != 200);
  CHECK(status_of(target.get("/", "no colon in this line\r\n\tand one that goes on\r\n")) != 0);
  CHECK(target.serves_on());
}

TEST_CASE("hostile: other methods, other hosts, ranges, bodies") {
  const Target target;
  for (const char* method : {"TRACE", "CONNECT", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "get",
                             "PRI", "BREW"}) {
    CAPTURE(method);
    CHECK(status_of(target.talk(fmt::format("{} / HTTP/1.1\r\n{}Connection: close\r\n\r\n", method,
                                            target.host()))) >= 400);
  }
  CHECK(status_of(target.talk("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")) == 421);
  CHECK(status_of(target.talk("GET / HTTP/1.1\r\n\r\n")) == 421);
  CHECK(status_of(target.talk("GET / HTTP/1.1\r\n" + target.host() + target.host() + "\r\n")) == 421);
  const std::string ranges = target.get("/", "Range: bytes=0-0,1-1,2-2,3-3,0-99999999999999999999\r\n");
  CHECK((status_of(ranges) == 200 || status_of(ranges) >= 400));
  CHECK(ranges.find("multipart") == ranges.npos);
  // What stands in a body is no second request.
  const std::string hidden = "GET /folder/ HTTP/1.1\r\n" + target.host() + "\r\n";
  for (const std::string& head :
       {fmt::format("Content-Length: {}\r\n", hidden.size()), std::string("Content-Length: 0, 5\r\n"),
        std::string("Content-Length: -1\r\n"), std::string("Transfer-Encoding: chunked\r\n"),
        std::string("Expect: 100-continue\r\nContent-Length: 99999999999\r\n")}) {
    CAPTURE(head);
    const std::string answer =
        target.talk("GET / HTTP/1.1\r\n" + target.host() + head + "\r\n" + hidden);
    CHECK(answer.find("\r\n\r\nfolder") == answer.npos);
  }
  CHECK(target.serves_on());
}

TEST_CASE("hostile: clients that take their time") {
  const Target target;
  // Twice as many as there are threads say nothing or half a line, and one reads nothing.
  std::vector<int> sockets;
  for (int i = 0; i < 200; ++i) {
    sockets.push_back(target.open());
    if (i % 2 == 0) Target::send(sockets.back(), "GET / HT");
  }
  const int deaf = target.open();
  Target::send(deaf, "GET /large.txt HTTP/1.1\r\n" + target.host() + "\r\n");
  CHECK(target.serves_on());
  const int slow = target.open();
  for (int i = 0; i < 30; ++i) {
    Target::send(slow, "X");
    std::this_thread::sleep_for(100ms);
  }
  CHECK(status_of(Target::receive(slow)) != 200);
  for (const int socket : sockets) ::close(socket);
  ::close(deaf);
  // More connections at once than may wait.
  sockets.clear();
  for (int i = 0; i < 400; ++i) sockets.push_back(target.open());
  for (const int socket : sockets) ::close(socket);
  CHECK(target.serves_on());
}
