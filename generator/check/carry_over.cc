#include "check/carry_over.h"

#include <algorithm>
#include <optional>

#include "check/previous.h"

namespace gongkai {
namespace {

/// The one term of a side that is this and nothing else.
const Term* only_term(const LinearExpression& side) {
  const bool bare = side.terms.size() == 1 && side.terms[0].factor == 1 && side.constant.is_zero();
  return bare ? &side.terms[0] : nullptr;
}

/// The cell that a relation says to equal one cell of the year before.
struct Equality {
  CellIndex cell;
  CellIndex previous;  ///< in the new report's form
};

std::optional<Equality> equality_of(const Relation& relation) {
  const Term* left = only_term(relation.left);
  const Term* right = only_term(relation.right);
  if (relation.comparator != Comparator::equal || !left || !right) return {};
  if (left->previous == right->previous) return {};
  if (left->previous) std::swap(left, right);
  return Equality{left->cell, right->cell};
}

class CarryingOver {
 public:
  CarryingOver(const Catalog& catalog, const Report& report) : catalog_(catalog), report_(report) {
    found_.previous = catalog.previous(report);
    found_.reason = previous_unusable(catalog, report, found_.previous);
  }

  CarryOver run() {
    if (found_.reason != Reason::none) return std::move(found_);
    for (const Rule& rule : report_.form->rules) {
      const bool counts = rule.uses_previous &&
                          severity_of(rule, catalog_.settings) != RuleSeverity::off &&
                          concerns(rule, catalog_.kind(*report_.agency));
      if (!counts) continue;
      for (const RuleInstance& instance : rule.instances) take(rule, instance);
    }
    return std::move(found_);
  }

 private:
  void take(const Rule& rule, const RuleInstance& instance) {
    if (const auto equality = equality_of(instance.relation)) {
      if (!report_.form->cells[equality->cell].head) {
        note(rule, equality->cell, equality->previous, found_.equal);
      }
      return;
    }
    for (const auto* side : {&instance.relation.left, &instance.relation.right}) {
      for (const Term& term : side->terms) {
        if (term.previous) note(rule, instance.cell, term.cell, found_.used);
      }
    }
  }

  void note(const Rule& rule, CellIndex cell, CellIndex previous,
            std::vector<EarlierFigure>& figures) {
    const PreviousFigure earlier = previous_figure(catalog_, report_, found_.previous, previous);
    if (earlier.reason != Reason::none) {
      found_.reason = earlier.reason;
      return;
    }
    figures.push_back({&rule, cell, earlier.cell, *earlier.figure});
  }

  const Catalog& catalog_;
  const Report& report_;
  CarryOver found_;
};

}  // namespace

CarryOver carry_over(const Catalog& catalog, const Report& report) {
  return CarryingOver(catalog, report).run();
}

}  // namespace gongkai
