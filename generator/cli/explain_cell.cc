#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "check/cell_uses.h"
#include "check/outcome_words.h"
#include "cli/commands.h"
#include "cli/report_argument.h"
#include "diagnostics/printer.h"
#include "model/address.h"
#include "model/figure_words.h"
#include "pages/dependencies.h"

namespace gongkai {
namespace {

std::string finding_line(const Finding& finding, const Report& report, const Console& console) {
  const Language language = console.language();
  const bool has_numbers = finding.outcome != Outcome::not_assessed &&
                           finding.outcome != Outcome::not_applicable;
  std::string year;
  if (finding.report != &report) year = std::to_string(finding.report->year) + " ";
  std::string line = fmt::format("  {}{} [{}]: {}", year, outcome_words(finding.outcome, language),
                                 finding.rule->id, finding.rule->text);
  const std::string more =
      has_numbers ? relation_in_numbers(finding) : reason_words(finding, language);
  return more.empty() ? line : line + fmt::format("\n    {}", more);
}

void explain_cell(const Session& session, const Report& report, CellIndex cell,
                  const SiteArguments& arguments, const Console& console) {
  const Form& form = *report.form;
  const Cell& written = report.cells[cell];
  std::string out = fmt::format("{} · {}\n", form.cells[cell].address, form.cell_label(cell));
  const std::string origin = origin_words(written.figure, console.language());
  out += value_words(report, cell, console.language()) + (origin.empty() ? "" : " · " + origin) + "\n";
  if (written.mark.known()) {
    Printer printer({console.language(), false}, source_reader(arguments.site));
    out += printer.print_place(report.at(written.mark));
  }
  const std::vector<Finding> findings = findings_on(*session.catalog, *session.checks, report, cell);
  out += console.words(findings.empty() ? "\nno rule uses it\n" : "\nrules that use it:\n",
                       findings.empty() ? "\n没有规则用到它\n" : "\n用到它的规则：\n");
  for (const Finding& finding : findings) out += finding_line(finding, report, console) + "\n";

  const Library library(*session.catalog);
  Diagnostics taken;  // said by the check already
  const Routes routes(library, {}, taken);
  const std::vector<std::string> pages = pages_of(library, routes, report, cell);
  out += console.words(pages.empty() ? "\nno page shows it\n" : "\npages that show it:\n",
                       pages.empty() ? "\n没有页面显示它\n" : "\n显示它的页面：\n");
  for (const std::string& page : pages) out += "  " + page + "\n";
  std::fputs(out.c_str(), stdout);
}

class ExplainCellCommand : public Command {
 public:
  const char* name() const override { return "explain-cell"; }
  const char* summary(Language language) const override {
    return language == Language::zh ? "说明一个数字写在哪里、哪些规则用到它、哪些页面显示它"
                                    : "show where a figure stands, which rules use it and which "
                                      "pages show it";
  }
  void declare(Options& options) override {
    options.argument("AGENCY/YEAR/ADDRESS", cell_, true,
                     "a cell, by ids, printed numbers or labels: "
                     "shangwuzhuang/2024/requests.new.total",
                     "单元格，可以用 id、编号或名称：上五庄镇/2024/三.一.总计");
  }
  int run(const SiteArguments& arguments, const Console& console) override {
    SessionOptions options;
    options.site = arguments.site;
    options.jobs = arguments.jobs;
    options.today = arguments.today;
    const Session session = check_site(options);
    if (!session.catalog) {
      console.print(session.diagnostics, arguments.site);
      return exit_content_has_errors;
    }
    const auto meant = read_report_argument(*session.catalog, cell_,
                                            ArgumentShape::agency_year_address, console);
    if (!meant) return exit_wrong_use;
    if (meant->report == nullptr) return say_no_report(session, *meant, arguments, console);
    const AddressResult found = resolve_address(*meant->report->form, meant->address);
    if (found.cell == no_cell) return say_no_cell(found, meant->address, console);
    explain_cell(session, *meant->report, found.cell, arguments, console);
    return exit_done;
  }

 private:
  // A report that was not read has errors; the check says which.
  static int say_no_report(const Session& session, const ReportArgument& meant,
                           const SiteArguments& arguments, const Console& console) {
    const auto& left_out = session.catalog->left_out;
    if (std::find(left_out.begin(), left_out.end(), std::pair(meant.agency->id, meant.year)) !=
        left_out.end()) {
      console.print(session.diagnostics, arguments.site);
      return exit_content_has_errors;
    }
    console.complain(fmt::format(fmt::runtime(console.words("gongkai: {} has no report of {}",
                                                            "gongkai：{} 没有 {} 年的报告")),
                                 meant.agency->name, meant.year));
    return exit_wrong_use;
  }

  static int say_no_cell(const AddressResult& found, const std::string& address,
                         const Console& console) {
    std::string line = fmt::format(
        fmt::runtime(console.words("gongkai: the form has no cell {}", "gongkai：表样没有单元格 {}")),
        address);
    if (!found.candidates.empty()) {
      line = fmt::format(fmt::runtime(console.words("gongkai: {} can mean several cells:",
                                                    "gongkai：{} 可以指几个单元格：")),
                         address);
      for (const std::string& candidate : found.candidates) line += "\n  " + candidate;
    } else if (!found.nearest.empty()) {
      line += fmt::format(fmt::runtime(console.words("; did you mean {}?", "；是不是 {}？")),
                          found.nearest);
    }
    console.complain(line);
    return exit_wrong_use;
  }

  std::string cell_;
};

}  // namespace

std::unique_ptr<Command> explain_cell_command() { return std::make_unique<ExplainCellCommand>(); }

}  // namespace gongkai
