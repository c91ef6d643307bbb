#include "compare/across_agencies.h"

#include <algorithm>

#include "compare/summed.h"

namespace gongkai {

std::vector<AcrossAgencies> across_agencies(const Library& library, int year) {
  std::vector<AcrossAgencies> result;
  for (const Form* form : library.forms()) {
    if (form->indicators.empty()) continue;
    AcrossAgencies comparison{year, form, {}, {}};
    for (const Report* report : library.reports_in(year)) {
      if (report->form != form) continue;
      AcrossAgencies::Row row{report, {}};
      for (const Indicator& indicator : form->indicators) {
        row.values.push_back(indicator_value(indicator, *report));
      }
      comparison.rows.push_back(std::move(row));
    }
    if (comparison.rows.empty()) continue;
    std::vector<const Report*> summed = summed_reports(library, year, *form);
    for (const Indicator& indicator : form->indicators) {
      comparison.totals.push_back(indicator_total(indicator, summed));
    }
    result.push_back(std::move(comparison));
  }
  return result;
}

std::vector<AcrossAgencies::Row> ranked(const AcrossAgencies& comparison, std::size_t indicator) {
  std::vector<AcrossAgencies::Row> rows = comparison.rows;
  std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
    return ranks_before(a.values[indicator], b.values[indicator]);
  });
  return rows;
}

}  // namespace gongkai
