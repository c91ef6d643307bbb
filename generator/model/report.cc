#include "model/report.h"

namespace gongkai {

const CellDetail* Report::detail(CellIndex cell) const {
  const auto found = details.find(cell);
  return found == details.end() ? nullptr : &found->second;
}

}  // namespace gongkai
