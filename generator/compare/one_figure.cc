#include "compare/one_figure.h"

#include <algorithm>
#include <map>
#include <set>

#include "compare/summed.h"
#include "model/summing.h"

namespace gongkai {

namespace {

OneFigure::Total total_of(const Library& library, int year,
                          const std::vector<const SeriesPoint*>& points) {
  OneFigure::Total total;
  const SeriesPoint* first = nullptr;
  std::map<const Form*, std::set<const Report*>> summed;
  Decimal sum;
  for (const SeriesPoint* point : points) {
    if (!point->figure.is_number()) continue;
    const Form& form = *point->report->form;
    auto [entry, is_new] = summed.try_emplace(&form);
    if (is_new) {
      std::vector<const Report*> reports = summed_reports(library, year, form);
      entry->second.insert(reports.begin(), reports.end());
    }
    if (entry->second.count(point->report) == 0) continue;
    if (first == nullptr) first = point;
    if (!is_summable(point->spec()) ||
        unit_of(*point->report, point->cell) != unit_of(*first->report, first->cell) ||
        !same_series(library.catalog(), form, point->cell, *first->report->form, first->cell)) {
      return {};
    }
    sum += point->figure.value();
    total.contains.push_back(point->report);
  }
  if (first != nullptr) total.value = sum;
  return total;
}

}  // namespace

OneFigure one_figure(const Library& library, const Form& form, CellIndex cell) {
  OneFigure result{&form, cell, {}, {}, {}};
  // Series run from the oldest year to the newest, so that breaks are seen where they happen.
  std::vector<int> all_years(library.years().rbegin(), library.years().rend());
  for (const Agency& agency : library.catalog().agencies) {
    if (library.reports_of(agency).empty()) continue;
    OneFigure::Row row{&agency, series_line(library, agency, all_years, form, cell)};
    bool asked = std::any_of(row.line.points.begin(), row.line.points.end(),
                             [](const SeriesPoint& point) { return point.cell != no_cell; });
    if (asked) result.rows.push_back(std::move(row));
  }
  std::vector<std::size_t> kept;
  for (std::size_t i = all_years.size(); i-- > 0;) {
    bool asked = std::any_of(result.rows.begin(), result.rows.end(),
                             [&](const auto& row) { return row.line.points[i].cell != no_cell; });
    if (asked) kept.push_back(i);
  }
  for (std::size_t i : kept) {
    result.years.push_back(all_years[i]);
    std::vector<const SeriesPoint*> points;
    for (const OneFigure::Row& row : result.rows) points.push_back(&row.line.points[i]);
    result.totals.push_back(total_of(library, all_years[i], points));
  }
  for (OneFigure::Row& row : result.rows) {
    std::vector<SeriesPoint> points;
    for (std::size_t i : kept) points.push_back(row.line.points[i]);
    row.line.points = std::move(points);
  }
  return result;
}

}  // namespace gongkai
