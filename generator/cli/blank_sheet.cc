#include "cli/blank_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "write/filed_cell.h"

namespace gongkai {
namespace {

const char* words(Language language, const char* en, const char* zh) {
  return language == Language::zh ? zh : en;
}

void add_once(std::vector<std::string>& lines, std::string line) {
  if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
}

/// Where a note about a cell stands: above its row.
CellIndex row_start(const Form& form, CellIndex cell) { return form.row(cell).cells.front(); }

class SheetMaker {
 public:
  SheetMaker(const Catalog& catalog, BlankSheet& sheet)
      : catalog_(catalog),
        sheet_(sheet),
        form_(*sheet.report.form),
        language_(catalog.settings.chinese() ? Language::zh : Language::en) {}

  void run() {
    carry_over_figures();
    sheet_.remarks.labels = true;
    say(report_title(sheet_.report));
    if (!form_.tables.empty()) say_of_figures();
    say_of_scope();
    say_of_texts();
    say_of_publication();
  }

 private:
  const char* w(const char* en, const char* zh) const { return words(language_, en, zh); }
  void say(std::string line) { sheet_.remarks.top.push_back(std::move(line)); }

  void carry_over_figures() {
    const Report* previous = sheet_.carried.previous;
    for (const EarlierFigure& earlier : sheet_.carried.equal) {
      sheet_.report.cells[earlier.cell].figure = Figure::of(earlier.figure.value());
      add_once(sheet_.remarks.cells[row_start(form_, earlier.cell)],
               fmt::format(fmt::runtime(w("from the report for {}, “{}”", "取自{}年度报告的“{}”")),
                           previous->year, previous->form->row(earlier.earlier).label));
    }
    for (const EarlierFigure& earlier : sheet_.carried.used) {
      add_once(sheet_.remarks.cells[row_start(form_, earlier.cell)],
               fmt::format(fmt::runtime(w("in the report for {}: {} {}", "{}年度报告：{} {}")),
                           previous->year, previous->form->cell_label(earlier.earlier),
                           earlier.figure.value().str()));
    }
  }

  void say_of_figures() {
    say(w(
        "Put the figures in the place of ~: 0 where the paper prints 0, ~ where it prints nothing.",
        "把 ~ 换成表上的数字：表上印着 0 的写 0，空着的留 ~。"));
    say(fmt::format(fmt::runtime(w("A table of zeros alone may be written as {}: 0.",
                                   "整张表都是 0 的，可以只写 {}: 0。")),
                    zero_example()));
    if (const std::string why = carry_over_words(sheet_, language_); !why.empty()) say(why);
  }

  std::string zero_example() const {
    const Table& table = form_.tables.back();
    return table.number.empty() ? table.id : table.number;
  }

  void say_of_scope() {
    if (catalog_.children(*sheet_.report.agency).empty()) return;
    say(w("scope: own is the agency's own office, all is everything below it too.",
          "scope: own 是本级，all 是全辖。"));
  }

  void say_of_texts() {
    const bool has_texts = std::any_of(
        form_.sections.begin(), form_.sections.end(),
        [](const Section& section) { return section.narrative == NarrativeUse::required; });
    if (has_texts) {
      say(w("The texts go into report.md, under its headings.",
            "文字写在 report.md 的各个标题下面。"));
    }
    for (const Section& section : form_.sections) {
      for (const SectionContent& content : section.contains) {
        say(fmt::format(fmt::runtime(w("“{}” must say: {}", "“{}”须写明：{}")), section.title,
                        content.sentence));
      }
    }
  }

  void say_of_publication() {
    const bool needs_time = catalog_.settings.has_government_site;
    say(fmt::format(fmt::runtime(w("To publish it: check it, write published: with the day{} and "
                                   "take out status: draft.",
                                   "核对以后写上公布日期{}，删去 status: draft，即可公布。")),
                    needs_time ? w(" and the time (published: 2025-01-20 09:30)",
                                   "和时间（published: 2025-01-20 09:30）")
                               : w(" (published: 2025-01-20)", "（published: 2025-01-20）")));
  }

  const Catalog& catalog_;
  BlankSheet& sheet_;
  const Form& form_;
  Language language_;
};

}  // namespace

Scope usual_scope(const Catalog& catalog, const Agency& agency, int year) {
  Scope scope = Scope::own;
  for (const Report* report : catalog.reports_of(agency)) {
    if (report->year < year) scope = report->scope;
  }
  return scope;
}

BlankSheet blank_sheet(const Catalog& catalog, const Agency& agency, int year, const Form& form,
                       Scope scope) {
  BlankSheet sheet;
  Report& report = sheet.report = report_of(form, {});
  report.agency = &agency;
  report.year = year;
  report.folder = agency.folder + "/" + std::to_string(year);
  report.status = Status::draft;
  report.scope = scope;
  report.scope_written = true;
  sheet.carried = carry_over(catalog, report);
  SheetMaker(catalog, sheet).run();
  return sheet;
}

std::string blank_narratives(const Form& form) {
  std::string text;
  for (const Section& section : form.sections) {
    if (section.narrative == NarrativeUse::none) continue;
    text += (text.empty() ? "## " : "\n## ") + section.title + "\n";
  }
  return text;
}

std::string carry_over_words(const BlankSheet& sheet, Language language) {
  const int year = sheet.report.year - 1;
  const auto line = [&](const char* en, const char* zh) {
    return fmt::format(fmt::runtime(words(language, en, zh)), year);
  };
  const auto& rules = sheet.report.form->rules;
  const bool looks_back =
      std::any_of(rules.begin(), rules.end(), [](const Rule& rule) { return rule.uses_previous; });
  if (!looks_back) return {};
  switch (sheet.carried.reason) {
    case Reason::previous_missing:
      return line("There is no report for {}: nothing was taken from it.",
                  "没有{}年度的报告，没有可以结转的数字。");
    case Reason::previous_left_out:
      return line(
          "Nothing was taken from the report for {}: it is a draft, not published yet, or "
          "cannot be read.",
          "{}年度报告还是草稿、尚未公布或者读不出来，没有从中取数。");
    case Reason::previous_scope:
      return line("Nothing was taken from the report for {}: it has another scope.",
                  "{}年度报告的范围（本级、全辖）不同，没有从中取数。");
    case Reason::series_break:
      return line("The report for {} was filed in another form: only what continues was taken.",
                  "{}年度报告用的是另一种表样，只取了能衔接的数字。");
    case Reason::previous_not_reported:
      return line("The report for {} leaves figures blank that would be taken from it.",
                  "{}年度报告有空着的格子，那几格没有取数。");
    default:
      return {};
  }
}

}  // namespace gongkai
