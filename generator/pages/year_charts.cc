#include <algorithm>

#include "compare/indicators.h"
#include "pages/chart_parts.h"
#include "pages/chart_view.h"
#include "pages/frame.h"

namespace gongkai {

namespace {

constexpr std::size_t most_places = 12;  ///< agencies side by side in one chart
constexpr int most_years_of_multiples = 6;

/// A name that fits beside a bar; the table has it whole.
std::string short_label(const std::string& name) {
  constexpr std::size_t most = 8;
  std::size_t characters = 0, at = 0;
  while (at < name.size() && characters < most) {
    ++at;
    while (at < name.size() && (static_cast<unsigned char>(name[at]) & 0xc0) == 0x80) ++at;
    ++characters;
  }
  return at == name.size() ? name : name.substr(0, at) + "…";
}

/// The reports with the largest first value of the chart, at most `most_places`, largest first.
std::vector<const Report*> largest(const std::vector<const Report*>& reports,
                                   const FormChart& chart) {
  std::vector<std::pair<Decimal, const Report*>> sizes;
  for (const Report* report : reports) {
    const FormChart* theirs = chart_of(*report->form, chart.id);
    if (theirs == nullptr) continue;
    const LinearExpression& size =
        theirs->whole ? *theirs->whole : theirs->series.front().numerator;
    const std::optional<Decimal> value = expression_value(size, *report);
    if (value && !value->is_zero() && !value->is_negative()) sizes.emplace_back(*value, report);
  }
  std::stable_sort(sizes.begin(), sizes.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<const Report*> result;
  for (const auto& [size, report] : sizes) {
    if (result.size() == most_places) break;
    result.push_back(report);
  }
  return result;
}

}  // namespace

View make_compositions(const PageContext& context, const std::vector<const Report*>& reports) {
  const FormChart* chart = nullptr;
  for (const Report* report : reports) {
    if (chart == nullptr) chart = first_chart(*report->form, FormChart::Kind::composition);
  }
  if (chart == nullptr) return false;
  const std::vector<const Report*> shown = largest(reports, *chart);
  if (shown.size() < 2) return false;
  std::vector<std::vector<const Report*>> places;
  std::vector<std::string> labels, names;
  for (const Report* report : shown) {
    places.push_back({report});
    labels.push_back(short_label(agency_label(*report->agency)));
    names.push_back(agency_label(*report->agency));
  }
  View view = make_composition(context, chart_values(context.library, *chart, places),
                               "chart-" + chart->id, std::move(labels), std::move(names), "agency");
  return make_charts({std::move(view)});
}

View make_multiples(const PageContext& context, const Route& route, int year,
                    const std::vector<const Report*>& reports) {
  const FormChart* chart = nullptr;
  for (const Report* report : reports) {
    if (chart == nullptr) chart = first_chart(*report->form, FormChart::Kind::trend);
  }
  if (chart == nullptr) return false;
  std::vector<int> years;
  for (int each = year - most_years_of_multiples + 1; each <= year; ++each) {
    if (!context.library.reports_in(each).empty() || !years.empty()) years.push_back(each);
  }
  if (years.size() < 2) return false;
  View::List panels;
  View::List year_names;
  for (int each : years) year_names.push_back(std::to_string(each));
  for (const Report* report : largest(reports, *chart)) {
    std::vector<std::vector<const Report*>> places;
    Chart drawn{"multiple-" + report->agency->id, agency_label(*report->agency), {}, {}, {}};
    for (int each : years) {
      const Report* there = context.library.report(*report->agency, each);
      places.push_back(there == nullptr ? std::vector<const Report*>()
                                        : std::vector<const Report*>{there});
      drawn.places.push_back(std::to_string(each));
    }
    const ChartValues values = chart_values(context.library, *chart, places);
    ChartSeries series{chart->series.front().label, values.series.front(), {},
                       values.breaks.front()};
    View::List cells;
    for (const std::optional<Decimal>& value : series.values) {
      series.texts.push_back(chart_text(context, value));
      cells.push_back(series.texts.back());
    }
    const auto reported = std::count_if(series.values.begin(), series.values.end(),
                                        [](const auto& value) { return value.has_value(); });
    if (reported < 2) continue;
    drawn.series.push_back(std::move(series));
    drawn.description = describe_trend(context.words, drawn);
    View panel = make_link(route, agency_label(*report->agency), agency_address(*report->agency));
    panel.set("svg", column_chart(drawn, true)).set("cells", std::move(cells));
    panels.push_back(std::move(panel));
  }
  if (panels.size() < 2) return false;
  View view;
  view.set("title", context.words.fill("multiples_title", {chart->series.front().label,
                                                           std::to_string(years.front()),
                                                           std::to_string(year)}))
      .set("note", context.words.fill("multiples_note", {std::to_string(panels.size())}))
      .set("years", std::move(year_names))
      .set("items", std::move(panels));
  return view;
}

}  // namespace gongkai
