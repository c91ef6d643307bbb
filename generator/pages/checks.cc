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

View make_reports(const PageContext& context, const Route& route) {
  View::List list;
  for (const Report* report : context.library.reports()) {
    auto found = context.checks.counts.find(report);
    OutcomeCounts counts = found == context.checks.counts.end() ? OutcomeCounts() : found->second;
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

View make_findings(const PageContext& context, const Route& route, Outcome outcome) {
  View::List list;
  for (const Finding& finding : context.checks.notable) {
    if (finding.outcome != outcome || !context.library.shows(*finding.report)) continue;
    View item = make_link(route, report_title(*finding.report), report_address(*finding.report));
    item.set("rule", rule_text(context.words, *finding.rule))
        .set("place", text_or_false(finding.instance->line))
        .set("numbers", relation_in_numbers(finding))
        .set("explanation", finding.explanation == nullptr
                                ? View(false)
                                : text_or_false(finding.explanation->text));
    list.push_back(std::move(item));
  }
  return list;
}

}  // namespace

View make_checks_page(const PageContext& context, const Route& route) {
  const Words& words = context.words;
  View view = make_frame(context, route, words["menu_checks"],
                         words.fill("checks_description", {context.settings().title}), {});
  View::List outcomes, groups;
  for (Outcome outcome : {Outcome::passed, Outcome::failed, Outcome::explained, Outcome::known,
                          Outcome::computed, Outcome::not_assessed, Outcome::not_applicable}) {
    outcomes.push_back(outcome_text(words, outcome));
  }
  for (Outcome outcome : {Outcome::failed, Outcome::explained, Outcome::known}) {
    View findings = make_findings(context, route, outcome);
    if (findings.list()->empty()) continue;
    View group;
    group.set("label", outcome_text(words, outcome))
        .set("count", std::to_string(findings.list()->size()))
        .set("findings", std::move(findings));
    groups.push_back(std::move(group));
  }
  view.set("forms", make_forms(context))
      .set("outcomes", std::move(outcomes))
      .set("reports", make_reports(context, route))
      .set("groups", list_or_false(std::move(groups)));
  return view;
}

}  // namespace gongkai
