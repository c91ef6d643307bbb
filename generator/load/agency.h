#pragma once

#include <optional>

#include "load/reader.h"
#include "model/agency.h"
#include "model/settings.h"

namespace gongkai {

/// Reads `folder`/agency.yaml. Returns nothing after an error. Parents and predecessors are
/// resolved once all agencies are known (check_register).
std::optional<Agency> load_agency(const SiteFiles& site, const Settings& settings,
                                  const std::string& folder, Diagnostics& diagnostics);

/// Reads what agency.yaml may say besides name and kind. `short_name` stays empty where none is given.
void read_agency_fields(const FileContext& context, MapReader& map, Agency& agency);

}  // namespace gongkai
