#pragma once

#include <string>

#include "model/agency.h"

namespace gongkai {

/// The agency.yaml of a new agency, of a kind by its id.
std::string agency_text(const Agency& agency, const std::string& kind);

}  // namespace gongkai
