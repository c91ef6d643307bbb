#include "load/catalog.h"

namespace gongkai {

std::shared_ptr<const Catalog> load_catalog(const SiteFiles& site, const LoadOptions& options,
                                            Diagnostics& diagnostics) {
  return SiteReader(site, options).read(Changes::everything(), diagnostics);
}

}  // namespace gongkai
