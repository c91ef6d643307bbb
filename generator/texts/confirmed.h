#pragma once

#include <cstddef>

#include "model/report.h"

namespace gongkai {

/// Whether `confirmed:` of the report answers what a scan found in the `length` bytes at `offset`
/// of one of its narratives: a confirmed passage of that file contains them, or is part of them.
bool is_confirmed(const Report& report, const Narrative& narrative, std::size_t offset,
                  std::size_t length);

}  // namespace gongkai
