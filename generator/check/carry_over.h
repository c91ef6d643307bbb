#pragma once

#include <vector>

#include "check/finding.h"

namespace gongkai {

/// A figure that a rule of the form takes from the report of the year before.
struct EarlierFigure {
  const Rule* rule = nullptr;
  CellIndex cell = no_cell;  ///< of the new report: what equals the figure or is reckoned from it
  CellIndex earlier = no_cell;  ///< where it stands in the form of the earlier report
  Figure figure;
};

/// What last year's report says of a report that is still to be written.
struct CarryOver {
  const Report* previous = nullptr;  ///< the report of the year before; null where there is none
  /// Why nothing is taken from it, or nothing of one cell; none where all was.
  Reason reason = Reason::none;
  std::vector<EarlierFigure> equal;  ///< rules like `carried_in = previous.carried_out`
  std::vector<EarlierFigure> used;  ///< operands of other rules: `in_force = previous.in_force + …`
};

/// Looks up, for a report of which only agency, year, form and scope count, what the form's rules
/// take from the year before. Rules that are switched off or not for this kind of agency are left
/// out, and so is what the check would not assess: see Reason.
CarryOver carry_over(const Catalog& catalog, const Report& report);

}  // namespace gongkai
