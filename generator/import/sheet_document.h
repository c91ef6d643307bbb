#pragma once

#include "import/document.h"
#include "import/workbook_reader.h"

namespace gongkai {

/// A workbook as a document: every sheet that is shown is a heading and a table. Rows that are one
/// text across the sheet become paragraphs. Hidden columns, which hold helping sums, are left out.
Document sheet_document(const std::vector<Sheet>& sheets);

}  // namespace gongkai
