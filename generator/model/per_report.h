#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "model/catalog.h"
#include "model/lazy.h"
#include "model/unchanged.h"

namespace gongkai {

/// A value for each report of a catalog, made when it is first asked for, by any thread. Values of
/// reports in which nothing can have changed are taken over from those of an earlier catalog.
template <typename T>
class PerReport {
 public:
  explicit PerReport(const Catalog& catalog) : PerReport(catalog, {}, nullptr) {}
  /// `places` is unchanged_since() the catalog of `earlier`; `keeps` says of a value that was made
  /// whether it still holds.
  template <typename Keeps>
  PerReport(const Catalog& catalog, const std::vector<std::size_t>& places,
            const PerReport* earlier, Keeps&& keeps) {
    entries_.reserve(catalog.reports.size());
    index_.reserve(catalog.reports.size());
    for (std::size_t i = 0; i < catalog.reports.size(); ++i) {
      index_.emplace(&catalog.reports[i], i);
      if (earlier && places[i] != none_before) {
        const std::shared_ptr<const Lazy<T>>& entry = earlier->entries_[places[i]];
        const T* made = entry->made();
        if (made && keeps(*made)) {
          entries_.push_back(entry);
          continue;
        }
      }
      entries_.push_back(std::make_shared<const Lazy<T>>());
    }
  }
  PerReport(const Catalog& catalog, const std::vector<std::size_t>& places,
            const PerReport* earlier)
      : PerReport(catalog, places, earlier, [](const T&) { return true; }) {}

  template <typename Make>
  const T& get(const Report& report, Make&& make) const {
    return entries_[index_.at(&report)]->get(std::forward<Make>(make));
  }

 private:
  std::vector<std::shared_ptr<const Lazy<T>>> entries_;  ///< as the catalog's reports
  std::unordered_map<const Report*, std::size_t> index_;
};

}  // namespace gongkai
