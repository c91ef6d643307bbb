#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/catalog.h"

namespace gongkai {

/// Which reports of a catalog the portal shows.
struct Selection {
  bool drafts = false;  ///< drafts and reports dated in the future are shown too, marked as such
  /// Reports (agency id, year) that are held back like drafts.
  std::set<std::pair<std::string, int>> held;
};

/// The reports that the portal shows. Pages and comparisons ask it instead of the catalog, so that
/// no figure of a withdrawn report reaches either, nor, unless drafts are asked for, of a draft or of
/// one that is not yet due to appear. It points into the catalog, which must outlive it.
class Library {
 public:
  explicit Library(const Catalog& catalog, Selection selection = {});

  const Catalog& catalog() const { return *catalog_; }
  bool shows(const Report& report) const;
  /// The agency's report of a year; null where none is shown.
  const Report* report(const Agency& agency, int year) const;
  /// The withdrawn report whose address is kept as a notice; null where there is none.
  const Report* withdrawn(const Agency& agency, int year) const;
  /// By agency in the catalog's order, then by year.
  const std::vector<const Report*>& reports() const { return reports_; }
  const std::vector<const Report*>& withdrawn_reports() const { return withdrawn_; }
  /// By year.
  const std::vector<const Report*>& reports_of(const Agency& agency) const;
  /// In the order of their agencies.
  const std::vector<const Report*>& reports_in(int year) const;
  /// Newest first.
  const std::vector<int>& years() const { return years_; }
  /// Whether the agency has a page: it has a report or the notice of a withdrawn one.
  bool has_page(const Agency& agency) const { return with_page_.count(&agency) != 0; }
  /// The forms of the reports that are shown, that of the newest report first.
  const std::vector<const Form*>& forms() const { return forms_; }
  /// The consolidated report (全辖) of the nearest agency above that was filed for the same year in
  /// the same form and so holds this report's figures too; null where there is none. Asked for the
  /// first time, it is worked out for all reports; may be called from any thread.
  const Report* covering(const Report& report) const;

 private:
  const Catalog* catalog_;
  Selection selection_;
  std::vector<const Report*> reports_, withdrawn_;
  std::map<const Agency*, std::vector<const Report*>> by_agency_;
  std::map<int, std::vector<const Report*>, std::greater<>> by_year_;
  std::set<const Agency*> with_page_;
  std::vector<int> years_;
  std::vector<const Form*> forms_;
  mutable std::once_flag covering_made_;
  mutable std::unordered_map<const Report*, const Report*> covering_;
};

}  // namespace gongkai
