#pragma once

#include <map>
#include <vector>

#include "check/finding.h"
#include "diagnostics/diagnostic.h"
#include "model/hierarchy.h"

namespace gongkai {

/// What PartsCheck found of one consolidated report, for people. Cells that differ by the same
/// amount and stand in one sum of the form (a figure and its totals) are one cause and one message,
/// at the figure.
void explain_parts(const Catalog& catalog, const Report& whole, const Parts& parts,
                   const std::vector<Finding>& findings, Diagnostics& diagnostics);

/// Of each failed finding's cell, the cell whose message speaks of it: the first of its cause.
std::map<CellIndex, CellIndex> cells_of_messages(const Form& form,
                                                 const std::vector<Finding>& findings);

}  // namespace gongkai
