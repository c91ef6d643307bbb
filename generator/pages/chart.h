#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/decimal.h"

namespace gongkai {

/// One series of a chart, or one part of a composition.
struct ChartSeries {
  std::string label;  ///< stands at the series itself
  std::vector<std::optional<Decimal>> values;  ///< as Chart::places; absent: a gap, never a zero
  std::vector<std::string> texts;              ///< the values as the table beside prints them
  std::vector<bool> breaks;  ///< the value does not continue the one before it
};

/// What a chart shows. The same numbers stand in a table beside it.
struct Chart {
  std::string id;           ///< unique on its page
  std::string title;        ///< read out by screen readers, with the description
  std::string description;
  std::vector<std::string> places;  ///< years, oldest first, or agencies
  std::vector<ChartSeries> series;  ///< at most most_series
};

/// As many series as can be told apart without colour: by marks and dashes, by patterns.
inline constexpr std::size_t most_series = 6;

/// A chart as an element `svg`: no style, no script, everything by the classes of the theme. The
/// scale begins at zero, or below it where there are negative values.
std::string line_chart(const Chart& chart);

/// Columns of one series, each with its number; the last one is emphasised. A small one is for beside
/// others of its kind.
std::string column_chart(const Chart& chart, bool small = false);

/// A bar for every place, as long as the whole, divided by the parts. A place of which any part is
/// absent, or all are zero, has no bar. `wholes` are the texts at the ends of the bars.
std::string composition_chart(const Chart& chart, const std::vector<std::string>& wholes);

/// What a part of a composition looks like, for its legend.
std::string composition_swatch(std::size_t part);

/// The patterns that charts of the page refer to: once a page, before the first of them.
std::string chart_patterns();

/// A line without words, for beside the numbers that it shows; hidden from screen readers. Empty
/// where fewer than two values follow one another.
std::string sparkline(const std::vector<std::optional<Decimal>>& values,
                      const std::vector<bool>& breaks);

/// The smallest of 1, 2, 3, 4, 5, 6, 8 times a power of ten that is not below `value`, which must be
/// above zero: the upper end of a scale.
Decimal scale_end(Decimal value);

}  // namespace gongkai
