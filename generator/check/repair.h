#pragma once

#include <span>
#include <vector>

#include "check/equations.h"
#include "check/finding.h"

namespace gongkai {

/// What may have happened on the way from the original sheet to the report.
enum class RepairKind {
  figure,            ///< one figure is another
  digits_exchanged,  ///< two neighbouring digits of a figure stand in the wrong order
  digit_missing,     ///< a figure lacks one of its digits
  digit_extra,       ///< a figure has a digit too many
  exchanged,         ///< two neighbouring figures stand in each other's cell
  split,             ///< the digits of one figure stand in two neighbouring cells of a row
  joined,            ///< two figures stand in one cell as one number
  moved,             ///< an amount is counted in one cell and belongs to another
};

/// A change of one figure or of two after which every binding rule that uses them holds. It is
/// never a correction: the original sheet alone says what is right.
struct Repair {
  RepairKind kind = RepairKind::figure;
  std::vector<Change> changes;
  int rules = 0;  ///< how many rules use the changed figures
};

/// Failed findings that the same changes would mend. Several repairs are alternatives.
struct Cause {
  std::vector<const Finding*> findings;
  std::vector<Repair> repairs;
};

/// More of them help nobody to look something up.
inline constexpr std::size_t most_repairs = 3;

/// What can explain the failed rules of one report, in the order of its findings. Of equalities of
/// severity error only; a failed rule that nothing simple explains is in no cause. Only figures of
/// this report that were written are ever changed, and only to what the form lets them be.
std::vector<Cause> find_causes(std::span<const Finding> findings);

}  // namespace gongkai
