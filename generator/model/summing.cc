#include "model/summing.h"

namespace gongkai {

bool is_summable(const CellSpec& spec) {
  switch (spec.type) {
    case FigureType::count:
    case FigureType::signed_count:
    case FigureType::decimal:
    case FigureType::money:
      return spec.additive;
    case FigureType::days:
    case FigureType::percent:
    case FigureType::text:
      return false;
  }
  return false;
}

std::string_view unit_of(const Report& report, CellIndex cell) {
  const CellDetail* detail = report.detail(cell);
  return detail != nullptr && !detail->unit.empty() ? std::string_view(detail->unit)
                                                    : report.form->cells[cell].unit;
}

}  // namespace gongkai
