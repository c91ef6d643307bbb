#include <map>

#include "pages/check_counts.h"
#include "pages/frame.h"
#include "pages/pages.h"
#include "pages/phrases.h"

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

/// The reports of each year and what came of their checks.
View make_years(const PageContext& context, const Route& route) {
  View::List years;
  for (int year : context.library.years()) {
    OutcomeCounts sum;
    const std::vector<const Report*>& reports = context.library.reports_in(year);
    for (const Report* report : reports) {
      sum += context.checks.of(*report).counts;
    }
    View view = make_link(route, context.words.fill("year", {std::to_string(year)}),
                          checks_year_address(year));
    view.set("reports", std::to_string(reports.size()))
        .set("counts", make_counts(sum))
        .set("attention", sum.failed != 0);
    years.push_back(std::move(view));
  }
  return years;
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
  view.set("forms", make_forms(context))
      .set("outcomes", make_outcomes(words))
      .set("years", make_years(context, route))
      .set("unassessed", make_unassessed(context))
      .set("coverage", context.routes.find(coverage_address) == nullptr
                           ? View(false)
                           : make_link(route, words["coverage"], coverage_address));
  return view;
}

}  // namespace gongkai
