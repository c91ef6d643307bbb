#pragma once

#include <vector>

#include "compare/library.h"

namespace gongkai {

/// The reports of a year, filed in `form`, whose figures may be added up to a total of all
/// agencies: a consolidated report (全辖) stands for everything below it, every other report for
/// its agency alone, so that nothing is counted twice. In the catalog's order.
std::vector<const Report*> summed_reports(const Library& library, int year, const Form& form);

/// The same among these reports, which are of one year and form: one that is covered by another of
/// them is left out. In the order given.
std::vector<const Report*> summed_reports(const Library& library,
                                          const std::vector<const Report*>& reports);

}  // namespace gongkai
