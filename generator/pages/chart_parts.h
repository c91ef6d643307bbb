#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/chart_values.h"
#include "pages/chart.h"
#include "pages/context.h"
#include "pages/view.h"

/// Pieces of charts as templates are given them, for the files that make charts.
namespace gongkai {

/// All charts of a page, with the patterns that they refer to; false where there is none.
View make_charts(View::List charts);

/// A value as charts and their tables print it.
std::string chart_text(const PageContext& context, const std::optional<Decimal>& value);

/// `新收：2019年12，2024年40。`: where each series begins and ends.
std::string describe_trend(const Words& words, const Chart& chart);

/// A composition and its table. `labels` stand beside the bars, `full_names` in the table.
View make_composition(const PageContext& context, const ChartValues& values, const std::string& id,
                      std::vector<std::string> labels, std::vector<std::string> full_names,
                      std::string_view place_word);

/// The first chart of a kind in a form, or null.
const FormChart* first_chart(const Form& form, FormChart::Kind kind);

}  // namespace gongkai
