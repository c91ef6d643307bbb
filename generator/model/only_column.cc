#include "model/only_column.h"

namespace gongkai {

const std::string* only_column(const Table& table) {
  const std::string* label = nullptr;
  for (const Block& block : table.blocks) {
    if (table.one_row || block.columns.leaves.size() != 1) return nullptr;
    const Line& column =
        block.columns.lines[static_cast<std::size_t>(block.columns.leaves.front())];
    if (label && *label != column.label) return nullptr;
    label = &column.label;
  }
  return label;
}

}  // namespace gongkai
