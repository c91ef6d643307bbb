#include "pages/chart_view.h"

#include <algorithm>
#include <set>

#include "compare/summed.h"
#include "model/figure_text.h"
#include "pages/chart_parts.h"
#include "pages/frame.h"

namespace gongkai {

namespace {

/// A table of what a chart shows: a row for each place, a column for each series.
struct ChartTable {
  std::vector<std::string> columns;
  struct Row {
    std::string label;
    std::vector<std::string> cells;
  };
  std::vector<Row> rows;
};

View make_chart(const PageContext& context, const Chart& chart, std::string svg,
                View legend, std::vector<std::string> notes, const ChartTable& table,
                std::string_view place_word) {
  View::List note_list, columns, rows;
  for (std::string& note : notes) note_list.push_back(std::move(note));
  for (const std::string& column : table.columns) columns.push_back(column);
  for (const ChartTable::Row& row : table.rows) {
    View::List cells;
    for (const std::string& cell : row.cells) cells.push_back(cell);
    View view;
    view.set("label", row.label).set("cells", std::move(cells));
    rows.push_back(std::move(view));
  }
  View view;
  view.set("id", chart.id)
      .set("title", chart.title)
      .set("svg", std::move(svg))
      .set("legend", std::move(legend))
      .set("notes", std::move(note_list))
      .set("place", context.words[place_word])
      .set("columns", std::move(columns))
      .set("rows", std::move(rows));
  return view;
}

Chart chart_from(const PageContext& context, const ChartValues& values, std::string id,
                 std::vector<std::string> places) {
  Chart chart{std::move(id), values.chart->label, {}, std::move(places), {}};
  for (std::size_t s = 0; s < values.series.size(); ++s) {
    ChartSeries series{values.chart->series[s].label, values.series[s], {}, values.breaks[s]};
    for (const std::optional<Decimal>& value : series.values) {
      series.texts.push_back(chart_text(context, value));
    }
    chart.series.push_back(std::move(series));
  }
  return chart;
}

ChartTable trend_table(const Words& words, const Chart& chart) {
  ChartTable table;
  for (const ChartSeries& series : chart.series) table.columns.push_back(series.label);
  for (std::size_t i = 0; i < chart.places.size(); ++i) {
    ChartTable::Row row{chart.places[i], {}};
    for (const ChartSeries& series : chart.series) {
      row.cells.push_back(series.texts[i] + (series.breaks[i] && series.values[i]
                                                 ? words["chart_break_mark"]
                                                 : std::string()));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<std::string> trend_notes(const Words& words, const Chart& chart) {
  bool has_break = false, has_gap = false;
  for (const ChartSeries& series : chart.series) {
    for (std::size_t i = 0; i < series.values.size(); ++i) {
      has_break = has_break || (series.breaks[i] && series.values[i]);
      has_gap = has_gap || !series.values[i];
    }
  }
  std::vector<std::string> notes;
  if (has_break) notes.push_back(words["chart_break"]);
  if (has_gap) notes.push_back(words["chart_gap"]);
  return notes;
}

View make_trend(const PageContext& context, const ChartValues& values, const std::string& id,
                std::vector<std::string> places) {
  Chart chart = chart_from(context, values, id, std::move(places));
  chart.description = describe_trend(context.words, chart);
  return make_chart(context, chart, line_chart(chart), false, trend_notes(context.words, chart),
                    trend_table(context.words, chart), "chart_year");
}

View make_legend(const Chart& chart) {
  View::List legend;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    View item;
    item.set("swatch", composition_swatch(s)).set("label", chart.series[s].label);
    legend.push_back(std::move(item));
  }
  return list_or_false(std::move(legend));
}

/// The reports of a year that may be added up, over all forms.
std::vector<const Report*> summed_in(const Library& library, int year) {
  return summed_reports(library, library.reports_in(year));
}

/// The first form that has a chart of the kind, newest first.
const FormChart* newest_chart(const Library& library, FormChart::Kind kind) {
  for (const Form* form : library.forms()) {
    if (const FormChart* chart = first_chart(*form, kind)) return chart;
  }
  return nullptr;
}

}  // namespace

View make_charts(View::List charts) {
  if (charts.empty()) return false;
  View view;
  view.set("patterns", chart_patterns()).set("items", std::move(charts));
  return view;
}

std::string chart_text(const PageContext& context, const std::optional<Decimal>& value) {
  return value ? number_text(*value) : context.words["not_reported_sign"];
}

std::string describe_trend(const Words& words, const Chart& chart) {
  std::string text;
  for (const ChartSeries& series : chart.series) {
    const auto has = [](const std::optional<Decimal>& value) { return value.has_value(); };
    const auto first = std::find_if(series.values.begin(), series.values.end(), has);
    if (first == series.values.end()) continue;
    const auto last = std::find_if(series.values.rbegin(), series.values.rend(), has);
    const auto from = static_cast<std::size_t>(first - series.values.begin());
    const auto to = static_cast<std::size_t>(series.values.rend() - last) - 1;
    if (!text.empty()) text += " ";
    text += from == to ? words.fill("chart_one", {series.label, chart.places[to], series.texts[to]})
                       : words.fill("chart_from_to", {series.label, chart.places[from],
                                                      series.texts[from], chart.places[to],
                                                      series.texts[to]});
  }
  return text;
}

View make_composition(const PageContext& context, const ChartValues& values, const std::string& id,
                      std::vector<std::string> labels, std::vector<std::string> full_names,
                      std::string_view place_word) {
  const Words& words = context.words;
  Chart chart = chart_from(context, values, id, std::move(labels));
  std::vector<std::string> wholes;
  ChartTable table;
  for (const ChartSeries& series : chart.series) table.columns.push_back(series.label);
  table.columns.push_back(words["total"]);
  bool has_gap = false;
  for (std::size_t i = 0; i < chart.places.size(); ++i) {
    const std::optional<Decimal>& whole = values.wholes[i];
    has_gap = has_gap || !whole;
    wholes.push_back(whole && whole->is_zero() ? words["no_base"] : chart_text(context, whole));
    ChartTable::Row row{full_names[i], {}};
    std::string parts;
    for (const ChartSeries& series : chart.series) {
      std::string cell = series.texts[i];
      if (whole && !whole->is_zero()) {
        const std::string percent = percent_text(*series.values[i], *whole);
        parts += (parts.empty() ? "" : words["list_separator"]) + series.label + " " + percent;
        cell += words.fill("chart_share", {percent});
      }
      row.cells.push_back(std::move(cell));
    }
    row.cells.push_back(chart_text(context, whole));
    if (!parts.empty()) {
      chart.description +=
          (chart.description.empty() ? "" : " ") + words.fill("chart_parts", {full_names[i], parts});
    }
    table.rows.push_back(std::move(row));
  }
  std::vector<std::string> notes;
  if (has_gap) notes.push_back(words["chart_no_whole"]);
  return make_chart(context, chart, composition_chart(chart, wholes), make_legend(chart),
                    std::move(notes), table, place_word);
}

const FormChart* first_chart(const Form& form, FormChart::Kind kind) {
  const auto found = std::find_if(form.charts.begin(), form.charts.end(),
                                  [&](const FormChart& chart) { return chart.kind == kind; });
  return found == form.charts.end() ? nullptr : &*found;
}

View make_agency_charts(const PageContext& context, const Agency& agency) {
  const std::vector<const Report*>& reports = context.library.reports_of(agency);
  if (reports.empty()) return false;
  std::vector<std::vector<const Report*>> places, bars;
  std::vector<std::string> years, names;
  for (int year = reports.front()->year; year <= reports.back()->year; ++year) {
    years.push_back(std::to_string(year));
    const Report* report = context.library.report(agency, year);
    places.push_back(report == nullptr ? std::vector<const Report*>()
                                       : std::vector<const Report*>{report});
    if (report == nullptr) continue;
    bars.push_back(places.back());
    names.push_back(years.back());
  }
  View::List charts;
  for (const FormChart& chart : reports.back()->form->charts) {
    const bool is_composition = chart.kind == FormChart::Kind::composition;
    const ChartValues values =
        chart_values(context.library, chart, is_composition ? bars : places);
    if (values.empty()) continue;
    if (is_composition) {
      charts.push_back(make_composition(context, values, "chart-" + chart.id, names, names,
                                        "chart_year"));
    } else if (reports.size() > 1) {
      charts.push_back(make_trend(context, values, "chart-" + chart.id, years));
    }
  }
  return make_charts(std::move(charts));
}

View make_total_charts(const PageContext& context) {
  const Library& library = context.library;
  if (library.years().empty()) return false;
  std::vector<int> years;
  std::vector<std::vector<const Report*>> places, bars;
  std::vector<std::string> names;
  for (int year = library.years().back(); year <= library.years().front(); ++year) {
    years.push_back(year);
    places.push_back(summed_in(library, year));
    if (places.back().empty()) continue;
    bars.push_back(places.back());
    names.push_back(std::to_string(year));
  }
  View::List charts;
  if (const FormChart* chart = newest_chart(library, FormChart::Kind::trend)) {
    const ChartValues values = chart_values(library, *chart, places);
    std::vector<std::size_t> counts;
    for (const auto& contained : values.contains) counts.push_back(contained.size());
    View view = make_total_columns(context, chart->series.front().label, years,
                                   values.series.front(), values.breaks.front(), counts);
    if (view.object() != nullptr) charts.push_back(std::move(view));
  }
  if (const FormChart* chart = newest_chart(library, FormChart::Kind::composition)) {
    const ChartValues values = chart_values(library, *chart, bars);
    if (!values.empty()) {
      charts.push_back(
          make_composition(context, values, "chart-" + chart->id, names, names, "chart_year"));
    }
  }
  return make_charts(std::move(charts));
}

View make_total_columns(const PageContext& context, std::string label,
                        const std::vector<int>& years,
                        const std::vector<std::optional<Decimal>>& totals,
                        const std::vector<bool>& breaks, const std::vector<std::size_t>& counts) {
  const Words& words = context.words;
  Chart chart{"chart-totals", words.fill("chart_totals", {label}), {}, {}, {}};
  ChartSeries series{std::move(label), totals, {}, breaks};
  ChartTable table;
  table.columns = {series.label, words["unassessed_reports"]};
  std::set<std::size_t> sizes;
  std::size_t present = 0;
  for (std::size_t i = 0; i < years.size(); ++i) {
    chart.places.push_back(std::to_string(years[i]));
    series.texts.push_back(chart_text(context, totals[i]));
    table.rows.push_back(
        {chart.places.back(),
         {series.texts.back() + (totals[i] && breaks[i] ? words["chart_break_mark"] : ""),
          std::to_string(counts[i])}});
    if (!totals[i]) continue;
    ++present;
    sizes.insert(counts[i]);
  }
  const bool is_drawn = std::any_of(totals.begin(), totals.end(), [](const auto& total) {
    return total && !total->is_zero() && !total->is_negative();
  });
  if (present < 2 || !is_drawn) return false;
  chart.series.push_back(std::move(series));
  chart.description = describe_trend(words, chart);
  std::vector<std::string> notes = trend_notes(words, chart);
  if (sizes.size() > 1) notes.push_back(words["chart_counts_differ"]);
  return make_chart(context, chart, column_chart(chart), false, std::move(notes), table,
                    "chart_year");
}

}  // namespace gongkai
