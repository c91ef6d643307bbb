#pragma once

#include <string_view>

#include "import/document.h"
#include "import/limits.h"

namespace gongkai {

/// Reads a web page: what a reader sees of it, in order. UTF-8, UTF-16 and GB18030 (GBK, GB2312) are
/// told apart by their bytes, whatever the page says of itself. Menus and footers around the report
/// are left out: of the page is taken the innermost element that holds all its headings and tables.
/// Throws Unreadable.
Document read_html(std::string_view bytes, const ImportLimits& limits = {});

}  // namespace gongkai
