#include "check/cell_place.h"

namespace gongkai {

Mark mark_of(const Report& report, CellIndex cell) {
  if (report.cells[cell].mark.known()) return report.cells[cell].mark;
  for (CellIndex leaf : report.form->cells[cell].leaves) {
    if (report.cells[leaf].mark.known()) return report.cells[leaf].mark;
  }
  for (CellIndex beside : report.form->row(cell).cells) {
    if (report.cells[beside].mark.known()) return report.cells[beside].mark;
  }
  return report.form_mark;
}

Position position_of(const Report& report, CellIndex cell) {
  Position position = report.at(mark_of(report, cell));
  if (report.cells[cell].mark.known()) {
    position.length = static_cast<std::uint32_t>(report.figure(cell).value().str().size());
  }
  return position;
}

}  // namespace gongkai
