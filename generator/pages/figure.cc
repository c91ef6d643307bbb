#include "compare/one_figure.h"
#include "model/figure_text.h"
#include "pages/chart.h"
#include "pages/chart_view.h"
#include "pages/figures.h"
#include "pages/frame.h"
#include "pages/pages.h"
#include "pages/part_links.h"
#include "pages/series_table.h"

namespace gongkai {

namespace {

View make_total(const PageContext& context, const OneFigure& figure, std::size_t i) {
  const OneFigure::Total& total = figure.totals[i];
  View view;
  view.set("class", total.value ? "" : "missing")
      .set("text", total.value ? number_text(*total.value) : context.words["not_reported_sign"]);
  return view;
}

/// Longer lists of names stand in the data of a year.
constexpr std::size_t most_names = 200;

View make_contained(const PageContext& context, const OneFigure& figure) {
  View::List lines;
  for (std::size_t i = 0; i < figure.totals.size(); ++i) {
    const OneFigure::Total& total = figure.totals[i];
    if (!total.value) continue;
    const std::string year = std::to_string(figure.years[i]);
    const std::string count = std::to_string(total.contains.size());
    if (total.contains.size() > most_names) {
      lines.push_back(context.words.fill("year_total_counts", {year, count}));
      continue;
    }
    std::string names;
    for (const Report* report : total.contains) {
      if (!names.empty()) names += context.words["list_separator"];
      names += agency_label(*report->agency);
    }
    lines.push_back(context.words.fill("year_total_contains", {year, count, names}));
  }
  return list_or_false(std::move(lines));
}

/// The other columns of the same row.
View make_columns(const PageContext& context, const Route& route) {
  View::List columns;
  for (CellIndex cell : route.form->row(route.cell).cells) {
    const std::string& address = context.routes.figure_address(*route.form, cell);
    if (address.empty()) continue;
    View link = make_link(route, route.form->column(cell).label, address);
    link.set("current", cell == route.cell);
    columns.push_back(std::move(link));
  }
  return columns.size() > 1 ? list_or_false(std::move(columns)) : View(false);
}

/// Years stand newest first in the table; a line runs from the oldest.
View make_spark(const SeriesLine& line) {
  std::vector<std::optional<Decimal>> values;
  std::vector<bool> breaks;
  for (auto point = line.points.rbegin(); point != line.points.rend(); ++point) {
    const bool is_number = point->figure.is_number();
    values.push_back(is_number ? std::optional(point->figure.value()) : std::nullopt);
    breaks.push_back(point->breaks);
  }
  return text_or_false(sparkline(values, breaks));
}

View make_total_chart(const PageContext& context, const OneFigure& figure, std::string label) {
  std::vector<int> years;
  std::vector<std::optional<Decimal>> totals;
  std::vector<bool> breaks;
  std::vector<std::size_t> counts;
  for (std::size_t i = figure.totals.size(); i-- > 0;) {
    // A year without a report is a gap in the drawing too.
    while (!years.empty() && years.back() + 1 < figure.years[i]) {
      years.push_back(years.back() + 1);
      totals.emplace_back();
      breaks.push_back(false);
      counts.push_back(0);
    }
    years.push_back(figure.years[i]);
    totals.push_back(figure.totals[i].value);
    breaks.push_back(figure.totals[i].breaks);
    counts.push_back(figure.totals[i].contains.size());
  }
  return make_total_columns(context, std::move(label), years, totals, breaks, counts);
}

View make_rows(const PageContext& context, const Route& route, const OneFigure& figure,
               bool& has_break, bool& has_gap) {
  View::List rows;
  for (const OneFigure::Row& row : figure.rows) {
    View::List points;
    for (const SeriesPoint& point : row.line.points) {
      has_break = has_break || point.breaks;
      has_gap = has_gap || point.report == nullptr;
      View view = make_point(context, point);
      view.set("link", point.report == nullptr
                           ? View(false)
                           : View(relative_link(route.address, report_address(*point.report))));
      points.push_back(std::move(view));
    }
    View view = make_link(route, row.agency->name, agency_address(*row.agency));
    view.set("points", std::move(points)).set("spark", make_spark(row.line));
    rows.push_back(std::move(view));
  }
  return rows;
}

}  // namespace

View make_figure_page(const PageContext& context, const Route& route) {
  const Words& words = context.words;
  const Form& form = *route.form;
  const CellSpec& spec = form.cells[route.cell];
  const std::vector<const Agency*>& agencies = tree_of(context, route).agencies;
  OneFigure figure = route.part != nullptr
                         ? one_figure_among(context.library, form, route.cell, agencies)
                         : one_figure(context.library, form, route.cell, agencies);
  std::string label = form.cell_label(route.cell);
  const std::string& table = form.table_of(route.cell).caption;
  std::vector<Crumb> crumbs = {{words["menu_compare"], std::string(compare_address)}};
  if (route.part != nullptr) {
    crumbs.push_back({label, context.routes.figure_address(form, route.cell)});
  }
  const std::string title = part_title(context, route, label);
  View view =
      make_frame(context, route, title, words.fill("figure_description", {table, title}), crumbs);
  View::List years, totals;
  bool summed = false;
  for (std::size_t i = 0; i < figure.years.size(); ++i) {
    years.push_back(std::to_string(figure.years[i]));
    totals.push_back(make_total(context, figure, i));
    summed = summed || figure.totals[i].value;
  }
  summed = summed && (figure.rows.size() > 1 || context.routes.parts().divided());
  bool has_break = false, has_gap = false;
  View rows = make_rows(context, route, figure, has_break, has_gap);
  const std::string& help = form.row(route.cell).help;
  view.set("table", table)
      .set("help", text_or_false(help))
      .set("unit", text_or_false(spec.unit))
      .set("derived", spec.head)
      .set("columns", make_columns(context, route))
      .set("years", std::move(years))
      .set("rows", std::move(rows))
      .set("totals", list_or_false(summed ? std::move(totals) : View::List()))
      .set("chart", summed ? make_total_chart(context, figure, label) : View(false))
      .set("has_spark", figure.years.size() > 1)
      .set("contained", summed ? make_contained(context, figure) : View(false))
      .set("parts", make_parts(context, route))
      .set("has_change", false)
      .set("has_break", has_break)
      .set("has_gap", has_gap);
  return view;
}

}  // namespace gongkai
