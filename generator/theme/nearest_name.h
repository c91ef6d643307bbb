#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace gongkai {

/// Adds a note with the known name nearest to `name`, where one is near enough.
void add_nearest_name(Diagnostic& diagnostic, std::string_view name,
                      const std::vector<std::string>& known);

}  // namespace gongkai
