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

bool is_in_indicator(const Form& form, CellIndex cell) {
  return std::any_of(form.indicators.begin(), form.indicators.end(), [&](const Indicator& i) {
    return uses(i.numerator, form, cell) || (i.denominator && uses(*i.denominator, form, cell));
  });
}

}  // namespace

std::vector<std::string> pages_of(const Library& library, const Routes& routes,
                                  const Report& report, CellIndex cell) {
  if (!library.shows(report)) return {};
  const Form& form = *report.form;
  std::vector<std::string> pages = {report_address(report)};
  const std::string column =
      compared_column(library.reports_of(*report.agency), form.table_of(cell).id);
  if (column.empty() || column == form.cells[cell].column_id) {
    pages.push_back(agency_address(*report.agency));
  }
  if (is_in_indicator(form, cell)) {
    pages.push_back(year_address(report.year));
    if (report.year == library.years().front()) pages.emplace_back(home_address);
  }
  if (const std::string& figure = routes.figure_address(form, cell); !figure.empty()) {
    pages.push_back(figure);
  }
  return pages;
}

}  // namespace gongkai
