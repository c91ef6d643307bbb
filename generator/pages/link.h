#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// The link from one address of the portal to another, percent-encoded and relative, so that the
/// portal works under any path and from a disc: `../../years/2024/index.html`. An index page is
/// always named.
std::string relative_link(std::string_view from, std::string_view to);

/// An address as it stands in a URL: UTF-8 bytes and signs with a meaning of their own as %XX;
/// slashes stay.
std::string percent_encoded(std::string_view address);

/// The reverse, for a link that somebody wrote; nothing else is changed.
std::string percent_decoded(std::string_view link);

}  // namespace gongkai
