#include "compare/summed.h"

#include <algorithm>

namespace gongkai {

namespace {

/// Whether an agency above this one filed a consolidated report in the same form.
bool is_covered(const Library& library, const Report& report) {
  const Catalog& catalog = library.catalog();
  const Agency* above = catalog.agency(report.agency->parent);
  for (std::size_t step = 0; above != nullptr && step < catalog.agencies.size(); ++step) {
    const Report* theirs = library.report(*above, report.year);
    if (theirs != nullptr && theirs->form == report.form && theirs->scope == Scope::all) {
      return true;
    }
    above = catalog.agency(above->parent);
  }
  return false;
}

}  // namespace

std::vector<const Report*> summed_reports(const Library& library, int year, const Form& form) {
  std::vector<const Report*> result;
  for (const Report* report : library.reports_in(year)) {
    if (report->form == &form && !is_covered(library, *report)) result.push_back(report);
  }
  return result;
}

}  // namespace gongkai
