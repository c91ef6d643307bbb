#include <fmt/format.h>

#include "cli/commands.h"
#include "portal/string_sink.h"
#include "cli/summary.h"
#include "publish/history.h"
#include "publish/publish.h"

namespace gongkai {
namespace {

std::string published(const PublishResult& result, const Console& console) {
  return fmt::format(
      fmt::runtime(console.words("public/: {} files written, {} unchanged, {} removed",
                                 "public/：写入 {} 个文件，{} 个没有变化，删除 {} 个")),
      result.written(), result.unchanged, result.removed.size());
}

/// A line for each file that a build would touch: `+` new, `~` changed, `-` removed.
void list_changes(const PublishResult& result, const Console& console) {
  for (const std::string& address : result.added) console.say("+ " + address);
  for (const std::string& address : result.changed) console.say("~ " + address);
  for (const std::string& address : result.removed) console.say("- " + address);
  console.say(fmt::format(
      fmt::runtime(console.words(
          "dry run: {} files new, {} changed, {} removed, {} unchanged; public/ is as it was",
          "试运行：将新增 {} 个文件，改动 {} 个，删除 {} 个，{} 个没有变化；public/ 保持原样")),
      result.added.size(), result.changed.size(), result.removed.size(), result.unchanged));
}

std::string nothing_published(const Console& console) {
  return console.words("nothing was published; public/ is as it was",
                       "没有公布任何内容；public/ 保持原样");
}

struct BuildArguments {
  bool drafts = false;
  bool hold_failing = false, allow_failing = false;
  bool adopt = false, allow_removals = false;
  bool dry_run = false;
  bool strict = false;
  bool all = false;
};

int build_site(const SiteArguments& arguments, const BuildArguments& build,
               const Console& console) {
  Diagnostics history_mistakes;
  const auto history = read_history(arguments.site / "history.json", history_mistakes);
  SessionOptions options;
  options.site = arguments.site;
  options.jobs = arguments.jobs;
  options.today = arguments.today;
  options.drafts = build.drafts;
  options.strict = build.strict;
  options.failing = build.hold_failing    ? Failing::hold
                    : build.allow_failing ? Failing::allow
                                          : Failing::stop;
  if (history) {
    options.was_published = [&](const std::string& address) {
      return history->find(address) != history->end();
    };
  }
  Session session = open_site(options);
  session.diagnostics.append(std::move(history_mistakes));
  console.print(session.diagnostics, arguments.site, build.all);
  console.say(summary(session, console));
  if (fails(session.diagnostics, build.strict)) {
    if (const std::string remark = strict_remark(session, build.strict, console);
        !remark.empty()) {
      console.say(remark);
    }
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
  request.allow_removals = build.allow_removals;
  request.dry_run = build.dry_run;
  request.progress = [&](std::size_t done, std::size_t total) { console.progress(done, total); };
  const std::vector<std::string> reports = session.report_addresses();
  request.reports = reports;
  request.today = session.catalog->today;
  Diagnostics mistakes;
  const auto result = publish(request, mistakes);
  console.print(mistakes, arguments.site);
  if (!result) {
    console.say(nothing_published(console));
    return exit_content_has_errors;
  }
  if (build.dry_run) {
    list_changes(*result, console);
  } else {
    console.say(published(*result, console));
  }
  const std::size_t waiting = session.catalog->reports.size() - reports.size();
  if (waiting > 0) {
    console.say(fmt::format(
        fmt::runtime(console.words(
            "reports not published: {} (drafts, withdrawn, held back or dated in the future)",
            "未公布的报告：{} 份（草稿、已撤回、暂缓，或发布日期未到）")),
        waiting));
  }
  return exit_done;
}

class BuildCommand : public Command {
 public:
  const char* name() const override { return "build"; }
  const char* summary(Language language) const override {
    return language == Language::zh ? "检查内容，并把网站写进 public/"
                                    : "check the content and write the site into public/";
  }
  void declare(Options& options) override {
    options.flag("drafts", build_.drafts, "publish drafts too, and reports dated in the future",
                 "草稿和公开日期未到的报告也一并生成");
    options.flag("hold-failing", build_.hold_failing,
                 "hold back reports that break a rule, publish the others",
                 "不符合校验规则的报告暂缓，其余照常公布");
    options.flag("allow-failing", build_.allow_failing,
                 "publish reports that break a rule, marked as such",
                 "不符合校验规则的报告也公布，并加标记");
    options.exclude("allow-failing", "hold-failing");
    options.flag("strict", build_.strict,
                 "warnings count as errors, known errors are not let through",
                 "警告按错误处理，往年已知错误也不放过");
    options.exclude("strict", "hold-failing");
    options.exclude("strict", "allow-failing");
    options.flag("all", build_.all, "print every message in full, even those that repeat",
                 "逐条显示全部信息，相同的也不合并");
    options.flag("adopt", build_.adopt, "overwrite files in public/ that gongkai did not write",
                 "覆盖 public/ 里不是由 gongkai 写入的文件");
    options.flag("allow-removals", build_.allow_removals,
                 "publish also when more than a tenth of what is public would vanish",
                 "即使已公开的页面有一成以上将会消失，也照常公布");
    options.flag("dry-run", build_.dry_run, "list what would change in public/ and change nothing",
                 "只列出 public/ 里将有哪些变化，不作改动");
  }
  int run(const SiteArguments& arguments, const Console& console) override {
    return build_site(arguments, build_, console);
  }

 private:
  BuildArguments build_;
};

}  // namespace

std::unique_ptr<Command> build_command() { return std::make_unique<BuildCommand>(); }

}  // namespace gongkai
