#pragma once

#include <span>

#include "check/repair.h"
#include "diagnostics/diagnostic.h"

namespace gongkai {

/// Adds to the message of a failed rule what may explain it, as notes that ask to look at the
/// original sheet. What explains several rules is said at the first of them in the file; the others
/// point there.
void add_hints(std::span<const Cause> causes, const Finding& finding, Diagnostic& diagnostic);

}  // namespace gongkai
