#pragma once

#include <string>

#include "model/figure.h"
#include "model/form.h"

namespace gongkai {

/// A number as pages print it: `14,069`, `-5`, `72,701.2578`. Places are kept as they are.
std::string number_text(Decimal number);

/// The same with a `+` before a number above zero: the difference of two figures.
std::string difference_text(Decimal difference);

/// A figure as pages print it: a signed count with its `+`, a percentage with its `%`, `<1` below
/// the limit. Empty where there is no number: what stands there then is for the page to say.
std::string figure_text(const Figure& figure, const CellSpec& spec);

/// `39.4%`: rounded half away from zero to `places`. The denominator must not be zero.
std::string percent_text(Decimal numerator, Decimal denominator, int places = 1);

}  // namespace gongkai
