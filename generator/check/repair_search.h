#pragma once

#include <vector>

#include "check/repair.h"

namespace gongkai {

/// A repair and what speaks for it.
struct Candidate {
  Repair repair;
  std::vector<std::uint32_t> mended;  ///< failed rules that would hold: indices of the equations
  int advice = 0;                     ///< as in Effect
};

/// All changes of one figure that mend at least one failed rule.
std::vector<Candidate> single_changes(const Equations& equations);

/// All pairs of neighbouring figures that mend a failed rule when they change places.
std::vector<Candidate> exchanges(const Equations& equations);

/// All pairs of neighbours in a row that mend one when their digits are joined or parted.
std::vector<Candidate> partings(const Equations& equations);

/// All amounts that were counted in one cell and belong to another of its row or column, such that
/// a failed rule of either cell is mended.
std::vector<Candidate> moves(const Equations& equations);

/// Whether the form lets the cell hold this number.
bool may_hold(const CellSpec& cell, Decimal number);

}  // namespace gongkai
