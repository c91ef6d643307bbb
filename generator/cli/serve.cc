#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <sstream>
#include <string_view>
#include <unordered_set>

#include "cli/browser.h"
#include "cli/commands.h"
#include "cli/preview_reader.h"
#include "cli/summary.h"
#include "preview/preview_source.h"
#include "preview/server.h"

namespace gongkai {
namespace {

struct ServeArguments {
  int port = 8000;
  std::string host = "127.0.0.1";
  std::string allowed_hosts;  ///< with commas between them
  std::string base_path = "/";
  bool poll = false, open = false, verbose = false;
};

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> names;
  std::istringstream in(list);
  for (std::string name; std::getline(in, name, ',');) {
    if (!name.empty()) names.push_back(std::move(name));
  }
  return names;
}

std::string with_slashes(std::string path) {
  if (!path.starts_with('/')) path.insert(path.begin(), '/');
  if (!path.ends_with('/')) path += '/';
  return path;
}

/// Says in the terminal what the pages show: of what is wrong only what is new, so that the last
/// lines are the ones to read.
class Narrator {
 public:
  Narrator(const Console& console, std::filesystem::path site)
      : console_(console), site_(std::move(site)) {}

  void tell(const PreviewNews& news) {
    const std::lock_guard lock(mutex_);
    Diagnostics fresh;
    std::unordered_set<std::size_t> now;
    now.reserve(news.state.diagnostics->items().size());
    for (const Diagnostic& diagnostic : news.state.diagnostics->items()) {
      const std::size_t key = key_of(diagnostic);
      if (!said_.count(key)) fresh.add(diagnostic);
      now.insert(key);
    }
    // Remarks come later: that they are not there yet does not make them new.
    if (!news.remarks_only) now.merge(said_);
    said_ = std::move(now);
    console_.print(fresh, site_);
    if (news.remarks_only) return;
    if (news.changed_files == 0) {
      console_.say(summary(news.state.catalog.get(), news.state.checks.get(),
                           *news.state.diagnostics, console_));
      return;
    }
    const Diagnostics& all = *news.state.diagnostics;
    std::string line = fmt::format(
        fmt::runtime(console_.words("read again in {} ms: {} changed; errors: {}, warnings: {}",
                                    "已重新读取（{} 毫秒）：改动 {} 处；错误 {}，警告 {}")),
        news.took.count(), news.changed_files, all.count(Severity::error),
        all.count(Severity::warning));
    if (news.state.broken) {
      line += console_.words("; pages stay as they were without errors",
                             "；页面保持最近一次没有错误时的样子");
    }
    console_.say(line);
  }

 private:
  /// A large site has tens of thousands of hints: their words are not made to tell them apart.
  static std::size_t key_of(const Diagnostic& diagnostic) {
    const std::hash<std::string_view> hash;
    std::size_t key = hash(diagnostic.position.file) ^ diagnostic.position.mark.line;
    const auto add = [&](std::string_view text) { key = key * 31 + hash(text); };
    add(diagnostic.code());
    for (const std::string& argument : diagnostic.arguments) add(argument);
    return key;
  }

  const Console& console_;
  std::filesystem::path site_;
  std::mutex mutex_;
  std::unordered_set<std::size_t> said_;
};

void announce(const PreviewServer& server, const ServerOptions& options, const Console& console) {
  if (server.port() != options.port && options.port != 0) {
    console.complain(fmt::format(
        fmt::runtime(console.words("port {} is taken; using {}", "端口 {} 已被占用，改用 {}")),
        options.port, server.port()));
  }
  if (!is_loopback(options.host)) {
    console.complain(console.words(
        "warning: other computers can reach this preview, drafts included; they must call it by one "
        "of these names:",
        "警告：其他计算机也能打开这个预览，草稿也看得到；只能用以下名称访问："));
    std::string names;
    for (const std::string& name : server.hosts()) names += "  " + name;
    console.complain(names);
  }
  console.say(fmt::format(fmt::runtime(console.words("preview: {}  (stop with Ctrl-C)",
                                                     "预览：{}（按 Ctrl-C 停止）")),
                          server.url()));
}

int serve_site(const SiteArguments& arguments, const ServeArguments& serve,
               const Console& console) {
  Narrator narrator(console, arguments.site);
  LiveSite live(preview_reader(arguments), make_watcher(arguments.site, serve.poll),
                [&](const PreviewNews& news) { narrator.tell(news); });
  block_signals();
  live.start();
  ServerOptions options;
  options.host = serve.host;
  options.port = serve.port;
  options.allowed_hosts = split(serve.allowed_hosts);
  options.base_path = with_slashes(serve.base_path);
  if (serve.verbose) {
    options.log = [&](const std::string& line) { console.complain(line); };
  }
  // Where a page is looked at from elsewhere, no editor there could open the file.
  const std::string editor_folder =
      is_loopback(options.host)
          ? std::filesystem::absolute(arguments.site).lexically_normal().string()
          : std::string();
  PreviewServer server(preview_source(live, source_reader(arguments.site), console.language(),
                                      editor_folder),
                       options);
  if (serve.verbose) {
    console.complain(fmt::format(fmt::runtime(console.words("read in {} ms", "读取用时 {} 毫秒")),
                                 live.reading().count()));
  }
  announce(server, options, console);
  if (serve.open && !open_browser(server.url())) {
    console.complain(console.words("no browser could be opened", "没有找到可以打开的浏览器"));
  }
  server.run();
  // There is nothing to be kept, and giving the memory of a large site back piece by piece, or waiting
  // for remarks that nobody will read, would take longer than people wait for an end.
  std::cout.flush();
  std::fflush(nullptr);
  std::_Exit(exit_done);
}

class ServeCommand : public Command {
 public:
  const char* name() const override { return "serve"; }
  const char* summary(Language language) const override {
    return language == Language::zh ? "在本机预览，边改边看"
                                    : "show the site on this machine while it is edited";
  }
  void declare(Options& options) override {
    options.number("port", serve_.port, 0, 65535,
                   "port of the preview (default: 8000); the next free one if it is taken",
                   "预览用的端口（默认 8000）；被占用时自动换下一个");
    options.text("host", serve_.host, "ADDRESS",
                 "address to listen at (default: 127.0.0.1, this machine only)",
                 "监听的地址（默认 127.0.0.1，只有本机能打开）");
    options.text("allow-host", serve_.allowed_hosts, "NAMES",
                 "more names by which the preview may be called, with commas between them",
                 "另外允许用来访问的主机名，用逗号分开");
    options.text("base-path", serve_.base_path, "PATH", "show the site below this path",
                 "把网站放在这个路径下预览");
    options.flag("poll", serve_.poll, "look for changes again and again (for network drives)",
                 "反复查看文件有无变化（用于网络盘）");
    options.flag("open", serve_.open, "open the preview in the browser", "自动用浏览器打开");
    options.flag("verbose", serve_.verbose, "print every request", "显示每一次访问");
  }
  int run(const SiteArguments& arguments, const Console& console) override {
    return serve_site(arguments, serve_, console);
  }

 private:
  ServeArguments serve_;
};

}  // namespace

std::unique_ptr<Command> serve_command() { return std::make_unique<ServeCommand>(); }

}  // namespace gongkai
