#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// The bytes that a text in Base64 stands for; it ends at the first character that is none.
std::string from_base64(std::string_view text);

}  // namespace gongkai
