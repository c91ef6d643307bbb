#pragma once

#include <memory>

#include "load/site_reader.h"

namespace gongkai {

/// Reads a whole site once; see SiteReader.
std::shared_ptr<const Catalog> load_catalog(const SiteFiles& site, const LoadOptions& options,
                                            Diagnostics& diagnostics);

}  // namespace gongkai
