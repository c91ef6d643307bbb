#pragma once

#include <cstddef>
#include <vector>

#include "model/catalog.h"

namespace gongkai {

inline constexpr std::size_t none_before = static_cast<std::size_t>(-1);

/// For each report of a catalog its place among the reports of an earlier one if what the check
/// finds in it must be the same in both; else none_before. That is so where the report itself is the
/// same value, and with it its agency, its form and all settings, and where nothing else has changed
/// that a rule may look at: the report of the year before and whether the public can read it, for a
/// consolidated report all that it may consist of, the day, and the newest year. Both catalogs must
/// be ordered as they are loaded.
std::vector<std::size_t> unchanged_since(const Catalog& earlier, const Catalog& now);

}  // namespace gongkai
