#pragma once

#include <string>

#include "diagnostics/diagnostic.h"
#include "model/report.h"

namespace gongkai {

/// What a cell holds, in words for those who fill it in: the figure, the text, or why there is none.
std::string value_words(const Report& report, CellIndex cell, Language language);

/// Where a figure comes from; empty where there is none.
std::string origin_words(const Figure& figure, Language language);

}  // namespace gongkai
