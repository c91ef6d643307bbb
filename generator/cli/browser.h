#pragma once

#include <string>

namespace gongkai {

/// Opens an address in the browser that the desktop prefers. False where there is none.
bool open_browser(const std::string& url);

}  // namespace gongkai
