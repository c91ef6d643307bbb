#include <fmt/format.h>

#include <chrono>
#include <map>
#include <mutex>
#include <system_error>

#include "cli/commands.h"
#include "cli/summary.h"
#include "diagnostics/printer.h"
#include "preview/server.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

/// Names, sizes and times of everything that a site is made from.
using Stamps = std::map<std::string, std::pair<std::uintmax_t, fs::file_time_type>>;

Stamps read_stamps(const fs::path& site) {
  Stamps stamps;
  std::error_code error;
  const auto add = [&](const fs::path& path) {
    stamps[path.string()] = {fs::file_size(path, error), fs::last_write_time(path, error)};
  };
  add(site / "site.yaml");
  for (const char* folder : {"content", "themes"}) {
    for (fs::recursive_directory_iterator at(site / folder, error), end; !error && at != end;
         at.increment(error)) {
      if (at->is_regular_file(error)) add(at->path());
    }
  }
  return stamps;
}

/// The site as it stands now. Looked at again before a page is shown, but not for each of the
/// files that one page brings with it.
class LiveSite {
 public:
  LiveSite(SessionOptions options, const Console& console)
      : options_(std::move(options)), console_(console) {}

  /// The diagnostics as text while the content is broken.
  std::optional<std::string> refresh() {
    // On a large site looking costs time; it may take a tenth of it at most.
    const auto now = std::chrono::steady_clock::now();
    if (!loaded_ || now - looked_ > 10 * looking_) {
      Stamps stamps = read_stamps(options_.site);
      looked_ = std::chrono::steady_clock::now();
      looking_ = looked_ - now;
      if (!loaded_ || stamps != stamps_) {
        stamps_ = std::move(stamps);
        reload();
      }
    }
    return mistakes_;
  }

  std::optional<std::string> file(std::string_view address) const {
    const std::shared_ptr<const Portal> portal = this->portal();
    if (!portal || !portal->has(address)) return {};
    struct Collect : Sink {
      std::string bytes;
      void write(std::string_view more) override { bytes += more; }
    } sink;
    portal->render(address, sink);
    return std::move(sink.bytes);
  }

 private:
  std::shared_ptr<const Portal> portal() const {
    std::lock_guard lock(mutex_);
    return portal_;
  }

  void reload() {
    Session session = open_site(options_);
    loaded_ = true;
    console_.print(session.diagnostics, options_.site);
    console_.say(summary(session, console_));
    mistakes_.reset();
    if (session.portal) {
      std::lock_guard lock(mutex_);
      portal_ = session.portal;
      return;
    }
    Printer printer({console_.language(), false}, source_reader(options_.site));
    mistakes_.emplace();
    for (const Diagnostic& d : session.diagnostics.items()) *mistakes_ += printer.print(d) + "\n";
  }

  SessionOptions options_;
  const Console& console_;
  bool loaded_ = false;
  std::chrono::steady_clock::time_point looked_;
  std::chrono::steady_clock::duration looking_{};  // how long it took
  Stamps stamps_;
  std::optional<std::string> mistakes_;
  mutable std::mutex mutex_;  // of portal_, which is swapped while pages are shown
  std::shared_ptr<const Portal> portal_;
};

int serve_site(const SiteArguments& arguments, int port, const Console& console) {
  SessionOptions options;
  options.site = arguments.site;
  options.jobs = arguments.jobs;
  options.today = arguments.today;
  options.drafts = true;
  options.failing = Failing::allow;
  LiveSite site(options, console);
  site.refresh();
  PreviewServer server({[&] { return site.refresh(); },
                        [&](std::string_view address) { return site.file(address); }},
                       port, console.language());
  if (server.port() != port && port != 0) {
    console.complain(fmt::format(
        fmt::runtime(console.words("port {} is taken; using {}", "端口 {} 已被占用，改用 {}")), port,
        server.port()));
  }
  console.say(fmt::format(fmt::runtime(console.words("preview: {}  (stop with Ctrl-C)",
                                                     "预览：{}（按 Ctrl-C 停止）")),
                          server.url()));
  std::fflush(stdout);
  server.run();
  return exit_done;
}

class ServeCommand : public Command {
 public:
  const char* name() const override { return "serve"; }
  const char* summary(Language language) const override {
    return language == Language::zh ? "在本机预览，边改边看"
                                    : "show the site on this machine while it is edited";
  }
  void declare(Options& options) override {
    options.number("port", port_, 0, 65535,
                   "port of the preview (default: 8000); the next free one if it is taken",
                   "预览用的端口（默认 8000）；被占用时自动换下一个");
  }
  int run(const SiteArguments& arguments, const Console& console) override {
    return serve_site(arguments, port_, console);
  }

 private:
  int port_ = 8000;
};

}  // namespace

std::unique_ptr<Command> serve_command() { return std::make_unique<ServeCommand>(); }

}  // namespace gongkai
