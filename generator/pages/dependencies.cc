#include "pages/dependencies.h"

#include <algorithm>

#include "pages/series_table.h"

namespace gongkai {

namespace {

bool uses(const LinearExpression& expression, const Form& form, CellIndex cell) {
  return std::any_of(expression.terms.begin(), expression.terms.end(), [&](const Term& term) {
    const std::vector<CellIndex>& leaves = form.cells[term.cell].leaves;
    return term.cell == cell || std::find(leaves.begin(), leaves.end(), cell) != leaves.end();
  });
}

bool any_uses(const std::vector<Indicator>& indicators, const Form& form, CellIndex cell) {
  return std::any_of(indicators.begin(), indicators.end(), [&](const Indicator& i) {
    return uses(i.numerator, form, cell) || (i.denominator && uses(*i.denominator, form, cell));
  });
}

bool is_in_chart(const Form& form, CellIndex cell) {
  return std::any_of(form.charts.begin(), form.charts.end(), [&](const FormChart& chart) {
    return any_uses(chart.series, form, cell) || (chart.whole && uses(*chart.whole, form, cell));
  });
}

/// The page itself where the top of the hierarchy is on it, and the parts that hold the agency.
void add_divided(const Routes& routes, const Agency& agency, const std::string& page,
                 std::vector<std::string>& pages) {
  pages.push_back(page);
  for (const AgencyPart& part : routes.parts().parts()) {
    const std::vector<const Agency*>& in = part.tree.agencies;
    if (std::find(in.begin(), in.end(), &agency) == in.end()) continue;
    std::string address = part_address(page, part);
    if (routes.find(address) != nullptr) pages.push_back(std::move(address));
  }
}

}  // namespace

std::vector<std::string> pages_of(const Library& library, const Routes& routes,
                                  const Report& report, CellIndex cell) {
  if (!library.shows(report)) return {};
  const Form& form = *report.form;
  std::vector<std::string> pages = {report_address(report)};
  const std::string column =
      compared_column(library.reports_of(*report.agency), form.table_of(cell).id);
  const bool charted = is_in_chart(form, cell);
  if (column.empty() || column == form.cells[cell].column_id || charted) {
    pages.push_back(agency_address(*report.agency));
  }
  if (any_uses(form.indicators, form, cell) || charted) {
    add_divided(routes, *report.agency, year_address(report.year), pages);
    if (report.year == library.years().front()) pages.emplace_back(home_address);
  }
  if (const std::string& figure = routes.figure_address(form, cell); !figure.empty()) {
    add_divided(routes, *report.agency, figure, pages);
  }
  return pages;
}

}  // namespace gongkai
