#pragma once

#include <string_view>

#include "import/document.h"
#include "import/limits.h"

namespace gongkai {

/// Reads a DOCX as Word shows it with all changes accepted: inserted text is there, deleted and
/// hidden text is not; numbers of lists are computed; text boxes and notes follow the paragraph that
/// they hang on; content controls, fields and smart tags are their content. Headers and footers of
/// pages are not read. Throws Unreadable.
Document read_docx(std::string_view bytes, const ImportLimits& limits = {});

}  // namespace gongkai
