#include "compare/across_agencies.h"

#include <algorithm>
#include <map>

#include "compare/summed.h"

namespace gongkai {

namespace {

std::vector<IndicatorTotal> totals_of(const Form& form, const std::vector<const Report*>& reports) {
  std::vector<IndicatorTotal> totals;
  for (const Indicator& indicator : form.indicators) {
    totals.push_back(indicator_total(indicator, reports));
  }
  return totals;
}

AcrossAgencies compare(const Library& library, int year, const Form& form,
                       const std::vector<const Report*>& reports) {
  AcrossAgencies comparison{year, &form, {}, {}, {}, {}, {}};
  std::map<int, std::vector<const Report*>> by_kind;
  for (const Report* report : reports) {
    AcrossAgencies::Row row{report, {}};
    for (const Indicator& indicator : form.indicators) {
      row.values.push_back(indicator_value(indicator, *report));
    }
    comparison.rows.push_back(std::move(row));
    by_kind[report->agency->kind].push_back(report);
  }
  comparison.summed = summed_reports(library, reports);
  auto summed = comparison.summed.begin();
  for (const Report* report : reports) {
    if (summed != comparison.summed.end() && *summed == report) {
      ++summed;
    } else {
      comparison.covered.push_back(report);
    }
  }
  comparison.totals = totals_of(form, comparison.summed);
  for (const auto& [kind, of_kind] : by_kind) {
    comparison.kinds.push_back(
        {kind, of_kind.size(), totals_of(form, summed_reports(library, of_kind))});
  }
  return comparison;
}

std::vector<AcrossAgencies> compare_forms(const Library& library, int year,
                                          const std::vector<const Report*>& reports) {
  std::vector<AcrossAgencies> result;
  for (const Form* form : library.forms()) {
    if (form->indicators.empty()) continue;
    std::vector<const Report*> filed_in_it;
    for (const Report* report : reports) {
      if (report->form == form) filed_in_it.push_back(report);
    }
    if (!filed_in_it.empty()) result.push_back(compare(library, year, *form, filed_in_it));
  }
  return result;
}

}  // namespace

std::vector<AcrossAgencies> across_agencies(const Library& library, int year) {
  return compare_forms(library, year, library.reports_in(year));
}

std::vector<AcrossAgencies> across_agencies(const Library& library, int year,
                                            const std::vector<const Agency*>& agencies) {
  std::vector<const Report*> reports;
  for (const Agency* agency : agencies) {
    if (const Report* report = library.report(*agency, year)) reports.push_back(report);
  }
  return compare_forms(library, year, reports);
}

std::vector<const AcrossAgencies::Row*> ranked(const AcrossAgencies& comparison,
                                               std::size_t indicator) {
  std::vector<const AcrossAgencies::Row*> rows;
  for (const AcrossAgencies::Row& row : comparison.rows) rows.push_back(&row);
  std::stable_sort(rows.begin(), rows.end(), [&](const auto* a, const auto* b) {
    return ranks_before(a->values[indicator], b->values[indicator]);
  });
  return rows;
}

}  // namespace gongkai
