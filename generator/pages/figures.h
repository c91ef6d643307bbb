#pragma once

#include <string>

#include "compare/indicators.h"
#include "compare/series.h"
#include "pages/context.h"
#include "pages/view.h"

namespace gongkai {

/// A figure as readers see it: {class, text, spoken, note}. `text` is what is printed; `spoken` is
/// the hidden text for those who cannot see how it is printed (未填报), or false; `note` stands
/// beside the figure, or is false.
View make_figure(const PageContext& context, const Report& report, CellIndex cell);

/// The same for a figure that is not a cell of a report: one published before a correction.
std::string plain_figure(const Words& words, const Figure& figure, const CellSpec& spec);

/// Whether the cell belongs to a head that was filed as one line: its children print 未分列.
bool is_unsplit_child(const Report& report, CellIndex cell);

/// The difference to the year before as {difference, percent}, both `—` where there is none.
View make_change(const Words& words, const std::optional<Change>& change);

/// An indicator as {class, text, detail}: a share prints what it is a share of (12/16).
View make_indicator(const PageContext& context, const Indicator& indicator,
                    const IndicatorValue& value);

}  // namespace gongkai
