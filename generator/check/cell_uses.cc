#include "check/cell_uses.h"

#include <algorithm>

namespace gongkai {

bool uses(const Finding& finding, const Report& report, CellIndex cell) {
  const auto is_meant = [&](const Term& term) {
    const Form& form = *finding.report->form;
    CellIndex operand = term.cell;
    if (term.previous != (&report != finding.report)) return false;
    if (term.previous) operand = continued_cell(form, term.cell, *report.form);
    if (operand == no_cell) return false;
    const std::vector<CellIndex>& leaves = report.form->cells[operand].leaves;
    return operand == cell || std::find(leaves.begin(), leaves.end(), cell) != leaves.end();
  };
  const Relation& relation = finding.instance->relation;
  return std::any_of(relation.left.terms.begin(), relation.left.terms.end(), is_meant) ||
         std::any_of(relation.right.terms.begin(), relation.right.terms.end(), is_meant);
}

std::vector<const Report*> followers(const Catalog& catalog, const Report& report) {
  std::vector<const Report*> list;
  for (const Report* next : catalog.reports_in(report.year + 1)) {
    if (catalog.previous(*next) == &report) list.push_back(next);
  }
  return list;
}

std::vector<Finding> findings_on(const Catalog& catalog, const CheckResult& checks,
                                 const Report& report, CellIndex cell) {
  std::vector<Finding> list;
  const auto add = [&](const Report& of) {
    for (const Finding& finding : findings_of(catalog, checks, of)) {
      if (uses(finding, report, cell)) list.push_back(finding);
    }
  };
  add(report);
  for (const Report* next : followers(catalog, report)) add(*next);
  return list;
}

}  // namespace gongkai
