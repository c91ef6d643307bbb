#include <fmt/format.h>

#include "cli/commands.h"
#include "publish/history.h"
#include "publish/publish.h"

namespace gongkai {
namespace {

/// Collects the bytes of one file.
class StringSink : public Sink {
 public:
  explicit StringSink(std::string& out) : out_(out) {}
  void write(std::string_view bytes) override { out_ += bytes; }

 private:
  std::string& out_;
};

std::string published(const PublishResult& result, const Console& console) {
  return fmt::format(
      fmt::runtime(console.words("public/: {} files written, {} unchanged, {} removed",
                                 "public/：写入 {} 个文件，{} 个没有变化，删除 {} 个")),
      result.written, result.unchanged, result.removed);
}

std::string nothing_published(const Console& console) {
  return console.words("nothing was published; public/ is as it was",
                       "没有公布任何内容；public/ 保持原样");
}

}  // namespace

int run_build(const SiteArguments& arguments, const BuildArguments& build, const Console& console) {
  Diagnostics history_mistakes;
  const auto history = read_history(arguments.site / "history.json", history_mistakes);
  SessionOptions options;
  options.site = arguments.site;
  options.jobs = arguments.jobs;
  options.today = arguments.today;
  options.drafts = build.drafts;
  options.failing = build.failing;
  if (history) {
    options.was_published = [&](const std::string& address) {
      return history->find(address) != history->end();
    };
  }
  Session session = open_site(options);
  session.diagnostics.append(std::move(history_mistakes));
  console.print(session.diagnostics, arguments.site);
  console.say(summary(session, console));
  if (session.diagnostics.has_errors()) {
    console.say(nothing_published(console));
    return exit_content_has_errors;
  }

  PublishRequest request;
  request.output = arguments.site / "public";
  request.addresses = session.portal->addresses();
  request.render = [&](std::string_view address, std::string& bytes) {
    StringSink sink(bytes);
    session.portal->render(address, sink);
  };
  request.jobs = arguments.jobs;
  request.adopt = build.adopt;
  request.progress = [&](std::size_t done, std::size_t total) { console.progress(done, total); };
  request.reports = session.report_addresses;
  request.today = session.catalog->today;
  Diagnostics mistakes;
  const auto result = publish(request, mistakes);
  console.print(mistakes, arguments.site);
  if (!result) {
    console.say(nothing_published(console));
    return exit_content_has_errors;
  }
  console.say(published(*result, console));
  const std::size_t waiting = session.catalog->reports.size() - session.report_addresses.size();
  if (waiting > 0) {
    console.say(fmt::format(
        fmt::runtime(console.words(
            "reports not published: {} (drafts, withdrawn, held back or dated in the future)",
            "未公布的报告：{} 份（草稿、已撤回、暂缓，或发布日期未到）")),
        waiting));
  }
  return exit_done;
}

}  // namespace gongkai
