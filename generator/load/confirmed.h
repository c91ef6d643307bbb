#pragma once

#include "load/reader.h"
#include "model/report.h"

namespace gongkai {

/// Reads `confirmed:`, the passages that the office looked at and lets stand. Each must name one of
/// the report's texts and occur in it as written, so it is read after the narratives, and compared
/// with them only where they were read whole.
void read_confirmed(const FileContext& context, bool texts_are_whole, MapReader& map,
                    Report& report);

}  // namespace gongkai
