#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// A text as a string of a script and of JSON, quotes included.
std::string script_string(std::string_view text);

}  // namespace gongkai
