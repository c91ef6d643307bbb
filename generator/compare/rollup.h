#pragma once

#include <map>
#include <vector>

#include "model/hierarchy.h"

namespace gongkai {

/// The consolidated sheet (全辖) of an agency as its parts make it.
struct Rollup {
  Parts parts;
  /// A draft in the form that most parts filed, every cell that may be added up being the sum over
  /// the parts; not reported where a part's figure is wanting, and where figures of agencies may
  /// not be added up. No form where no part has a report.
  Report report;
  std::map<CellIndex, std::vector<PartGap>> gaps;  ///< why a cell of the report is empty
};

/// Adds up the parts of `whole` for a year. Agencies without anything below them have no parts.
Rollup roll_up(const Catalog& catalog, const Agency& whole, int year);

}  // namespace gongkai
