#pragma once

#include "load/reader.h"
#include "model/form.h"

namespace gongkai {

/// Reads one entry of a form's `tables:` and appends it with its cells to the form.
void read_table(const FileContext& context, const YamlNode& node, const std::string& language,
                Form& form);

/// The lines that a total is the sum of: the other leaves under its parent at any depth, heads
/// that may be filed unsplit standing for their children, other totals left out.
std::vector<int> summands(const Axis& axis, int total);

/// Words that can be no id of a table, row or column, because report.yaml or rules use them.
bool is_reserved(std::string_view id);

}  // namespace gongkai
