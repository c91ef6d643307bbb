#include <algorithm>
#include <optional>

#include "check/answers.h"
#include "check/check.h"
#include "check/previous.h"

namespace gongkai {
namespace {

// Evaluates one instance. What keeps it from being assessed is noted in the finding; the first
// reason met stays.
class Evaluation {
 public:
  Evaluation(const Catalog& catalog, int newest_year, Finding& finding)
      : catalog_(catalog), newest_year_(newest_year), finding_(finding) {}

  void run() {
    const Relation& relation = finding_.instance->relation;
    const std::optional<Decimal> found = value(relation.left);
    const std::optional<Decimal> expected = value(relation.right);
    if (not_applicable_) {
      finding_.outcome = Outcome::not_applicable;
    } else if (!found || !expected) {
      finding_.outcome = Outcome::not_assessed;
    } else {
      finding_.found = *found;
      finding_.expected = *expected;
      finding_.outcome = judge(relation);
    }
  }

 private:
  Outcome judge(const Relation& relation) {
    if (finding_.rule->kind == RuleKind::total &&
        finding_.report->figure(finding_.cell()).origin == Origin::computed) {
      return Outcome::computed;
    }
    if (holds(finding_.found, relation.comparator, finding_.expected)) return Outcome::passed;
    return answered(finding_, newest_year_);
  }

  std::optional<Decimal> value(const LinearExpression& expression) {
    Decimal sum = expression.constant;
    bool complete = true;
    for (const Term& term : expression.terms) {
      const Figure* figure = operand(term);
      if (figure && figure->is_number()) {
        sum += term.factor * figure->value();
      } else {
        complete = false;
        if (figure && figure->state == State::not_applicable) not_applicable_ = true;
      }
    }
    if (!complete) return {};
    return sum;
  }

  const Figure* operand(const Term& term) {
    if (!term.previous) {
      const Figure& figure = finding_.report->figure(term.cell);
      if (!figure.is_number()) because(Reason::not_reported, missing_part(term.cell));
      return &figure;
    }
    const PreviousFigure earlier =
        previous_figure(catalog_, *finding_.report, finding_.previous, term.cell);
    if (earlier.reason != Reason::none) {
      const bool of_a_cell = earlier.reason == Reason::series_break ||
                             earlier.reason == Reason::previous_not_reported;
      because(earlier.reason, of_a_cell ? term.cell : no_cell);
    }
    return earlier.figure;
  }

  // A head's sum is missing because one of its leaves is: that is the one to name.
  CellIndex missing_part(CellIndex cell) const {
    for (CellIndex leaf : finding_.report->form->cells[cell].leaves) {
      if (!finding_.report->figure(leaf).is_number()) return leaf;
    }
    return cell;
  }

  void because(Reason reason, CellIndex cell) {
    if (finding_.reason != Reason::none) return;
    finding_.reason = reason;
    finding_.reason_cell = cell;
  }

  const Catalog& catalog_;
  int newest_year_;
  Finding& finding_;
  bool not_applicable_ = false;
};

// A head's own row is checked only where it was filed as one row; its derived sum cannot be wrong.
bool stands_in_report(const RuleInstance& instance, const Report& report) {
  const CellSpec& spec = report.form->cells[instance.cell];
  if (!spec.head) return true;
  const Row& row = report.form->row(instance.cell);
  return std::find(report.unsplit_heads.begin(), report.unsplit_heads.end(), row.cells.front()) !=
         report.unsplit_heads.end();
}

}  // namespace

std::vector<Finding> evaluate(const Catalog& catalog, const Report& report) {
  std::vector<Finding> findings;
  const Report* previous = catalog.previous(report);
  // Known errors alone ask for it, and it costs a walk over all reports.
  const int newest_year = report.known_errors.empty() ? 0 : catalog.newest_year();
  for (const Rule& rule : report.form->rules) {
    const RuleSeverity severity = severity_of(rule, catalog.settings);
    if (severity == RuleSeverity::off || !concerns(rule, catalog.kind(*report.agency))) continue;
    for (const RuleInstance& instance : rule.instances) {
      if (rule.kind == RuleKind::total && !stands_in_report(instance, report)) continue;
      Finding finding;
      finding.report = &report;
      finding.previous = rule.uses_previous ? previous : nullptr;
      finding.rule = &rule;
      finding.instance = &instance;
      finding.severity = severity;
      Evaluation(catalog, newest_year, finding).run();
      findings.push_back(finding);
    }
  }
  return findings;
}

}  // namespace gongkai
