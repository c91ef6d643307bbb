#include "load/form_charts.h"

#include <algorithm>

#include "load/form_rules.h"

namespace gongkai {
namespace {

// More cannot be told apart without colour.
constexpr std::size_t most_series = 6;

void read_chart_series(const FileContext& context, const YamlNode& node, const std::string& language,
                 const Form& form, FormChart& chart) {
  MapReader map(context, node);
  Indicator series;
  series.mark = node.mark;
  series.id = map.required_text("id");
  series.label = map.localized_or("label", language, series.id);
  const YamlNode* value = map.require("value");
  auto sum = value ? read_sum(context, *value, form) : std::nullopt;
  map.finish();
  const bool is_repeated = std::any_of(chart.series.begin(), chart.series.end(),
                                       [&](const Indicator& it) { return it.id == series.id; });
  if (is_repeated) context.error(codes::repeated_id, context.at(node.mark), {series.id});
  if (!sum) return;
  series.numerator = *std::move(sum);
  chart.series.push_back(std::move(series));
}

}  // namespace

void read_chart(const FileContext& context, const YamlNode& node, const std::string& language,
                Form& form) {
  MapReader map(context, node);
  FormChart chart;
  chart.mark = node.mark;
  chart.id = map.required_text("id");
  chart.label = map.localized_or("label", language, chart.id);
  chart.kind = map.word_or("kind", {"trend", "composition"}, "trend") == "trend"
                   ? FormChart::Kind::trend
                   : FormChart::Kind::composition;
  const std::vector<const YamlNode*> items = map.items("series");
  if (items.empty() || items.size() > most_series) {
    context.error(codes::invalid_value, context.at(node.mark),
                  {std::to_string(items.size()), "series: 1-" + std::to_string(most_series)});
  }
  for (const YamlNode* item : items) read_chart_series(context, *item, language, form, chart);
  if (chart.kind == FormChart::Kind::composition) {
    if (const YamlNode* whole = map.require("whole")) chart.whole = read_sum(context, *whole, form);
  }
  map.finish();
  for (const FormChart& other : form.charts) {
    if (other.id == chart.id) context.error(codes::repeated_id, context.at(node.mark), {chart.id});
  }
  form.charts.push_back(std::move(chart));
}

}  // namespace gongkai
