#include "compare/library.h"

#include <algorithm>

namespace gongkai {

Library::Library(const Catalog& catalog, Selection selection)
    : catalog_(&catalog), selection_(std::move(selection)) {
  std::map<const Form*, int> newest_year;
  // Reports of one agency stand together: it is looked up once.
  std::vector<const Report*>* of_agency = nullptr;
  const Agency* agency = nullptr;
  reports_.reserve(catalog.reports.size());
  for (const Report& report : catalog.reports) {
    if (report.status == Status::withdrawn) {
      withdrawn_.push_back(&report);
      with_page_.insert(report.agency);
    }
    if (!shows(report)) continue;
    if (report.agency != agency) {
      agency = report.agency;
      of_agency = &by_agency_[agency];
      with_page_.insert(agency);
    }
    reports_.push_back(&report);
    of_agency->push_back(&report);
    by_year_[report.year].push_back(&report);
    int& newest = newest_year[report.form];
    newest = std::max(newest, report.year);
  }
  for (const auto& [year, reports] : by_year_) years_.push_back(year);
  for (const Form& form : catalog.forms) {
    if (newest_year.count(&form) != 0) forms_.push_back(&form);
  }
  std::stable_sort(forms_.begin(), forms_.end(),
                   [&](const Form* a, const Form* b) { return newest_year[a] > newest_year[b]; });
}

bool Library::shows(const Report& report) const {
  if (report.status == Status::withdrawn) return false;
  const bool held = report.status == Status::draft ||
                    (report.published && report.published->date > catalog_->today) ||
              selection_.held.count({report.agency->id, report.year}) != 0;
  return selection_.drafts || !held;
}

const Report* Library::report(const Agency& agency, int year) const {
  const Report* report = catalog_->report(agency, year);
  return report != nullptr && shows(*report) ? report : nullptr;
}

const Report* Library::withdrawn(const Agency& agency, int year) const {
  const Report* report = catalog_->report(agency, year);
  return report != nullptr && report->status == Status::withdrawn ? report : nullptr;
}

const std::vector<const Report*>& Library::reports_of(const Agency& agency) const {
  static const std::vector<const Report*> none;
  auto found = by_agency_.find(&agency);
  return found == by_agency_.end() ? none : found->second;
}

const Report* Library::covering(const Report& of) const {
  std::call_once(covering_made_, [this] {
    for (const Agency& agency : catalog_->agencies) {
      const std::vector<const Report*>& reports = reports_of(agency);
      const Agency* above = reports.empty() ? nullptr : catalog_->agency(agency.parent);
      // A chain of agencies is never longer than their list, even if it were to bite its tail.
      for (std::size_t step = 0; above && step < catalog_->agencies.size(); ++step) {
        for (const Report* below : reports) {
          const Report* theirs = report(*above, below->year);
          if (theirs && theirs->form == below->form && theirs->scope == Scope::all) {
            covering_.emplace(below, theirs);
          }
        }
        above = catalog_->agency(above->parent);
      }
    }
  });
  const auto found = covering_.find(&of);
  return found == covering_.end() ? nullptr : found->second;
}

const std::vector<const Report*>& Library::reports_in(int year) const {
  static const std::vector<const Report*> none;
  auto found = by_year_.find(year);
  return found == by_year_.end() ? none : found->second;
}

}  // namespace gongkai
