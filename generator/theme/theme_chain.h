#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace gongkai {

/// The themes that make up the theme `name`, itself first and "default" last. Which theme another one
/// extends is said by its theme.yaml, one line `extends: <name>`; without it, "default". Empty, with an
/// error, where no theme has such a name or a theme extends itself.
std::vector<std::string> theme_chain(const std::filesystem::path& site, const std::string& name,
                                     Diagnostics& diagnostics);

}  // namespace gongkai
