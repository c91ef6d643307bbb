#include "model/unchanged.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace gongkai {
namespace {

using Key = std::pair<std::string, int>;  // id of an agency, year

bool same_agencies(const Catalog& a, const Catalog& b) {
  if (a.agencies.size() != b.agencies.size()) return false;
  for (std::size_t i = 0; i < a.agencies.size(); ++i) {
    if (&a.agencies[i] != &b.agencies[i]) return false;
  }
  return true;
}

bool stands_before(const Report& a, const Report& b) {
  return std::tie(a.agency->kind, a.agency->id, a.year) <
         std::tie(b.agency->kind, b.agency->id, b.year);
}

/// Reports that are not the same in both, by agency and year, and the place of each that is.
struct Comparison {
  std::set<Key> changed;
  std::vector<std::size_t> places;
};

Comparison compare(const Catalog& earlier, const Catalog& now) {
  Comparison result;
  result.places.assign(now.reports.size(), none_before);
  const auto change = [&](const Report& report) {
    result.changed.emplace(report.agency->id, report.year);
  };
  std::size_t before = 0;
  for (std::size_t i = 0; i < now.reports.size(); ++i) {
    const Report& report = now.reports[i];
    while (before < earlier.reports.size() && &earlier.reports[before] != &report &&
           stands_before(earlier.reports[before], report)) {
      change(earlier.reports[before++]);
    }
    if (before < earlier.reports.size() && &earlier.reports[before] == &report) {
      result.places[i] = before++;
    } else {
      change(report);
    }
  }
  while (before < earlier.reports.size()) change(earlier.reports[before++]);
  for (const Catalog* catalog : {&earlier, &now}) {
    const Catalog& other = catalog == &earlier ? now : earlier;
    for (const Key& key : catalog->left_out) {
      if (std::find(other.left_out.begin(), other.left_out.end(), key) == other.left_out.end()) {
        result.changed.insert(key);
      }
    }
  }
  return result;
}

/// The wholes of which a changed report may be a part, and those of the years around it: whether a
/// whole differs because of one of its parts is told by the rules of that part, which look at the
/// years before and after.
std::set<Key> wholes_of(const std::set<Key>& changed, const Catalog& catalog) {
  std::set<Key> wholes;
  for (const auto& [id, changed_year] : changed) {
    for (const int year : {changed_year - 1, changed_year, changed_year + 1}) {
      const Agency* agency = catalog.agency(id);
      for (std::size_t step = 0; agency && step < catalog.agencies.size(); ++step) {
        if (!wholes.emplace(agency->id, year).second) break;
        agency = catalog.agency(agency->parent);
      }
    }
  }
  return wholes;
}

}  // namespace

std::vector<std::size_t> unchanged_since(const Catalog& earlier, const Catalog& now) {
  if (earlier.today != now.today || earlier.newest_year() != now.newest_year()) {
    return std::vector<std::size_t>(now.reports.size(), none_before);
  }
  Comparison found = compare(earlier, now);
  const bool agencies_are_same = same_agencies(earlier, now);
  const std::set<Key> wholes = wholes_of(found.changed, now);
  std::set<int> years;
  for (const auto& [id, year] : found.changed) years.insert(year);
  // Without a change in the year before there is another report before only if agencies changed.
  const auto has_other_before = [&](const Report& report) {
    if (agencies_are_same && years.count(report.year - 1) == 0) return false;
    return found.changed.count({report.agency->id, report.year - 1}) != 0 ||
           earlier.previous(report) != now.previous(report);
  };
  const auto has_other_parts = [&](const Report& report) {
    if (report.scope != Scope::all) return false;
    return !agencies_are_same || wholes.count({report.agency->id, report.year}) != 0;
  };
  for (std::size_t i = 0; i < now.reports.size(); ++i) {
    if (found.places[i] == none_before) continue;
    const Report& report = now.reports[i];
    if (has_other_before(report) || has_other_parts(report)) found.places[i] = none_before;
  }
  return found.places;
}

}  // namespace gongkai
