#pragma once

#include <string>

#include "cli/console.h"
#include "session/session.h"

namespace gongkai {

/// The line that ends a check: how many reports, rules by outcome, errors and warnings.
std::string summary(const Session& session, const Console& console);

}  // namespace gongkai
