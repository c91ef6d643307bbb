#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <map>
#include <stdexcept>
#include <thread>

#include "preview/error_page.h"
#include "preview/respond.h"
#include "preview/server.h"

using namespace gongkai;

namespace {

const std::map<std::string, std::string, std::less<>> pages = {
    {"index.html", "<body>\nhome\n</body>"},
    {"404.html", "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">"},
    {"agencies/报告/index.html", "agency"},
    {"report/index.html", "report"},
    {"assets/style.css", "css"},
    {"long.txt", std::string(300'000, 'x')},
};

PreviewView good_view() {
  PreviewView view;
  view.mark = "ab.1.0";
  view.file = [](std::string_view address) -> std::optional<std::string> {
    const auto found = pages.find(address);
    if (found == pages.end()) return std::nullopt;
    return found->second;
  };
  view.is_report = [](std::string_view address) { return address == "report/index.html"; };
  return view;
}

PreviewSource source_of(const PreviewView& view) {
  PreviewSource source;
  source.view = [view] { return view; };
  source.messages = [] { return "[]"; };
  source.report = [](std::string_view address) { return std::string(address); };
  return source;
}

PreviewSource good_source() { return source_of(good_view()); }

PreviewResponse get(const std::string& target, const PreviewSource& source = good_source(),
                    const PreviewAddress& address = {}) {
  return respond({"GET", target, "127.0.0.1:8000", false}, source, address);
}

int connect_to(int port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(static_cast<std::uint16_t>(port));
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(::connect(socket, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0);
  return socket;
}

/// Sends bytes to a server and returns all that comes back until it closes or falls silent.
std::string talk(int port, const std::string& bytes) {
  const int socket = connect_to(port);
  CHECK(::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
        static_cast<ssize_t>(bytes.size()));
  std::string all;
  char buffer[4096];
  for (ssize_t n; (n = ::recv(socket, buffer, sizeof buffer, 0)) > 0;) {
    all.append(buffer, static_cast<std::size_t>(n));
  }
  ::close(socket);
  return all;
}

/// A server that runs in a thread of its own until the end of the test case.
struct Running {
  PreviewServer server;
  std::thread thread;

  explicit Running(PreviewSource source = good_source(), int port = 0)
      : server(std::move(source), options_at(port)), thread([this] { server.run(); }) {}
  static ServerOptions options_at(int port) {
    ServerOptions options;
    options.port = port;
    return options;
  }
  ~Running() {
    server.stop();
    thread.join();
  }
  std::string ask(const std::string& line, const std::string& headers = "") const {
    return talk(server.port(), line +
                                   " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server.port()) +
                                   "\r\nConnection: close\r\n" + headers + "\r\n");
  }
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("an address is shown with one line more, a folder is its index page") {
  CHECK(get("/").body ==
        "<body>\nhome\n<script src=\"/.gongkai/preview.js\" data-mark=\"ab.1.0\" "
        "data-language=\"zh\" defer></script>\n</body>");
  CHECK(get("/index.html?x=1").body == get("/").body);
  CHECK(has(get("/report/").body, " data-report defer>"));
  CHECK(get("/assets/style.css").body == "css");
  CHECK(get("/assets/style.css").type == "text/css; charset=utf-8");
  CHECK(get("/agencies/%E6%8A%A5%E5%91%8A/").body.starts_with("agency<script "));
  CHECK(get("/agencies/报告/index.html").body.starts_with("agency"));

  const PreviewResponse moved = get("/agencies/%E6%8A%A5%E5%91%8A?q=1");
  CHECK(moved.status == 308);
  CHECK(moved.location == "/agencies/%E6%8A%A5%E5%91%8A/?q=1");
}

TEST_CASE("a site below a path") {
  PreviewAddress address;
  address.base_path = "/zwgk/";
  CHECK(has(get("/zwgk/", good_source(), address).body, "src=\"/zwgk/.gongkai/preview.js\""));
  CHECK(get("/zwgk/assets/style.css", good_source(), address).body == "css");
  CHECK(get("/", good_source(), address).location == "/zwgk/");
  CHECK(get("/zwgk", good_source(), address).location == "/zwgk/");
  CHECK(get("/index.html", good_source(), address).status == 404);
  CHECK(get("/zwgk/agencies/报告", good_source(), address).location == "/zwgk/agencies/报告/");
  CHECK(get("/zwgk/.gongkai/report.json?address=%2Fzwgk%2Freport%2F", good_source(), address).body ==
        "report/index.html");
}

TEST_CASE("what the preview's scripts ask for") {
  CHECK(has(get("/.gongkai/preview.js").body, "EventSource"));
  CHECK(get("/.gongkai/preview.js").type == "text/javascript; charset=utf-8");
  CHECK(get("/.gongkai/preview.css").type == "text/css; charset=utf-8");
  CHECK(get("/.gongkai/messages.json").body == "[]");
  CHECK(get("/.gongkai/events").is_stream);
  CHECK(get("/.gongkai/report.json?address=%2Fagencies%2F%25E6%258A%25A5%2F2024%2F").body ==
        "agencies/报/2024/index.html");
  CHECK(get("/.gongkai/report.json").status == 400);
  CHECK(get("/.gongkai/report.json?address=nowhere").status == 400);
  CHECK(get("/.gongkai/../index.html").status == 404);
}

TEST_CASE("what is no address is not found") {
  for (const char* target :
       {"/nothing", "/../index.html", "/%2e%2e/index.html", "//index.html", "//", "/assets/",
        "/./index.html", "/assets\\style.css", "/index.html/", "//agencies/%E6%8A%A5%E5%91%8A"}) {
    CAPTURE(target);
    CHECK(get(target).status == 404);
    // This page forbids scripts.
    CHECK(get(target).body == pages.at("404.html"));
  }
  for (const char* target : {"", "index.html", "*", "http://127.0.0.1:8000/", "/a%00.html", "/a%0d",
                             "/%", "/%e", "/%zz", "/a\x7f"}) {
    CAPTURE(target);
    CHECK(get(target).status == 400);
  }
}

TEST_CASE("only this computer, only reading") {
  auto ask = [](const char* method, const char* host, bool body) {
    return respond({method, "/", host, body}, good_source(), {}).status;
  };
  CHECK(ask("GET", "127.0.0.1:8000", false) == 200);
  CHECK(ask("HEAD", "localhost:8000", false) == 200);
  CHECK(ask("GET", "[::1]:8000", false) == 200);
  for (const char* host :
       {"", "localhost", "127.0.0.1", "localhost:80", "evil.example:8000",
        "127.0.0.1:8000.evil.example", "LOCALHOST:8000@evil", "127.0.0.1:8000 "}) {
    CAPTURE(host);
    CHECK(ask("GET", host, false) == 421);
  }
  CHECK(ask("POST", "127.0.0.1:8000", false) == 405);
  CHECK(ask("GET", "127.0.0.1:8000", true) == 400);
}

TEST_CASE("without any good page every page shows the messages, and files still come") {
  PreviewView view = good_view();
  view.mistakes = "a.yaml:1:2: 错误：<b> & co\n";
  for (const char* target : {"/", "/agencies/x/", "/agencies/x", "/nothing.html"}) {
    CAPTURE(target);
    const PreviewResponse response = get(target, source_of(view));
    CHECK(response.status == 500);
    CHECK(has(response.body, "a.yaml:1:2: 错误：&lt;b&gt; &amp; co"));
    CHECK(has(response.body, "lang=\"zh-CN\""));
    CHECK(has(response.body, "preview.js"));
  }
  CHECK(get("/assets/style.css", source_of(view)).status == 200);
  CHECK(has(error_page("", Language::en), "lang=\"en\""));

  view = good_view();
  view.file = [](std::string_view) -> std::optional<std::string> {
    throw std::runtime_error("attachment <gone>");
  };
  CHECK(get("/", source_of(view)).status == 500);
  CHECK(has(get("/", source_of(view)).body, "attachment &lt;gone&gt;"));
}

TEST_CASE("the content type follows the ending") {
  CHECK(media_type("a/b.PDF") == "application/pdf");
  CHECK(media_type("a.b/c") == "application/octet-stream");
  CHECK(media_type("index.html") == "text/html; charset=utf-8");
}

TEST_CASE("the server says what it must and takes no detours") {
  const Running running;
  const std::string page =
      running.ask("GET /", "Accept-Encoding: gzip, br\r\nRange: bytes=0-1\r\n");
  CHECK(has(page, "HTTP/1.1 200 OK\r\n"));
  CHECK(has(page, "\r\n\r\n<body>\nhome\n"));
  CHECK(has(page, "Cross-Origin-Resource-Policy: same-origin\r\n"));
  CHECK(has(page, "Content-Type: text/html; charset=utf-8\r\n"));
  CHECK(has(page, "X-Content-Type-Options: nosniff\r\n"));
  CHECK(has(page, "Cache-Control: no-store\r\n"));
  CHECK(has(page, "Content-Security-Policy: default-src 'none'; "));
  CHECK_FALSE(has(page, "Content-Encoding"));
  CHECK_FALSE(has(page, "Content-Range"));

  const std::string head = running.ask("HEAD /");
  CHECK(has(head, fmt::format("Content-Length: {}\r\n", get("/").body.size())));
  CHECK(head.ends_with("\r\n\r\n"));
  CHECK(running.ask("GET /long.txt", "Accept-Encoding: br\r\n").size() > 300'000);
  CHECK(has(running.ask("GET /nothing"), " 404 "));
  CHECK(has(running.ask("GET /a%00.html"), " 400 "));
  CHECK(has(running.ask("DELETE /"), " 405 "));
  CHECK(has(running.ask("POST /", "Content-Length: 5\r\n\r\nhello"), " 405 "));
  CHECK(has(running.ask("GET /", "Host: other\r\n"), " 421 "));
  CHECK(has(running.ask("GET http://evil.example/"), " 400 "));
  CHECK(has(talk(running.server.port(), "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n"), " 421 "));
  CHECK(has(talk(running.server.port(), "nonsense\r\n\r\n"), " 400 "));
}

TEST_CASE("two servers take two ports") {
  const Running first;
  const Running second(good_source(), first.server.port());
  CHECK(second.server.port() > first.server.port());
  CHECK(second.server.port() <= first.server.port() + 20);
  CHECK(second.server.url() == "http://127.0.0.1:" + std::to_string(second.server.port()) + "/");
}

TEST_CASE("news come as a stream, to so many listeners and no more") {
  PreviewSource source = good_source();
  source.news = [](std::string& seen) -> std::optional<std::string> {
    if (seen == "1") {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      return std::nullopt;
    }
    return seen = "1";
  };
  const Running running(source);
  const std::string request = fmt::format("GET /.gongkai/events HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n",
                                          running.server.port());
  std::vector<int> listeners;
  const auto answer = [&] {
    const int socket = connect_to(running.server.port());
    listeners.push_back(socket);
    ::send(socket, request.data(), request.size(), MSG_NOSIGNAL);
    std::string all;
    char buffer[1024];
    while (!has(all, "\n\n") && !has(all, "503")) {
      const ssize_t n = ::recv(socket, buffer, sizeof buffer, 0);
      if (n <= 0) break;
      all.append(buffer, static_cast<std::size_t>(n));
    }
    return all;
  };
  for (int i = 0; i < 32; ++i) {
    const std::string stream = answer();
    CHECK(has(stream, "Content-Type: text/event-stream"));
    CHECK(has(stream, "data: 1\n\n"));
  }
  CHECK(has(answer(), " 503 "));
  // Others are answered all the same.
  CHECK(has(running.ask("GET /"), " 200 "));
  for (const int socket : listeners) ::close(socket);
}

TEST_CASE("a signal ends the server within a second or so, idle connections or not") {
  PreviewServer server(good_source(), Running::options_at(0));
  const pid_t child = ::fork();
  if (child == 0) {
    server.run();
    ::_exit(7);
  }
  talk(server.port(), "GET / HTTP/1.0\r\n\r\n");
  const int idle = connect_to(server.port());
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  const auto begin = std::chrono::steady_clock::now();
  ::kill(child, SIGTERM);
  int status = 0;
  ::waitpid(child, &status, 0);
  ::close(idle);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::milliseconds(2000));
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 7);
}
