#pragma once

#include <string_view>

#include "model/report.h"

namespace gongkai {

/// Whether figures of several agencies may be added up there: counts and amounts, unless the form
/// says `additive: false`; never days, shares or texts.
bool is_summable(const CellSpec& spec);

/// The unit of a figure: the form's, or where it states none the one written with the figure.
std::string_view unit_of(const Report& report, CellIndex cell);

}  // namespace gongkai
