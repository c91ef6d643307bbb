#include "preview/report_panel.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "check/cell_uses.h"
#include "check/outcome_words.h"
#include "model/figure_words.h"

namespace gongkai {
namespace {

using Json = nlohmann::ordered_json;

const char* outcome_id(Outcome outcome) {
  switch (outcome) {
    case Outcome::passed: return "passed";
    case Outcome::failed: return "failed";
    case Outcome::explained: return "explained";
    case Outcome::known: return "known";
    case Outcome::computed: return "computed";
    case Outcome::not_assessed: return "not_assessed";
    case Outcome::not_applicable: break;
  }
  return "not_applicable";
}

Json rule_json(const Finding& finding, const Report& report, Language language) {
  const bool has_numbers = finding.outcome != Outcome::not_assessed &&
                           finding.outcome != Outcome::not_applicable;
  Json json = {{"text", finding.rule->text},
               {"rule", finding.rule->id},
               {"outcome", outcome_id(finding.outcome)},
               {"name", outcome_words(finding.outcome, language)},
               {"numbers", has_numbers ? relation_in_numbers(finding)
                                       : reason_words(finding, language)}};
  if (finding.report != &report) json["year"] = finding.report->year;
  return json;
}

Json notices(const Catalog& catalog, const Report& report, const CheckResult& checks,
             Language language) {
  const bool zh = language == Language::zh;
  Json list = Json::array();
  if (report.status == Status::draft) {
    list.push_back(zh ? "草稿：发布网站时不会出现" : "a draft: not published with the site");
  }
  if (report.published && report.published->date > catalog.today) {
    list.push_back(fmt::format(
        fmt::runtime(zh ? "公开日期未到：{}起出现在网站上" : "dated in the future: appears on {}"),
        report.published->date.str()));
  }
  if (checks.fails(report)) {
    list.push_back(zh ? "有校验未通过：不加 --allow-failing 时不能发布"
                      : "a rule does not hold: not published without --allow-failing");
  }
  return list;
}

}  // namespace

std::string report_panel(const Catalog& catalog, const CheckResult& checks, const Report& report,
                         const Diagnostics& diagnostics, Language language,
                         MessageWriter& writer) {
  const std::string folder = report.folder + "/";
  Diagnostics own;
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    if (diagnostic.position.file.starts_with(folder)) own.add(diagnostic);
  }
  std::vector<Finding> findings = findings_of(catalog, checks, report);
  for (const Report* next : followers(catalog, report)) {
    for (Finding& finding : findings_of(catalog, checks, *next)) findings.push_back(finding);
  }
  // A rule is told once, however many cells it uses.
  Json rules = Json::array();
  std::vector<int> numbers(findings.size(), -1);
  Json cells = Json::object();
  const Form& form = *report.form;
  for (CellIndex cell = 0; cell < form.cells.size(); ++cell) {
    Json used = Json::array();
    for (std::size_t i = 0; i < findings.size(); ++i) {
      if (!uses(findings[i], report, cell)) continue;
      if (numbers[i] < 0) {
        numbers[i] = static_cast<int>(rules.size());
        rules.push_back(rule_json(findings[i], report, language));
      }
      used.push_back(numbers[i]);
    }
    const Cell& written = report.cells[cell];
    Json json = {{"label", form.cell_label(cell)},
                 {"value", value_words(report, cell, language)},
                 {"origin", origin_words(written.figure, language)},
                 {"place", writer.place(report.at(written.mark))},
                 {"rules", std::move(used)}};
    cells[form.cells[cell].address] = std::move(json);
  }
  return json_bytes({{"title", report_title(report)},
                     {"place", writer.place(report.at(report.form_mark))},
                     {"notices", notices(catalog, report, checks, language)},
                     {"messages", writer.list(own)},
                     {"rules", std::move(rules)},
                     {"cells", std::move(cells)}});
}

}  // namespace gongkai
