#include "compare/year_over_year.h"

#include <algorithm>
#include <set>

namespace gongkai {

namespace {

std::vector<const Form*> forms_newest_first(const std::vector<const Report*>& reports) {
  std::vector<const Form*> forms;
  for (auto report = reports.rbegin(); report != reports.rend(); ++report) {
    if (std::find(forms.begin(), forms.end(), (*report)->form) == forms.end()) {
      forms.push_back((*report)->form);
    }
  }
  return forms;
}

}  // namespace

SeriesLine series_line(const Library& library, const Agency& agency, const std::vector<int>& years,
                       const Form& form, CellIndex cell, const Counterparts& counterparts) {
  SeriesLine line{&form, cell, {}, std::nullopt};
  const std::vector<const Report*>& reports = library.reports_of(agency);
  auto report = reports.begin();
  const SeriesPoint* before = nullptr;
  line.points.reserve(years.size());
  for (int year : years) {
    while (report != reports.end() && (*report)->year < year) ++report;
    SeriesPoint point;
    if (report != reports.end() && (*report)->year == year) point.report = *report;
    if (point.report != nullptr) {
      const Form& filed_in = *point.report->form;
      point.cell = counterparts.in(filed_in);
      if (point.cell != no_cell) point.figure = point.report->figure(point.cell);
      if (before != nullptr && before->report->form != &filed_in && point.cell != no_cell) {
        point.breaks =
            before->cell == no_cell || !counterparts.continues(filed_in, *before->report->form);
      }
    }
    line.points.push_back(point);
    if (point.report != nullptr) before = &line.points.back();
  }
  if (line.points.size() >= 2) {
    const SeriesPoint& last = line.points.back();
    const SeriesPoint& former = line.points.end()[-2];
    const bool same_scope = !former.report || !last.report ||
                            former.report->scope == last.report->scope;
    if (!last.breaks && same_scope) line.last_change = change(former.figure, last.figure);
  }
  return line;
}

YearOverYear year_over_year(const Library& library, const Agency& agency, std::string_view table,
                            std::string_view column) {
  const std::vector<const Report*>& reports = library.reports_of(agency);
  YearOverYear result;
  if (reports.empty()) return result;
  for (int year = reports.front()->year; year <= reports.back()->year; ++year) {
    result.years.push_back(year);
  }
  std::vector<const Form*> forms = forms_newest_first(reports);
  std::set<std::pair<const Form*, CellIndex>> shown;
  for (const Form* form : forms) {
    const Table* here = form->table(table);
    if (here == nullptr) continue;
    SeriesBlock block{form, here, {}};
    std::size_t table_index = static_cast<std::size_t>(here - form->tables.data());
    for (CellIndex cell = 0; cell < form->cells.size(); ++cell) {
      const CellSpec& spec = form->cells[cell];
      if (spec.table != table_index || shown.count({form, cell}) != 0) continue;
      if (!column.empty() && spec.column_id != column) continue;
      const Counterparts counterparts(library, *form, cell);
      for (const Form* other : forms) {
        if (other != form) shown.emplace(other, counterparts.in(*other));
      }
      block.lines.push_back(
          series_line(library, agency, result.years, *form, cell, counterparts));
    }
    if (!block.lines.empty()) result.blocks.push_back(std::move(block));
  }
  return result;
}

}  // namespace gongkai
