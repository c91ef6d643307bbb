#include "model/form.h"

#include <algorithm>

#include "model/only_column.h"

namespace gongkai {

int Axis::slot_of(int line) const {
  const auto found = std::find(slots.begin(), slots.end(), line);
  return found == slots.end() ? -1 : static_cast<int>(found - slots.begin());
}

const Row* Table::row(std::string_view row_id) const {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == row_id; });
  return found == rows.end() ? nullptr : &*found;
}

const Table* Form::table(std::string_view table_id) const {
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [&](const Table& table) { return table.id == table_id; });
  return found == tables.end() ? nullptr : &*found;
}

CellIndex Form::cell(std::string_view address) const {
  const auto found = addresses.find(address);
  return found == addresses.end() ? no_cell : found->second;
}

const Line& Form::column(CellIndex index) const {
  const CellSpec& spec = cells[index];
  const Axis& columns = tables[spec.table].blocks[spec.block].columns;
  return columns.lines[static_cast<std::size_t>(columns.slots[spec.column_slot])];
}

std::string Form::cell_label(CellIndex index) const {
  const Row& line = row(index);
  std::string label = line.label;
  // The heads' numbers tell rows apart that bear the same label, such as 3.其他.
  if (line.number != line.own_number && line.number.ends_with(line.own_number)) {
    label = line.number.substr(0, line.number.size() - line.own_number.size()) + label;
  }
  const std::string& column_label = column(index).label;
  if (label.empty()) return column_label;
  return column_label.empty() || only_column(table_of(index)) ? label : label + "·" + column_label;
}

std::string title(const Row& row) { return row.label.empty() ? row.id : row.label; }

std::string title(const Table& table) {
  if (table.caption.empty()) return table.id;
  return table.number.empty() ? table.caption : table.number + "、" + table.caption;
}

}  // namespace gongkai
