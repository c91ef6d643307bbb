#pragma once

#include <string>

#include "model/catalog.h"

namespace gongkai {

/// Appends one report as JSON, every cell with its state (docs/data.md). With `lines` false it is
/// one line without an end, for JSON Lines.
void write_report_json(const Catalog& catalog, const Report& report, bool lines, std::string& out);

}  // namespace gongkai
