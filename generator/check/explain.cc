#include <fmt/format.h>

#include "check/cell_place.h"
#include "check/check.h"
#include "check/relation_text.h"
#include "diagnostics/codes/check.h"
#include "model/builtin_checks.h"

namespace gongkai {
namespace {

std::string label_of(const Finding& finding, const Term& term) {
  const std::string label = finding.report->form->cell_label(term.cell);
  if (!term.previous) return label;
  return fmt::format("{} {}", finding.previous->year, label);
}

// Beside another year's figures the year is part of the name.
std::string own_label(const Finding& finding) {
  const std::string label = finding.report->form->cell_label(finding.cell());
  return finding.rule->uses_previous ? fmt::format("{} {}", finding.report->year, label) : label;
}

// Notes at the operands; those of a long sum that are zero share one, at the first of them.
void add_operands(const Finding& finding, const LinearExpression& side, bool skip_first,
                  Diagnostic& diagnostic) {
  int zeros = 0;
  Position first_zero;
  for (std::size_t i = skip_first ? 1 : 0; i < side.terms.size(); ++i) {
    const Term& term = side.terms[i];
    const Operand place = operand_of(finding, term);
    const Decimal value = place.value();
    if (is_left_out(finding, side, term)) {
      if (zeros++ == 0) first_zero = place.report->at(mark_of(*place.report, place.cell));
      continue;
    }
    const Figure& figure = place.report->figure(place.cell);
    const bool computed = figure.origin == Origin::computed || figure.origin == Origin::derived;
    // What was computed stands nowhere in the file.
    const Mark mark = computed ? Mark{} : mark_of(*place.report, place.cell);
    diagnostic.notes.push_back({computed ? &notes::operand_computed : &notes::operand,
                                place.report->at(mark),
                                {label_of(finding, term), value.str()}});
  }
  if (zeros > 0) {
    diagnostic.notes.push_back({&notes::other_operands, first_zero, {std::to_string(zeros)}});
  }
}

}  // namespace

Diagnostic explain(const Finding& finding) {
  const Report& report = *finding.report;
  const Relation& relation = finding.instance->relation;
  const CellIndex cell = finding.cell();
  Diagnostic diagnostic{finding.rule->kind == RuleKind::total ? &codes::total_fails
                                                              : &codes::rule_fails,
                        position_of(report, cell),
                        {own_label(finding), finding.rule->text,
                         relation_in_numbers(finding), (finding.found - finding.expected).str()},
                        {},
                        finding.rule->id,
                        to_severity(finding.severity),
                        fmt::format("{}/{}/{}", report.agency->id, report.year,
                                    report.form->cells[cell].address)};
  add_operands(finding, relation.left, true, diagnostic);
  add_operands(finding, relation.right, false, diagnostic);
  if (finding.rule->explain) {
    diagnostic.notes.push_back(
        {&notes::may_explain,
         {},
         {fmt::format("{{rule: {}, cell: {}, found: {}, expected: {}, text: …}}", finding.rule->id,
                      report.form->cells[cell].address, finding.found.str(),
                      finding.expected.str())}});
  }
  return diagnostic;
}

}  // namespace gongkai
