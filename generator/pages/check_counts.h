#pragma once

#include "check/check.h"
#include "model/words.h"
#include "pages/view.h"

namespace gongkai {

/// How checks can come out, as the columns of a table are headed.
View::List make_outcomes(const Words& words);

/// How many came out so, as texts in the same order.
View::List make_counts(const OutcomeCounts& counts);

}  // namespace gongkai
