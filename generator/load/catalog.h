#pragma once

#include <memory>

#include "diagnostics/diagnostic.h"
#include "load/source_text.h"
#include "model/catalog.h"

namespace gongkai {

struct LoadOptions {
  int jobs = 1;
  std::optional<Date> today;  ///< none: the day that it is in the time zone of the site
};

/// Reads a whole site: settings, forms, agencies, reports, pages. Everything that can be read is
/// read, so that one run shows all errors; what has an error is left out whole. Returns null only
/// where site.yaml itself cannot be read. A catalog that comes with errors must not be published.
std::shared_ptr<const Catalog> load_catalog(const SiteFiles& site, const LoadOptions& options,
                                            Diagnostics& diagnostics);

}  // namespace gongkai
