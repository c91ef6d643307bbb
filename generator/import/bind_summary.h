#pragma once

#include "import/binding.h"

namespace gongkai {

/// Settles which of the rows that were taken stand, counts them by table, and says what is missing,
/// printed blank, or left over. To be called once, when all rows have been looked at.
void sum_up(Binding& binding);

}  // namespace gongkai
