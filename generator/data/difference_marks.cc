#include "data/difference_marks.h"

#include <cmath>

namespace gongkai {
namespace {

lxw_row_t row_of(int row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_of(int column) { return static_cast<lxw_col_t>(column); }

}  // namespace

void DifferenceMarks::add(CellIndex cell, const SheetPlace& place, double missed) {
  Bound& bound = bound_[cell];
  // A difference that cannot be told yet is an empty text, which N() takes for 0.
  bound.formula += (bound.formula.empty() ? "=ABS(N(" : "+ABS(N(") + place.reference() + "))";
  bound.missed += std::abs(missed);
}

void DifferenceMarks::write(const std::vector<TableSheet>& tables) {
  for (const TableSheet& table : tables) {
    const int offset = table.columns + 1;
    for (const auto& [cell, bound] : bound_) {
      const auto place = places_.find(cell);
      if (place == places_.end() || place->second.sheet != table.sheet) continue;
      worksheet_write_formula_num(table.sheet, row_of(place->second.row),
                                  column_of(place->second.column + offset), bound.formula.c_str(),
                                  nullptr, bound.missed);
    }
    hide(table.sheet, offset, offset + table.columns);
    alert(book_, table.sheet, 0, table.rows - 1, table.columns, "=" + cell_name(0, offset) + "<>0");
  }
}

void DifferenceMarks::alert(Workbook& book, lxw_worksheet* sheet, int first_row, int last_row,
                            int columns, const std::string& formula) {
  if (last_row < first_row) return;
  lxw_conditional_format condition{};
  condition.type = LXW_CONDITIONAL_TYPE_FORMULA;
  std::string text = formula;
  condition.value_string = text.data();
  condition.format = book.alert();
  worksheet_conditional_format_range(sheet, row_of(first_row), 0, row_of(last_row),
                                     column_of(columns - 1), &condition);
}

void DifferenceMarks::hide(lxw_worksheet* sheet, int first_column, int last_column) {
  lxw_row_col_options options{};
  options.hidden = true;
  worksheet_set_column_opt(sheet, column_of(first_column), column_of(last_column),
                           LXW_DEF_COL_WIDTH, nullptr, &options);
}

}  // namespace gongkai
