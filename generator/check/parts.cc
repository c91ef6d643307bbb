#include "check/parts.h"

#include <algorithm>

#include "check/answers.h"
#include "check/parts_messages.h"
#include "model/builtin_checks.h"
#include "model/summing.h"

namespace gongkai {
namespace {

Rule make_rule(const Form& form, RuleSeverity severity, bool chinese) {
  Rule rule;
  rule.id = "parts";
  rule.severity = severity;
  rule.explain = true;
  rule.text = chinese ? "全辖的数字等于本级、部门和下级各份报告之和"
                      : "a figure of the whole equals the sum over own office, departments and "
                        "lower regions";
  rule.source = rule.text;
  for (CellIndex cell = 0; cell < form.cells.size(); ++cell) {
    if (!is_summable(form.cells[cell])) continue;
    for (const Comparator comparator : {Comparator::equal, Comparator::greater_equal}) {
      RuleInstance instance;
      instance.relation.left.terms = {{1, cell, false}};
      instance.relation.comparator = comparator;
      instance.line = form.cell_label(cell);
      instance.cell = cell;
      rule.instances.push_back(std::move(instance));
    }
  }
  return rule;
}

bool is_unsplit(const Report& report, CellIndex cell) {
  const CellIndex first = report.form->row(cell).cells.front();
  return std::find(report.unsplit_heads.begin(), report.unsplit_heads.end(), first) !=
         report.unsplit_heads.end();
}

// A head's sum says nothing that its leaves do not say, unless somebody filed it in their place.
bool is_compared(const Report& whole, const Parts& parts, CellIndex cell) {
  if (!whole.form->cells[cell].head) return true;
  if (is_unsplit(whole, cell)) return true;
  return std::any_of(parts.reports.begin(), parts.reports.end(), [&](const Report* part) {
    return part->form == whole.form && is_unsplit(*part, cell);
  });
}

// Figures that may be below zero say nothing of a sum that is not complete.
bool can_only_grow(const CellSpec& spec) {
  return spec.type == FigureType::count || spec.type == FigureType::money;
}

Reason reason_of(Gap gap) {
  switch (gap) {
    case Gap::not_reported:
      return Reason::part_not_reported;
    case Gap::other_form:
      return Reason::part_other_form;
    case Gap::other_unit:
      return Reason::part_other_unit;
  }
  return Reason::none;
}

void judge(const Report& whole, const Parts& parts, int newest_year, Finding& finding) {
  const CellIndex cell = finding.cell();
  const Figure& figure = whole.figure(cell);
  if (figure.state == State::not_applicable) {
    finding.outcome = Outcome::not_applicable;
    return;
  }
  finding.outcome = Outcome::not_assessed;
  if (!figure.is_number()) {
    finding.reason = Reason::not_reported;
    finding.reason_cell = cell;
    return;
  }
  const CellSum sum = sum_of(parts, *whole.form, cell, unit_of(whole, cell));
  finding.found = figure.value();
  finding.expected = sum.value;
  if (parts.complete() && sum.gaps.empty()) {
    finding.outcome =
        finding.found == finding.expected ? Outcome::passed : answered(finding, newest_year);
    return;
  }
  if (can_only_grow(whole.form->cells[cell]) && finding.found < finding.expected) {
    ++finding.instance;  // at least as much as the known parts
    finding.outcome = answered(finding, newest_year);
  } else if (!parts.complete()) {
    finding.reason = Reason::part_missing;
  } else {
    finding.reason = reason_of(sum.gaps.front().gap);
    finding.reason_cell = cell;
    finding.reason_part = sum.gaps.front().report;
  }
}

}  // namespace

bool same_forms(const Catalog& a, const Catalog& b) {
  if (a.forms.size() != b.forms.size()) return false;
  for (std::size_t i = 0; i < a.forms.size(); ++i) {
    if (&a.forms[i] != &b.forms[i]) return false;
  }
  return true;
}

PartsCheck::PartsCheck(const Catalog& catalog)
    : catalog_(&catalog),
      severity_(severity_of(*builtin_check("parts"), catalog.settings)),
      newest_year_(catalog.newest_year()) {
  auto rules = std::make_shared<Rules>();
  if (severity_ != RuleSeverity::off) {
    for (const Form& form : catalog.forms) {
      rules->emplace(&form, make_rule(form, severity_, catalog.settings.chinese()));
    }
  }
  rules_ = std::move(rules);
}

PartsCheck::PartsCheck(const Catalog& catalog, const PartsCheck& earlier) : PartsCheck(earlier) {
  if (!same_forms(catalog, *earlier.catalog_)) {
    *this = PartsCheck(catalog);
    return;
  }
  catalog_ = &catalog;
  newest_year_ = catalog.newest_year();
}

std::vector<Finding> PartsCheck::evaluate(const Report& report) const {
  if (severity_ == RuleSeverity::off || report.scope != Scope::all) return {};
  const Parts parts = parts_of(*catalog_, *report.agency, report.year);
  if (parts.empty()) return {};
  const Rule& rule = rules_->at(report.form);
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < rule.instances.size(); i += 2) {
    if (!is_compared(report, parts, rule.instances[i].cell)) continue;
    Finding finding;
    finding.report = &report;
    finding.rule = &rule;
    finding.instance = &rule.instances[i];
    finding.severity = severity_;
    judge(report, parts, newest_year_, finding);
    findings.push_back(finding);
  }
  return findings;
}

void PartsCheck::explain(const Report& report, const std::vector<Finding>& findings,
                         Diagnostics& diagnostics) const {
  if (findings.empty()) return;
  explain_parts(*catalog_, report, parts_of(*catalog_, *report.agency, report.year), findings,
                diagnostics);
}

}  // namespace gongkai
