#pragma once

#include <optional>

#include "diagnostics/diagnostic.h"
#include "import/sheet_rows.h"
#include "load/source_text.h"

namespace gongkai {

/// The rows of a CSV text as RFC 4180 has it: values apart by commas, a value in double quotes may
/// hold commas, line ends and doubled quotes. Lines without a character are left out. All rows must
/// be as long as the first one. Returns nothing after an error: every row that is too long or too
/// short is one; after a quote in a wrong place nothing further is read.
std::optional<std::vector<SheetRow>> parse_csv(const SourceText& source, Diagnostics& diagnostics);

}  // namespace gongkai
