#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "model/figure_text.h"
#include "pages/chart_svg.h"

namespace gongkai {

using namespace svg;

std::string composition_chart(const Chart& chart, const std::vector<std::string>& wholes) {
  assert(chart.series.size() <= most_series);
  constexpr Length width = 4200, bar = 240, step = 340;
  Length names = 0, ends = 0;
  for (const std::string& place : chart.places) names = std::max(names, text_width(place));
  for (const std::string& whole : wholes) ends = std::max(ends, text_width(whole));
  const Length left = names + 120, length = width - left - ends - 120;
  const Length height = step * static_cast<Length>(chart.places.size()) + 40;
  std::string out = begin(chart, "chart composition", width, height);
  for (std::size_t i = 0; i < chart.places.size(); ++i) {
    const Length y = step * static_cast<Length>(i) + 60;
    out += text_at(left - 100, y + 165, "place-before", chart.places[i]);
    out += text_at(left + length + 90, y + 165, "value", wholes[i]);
    Decimal whole;
    bool is_whole = true;
    for (const ChartSeries& series : chart.series) {
      is_whole = is_whole && series.values[i] && !series.values[i]->is_negative();
      if (series.values[i]) whole += *series.values[i];
    }
    if (!is_whole || whole.is_zero()) {
      out += line("guide", left, y + bar / 2, left + length, y + bar / 2);
      continue;
    }
    Decimal before;
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
      const Decimal& value = *chart.series[s].values[i];
      const Length from = share(before, whole, length);
      before += value;
      const Length to = share(before, whole, length);
      if (to == from) continue;
      out += rectangle(fmt::format("class=\"part\" fill=\"url(#chart-pattern-{})\"", s + 1),
                       left + from, y, to - from, bar);
      const std::string percent = percent_text(value, whole);
      if (to - from > text_width(percent) + 120) {
        out += text_at(left + (from + to) / 2, y + 165, "share", percent);
      }
    }
  }
  return out + "</svg>";
}

std::string composition_swatch(std::size_t part) {
  return fmt::format(
      "<svg class=\"swatch\" viewBox=\"0 0 26 16\" width=\"26\" height=\"16\" aria-hidden=\"true\">"
      "<rect class=\"part\" fill=\"url(#chart-pattern-{})\" x=\"1\" y=\"1\" "
      "width=\"24\" height=\"14\"/></svg>",
      part + 1);
}

std::string chart_patterns() {
  static constexpr std::string_view lines[most_series] = {
      "", "M0 8L8 0M-1 1L1-1M7 9L9 7", "M2 2h2v2h-2zM6 6h2v2h-2z", "M0 2H8M0 6H8",
      "M2 0V8M6 0V8", "M0 0L8 8M0 8L8 0"};
  std::string out =
      "<svg class=\"chart-patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\">"
      "<defs>";
  for (std::size_t i = 0; i < most_series; ++i) {
    out += fmt::format(
        "<pattern id=\"chart-pattern-{0}\" class=\"pattern-{0}\" width=\"8\" height=\"8\" "
        "patternUnits=\"userSpaceOnUse\"><path class=\"ground\" d=\"M0 0H8V8H0z\"/>",
        i + 1);
    if (!lines[i].empty()) out += fmt::format("<path class=\"lines\" d=\"{}\"/>", lines[i]);
    out += "</pattern>";
  }
  return out + "</defs></svg>";
}

}  // namespace gongkai
