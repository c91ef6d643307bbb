#include "proof/guarded_cells.h"

namespace gongkai {
namespace {

bool was_assessed(Outcome outcome) {
  switch (outcome) {
    case Outcome::passed:
    case Outcome::failed:
    case Outcome::explained:
    case Outcome::known:
      return true;
    case Outcome::computed:
    case Outcome::not_assessed:
    case Outcome::not_applicable:
      return false;
  }
  return false;
}

}  // namespace

std::vector<bool> guarded_cells(const Report& report, const std::vector<Finding>& findings) {
  std::vector<bool> guarded(report.form->cells.size());
  for (const Finding& finding : findings) {
    const Relation& relation = finding.instance->relation;
    if (!was_assessed(finding.outcome) || relation.comparator != Comparator::equal) continue;
    for (const auto* side : {&relation.left, &relation.right}) {
      for (const Term& term : side->terms) {
        if (term.previous) continue;
        guarded[term.cell] = true;
        for (const CellIndex leaf : report.form->cells[term.cell].leaves) guarded[leaf] = true;
      }
    }
  }
  return guarded;
}

}  // namespace gongkai
