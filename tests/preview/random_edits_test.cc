// Changes a site at random, again and again, and compares what a preview that read only the changes
// has to say with what a fresh build says: every file of the site byte by byte, every message.
//
//     random_edits_test <site> <folder to work in> <seed> <edits> [poll]
//
// While the content is broken, the preview must show the last good build. Every tenth time pages are
// taken from the server over the network, less the line with its script.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <fmt/format.h>
#include <map>
#include <thread>

#include "cli/preview_reader.h"
#include "diagnostics/printer.h"
#include "edits.h"
#include "preview/preview_source.h"
#include "preview/server.h"

namespace {

using namespace gongkai;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

SessionOptions options_of(const fs::path& site) {
  SessionOptions options;
  options.site = site;
  options.today = Date::parse("2025-06-30");
  options.drafts = true;
  options.failing = Failing::allow;
  return options;
}

std::string bytes_of(const Portal& portal, std::string_view address) {
  struct Collect : Sink {
    std::string bytes;
    void write(std::string_view more) override { bytes += more; }
  } sink;
  portal.render(address, sink);
  return sink.bytes;
}

std::string text_of(const Diagnostics& diagnostics, const fs::path& site) {
  Printer printer({Language::en, false}, source_reader(site));
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.items()) text += printer.print(diagnostic);
  return text;
}

std::string get(const PreviewServer& server, const std::string& path) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(static_cast<std::uint16_t>(server.port()));
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string all;
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0) {
    const std::string request =
        fmt::format("GET /{} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", path,
                    server.port());
    ::send(socket, request.data(), request.size(), MSG_NOSIGNAL);
    char buffer[65536];
    for (ssize_t n; (n = ::recv(socket, buffer, sizeof buffer, 0)) > 0;) {
      all.append(buffer, static_cast<std::size_t>(n));
    }
  }
  ::close(socket);
  const std::size_t body = all.find("\r\n\r\n");
  return body == all.npos ? std::string() : all.substr(body + 4);
}

/// The page less the line that the preview adds to it.
std::string without_script(std::string page) {
  const std::size_t begin = page.find("<script src=\"/.gongkai/");
  if (begin == page.npos) return page;
  return page.erase(begin, page.find('\n', begin) + 1 - begin);
}

class Test {
 public:
  Test(const fs::path& pristine, const fs::path& folder, std::uint64_t seed, bool poll)
      : site_(folder / "site"),
        edits_(site_, pristine, seed),
        opener_(options_of(site_)),
        watcher_(make_watcher(copied(pristine), poll)) {
    SiteArguments arguments;
    arguments.site = site_;
    arguments.today = options_of(site_).today;
    opener_.open(Changes::everything());
    watcher_->start();
    live_.emplace(preview_reader(arguments), make_watcher(site_, poll), [](const PreviewNews&) {});
    live_->start();
    ServerOptions options;
    options.port = 0;
    server_.emplace(preview_source(*live_, source_reader(site_), Language::zh, ""), options);
    serving_ = std::thread([this] { server_->run(); });
    polls_ = poll;
  }
  ~Test() {
    server_->stop();
    serving_.join();
  }

  void step(int number) {
    const std::string what = edits_.next();
    // Nothing but its time tells some edits from none, and clocks of files are coarse.
    if (polls_) std::this_thread::sleep_for(20ms);
    const Session fresh = open_site(options_of(site_));
    if (fresh.portal) good_ = fresh.portal;

    watcher_->pending();
    const auto site = opener_.open(watcher_->take());
    Session again = *judge(*site, options_of(site_));
    again.diagnostics.append(remarks_on(*site, options_of(site_)));
    again.diagnostics.sort();
    const std::string said = text_of(fresh.diagnostics, site_);
    expect(said == text_of(again.diagnostics, site_), number, what,
           "messages differ:\n--- fresh\n" + said + "\n--- again\n" +
               text_of(again.diagnostics, site_));
    expect(bool(fresh.portal) == bool(again.portal), number, what, "one has a portal");
    if (fresh.portal && again.portal) compare(*again.portal, number, what);

    const PreviewStatePointer state = live_->current();
    expect(state->broken != bool(fresh.portal), number, what, "the preview errs about errors");
    if (good_ && state->portal) compare(*state->portal, number, what + " (live)");
    if (number % 10 == 0 && good_) compare_over_network(number, what);
  }

  int faults() const { return faults_; }

 private:
  fs::path copied(const fs::path& pristine) const {
    fs::remove_all(site_);
    fs::create_directories(site_);
    fs::copy(pristine, site_, fs::copy_options::recursive);
    return site_;
  }

  const std::string& good_bytes(const std::string& address) {
    if (rendered_of_ != good_) {
      rendered_.clear();
      rendered_of_ = good_;
    }
    auto [found, added] = rendered_.try_emplace(address);
    if (added) found->second = bytes_of(*good_, address);
    return found->second;
  }

  void compare(const Portal& portal, int number, const std::string& what) {
    expect(portal.addresses() == good_->addresses(), number, what, "other addresses");
    for (const std::string& address : good_->addresses()) {
      // A workbook costs as much as a hundred pages, and is made from the same values.
      if (address.ends_with(".xlsx") && number % 10 != 0) continue;
      // Attachments are read when they are asked for, and the site may be broken now.
      if (address.ends_with(".pdf")) continue;
      if (!portal.has(address)) continue;
      expect(bytes_of(portal, address) == good_bytes(address), number, what, address);
    }
  }

  void compare_over_network(int number, const std::string& what) {
    for (const char* address : {"index.html", "years/index.html", "checks/index.html",
                                "agencies/c0/2023/index.html", "assets/style.css"}) {
      if (!good_->has(address)) continue;
      expect(without_script(get(*server_, address)) == good_bytes(address), number, what,
             std::string(address) + " over the network");
    }
  }

  void expect(bool holds, int number, const std::string& what, const std::string& fault) {
    if (holds) return;
    if (++faults_ <= 10) fmt::print(stderr, "edit {}: {}\n  {}\n", number, what, fault);
  }

  fs::path site_;
  test::Edits edits_;
  SiteOpener opener_;
  std::unique_ptr<Watcher> watcher_;
  std::optional<LiveSite> live_;
  std::optional<PreviewServer> server_;
  std::thread serving_;
  bool polls_ = false;
  std::shared_ptr<const Portal> good_, rendered_of_;
  std::map<std::string, std::string> rendered_;
  int faults_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) return 2;
  block_signals();
  const int edits = std::atoi(argv[4]);
  Test test(argv[1], argv[2], std::strtoull(argv[3], nullptr, 10), argc > 5);
  for (int i = 1; i <= edits; ++i) test.step(i);
  fmt::print("{} edits, {} faults\n", edits, test.faults());
  return test.faults() == 0 && edits > 0 ? 0 : 1;
}
