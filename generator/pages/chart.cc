#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "model/figure_text.h"
#include "pages/chart_svg.h"

namespace gongkai {

using namespace svg;

namespace {

/// A mark of a shape of its own for each series.
std::string mark(std::size_t series, Length x, Length y) {
  static constexpr std::string_view shapes[most_series] = {
      "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0", "m-3.5-3.5h7v7h-7z",   "m0-4.5l4.5 8h-9z",
      "m0-5l5 5-5 5-5-5z",                 "m-4-4l8 8m-8 0l8-8",  "m0 4.5l4.5-8h-9z"};
  return fmt::format("<path class=\"mark\" d=\"M{} {}{}\"/>", unit(x), unit(y), shapes[series]);
}

/// The values from lowest to highest that a scale holds; zero is always among them.
struct Scale {
  Decimal low, high;
  Length top = 0, height = 0;

  Length y(Decimal value) const { return top + share(high - value, high - low, height); }
};

Scale scale_of(const Chart& chart, Length top, Length height, bool is_rounded = true) {
  Scale scale{0, 0, top, height};
  for (const ChartSeries& series : chart.series) {
    for (const std::optional<Decimal>& value : series.values) {
      if (!value) continue;
      scale.low = std::min(scale.low, *value);
      scale.high = std::max(scale.high, *value);
    }
  }
  if (is_rounded && scale.low.is_negative()) scale.low = -scale_end(-scale.low);
  if (is_rounded && !scale.high.is_zero()) scale.high = scale_end(scale.high);
  if (scale.low == scale.high) scale.high = 1;
  return scale;
}

/// The names of the places below a chart: as many as find room, the first and the last among them.
template <typename CenterOf>
std::string place_names(const Chart& chart, Length y, Length room, const CenterOf& center_of) {
  Length widest = 0;
  for (const std::string& place : chart.places) widest = std::max(widest, text_width(place));
  const std::size_t count = chart.places.size();
  const std::size_t fit = std::max<std::size_t>(2, static_cast<std::size_t>(room / (widest + 100)));
  const std::size_t step = count <= fit ? 1 : (count + fit - 1) / fit;
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    // Counted from the newest, which is what readers look for.
    if ((count - 1 - i) % step != 0) continue;
    out += text_at(center_of(i), y, "place", chart.places[i]);
  }
  return out;
}

std::string grid_lines(const Scale& scale, Length left, Length right) {
  std::string out = line("axis", left, scale.y(0), right, scale.y(0));
  for (const Decimal& end : {scale.high, scale.low}) {
    if (end.is_zero()) continue;
    out += line("guide", left, scale.y(end), right, scale.y(end));
    out += text_at(left, scale.y(end) - 50, "scale", number_text(end));
  }
  return out;
}

/// Texts that would touch are moved apart, and back above the lowest place there is for one.
void spread(std::vector<std::pair<Length, std::size_t>>& places, Length distance, Length lowest) {
  std::sort(places.begin(), places.end());
  for (std::size_t i = 1; i < places.size(); ++i) {
    places[i].first = std::max(places[i].first, places[i - 1].first + distance);
  }
  for (std::size_t i = places.size(); i-- > 0;) {
    places[i].first = std::min(places[i].first, lowest);
    lowest = places[i].first - distance;
  }
}

}  // namespace

Decimal scale_end(Decimal value) {
  assert(!value.is_zero() && !value.is_negative());
  for (int places = Decimal::max_places;; --places) {
    for (const int step : {1, 2, 3, 4, 5, 6, 8}) {
      Decimal::Units units = step;
      for (int i = places; i < 0; ++i) units *= 10;
      const Decimal end(units, std::max(places, 0));
      if (end >= value) return end;
    }
  }
}

std::string line_chart(const Chart& chart) {
  assert(chart.series.size() <= most_series);
  constexpr Length width = 4200, height = 2200, left = 100, top = 300, bottom = 300;
  Length names = 0;
  for (const ChartSeries& series : chart.series) {
    names = std::max(names, text_width(series.label));
    for (const std::string& text : series.texts) names = std::max(names, text_width(text));
  }
  const Length right = width - names - 130;
  const Scale scale = scale_of(chart, top, height - top - bottom);
  const std::size_t count = chart.places.size();
  auto x = [&](std::size_t i) {
    if (count == 1) return (left + right) / 2;
    return left + 100 +
           static_cast<Length>((right - left - 200) * static_cast<Length>(i) /
                               static_cast<Length>(count - 1));
  };
  std::string out = begin(chart, "chart trend", width, height);
  out += grid_lines(scale, left, right);
  out += place_names(chart, height - 80, right - left, x);
  std::vector<std::pair<Length, std::size_t>> ends;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const ChartSeries& series = chart.series[s];
    std::string path, marks;
    bool follows = false;
    std::size_t last = count;
    for (std::size_t i = 0; i < count; ++i) {
      if (!series.values[i]) {
        follows = false;
        continue;
      }
      const Length y = scale.y(*series.values[i]);
      if (series.breaks[i] && last != count) {
        const Length between = (x(last) + x(i)) / 2;
        marks += line("break", between, top, between, scale.y(0));
        marks += text_at(between, top - 60, "place", "[b]");
        follows = false;
      }
      path += fmt::format("{}{} {}", follows ? 'L' : 'M', unit(x(i)), unit(y));
      marks += mark(s, x(i), y);
      follows = true;
      last = i;
    }
    out += fmt::format("<g class=\"series-{}\"><path class=\"line\" d=\"{}\"/>{}</g>", s + 1, path,
                       marks);
    if (last != count) ends.emplace_back(scale.y(*series.values[last]) + 45, s);
  }
  // A name and below it the last value: two lines for each series.
  spread(ends, 340, height - 200);
  for (const auto& [y, s] : ends) {
    const ChartSeries& series = chart.series[s];
    std::size_t last = count;
    while (!series.values[--last]) {
    }
    out += fmt::format("<g class=\"series-{}\">", s + 1) +
           text_at(right + 100, y - 90, "name", series.label) +
           text_at(right + 100, y + 70, "value", series.texts[last]) + "</g>";
  }
  return out + "</svg>";
}

std::string column_chart(const Chart& chart, bool small) {
  constexpr Length top = 350, bottom = 300;
  const Length width = small ? 2400 : 4200, height = small ? 1400 : 2200;
  const ChartSeries& series = chart.series.front();
  // With its number on it, the highest column needs no rounder end of the scale above it.
  const Scale scale = scale_of(chart, top, height - top - bottom, false);
  const auto count = static_cast<Length>(chart.places.size());
  const Length slot = width / std::max(count, 1);
  const Length column = std::min(slot * 6 / 10, 500);
  auto center = [&](std::size_t i) { return slot * static_cast<Length>(i) + slot / 2; };
  Length widest = 0;
  for (const std::string& text : series.texts) widest = std::max(widest, text_width(text));
  // Numbers that would touch leave the last one and the highest.
  const bool all_fit = widest + 60 <= slot;
  std::size_t highest = 0;
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    if (series.values[i] && (!series.values[highest] || *series.values[i] > *series.values[highest])) {
      highest = i;
    }
  }
  std::string out = begin(chart, "chart columns", width, height);
  out += line("axis", 0, scale.y(0), width, scale.y(0));
  out += place_names(chart, height - 80, width, center);
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    if (!series.values[i]) continue;
    const bool last = i + 1 == series.values.size();
    const Length y = scale.y(*series.values[i]), zero = scale.y(0);
    out += rectangle(last ? "class=\"column current\"" : "class=\"column\"", center(i) - column / 2,
                     std::min(y, zero), column, std::abs(zero - y));
    if (series.breaks[i]) {
      out += text_at(center(i) - slot / 2, top - 200, "place", "[b]") +
             line("break", center(i) - slot / 2, top - 150, center(i) - slot / 2, zero);
    }
    if (all_fit || last || (i == highest && center(series.values.size() - 1) - center(i) > widest)) {
      out += text_at(center(i), std::min(y, zero) - 60, "number", series.texts[i]);
    }
  }
  return out + "</svg>";
}

std::string sparkline(const std::vector<std::optional<Decimal>>& values,
                      const std::vector<bool>& breaks) {
  constexpr Length width = 640, height = 200, edge = 30;
  Decimal low, high;
  bool has_line = false;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!values[i]) continue;
    low = std::min(low, *values[i]);
    high = std::max(high, *values[i]);
    has_line = has_line || (i > 0 && values[i - 1] && !breaks[i]);
  }
  if (!has_line) return {};
  if (low == high) high = 1;
  std::string path, end;
  bool follows = false;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!values[i]) {
      follows = false;
      continue;
    }
    const Length x = edge + (width - 2 * edge) * static_cast<Length>(i) /
                                static_cast<Length>(values.size() - 1);
    const Length y = edge + share(high - *values[i], high - low, height - 2 * edge);
    path += fmt::format("{}{} {}", follows && !breaks[i] ? 'L' : 'M', unit(x), unit(y));
    end = fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"2.5\"/>", unit(x), unit(y));
    follows = true;
  }
  return fmt::format(
      "<svg class=\"spark\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" "
      "aria-hidden=\"true\"><path d=\"{2}\"/>{3}</svg>",
      unit(width), unit(height), path, end);
}

}  // namespace gongkai
