#include "compare/one_figure.h"

#include <algorithm>
#include <functional>

#include "compare/summed.h"
#include "model/summing.h"

namespace gongkai {

namespace {

/// The reports of a year, or of some agencies in that year.
using ReportsIn = std::function<std::vector<const Report*>(int year)>;

/// `reports` are those of one year that have the figure.
OneFigure::Total total_of(const Library& library, const Counterparts& counterparts,
                          const std::vector<const Report*>& reports) {
  OneFigure::Total total;
  const Report* first = nullptr;
  Decimal sum;
  for (const Report* report : summed_reports(library, reports)) {
    const CellIndex cell = counterparts.in(*report->form);
    const Figure& figure = report->figure(cell);
    if (!figure.is_number()) continue;
    if (first == nullptr) first = report;
    const Form& form = *first->form;
    if (!is_summable(report->form->cells[cell]) ||
        unit_of(*report, cell) != unit_of(*first, counterparts.in(form)) ||
        !counterparts.continues(*report->form, form)) {
      return {};
    }
    sum += figure.value();
    total.contains.push_back(report);
  }
  if (first != nullptr) total.value = sum;
  return total;
}

OneFigure make(const Library& library, const Form& form, CellIndex cell,
               const std::vector<const Agency*>& agencies, const ReportsIn& reports_in) {
  OneFigure result{&form, cell, {}, {}, {}};
  const Counterparts counterparts(library, form, cell);
  for (int year : library.years()) {
    std::vector<const Report*> asked = reports_in(year);
    std::erase_if(asked,
                  [&](const Report* report) { return counterparts.in(*report->form) == no_cell; });
    if (asked.empty()) continue;
    result.years.push_back(year);
    result.totals.push_back(total_of(library, counterparts, asked));
  }
  const Form* before = nullptr;
  for (auto total = result.totals.rbegin(); total != result.totals.rend(); ++total) {
    if (!total->value) continue;
    const Form* filed_in = total->contains.front()->form;
    total->breaks = before != nullptr && !counterparts.continues(*filed_in, *before);
    before = filed_in;
  }
  // Series run from the oldest year to the newest, so that breaks are seen where they happen.
  const std::vector<int> all_years(library.years().rbegin(), library.years().rend());
  for (const Agency* agency : agencies) {
    if (library.reports_of(*agency).empty()) continue;
    OneFigure::Row row{agency,
                       series_line(library, *agency, all_years, form, cell, counterparts)};
    std::vector<SeriesPoint> points;
    auto year = result.years.begin();
    for (std::size_t i = all_years.size(); i-- > 0 && year != result.years.end();) {
      if (all_years[i] != *year) continue;
      points.push_back(row.line.points[i]);
      ++year;
    }
    const bool asked = std::any_of(points.begin(), points.end(), [](const SeriesPoint& point) {
      return point.cell != no_cell;
    });
    if (!asked) continue;
    row.line.points = std::move(points);
    result.rows.push_back(std::move(row));
  }
  return result;
}

}  // namespace

OneFigure one_figure(const Library& library, const Form& form, CellIndex cell) {
  std::vector<const Agency*> all;
  for (const Agency& agency : library.catalog().agencies) all.push_back(&agency);
  return one_figure(library, form, cell, all);
}

OneFigure one_figure(const Library& library, const Form& form, CellIndex cell,
                     const std::vector<const Agency*>& rows) {
  return make(library, form, cell, rows, [&](int year) { return library.reports_in(year); });
}

OneFigure one_figure_among(const Library& library, const Form& form, CellIndex cell,
                           const std::vector<const Agency*>& agencies) {
  return make(library, form, cell, agencies, [&](int year) {
    std::vector<const Report*> reports;
    for (const Agency* agency : agencies) {
      if (const Report* report = library.report(*agency, year)) reports.push_back(report);
    }
    return reports;
  });
}

}  // namespace gongkai
