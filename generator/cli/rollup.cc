#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/commands.h"
#include "cli/report_argument.h"
#include "cli/rollup_remarks.h"
#include "compare/rollup.h"
#include "write/new_files.h"
#include "write/report_text.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

class RollupCommand : public Command {
 public:
  const char* name() const override { return "rollup"; }
  const char* summary(Language language) const override {
    return language == Language::zh ? "由本级、部门和下级的报告汇总，起草全辖报告"
                                    : "draft a consolidated report from those of its parts";
  }
  void declare(Options& options) override {
    options.argument("AGENCY/YEAR", argument_, true, "the agency by id or name, and the year",
                     "机关的代号或名称，加年份");
    options.text("out", out_, "FILE", "write there instead of the agency's folder; - prints it",
                 "写到这个文件，不写进机关的文件夹；- 表示直接显示");
  }
  int run(const SiteArguments& arguments, const Console& console) override;

 private:
  int write(const SiteArguments& arguments, const Catalog& catalog, const Rollup& rollup,
            const Console& console) const;

  std::string argument_, out_;
};

int RollupCommand::run(const SiteArguments& arguments, const Console& console) {
  SessionOptions options;
  options.site = arguments.site;
  options.jobs = arguments.jobs;
  options.today = arguments.today;
  const Session session = check_site(options);
  if (!session.catalog) {
    console.print(session.diagnostics, arguments.site);
    return exit_content_has_errors;
  }
  const Catalog& catalog = *session.catalog;
  const auto asked = read_report_argument(catalog, argument_, ArgumentShape::agency_year, console);
  if (!asked) return exit_wrong_use;
  if (catalog.children(*asked->agency).empty()) {
    console.complain(fmt::format(
        fmt::runtime(console.words("gongkai: no agency stands below {}: none has parent: {}",
                                   "gongkai：{} 没有下级：没有机关写明 parent: {}")),
        asked->agency->name, asked->agency->id));
    return exit_wrong_use;
  }
  const Rollup rollup = roll_up(catalog, *asked->agency, asked->year);
  for (const std::string& line : missing_lines(rollup, console.language())) console.complain(line);
  if (!rollup.report.form) {
    console.complain(
        fmt::format(fmt::runtime(console.words("gongkai: no agency below {} has a report for {}",
                                               "gongkai：{} 所属机关没有 {} 年的报告可以汇总")),
                    asked->agency->name, asked->year));
    return exit_content_has_errors;
  }
  return write(arguments, catalog, rollup, console);
}

int RollupCommand::write(const SiteArguments& arguments, const Catalog& catalog,
                         const Rollup& rollup, const Console& console) const {
  const Language language = catalog.settings.chinese() ? Language::zh : Language::en;
  const std::string text = report_text(rollup.report, remarks_of(rollup, language));
  if (out_ == "-") {
    fmt::print("{}", text);
    return exit_done;
  }
  const fs::path file =
      out_.empty() ? (arguments.site / rollup.report.file()).lexically_normal() : fs::path(out_);
  if (!write_new_files({{file, text}}).empty()) {
    console.complain(fmt::format(
        fmt::runtime(console.words("gongkai: {} exists and is not overwritten; --out - prints the "
                                   "draft",
                                   "gongkai：{} 已经存在，不会覆盖；--out - 可直接显示草稿")),
        file.generic_string()));
    return exit_content_has_errors;
  }
  console.say(
      fmt::format(fmt::runtime(console.words("{}: a draft from {} reports; {} cells are left blank",
                                             "{}：已由 {} 份报告汇总成草稿；{} 个数据项留空")),
                  file.generic_string(), rollup.parts.reports.size(), blank_cells(rollup)));
  return exit_done;
}

}  // namespace

std::unique_ptr<Command> rollup_command() { return std::make_unique<RollupCommand>(); }

}  // namespace gongkai
