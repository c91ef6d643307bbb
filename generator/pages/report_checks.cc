#include <algorithm>

#include "check/relation_text.h"
#include "pages/frame.h"
#include "pages/phrases.h"
#include "pages/relation.h"
#include "pages/report_parts.h"

namespace gongkai {

namespace {

/// What needs a reader's attention stands open above the tables; the rest is folded, a table each.
constexpr Outcome attention_outcomes[] = {Outcome::failed, Outcome::explained, Outcome::known};
constexpr Outcome folded_outcomes[] = {Outcome::not_assessed, Outcome::computed,
                                       Outcome::not_applicable, Outcome::passed};
constexpr Outcome all_outcomes[] = {Outcome::failed,       Outcome::explained,
                                    Outcome::known,        Outcome::not_assessed,
                                    Outcome::computed,     Outcome::not_applicable,
                                    Outcome::passed};

using Findings = std::vector<const Finding*>;

bool has_numbers(Outcome outcome) {
  return outcome != Outcome::not_assessed && outcome != Outcome::not_applicable;
}

/// `place` says where the rule was evaluated; the cell itself is named where it matters.
View make_item(const PageContext& context, const Route& route, const Finding& finding,
               bool names_cell) {
  const Report& report = *finding.report;
  const std::string& line = finding.instance->line;
  View item;
  // A missing report concerns the whole sheet, no single line of it.
  const bool whole_sheet = finding.reason == Reason::part_missing;
  const bool linked = !whole_sheet && (names_cell || !has_numbers(finding.outcome));
  item.set("place", whole_sheet ? View(false)
                    : names_cell || line.empty() ? View(report.form->cell_label(finding.cell()))
                                                 : View(line))
      .set("link", linked ? View(cell_link(context, route, report, finding.cell())) : View(false))
      .set("numbers", has_numbers(finding.outcome) ? View(relation_html(context, route, finding))
                                                   : View(false))
      .set("reason", text_or_false(reason_text(context.words, finding)))
      .set("explanation",
           finding.explanation == nullptr ? View(false) : text_or_false(finding.explanation->text));
  return item;
}

/// What a missing report keeps from being assessed is every figure alike, and said once.
bool is_said(const Finding& before, const Finding& finding) {
  return finding.reason == Reason::part_missing && before.reason == Reason::part_missing &&
         before.rule == finding.rule;
}

/// The findings of one outcome, rule by rule; false where there is none.
View make_group(const PageContext& context, const Route& route, const Findings& findings,
                Outcome outcome, bool names_cells) {
  View::List rules, items;
  const Rule* rule = nullptr;
  const Finding* before = nullptr;
  std::size_t count = 0, count_of_rule = 0;
  auto close_rule = [&] {
    if (rule == nullptr) return;
    View view;
    view.set("text", rule_text(context.words, *rule))
        .set("count", std::to_string(count_of_rule))
        .set("items", std::move(items));
    items = {};
    count_of_rule = 0;
    rules.push_back(std::move(view));
  };
  for (const Finding* finding : findings) {
    if (finding->outcome != outcome) continue;
    if (finding->rule != rule) close_rule();
    rule = finding->rule;
    if (before == nullptr || !is_said(*before, *finding)) {
      items.push_back(make_item(context, route, *finding, names_cells));
    }
    before = finding;
    ++count;
    ++count_of_rule;
  }
  close_rule();
  if (count == 0) return false;
  View view;
  view.set("label", outcome_text(context.words, outcome))
      .set("count", std::to_string(count))
      .set("rules", std::move(rules));
  return view;
}

template <std::size_t n>
View::List make_groups(const PageContext& context, const Route& route, const Findings& findings,
                       const Outcome (&outcomes)[n], bool names_cells) {
  View::List groups;
  for (Outcome outcome : outcomes) {
    View group = make_group(context, route, findings, outcome, names_cells);
    if (group.object() != nullptr) groups.push_back(std::move(group));
  }
  return groups;
}

/// `通过175项、未校验7项`; empty where there is no finding.
std::string outcomes_in_words(const Words& words, const Findings& findings) {
  std::string text;
  for (Outcome outcome : all_outcomes) {
    const auto count = std::count_if(findings.begin(), findings.end(),
                                     [&](const Finding* f) { return f->outcome == outcome; });
    if (count == 0) continue;
    if (!text.empty()) text += words["list_separator"];
    text += words.fill("outcome_count", {outcome_text(words, outcome), std::to_string(count)});
  }
  return text;
}

/// One folded part for each table with a rule that was neither failed nor answered.
View::List make_tables(const PageContext& context, const Route& route, const Form& form,
                       const Findings& findings) {
  std::vector<Findings> by_table(form.tables.size());
  for (const Finding* finding : findings) {
    by_table[form.cells[finding->cell()].table].push_back(finding);
  }
  View::List tables;
  for (std::size_t table = 0; table < form.tables.size(); ++table) {
    View::List groups = make_groups(context, route, by_table[table], folded_outcomes, false);
    if (groups.empty()) continue;
    View view;
    view.set("caption", form.tables[table].caption)
        .set("summary", outcomes_in_words(context.words, by_table[table]))
        .set("groups", std::move(groups));
    tables.push_back(std::move(view));
  }
  return tables;
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
  // The other figures of a failed rule, which may as well be the wrong ones.
  for (const Finding& finding : findings) {
    if (finding.outcome != Outcome::failed) continue;
    const Relation& relation = finding.instance->relation;
    for (const LinearExpression* side : {&relation.left, &relation.right}) {
      for (const Term& term : side->terms) {
        if (!term.previous && !is_left_out(finding, *side, term)) {
          marks.emplace(term.cell, "failed-operand");
        }
      }
    }
  }
  return marks;
}

View make_report_checks(const PageContext& context, const Route& route, const Report& report,
                        const std::vector<Finding>& findings) {
  if (!context.settings().publish_checks) return false;
  Findings all;
  for (const Finding& finding : findings) all.push_back(&finding);
  View view;
  view.set("summary",
           all.empty() ? View(context.words["no_rules"])
                       : View(context.words.fill("checks_summary",
                                                 {std::to_string(all.size()),
                                                  outcomes_in_words(context.words, all)})))
      .set("attention", make_groups(context, route, all, attention_outcomes, true))
      .set("tables", make_tables(context, route, *report.form, all))
      .set("unruled", make_unruled(context, *report.form));
  return view;
}

}  // namespace gongkai
