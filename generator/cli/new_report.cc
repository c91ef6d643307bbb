#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/blank_sheet.h"
#include "cli/form_choice.h"
#include "cli/new_things.h"
#include "cli/report_argument.h"
#include "cli/site_reading.h"
#include "write/new_files.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

bool owes(const Agency& agency, int year, const Console& console) {
  if (!agency.reports || (year >= agency.reports->from && year <= agency.reports->until)) {
    return true;
  }
  const std::string years = agency.reports->until == 9999
                                ? fmt::format("{}–", agency.reports->from)
                                : fmt::format("{}–{}", agency.reports->from, agency.reports->until);
  console.complain(
      fmt::format(fmt::runtime(console.words(
                      "gongkai: {} reports for {}, not for {}; {} says so under reports:",
                      "gongkai：{}的报告年度是 {}，不含 {}；见 {} 的 reports")),
                  agency.name, years, year, agency.file()));
  return false;
}

// Texts that somebody has put there already stay what they are.
bool has_texts(const fs::path& folder, const Form& form) {
  return fs::exists(folder / "report.md") ||
         std::any_of(form.sections.begin(), form.sections.end(), [&](const Section& section) {
           return fs::exists(folder / (section.id + ".md"));
         });
}

std::string rows_of(const BlankSheet& sheet) {
  std::vector<std::string> labels;
  for (const EarlierFigure& earlier : sheet.carried.equal) {
    const std::string& label = sheet.report.form->row(earlier.cell).label;
    if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
  }
  return fmt::format("{}", fmt::join(labels, ", "));
}

void say_what_was_carried_over(const BlankSheet& sheet, const Console& console) {
  if (!sheet.carried.equal.empty()) {
    console.say(
        fmt::format(fmt::runtime(console.words("filled in from the report for {}: {} ({} figures)",
                                               "已按{}年度报告填好：{}（{} 格）")),
                    sheet.carried.previous->year, rows_of(sheet), sheet.carried.equal.size()));
  }
  if (const std::string why = carry_over_words(sheet, console.language()); !why.empty()) {
    console.say(why);
  }
}

int write_sheet(const SiteArguments& site, const BlankSheet& sheet, const Console& console) {
  const Report& report = sheet.report;
  const fs::path folder = (site.site / report.folder).lexically_normal();
  std::vector<NewFile> files = {{folder / "report.yaml", report_text(report, sheet.remarks)}};
  const bool keeps_texts = has_texts(folder, *report.form);
  if (!keeps_texts) files.push_back({folder / "report.md", blank_narratives(*report.form)});
  if (const fs::path taken = write_new_files(files); !taken.empty()) {
    console.complain(
        fmt::format(fmt::runtime(console.words("gongkai: {} exists and is not overwritten",
                                               "gongkai：{} 已经存在，不会覆盖")),
                    taken.generic_string()));
    return exit_content_has_errors;
  }
  const std::size_t rows = std::count_if(report.form->cells.begin(), report.form->cells.end(),
                                         [](const CellSpec& cell) { return !cell.head; });
  console.say(fmt::format(
      fmt::runtime(console.words("{}: a draft with {} cells of {}", "{}：草稿，共 {} 格，表样 {}")),
      files[0].path.generic_string(), rows, report.form->id));
  if (keeps_texts) {
    console.say(console.words("the texts that are there already were left alone",
                              "已有的文字文件原样保留"));
  } else {
    console.say(fmt::format(
        fmt::runtime(console.words("{}: the headings of the texts", "{}：文字部分的标题")),
        files[1].path.generic_string()));
  }
  say_what_was_carried_over(sheet, console);
  return exit_done;
}

}  // namespace

int new_report(const SiteArguments& site, const NewArguments& asked, const Console& console) {
  const auto reading = read_site(site, console);
  if (!reading) return exit_content_has_errors;
  const Catalog& catalog = *reading->catalog;
  if (print_errors_of_agency(*reading, asked.name.substr(0, asked.name.find('/')), site, console)) {
    return exit_content_has_errors;
  }
  const auto argument =
      read_report_argument(catalog, asked.name, ArgumentShape::agency_year, console);
  if (!argument || !owes(*argument->agency, argument->year, console)) return exit_wrong_use;
  const Agency& agency = *argument->agency;
  const Form* form = choose_form(catalog, agency, argument->year, asked.form, console);
  if (!form) return exit_wrong_use;
  const Scope scope = asked.scope.empty()    ? usual_scope(catalog, agency, argument->year)
                      : asked.scope == "all" ? Scope::all
                                             : Scope::own;
  return write_sheet(site, blank_sheet(catalog, agency, argument->year, *form, scope), console);
}

}  // namespace gongkai
