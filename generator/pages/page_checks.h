#pragma once

#include <memory>

#include "model/parallel.h"
#include "model/per_report.h"
#include "pages/narratives.h"

namespace gongkai {

/// Finds what pages would stumble over, without making one: two sources for one address, links of
/// texts that lead nowhere, figures in texts that do not exist. Drafts are looked at too. The texts
/// of a report are looked at when they are first asked for; what cannot have changed since an
/// earlier catalog is taken over. The catalog must outlive it.
class PageChecks {
 public:
  PageChecks(const Catalog& catalog, const Selection& selection);
  /// `places` is unchanged_since() the catalog of `earlier`.
  PageChecks(const Catalog& catalog, const Selection& selection,
             const std::vector<std::size_t>& places, const PageChecks& earlier);

  /// Looks at all texts, with `jobs` threads; stops early when `interrupted` says so, and then
  /// returns false.
  bool complete(int jobs, const Interrupt& interrupted = never) const;
  /// All that was found.
  Diagnostics diagnostics() const;

 private:
  struct OfReport {
    Diagnostics found;
    AskedAddresses asked;
  };

  const OfReport& of(const Report& report) const;

  Library library_;
  Diagnostics of_addresses_;
  Routes routes_;
  PerReport<OfReport> texts_;
};

}  // namespace gongkai
