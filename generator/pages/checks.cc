#include <map>

#include "pages/coverage.h"
#include "pages/frame.h"
#include "pages/pages.h"
#include "pages/phrases.h"
#include "pages/relation.h"

namespace gongkai {

namespace {

View make_forms(const PageContext& context) {
  View::List forms;
  for (const Form* form : context.library.forms()) {
    View::List rules;
    int totals = 0;
    for (const Rule& rule : form->rules) {
      if (rule.kind == RuleKind::total) {
        totals += static_cast<int>(rule.instances.size());
        continue;
      }
      View view;
      view.set("text", rule_text(context.words, rule))
          .set("previous", rule.uses_previous)
          .set("strict", rule.severity == RuleSeverity::error);
      rules.push_back(std::move(view));
    }
    if (rules.empty() && totals == 0) continue;
    View view;
    view.set("name", form->name)
        .set("basis", text_or_false(form->basis))
        .set("totals", totals == 0
                           ? View(false)
                           : View(context.words.fill("total_rules", {std::to_string(totals)})))
        .set("rules", std::move(rules));
    forms.push_back(std::move(view));
  }
  return forms;
}

View make_reports(const PageContext& context, const Route& route) {
  View::List list;
  for (const Report* report : context.library.reports()) {
    const OutcomeCounts& counts = context.checks.of(*report).counts;
    View::List cells;
    for (int count : {counts.passed, counts.failed, counts.explained, counts.known, counts.computed,
                      counts.not_assessed, counts.not_applicable}) {
      cells.push_back(std::to_string(count));
    }
    View view = make_link(route, agency_label(*report->agency), report_address(*report));
    view.set("year", std::to_string(report->year))
        .set("counts", std::move(cells))
        .set("attention", counts.failed != 0);
    list.push_back(std::move(view));
  }
  return list;
}

View make_finding(const PageContext& context, const Route& route, const Finding& finding) {
  const Report& report = *finding.report;
  View item;
  item.set("outcome", outcome_text(context.words, finding.outcome))
      .set("failed", finding.outcome == Outcome::failed)
      .set("rule", rule_text(context.words, *finding.rule))
      .set("place", report.form->cell_label(finding.cell()))
      .set("link", cell_link(context, route, report, finding.cell()))
      .set("numbers", relation_html(context, route, finding))
      .set("explanation", finding.explanation == nullptr
                              ? View(false)
                              : text_or_false(finding.explanation->text));
  return item;
}

/// The findings of one year, agency by agency; false where there is none.
View make_year(const PageContext& context, const Route& route, int year) {
  View::List agencies;
  std::size_t count = 0;
  for (const Report* report : context.library.reports_in(year)) {
    View::List findings;
    for (const Finding& finding : context.checks.of(*report).notable) {
      findings.push_back(make_finding(context, route, finding));
    }
    if (findings.empty()) continue;
    count += findings.size();
    View view = make_link(route, agency_label(*report->agency), report_address(*report));
    view.set("findings", std::move(findings));
    agencies.push_back(std::move(view));
  }
  if (count == 0) return false;
  View view;
  view.set("label", context.words.fill("year", {std::to_string(year)}))
      .set("count", std::to_string(count))
      .set("open", year == context.library.years().front())
      .set("agencies", std::move(agencies));
  return view;
}

/// Why rules were not assessed: how many of each year, and of how many reports.
View make_unassessed(const PageContext& context) {
  View::List rows;
  for (int year : context.library.years()) {
    std::map<Reason, std::pair<int, int>> reasons;
    for (const Report* report : context.library.reports_in(year)) {
      for (const auto& [reason, count] : context.checks.of(*report).counts.reasons) {
        reasons[reason].first += count;
        ++reasons[reason].second;
      }
    }
    for (const auto& [reason, counts] : reasons) {
      View row;
      row.set("year", std::to_string(year))
          .set("reason", context.words[reason_word(reason)])
          .set("rules", std::to_string(counts.first))
          .set("reports", std::to_string(counts.second));
      rows.push_back(std::move(row));
    }
  }
  return list_or_false(std::move(rows));
}

}  // namespace

View make_checks_page(const PageContext& context, const Route& route) {
  const Words& words = context.words;
  View view = make_frame(context, route, words["menu_checks"],
                         words.fill("checks_description", {context.settings().title}), {});
  View::List outcomes, years;
  for (Outcome outcome : {Outcome::passed, Outcome::failed, Outcome::explained, Outcome::known,
                          Outcome::computed, Outcome::not_assessed, Outcome::not_applicable}) {
    outcomes.push_back(outcome_text(words, outcome));
  }
  for (int year : context.library.years()) {
    View of_year = make_year(context, route, year);
    if (of_year.object() != nullptr) years.push_back(std::move(of_year));
  }
  view.set("forms", make_forms(context))
      .set("outcomes", std::move(outcomes))
      .set("reports", make_reports(context, route))
      .set("years", list_or_false(std::move(years)))
      .set("unassessed", make_unassessed(context))
      .set("coverage", context.settings().publish_coverage ? make_coverage(context, route)
                                                           : View(false));
  return view;
}

}  // namespace gongkai
