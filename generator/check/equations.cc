#include "check/equations.h"

#include <algorithm>

namespace gongkai {
namespace {

bool is_assessed(const Finding& finding) {
  return finding.outcome == Outcome::passed || finding.outcome == Outcome::failed ||
         finding.outcome == Outcome::explained || finding.outcome == Outcome::known;
}

bool is_binding(const Finding& finding) {
  return finding.severity == RuleSeverity::error && !finding.rule->uses_previous;
}

bool was_written(const Figure& figure) {
  return figure.is_number() &&
         (figure.origin == Origin::filed || figure.origin == Origin::declared_zero);
}

// What a computed or derived figure was added up from. Totals along the row are computed before
// those along the column, when nothing else is computed yet.
const std::vector<CellIndex>& parts_of(const Report& report, CellIndex cell) {
  const CellSpec& spec = report.form->cells[cell];
  if (report.figure(cell).origin == Origin::derived) return spec.leaves;
  const bool along_row =
      !spec.row_parts.empty() &&
      std::all_of(spec.row_parts.begin(), spec.row_parts.end(),
                  [&](CellIndex part) { return was_written(report.figure(part)); });
  return along_row ? spec.row_parts : spec.column_parts;
}

void add_shares(const Report& report, CellIndex cell, std::int64_t factor,
                std::vector<Share>& shares) {
  if (was_written(report.figure(cell))) {
    shares.push_back({cell, factor});
    return;
  }
  for (CellIndex part : parts_of(report, cell)) add_shares(report, part, factor, shares);
}

void add_side(const Report& report, const LinearExpression& side, std::int64_t sign,
              std::vector<Share>& shares) {
  for (const Term& term : side.terms) {
    if (!term.previous) add_shares(report, term.cell, sign * term.factor, shares);
  }
}

// One share a cell, none that cancels out.
std::vector<Share> merged(std::vector<Share> shares) {
  std::sort(shares.begin(), shares.end(),
            [](const Share& a, const Share& b) { return a.cell < b.cell; });
  std::vector<Share> result;
  for (const Share& share : shares) {
    if (!result.empty() && result.back().cell == share.cell) {
      result.back().factor += share.factor;
    } else {
      result.push_back(share);
    }
  }
  std::erase_if(result, [](const Share& share) { return share.factor == 0; });
  return result;
}

bool holds_with(const Equation& equation, Decimal residual) {
  return holds(residual, equation.finding->instance->relation.comparator, Decimal());
}

}  // namespace

bool is_repairable(const Finding& finding) {
  return finding.outcome == Outcome::failed && is_binding(finding) &&
         finding.instance->relation.comparator == Comparator::equal;
}

Equations::Equations(std::span<const Finding> findings) : report_(findings.front().report) {
  binding_uses_.resize(report_->cells.size());
  advisory_uses_.resize(report_->cells.size());
  for (const Finding& finding : findings) {
    if (!is_assessed(finding)) continue;
    if (is_binding(finding)) {
      add_equation(finding, binding_, binding_uses_);
    } else {
      add_equation(finding, advisory_, advisory_uses_);
    }
  }
}

bool Equations::is_broken(std::uint32_t index) const {
  return is_repairable(*binding_[index].finding);
}

bool Equations::is_written(CellIndex cell) const { return was_written(report_->figure(cell)); }

void Equations::add_equation(const Finding& finding, std::vector<Equation>& equations, Uses& uses) {
  Equation equation{&finding, finding.found - finding.expected, {}};
  add_side(*report_, finding.instance->relation.left, 1, equation.shares);
  add_side(*report_, finding.instance->relation.right, -1, equation.shares);
  equation.shares = merged(std::move(equation.shares));
  const auto index = static_cast<std::uint32_t>(equations.size());
  for (const Share& share : equation.shares) uses[share.cell].push_back({index, share.factor});
  equations.push_back(std::move(equation));
}

std::vector<Equations::Delta> Equations::deltas(const Uses& uses, std::span<const Change> changes) {
  std::vector<Delta> result;
  for (const Change& change : changes) {
    for (const Use& use : uses[change.cell]) {
      const Decimal amount = use.factor * (change.to - change.from);
      const auto same = std::find_if(result.begin(), result.end(), [&](const Delta& delta) {
        return delta.equation == use.equation;
      });
      if (same == result.end()) {
        result.push_back({use.equation, amount});
      } else {
        same->amount += amount;
      }
    }
  }
  return result;
}

Effect Equations::effect_of(std::span<const Change> changes) const {
  Effect effect;
  for (const Delta& delta : deltas(binding_uses_, changes)) {
    const Equation& equation = binding_[delta.equation];
    if (!holds_with(equation, equation.residual + delta.amount)) return {};
    ++effect.rules;
    if (is_broken(delta.equation)) effect.mended.push_back(delta.equation);
  }
  effect.all_hold = true;
  std::sort(effect.mended.begin(), effect.mended.end());
  for (const Delta& delta : deltas(advisory_uses_, changes)) {
    const Equation& equation = advisory_[delta.equation];
    const bool before = equation.finding->outcome != Outcome::failed;
    effect.advice += holds_with(equation, equation.residual + delta.amount) - before;
  }
  return effect;
}

std::vector<const Equation*> Equations::broken_by(const Change& change) const {
  std::vector<const Equation*> broken;
  for (const Delta& delta : deltas(binding_uses_, std::span(&change, 1))) {
    const Equation& equation = binding_[delta.equation];
    if (!holds_with(equation, equation.residual + delta.amount)) broken.push_back(&equation);
  }
  return broken;
}

}  // namespace gongkai
