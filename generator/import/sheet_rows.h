#pragma once

#include <string>
#include <vector>

#include "diagnostics/position.h"

namespace gongkai {

/// One value of a sheet of plain values, as it was written.
struct SheetCell {
  std::string text;
  bool quoted = false;
  Mark mark;  ///< of its first character; of a quoted value, of the quote
};

using SheetRow = std::vector<SheetCell>;

}  // namespace gongkai
