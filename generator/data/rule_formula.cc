#include "data/rule_formula.h"

#include <algorithm>

namespace gongkai {
namespace {

/// The formula, and an empty text as long as one of the cells holds no number.
std::string when_filled(const std::vector<std::string>& references, const std::string& formula) {
  std::string list;
  for (const std::string& reference : references) list += (list.empty() ? "" : ",") + reference;
  return "=IF(COUNT(" + list + ")=" + std::to_string(references.size()) + "," + formula + ",\"\")";
}

}  // namespace

std::string RuleFormulas::difference(const Relation& relation) const {
  return "=" + missed_by(relation);
}

std::string RuleFormulas::difference_when_filled(const Relation& relation) const {
  std::vector<std::string> references;
  for (const auto* side : {&relation.left, &relation.right}) {
    for (const Term& term : side->terms) {
      if (!term.previous) add_places(term.cell, references);
    }
  }
  return when_filled(references, missed_by(relation));
}

std::string RuleFormulas::sum_when_filled(const std::vector<CellIndex>& cells) const {
  std::vector<std::string> references;
  for (const CellIndex cell : cells) add_places(cell, references);
  std::string sum;
  for (const std::string& reference : references) sum += (sum.empty() ? "" : "+") + reference;
  return when_filled(references, "ROUND(" + sum + "," + std::to_string(Decimal::max_places) + ")");
}

bool RuleFormulas::has_previous(const Relation& relation) const {
  for (const auto* side : {&relation.left, &relation.right}) {
    const bool all = std::all_of(side->terms.begin(), side->terms.end(), [&](const Term& term) {
      return !term.previous || previous_(term.cell);
    });
    if (!all) return false;
  }
  return true;
}

std::string RuleFormulas::missed_by(const Relation& relation) const {
  // Spreadsheets count in binary: what is left of exact decimals is rounded away.
  const std::string difference = "ROUND((" + side(relation.left) + ")-(" + side(relation.right) +
                                 ")," + std::to_string(Decimal::max_places) + ")";
  switch (relation.comparator) {
    case Comparator::equal:
      return difference;
    case Comparator::less_equal:
      return "MAX(0," + difference + ")";
    case Comparator::greater_equal:
      return "MIN(0," + difference + ")";
    case Comparator::less:
      return "IF(" + difference + "<0,0,1)";
    case Comparator::greater:
      return "IF(" + difference + ">0,0,1)";
    case Comparator::not_equal:
      return "IF(" + difference + "=0,1,0)";
  }
  return {};
}

std::string RuleFormulas::side(const LinearExpression& side) const {
  std::string formula = side.constant.str();
  for (const Term& term : side.terms) {
    formula += (term.factor < 0 ? "-" : "+");
    const std::int64_t factor = term.factor < 0 ? -term.factor : term.factor;
    if (factor != 1) formula += std::to_string(factor) + "*";
    formula += operand(term);
  }
  return formula;
}

std::string RuleFormulas::operand(const Term& term) const {
  if (term.previous) return "(" + previous_(term.cell).value_or(Decimal()).str() + ")";
  std::vector<std::string> references;
  add_places(term.cell, references);
  if (references.size() == 1) return references.front();
  std::string sum;
  for (const std::string& reference : references) sum += (sum.empty() ? "" : "+") + reference;
  return "(" + (sum.empty() ? "0" : sum) + ")";
}

// A head without a line of its own is the sum of its leaves.
void RuleFormulas::add_places(CellIndex cell, std::vector<std::string>& references) const {
  if (const auto place = places_.find(cell); place != places_.end()) {
    references.push_back(place->second.reference());
    return;
  }
  for (const CellIndex leaf : form_.cells[cell].leaves) {
    const auto place = places_.find(leaf);
    if (place != places_.end()) references.push_back(place->second.reference());
  }
}

}  // namespace gongkai
