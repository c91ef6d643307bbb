#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/form.h"

namespace gongkai {

/// How report.yaml names a table: by its number, else by its id.
std::string table_key(const Form& form, const Table& table);

/// How it names a row (index in Table::rows): what people say on the telephone, the number, else
/// the label; the id where neither tells the row apart from another. Empty for the only row of a
/// table without row names.
std::string row_key(const Table& table, int index);

/// Cells that a text takes on a terminal, where Chinese characters are two wide.
std::size_t shown_width(const std::string& text);

/// `[12,  0, 3]`: every text aligned to the right in the width of its column, where one is given.
std::string row_list(const std::vector<std::string>& texts, const std::vector<std::size_t>& widths);

}  // namespace gongkai
