#pragma once

#include <vector>

#include "compare/library.h"

namespace gongkai {

/// The reports of a year, filed in `form`, whose figures may be added up to a total of all
/// agencies: a consolidated report (全辖) stands for everything below it, every other report for
/// its agency alone, so that nothing is counted twice. In the catalog's order.
std::vector<const Report*> summed_reports(const Library& library, int year, const Form& form);

}  // namespace gongkai
