#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// SHA-256 in lower-case hexadecimal digits. From any thread.
std::string sha256(std::string_view bytes);

}  // namespace gongkai
