#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "cli/commands.h"
#include "cli/report_argument.h"
#include "cli/status_data.h"
#include "cli/status_table.h"
#include "cli/year_status.h"

namespace gongkai {
namespace {

// What the last build published. A manifest that is broken counts as none: the next build says so.
Manifest read_live_manifest(const std::filesystem::path& site) {
  std::ifstream in(site / "public" / std::string(Manifest::address), std::ios::binary);
  if (!in) return {};
  const std::string text(std::istreambuf_iterator<char>(in), {});
  return Manifest::parse(text).value_or(Manifest{});
}

class StatusCommand : public Command {
 public:
  const char* name() const override { return "status"; }
  const char* summary(Language language) const override {
    return language == Language::zh ? "列出各机关某一年度报告的收到、校验、公布情况和时限"
                                    : "list the agencies of a year: received, failing, published, "
                                      "days left";
  }
  void declare(Options& options) override {
    options.argument("YEAR", year_, false, "the reporting year (default: last year)",
                     "报告年度（默认上一年）");
    options.choice("format", format_, {"text", "json", "csv"}, "text, json or csv (default: text)",
                   "text、json 或 csv（默认 text）");
  }
  int run(const SiteArguments& arguments, const Console& console) override {
    const std::optional<int> year = read_year(year_);
    if (!year_.empty() && !year) {
      console.complain(fmt::format(
          fmt::runtime(console.words("gongkai: {} is no year; write four digits: 2024",
                                     "gongkai：{} 不是年份，请写四位数字，例如 2024")),
          year_));
      return exit_wrong_use;
    }
    SessionOptions options;
    options.site = arguments.site;
    options.jobs = arguments.jobs;
    options.today = arguments.today;
    const Session session = check_site(options);
    if (!session.catalog) {
      console.print(session.diagnostics, arguments.site);
      return exit_content_has_errors;
    }
    const Settings& settings = session.catalog->settings;
    const YearStatus status =
        year_status(session, year.value_or(newest_reporting_year(*session.catalog)),
                    read_live_manifest(arguments.site));
    if (format_ == "json") {
      fmt::print("{}", status_json(status, settings));
    } else if (format_ == "csv") {
      fmt::print("{}", status_csv(status, settings));
    } else if (status.agencies.empty()) {
      console.complain(fmt::format(
          fmt::runtime(console.words(
              "no agency owes a report of {} or has filed one; reports: in agency.yaml says from "
              "which year on an agency owes them",
              "没有机关应交 {} 年度的报告，也没有收到该年度的报告；应交年度写在 agency.yaml 的 "
              "reports 里")),
          status.year));
    } else {
      fmt::print("{}", status_table(status, settings, console.language()));
      std::fflush(stdout);
      point_to_errors(session, console);
    }
    return exit_done;
  }

 private:
  // Errors elsewhere may hide an agency or a report.
  static void point_to_errors(const Session& session, const Console& console) {
    const std::size_t errors = session.diagnostics.count(Severity::error);
    if (errors == 0) return;
    console.complain(fmt::format(
        fmt::runtime(console.words("errors in the content: {}; gongkai check shows them",
                                   "内容中共有 {} 处错误，详见 gongkai check")),
        errors));
  }

  std::string year_;
  std::string format_ = "text";
};

}  // namespace

std::unique_ptr<Command> status_command() { return std::make_unique<StatusCommand>(); }

}  // namespace gongkai
