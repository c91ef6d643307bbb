#pragma once

#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace gongkai {

/// A page that shows messages as they are, instead of the one that was asked for. It stands alone:
/// the theme may be what is broken.
std::string error_page(std::string_view messages, Language language);

}  // namespace gongkai
