#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// Appends text as HTML: `& < > "` escaped, characters that HTML forbids left out.
void append_escaped(std::string& out, std::string_view text);

/// An address with everything percent-encoded that may not stand in one. What is encoded already
/// stays as it is.
std::string encode_address(std::string_view address);

/// `%41` → `A`; a `%` without two hexadecimal digits stays.
std::string decode_percent(std::string_view text);

/// Raw HTML without its comments, for these are notes of the author to himself. A comment that
/// never ends is none.
std::string without_comments(std::string_view html);

}  // namespace gongkai
