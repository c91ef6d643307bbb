#include "pages/figures.h"
#include "pages/frame.h"
#include "pages/phrases.h"
#include "pages/report_parts.h"

namespace gongkai {

namespace {

struct OutcomeGroup {
  Outcome outcome;
  bool fold;  ///< what needs no attention is there on request
};

constexpr OutcomeGroup groups[] = {
    {Outcome::failed, false},      {Outcome::explained, false}, {Outcome::known, false},
    {Outcome::not_assessed, true}, {Outcome::computed, true},   {Outcome::not_applicable, true},
    {Outcome::passed, true},
};

bool has_numbers(Outcome outcome) {
  return outcome != Outcome::not_assessed && outcome != Outcome::not_applicable;
}

View make_item(const Words& words, const Finding& finding) {
  View item;
  // A missing report concerns the whole sheet, no single line of it.
  const bool whole_sheet = finding.reason == Reason::part_missing;
  item.set("place", whole_sheet ? View(false) : text_or_false(finding.instance->line))
      .set("numbers",
           has_numbers(finding.outcome) ? View(relation_in_numbers(finding)) : View(false))
      .set("reason", text_or_false(reason_text(words, finding)))
      .set("explanation",
           finding.explanation == nullptr ? View(false) : text_or_false(finding.explanation->text));
  return item;
}

/// What a missing report keeps from being assessed is every figure alike, and said once.
bool is_said(const Finding& before, const Finding& finding) {
  return finding.reason == Reason::part_missing && before.reason == Reason::part_missing &&
         before.rule == finding.rule;
}

/// The findings of one outcome, rule by rule.
View make_group(const Words& words, const std::vector<Finding>& findings, OutcomeGroup group) {
  View::List rules, items;
  const Rule* rule = nullptr;
  const Finding* before = nullptr;
  std::size_t count = 0, count_of_rule = 0;
  auto close_rule = [&] {
    if (rule == nullptr) return;
    View view;
    view.set("text", rule_text(words, *rule))
        .set("count", std::to_string(count_of_rule))
        .set("items", std::move(items));
    items = {};
    count_of_rule = 0;
    rules.push_back(std::move(view));
  };
  for (const Finding& finding : findings) {
    if (finding.outcome != group.outcome) continue;
    if (finding.rule != rule) close_rule();
    rule = finding.rule;
    if (before == nullptr || !is_said(*before, finding)) {
      items.push_back(make_item(words, finding));
    }
    before = &finding;
    ++count;
    ++count_of_rule;
  }
  close_rule();
  if (count == 0) return false;
  View view;
  view.set("label", outcome_text(words, group.outcome))
      .set("count", std::to_string(count))
      .set("fold", group.fold)
      .set("attention", !group.fold)
      .set("rules", std::move(rules));
  return view;
}

/// Whether the instance ties a figure to another one of the same report.
bool is_within_report(const RuleInstance& instance) {
  std::size_t cells = 0;
  for (const LinearExpression* side : {&instance.relation.left, &instance.relation.right}) {
    for (const Term& term : side->terms) {
      if (term.previous) return false;
      ++cells;
    }
  }
  return cells > 1;
}

/// A sentence for each table with figures that no rule can hold against another of the report.
View make_unruled(const PageContext& context, const Form& form) {
  std::vector<bool> ruled(form.cells.size());
  for (const Rule& rule : form.rules) {
    for (const RuleInstance& instance : rule.instances) {
      if (!is_within_report(instance)) continue;
      for (const LinearExpression* side : {&instance.relation.left, &instance.relation.right}) {
        for (const Term& term : side->terms) {
          ruled[term.cell] = true;
          for (CellIndex leaf : form.cells[term.cell].leaves) ruled[leaf] = true;
        }
      }
    }
  }
  View::List sentences;
  for (std::size_t table = 0; table < form.tables.size(); ++table) {
    int without = 0;
    for (CellIndex cell = 0; cell < form.cells.size(); ++cell) {
      const CellSpec& spec = form.cells[cell];
      if (spec.table == table && !spec.head && !ruled[cell]) ++without;
    }
    if (without == 0) continue;
    sentences.push_back(
        context.words.fill("unruled", {form.tables[table].caption, std::to_string(without)}));
  }
  return list_or_false(std::move(sentences));
}

}  // namespace

CellMarks marks_of(const std::vector<Finding>& findings) {
  CellMarks marks;
  for (const Finding& finding : findings) {
    if (finding.outcome == Outcome::explained) marks.emplace(finding.cell(), "explained");
    if (finding.outcome == Outcome::known) marks[finding.cell()] = "known";
  }
  for (const Finding& finding : findings) {
    if (finding.outcome == Outcome::failed) marks[finding.cell()] = "failed";
  }
  return marks;
}

View make_report_checks(const PageContext& context, const Report& report,
                        const std::vector<Finding>& findings) {
  if (!context.settings().publish_checks) return false;
  View::List list;
  std::string summary;
  for (const OutcomeGroup& group : groups) {
    View view = make_group(context.words, findings, group);
    if (view.object() == nullptr) continue;
    if (!summary.empty()) summary += context.words["list_separator"];
    summary += context.words.fill("outcome_count",
                                  {*view.get("label")->text(), *view.get("count")->text()});
    list.push_back(std::move(view));
  }
  View view;
  view.set("summary", summary.empty()
                          ? View(context.words["no_rules"])
                          : View(context.words.fill("checks_summary",
                                                    {std::to_string(findings.size()), summary})))
      .set("groups", std::move(list))
      .set("unruled", make_unruled(context, *report.form));
  return view;
}

}  // namespace gongkai
