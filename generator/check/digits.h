#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "model/decimal.h"

namespace gongkai {

/// How a number comes to be typed wrong.
enum class Slip { transposed, missing, extra };

/// The slip of one digit by which `meant` becomes `typed`: two neighbouring digits in the wrong
/// order (61 as 16), a digit left out (610 as 61), a digit too many (61 as 611). Nothing where it
/// takes more than that; a single 0 tells nothing.
std::optional<Slip> slip_between(Decimal typed, Decimal meant);

/// The whole number whose digits are those of the one followed by those of the other: 20 for 2 and
/// 0. Nothing where that is no number as people write it, or one of them is not whole.
std::optional<Decimal> joined(Decimal left, Decimal right);

/// All ways to part the digits of a whole number into two numbers: 20 into 2 and 0.
std::vector<std::pair<Decimal, Decimal>> parted(Decimal number);

}  // namespace gongkai
