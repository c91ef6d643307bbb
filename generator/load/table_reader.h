#pragma once

#include "load/reader.h"
#include "model/report.h"

namespace gongkai {

/// Reads what a report.yaml writes under the key of one table: its rows by any of their names, or
/// one value for all of it. Cells about which nothing is written stay as they are; rows that are
/// missing, given twice or unknown are reported. `key_mark` is the place of the table's key.
void read_table_figures(const FileContext& context, const YamlNode& node, Mark key_mark,
                        const Table& table, Report& report);

}  // namespace gongkai
