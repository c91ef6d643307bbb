#include "check/relation_text.h"

#include <fmt/format.h>

#include "check/check.h"

namespace gongkai {
namespace {

Comparator opposite(Comparator comparator) {
  switch (comparator) {
    case Comparator::equal: return Comparator::not_equal;
    case Comparator::not_equal: return Comparator::equal;
    case Comparator::less: return Comparator::greater_equal;
    case Comparator::less_equal: return Comparator::greater;
    case Comparator::greater: return Comparator::less_equal;
    case Comparator::greater_equal: return Comparator::less;
  }
  return comparator;
}

std::string before(const Term& term, bool first) {
  const std::string_view sign = term.factor < 0 ? (first ? "-" : " - ") : (first ? "" : " + ");
  const std::int64_t factor = term.factor < 0 ? -term.factor : term.factor;
  return factor == 1 ? std::string(sign) : fmt::format("{}{}×", sign, factor);
}

void add_text(std::vector<RelationPiece>& pieces, std::string text) {
  if (!text.empty()) pieces.push_back({std::move(text)});
}

void add_side(const Finding& finding, const LinearExpression& side, Decimal value,
              std::vector<RelationPiece>& pieces) {
  // A side without cells of its own is what was worked out elsewhere: the sum of the parts.
  if (side.terms.empty()) {
    add_text(pieces, value.str());
    return;
  }
  std::size_t shown = 0;
  for (const Term& term : side.terms) {
    if (is_left_out(finding, side, term)) continue;
    const Operand operand = operand_of(finding, term);
    add_text(pieces, before(term, shown == 0));
    pieces.push_back({operand.value().str(), operand});
    ++shown;
  }
  if (shown < side.terms.size()) {
    add_text(pieces, shown == 0 ? "0 + 0 + …" : " + 0 + …");
    shown = side.terms.size();
  }
  if (!side.constant.is_zero()) {
    if (shown > 0) add_text(pieces, side.constant.is_negative() ? " - " : " + ");
    const bool signed_before = side.constant.is_negative() && shown > 0;
    add_text(pieces, (signed_before ? -side.constant : side.constant).str());
    ++shown;
  }
  if (shown > 1) add_text(pieces, " = " + value.str());
}

std::string text_of(const std::vector<RelationPiece>& pieces) {
  std::string text;
  for (const RelationPiece& piece : pieces) text += piece.text;
  return text;
}

}  // namespace

Operand operand_of(const Finding& finding, const Term& term) {
  if (!term.previous) return {finding.report, term.cell};
  return {finding.previous,
          continued_cell(*finding.report->form, term.cell, *finding.previous->form)};
}

bool is_left_out(const Finding& finding, const LinearExpression& side, const Term& term) {
  return side.terms.size() > 4 && operand_of(finding, term).value().is_zero();
}

std::vector<RelationPiece> relation_pieces(const Finding& finding) {
  const Relation& relation = finding.instance->relation;
  const bool kept = holds(finding.found, relation.comparator, finding.expected);
  std::vector<RelationPiece> pieces;
  add_side(finding, relation.left, finding.found, pieces);
  const auto sign = symbol(kept ? relation.comparator : opposite(relation.comparator));
  add_text(pieces, fmt::format(" {} ", sign));
  add_side(finding, relation.right, finding.expected, pieces);
  return pieces;
}

std::string side_in_numbers(const Finding& finding, const LinearExpression& side, Decimal value) {
  std::vector<RelationPiece> pieces;
  add_side(finding, side, value, pieces);
  return text_of(pieces);
}

std::string relation_in_numbers(const Finding& finding) {
  return text_of(relation_pieces(finding));
}

}  // namespace gongkai
