#pragma once

#include <string>
#include <string_view>

#include "diagnostics/percent.h"

namespace gongkai {

/// The link from one address of the portal to another, percent-encoded and relative, so that the
/// portal works under any path and from a disc: `../../years/2024/index.html`. An index page is
/// always named.
std::string relative_link(std::string_view from, std::string_view to);

}  // namespace gongkai
