#pragma once

#include <map>
#include <string>
#include <string_view>

namespace gongkai {

/// A style sheet without comments, indentation and empty lines. Texts in quotes stay as they are.
std::string compact_css(std::string_view css);

/// The sources of one style sheet, by file name, put together in the order of their names.
std::string join_style_sheet(const std::map<std::string, std::string>& sources);

}  // namespace gongkai
