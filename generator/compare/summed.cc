#include "compare/summed.h"

#include <unordered_set>

namespace gongkai {

std::vector<const Report*> summed_reports(const Library& library, int year, const Form& form) {
  std::vector<const Report*> result;
  for (const Report* report : library.reports_in(year)) {
    if (report->form == &form && library.covering(*report) == nullptr) result.push_back(report);
  }
  return result;
}

std::vector<const Report*> summed_reports(const Library& library,
                                          const std::vector<const Report*>& reports) {
  const std::unordered_set<const Report*> among(reports.begin(), reports.end());
  std::vector<const Report*> result;
  for (const Report* report : reports) {
    const Report* covering = library.covering(*report);
    while (covering != nullptr && among.count(covering) == 0) {
      covering = library.covering(*covering);
    }
    if (covering == nullptr) result.push_back(report);
  }
  return result;
}

}  // namespace gongkai
