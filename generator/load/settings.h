#pragma once

#include <optional>

#include "load/reader.h"
#include "model/settings.h"

namespace gongkai {

/// Reads site.yaml. Returns nothing when it cannot be read or is no map; single wrong values are
/// reported and take their defaults, so that one run shows the errors of all other files too.
std::optional<Settings> load_settings(const SiteFiles& site, Diagnostics& diagnostics);

}  // namespace gongkai
