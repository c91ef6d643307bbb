#pragma once

#include <string>

namespace gongkai {

/// A text with the byte-order mark and the line ends (LF or CRLF) of another one. `text` has LF.
std::string with_line_ends_of(const std::string& original, std::string text);

}  // namespace gongkai
