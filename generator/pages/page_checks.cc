#include "pages/page_checks.h"

#include <algorithm>

namespace gongkai {
namespace {

/// Asking costs more than a report of which all is known.
constexpr std::size_t reports_between_questions = 64;

}  // namespace

PageChecks::PageChecks(const Catalog& catalog, const Selection& selection)
    : library_(catalog, selection), routes_(library_, {}, of_addresses_), texts_(catalog) {}

PageChecks::PageChecks(const Catalog& catalog, const Selection& selection,
                       const std::vector<std::size_t>& places, const PageChecks& earlier)
    : library_(catalog, selection),
      routes_(library_, {}, of_addresses_),
      texts_(catalog, places, &earlier.texts_, [&](const OfReport& texts) {
        return std::all_of(texts.asked.begin(), texts.asked.end(), [&](const auto& asked) {
          return is_linked_address(routes_, asked.first) == asked.second;
        });
      }) {}

const PageChecks::OfReport& PageChecks::of(const Report& report) const {
  return texts_.get(report, [&] {
    OfReport texts;
    texts.found = check_narratives(library_.catalog(), routes_, report, texts.asked);
    return texts;
  });
}

bool PageChecks::complete(int jobs, const Interrupt& interrupted) const {
  const SharedList<Report>& reports = library_.catalog().reports;
  std::atomic<bool> stopped{false};
  parallel_for(reports.size(), jobs, [&](std::size_t i) {
    if (stopped || (i % reports_between_questions == 0 && interrupted())) {
      stopped = true;
      return;
    }
    of(reports[i]);
  });
  return !stopped;
}

Diagnostics PageChecks::diagnostics() const {
  Diagnostics all = of_addresses_;
  for (const Report& report : library_.catalog().reports) all.append(of(report).found);
  all.append(check_free_texts(library_.catalog(), routes_));
  return all;
}

}  // namespace gongkai
