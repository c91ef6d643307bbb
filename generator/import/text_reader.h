#pragma once

#include <string_view>

#include "import/document.h"
#include "import/limits.h"

namespace gongkai {

/// Reads a plain text as people paste and send it: a paragraph a line, tables with tabs between
/// their cells, or with bars as Markdown has them. Columns that are set apart by several blanks, as
/// programs print them, count as tabs. Throws Unreadable.
Document read_text_document(std::string_view bytes, bool is_markdown,
                            const ImportLimits& limits = {});

}  // namespace gongkai
