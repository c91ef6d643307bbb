#pragma once

#include <string>
#include <utility>
#include <vector>

#include "data/data_column.h"

namespace gongkai {

/// CSV on the Web: what the columns of a kind of CSV are. One such file serves all CSV of the kind.
void write_table_schema(const std::vector<DataColumn>& columns, std::string& out);

/// CSV on the Web: which schema each CSV of a folder has. The links of both are relative to it.
void write_csv_metadata(const std::vector<std::pair<std::string, std::string>>& schema_by_csv,
                        std::string& out);

}  // namespace gongkai
