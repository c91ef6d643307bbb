#pragma once

#include <string>
#include <vector>

#include "write/filed_cell.h"

namespace gongkai {

/// `tables:` of a new report.yaml with these cells, sorted by their index, and nothing else: a row of
/// which only some cells are given is a map by the ids of columns, for what nobody gave is neither a
/// figure nor a printed blank.
std::string tables_text(const Form& form, const std::vector<FiledCell>& cells);

}  // namespace gongkai
