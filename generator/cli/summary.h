#pragma once

#include <string>

#include "cli/console.h"
#include "session/session.h"

namespace gongkai {

/// The line that ends a check: how many reports, rules by outcome, errors, warnings, and
/// hints where there are any.
std::string summary(const Session& session, const Console& console);
/// The same of its parts; the first two are null where site.yaml cannot be read.
std::string summary(const Catalog* catalog, const CheckResult* checks,
                    const Diagnostics& diagnostics, const Console& console);

/// What a strict run says where warnings alone fail it; empty otherwise.
std::string strict_remark(const Session& session, bool strict, const Console& console);

}  // namespace gongkai
