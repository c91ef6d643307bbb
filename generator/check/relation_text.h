#pragma once

#include <string>
#include <vector>

#include "check/finding.h"

namespace gongkai {

/// Where an operand of a finding stands: in its report, or in the one of the year before.
struct Operand {
  const Report* report = nullptr;
  CellIndex cell = no_cell;  ///< of the form of `report`

  Decimal value() const { return report->figure(cell).value(); }
};

/// The operand of a term of the finding's relation, which must have been assessed.
Operand operand_of(const Finding& finding, const Term& term);

/// Whether the text leaves the term out: of a long sum the zeros add nothing but length.
bool is_left_out(const Finding& finding, const LinearExpression& side, const Term& term);

/// A part of a relation in numbers: the figure of an operand, or what stands between two of them,
/// which has no report.
struct RelationPiece {
  std::string text;
  Operand operand = {};
};

/// `14069 + 560 = 14629 ≠ 13810 + 818 = 14628` in pieces, for a finding that was assessed.
std::vector<RelationPiece> relation_pieces(const Finding& finding);

/// One side of it: `14069 + 560 = 14629`.
std::string side_in_numbers(const Finding& finding, const LinearExpression& side, Decimal value);

}  // namespace gongkai
