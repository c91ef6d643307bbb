#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// An address as it stands in a URL: UTF-8 bytes and signs with a meaning of their own as %XX;
/// slashes stay.
std::string percent_encoded(std::string_view address);

/// The reverse, for a link that somebody wrote; nothing else is changed.
std::string percent_decoded(std::string_view link);

}  // namespace gongkai
