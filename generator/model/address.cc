#include "model/address.h"

#include <algorithm>
#include <functional>
#include <map>

#include "diagnostics/suggestion.h"
#include "model/folding.h"

namespace gongkai {
namespace {

// A label without the number that it begins with: （一）予以公开 → 予以公开.
std::string without_number(const std::string& folded_label, const std::string& own_number) {
  const std::string number = fold(own_number);
  if (number.empty() || !folded_label.starts_with(number)) return {};
  return folded_label.substr(number.size());
}

// The names of a row or column: those that are its own, and those that it may share with others
// under another head (5, 其他) and that count only where no own name fits.
struct Names {
  std::vector<std::string> own;
  std::vector<std::string> shared;
};

template <typename Named>
Names names_of(const Named& line) {
  Names names;
  auto add = [](std::vector<std::string>& list, std::string name) {
    if (!name.empty()) list.push_back(std::move(name));
  };
  const std::string label = fold(line.label);
  add(names.own, fold(line.id));
  add(names.own, fold(line.number));
  add(names.own, label);
  for (const std::string& alias : line.aliases) add(names.own, fold(alias));
  add(names.shared, fold(line.own_number));
  add(names.shared, without_number(label, line.own_number));
  for (const std::string& alias : line.aliases) {
    add(names.shared, without_number(fold(alias), line.own_number));
  }
  return names;
}

// For a message: `三（三）5（5.属于三类内部事务信息）`.
template <typename Named>
std::string describe(const Named& line) {
  const std::string& key = line.number.empty() ? line.id : line.number;
  return key.empty() ? line.label : key + " (" + line.label + ")";
}

bool contains(const std::vector<std::string>& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

template <typename Named>
bool stands_under(const std::vector<Named>& lines, int line, int head) {
  if (head < 0) return true;
  for (int at = lines[static_cast<std::size_t>(line)].parent; at >= 0;
       at = lines[static_cast<std::size_t>(at)].parent) {
    if (at == head) return true;
  }
  return false;
}

template <typename Named>
KeyResult resolve(const std::vector<Named>& lines, std::string_view written, int within) {
  // Programs write ids: an exact one wins over any label that folds to it.
  std::vector<int> exact;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!written.empty() && lines[i].id == written &&
        stands_under(lines, static_cast<int>(i), within)) {
      exact.push_back(static_cast<int>(i));
    }
  }
  if (exact.size() == 1) return {exact[0], {}, {}};

  const std::string name = fold(written);
  std::vector<int> own, shared;
  std::vector<std::string> known;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const int index = static_cast<int>(i);
    if (!stands_under(lines, index, within)) continue;
    const Names names = names_of(lines[i]);
    if (contains(names.own, name)) own.push_back(index);
    if (contains(names.shared, name)) shared.push_back(index);
  }
  // Directly under the head, a relative number is no riddle: 5 under （三）.
  std::vector<int>& found = own.empty() ? shared : own;
  if (found.size() > 1) {
    std::vector<int> direct;
    for (int index : found) {
      if (lines[static_cast<std::size_t>(index)].parent == within) direct.push_back(index);
    }
    if (direct.size() == 1) found = direct;
  }
  KeyResult result;
  if (found.size() == 1) {
    result.index = found[0];
  } else if (found.size() > 1) {
    for (int index : found) {
      result.candidates.push_back(describe(lines[static_cast<std::size_t>(index)]));
    }
  } else {
    // What people would type for each line: the first of id, number and label that looks nearest.
    std::map<std::string, std::string> spelling;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!stands_under(lines, static_cast<int>(i), within)) continue;
      for (const std::string* word : {&lines[i].id, &lines[i].number, &lines[i].label}) {
        if (!word->empty()) spelling.emplace(fold(*word), *word);
      }
    }
    for (const auto& [folded, word] : spelling) known.push_back(folded);
    if (const auto near = nearest(name, known)) result.nearest = spelling[*near];
  }
  return result;
}

// Tables seen as lines, so that one look-up serves all three.
struct TableName {
  std::string id, number, own_number, label;
  std::vector<std::string> aliases;
  int parent = -1;
};

// The cell of a row (by its own slot, so heads too) at a column line.
CellIndex cell_at(const Form& form, int table, int row, int column_line) {
  for (CellIndex cell = 0; cell < form.cells.size(); ++cell) {
    const CellSpec& spec = form.cells[cell];
    if (spec.table != table || spec.row != row) continue;
    const Axis& columns = form.tables[spec.table].blocks[spec.block].columns;
    if (columns.slots[spec.column_slot] == column_line) return cell;
  }
  return no_cell;
}

std::string nearest_address(const Form& form, std::string_view written) {
  std::vector<std::string> known;
  for (const auto& [address, cell] : form.addresses) known.push_back(address);
  return nearest(written, known).value_or("");
}

}  // namespace

int group_line(const Table& table, const Row& row) {
  if (!table.one_row || row.cells.empty()) return -1;
  const std::vector<Line>& lines = table.blocks[0].columns.lines;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].leaf && !row.id.empty() && lines[i].id == row.id) return static_cast<int>(i);
  }
  return -1;
}

KeyResult resolve_table(const Form& form, std::string_view written) {
  std::vector<TableName> names;
  for (const Table& table : form.tables) {
    names.push_back({table.id, table.number, "", table.caption, table.aliases});
  }
  // The heading under which a table stands names it too: 三、收到和处理政府信息公开申请情况.
  for (const Section& section : form.sections) {
    if (section.table < 0) continue;
    std::vector<std::string>& aliases = names[static_cast<std::size_t>(section.table)].aliases;
    aliases.push_back(section.title);
    aliases.insert(aliases.end(), section.aliases.begin(), section.aliases.end());
  }
  return resolve(names, written, -1);
}

KeyResult resolve_row(const Table& table, std::string_view written, int within) {
  return resolve(table.rows, written, within);
}

KeyResult resolve_column(const Axis& columns, std::string_view written, int within) {
  return resolve(columns.lines, written, within);
}

AddressResult resolve_address(const Form& form, std::string_view written) {
  AddressResult result;
  result.cell = form.cell(written);
  if (result.cell != no_cell) return result;

  const std::size_t first = written.find('.'), last = written.rfind('.');
  const KeyResult table_key = resolve_table(form, written.substr(0, first));
  if (first == std::string_view::npos || table_key.index < 0) {
    result.candidates = table_key.candidates;
    if (result.candidates.empty()) result.nearest = nearest_address(form, written);
    return result;
  }
  const Table& table = form.tables[static_cast<std::size_t>(table_key.index)];
  // A label may hold a dot (1.属于国家秘密): the row is all that stands between the first dot and
  // the last. In a one-row table without groups there is no row.
  int row = -1;
  if (last > first) {
    std::string row_text(written.substr(first + 1, last - first - 1));
    KeyResult row_key = resolve_row(table, row_text);
    if (row_key.index < 0 && row_key.candidates.empty()) {
      // 三（三）.5: the parts of a number joined with dots.
      std::string joined = row_text;
      joined.erase(std::remove(joined.begin(), joined.end(), '.'), joined.end());
      if (const KeyResult again = resolve_row(table, joined); again.index >= 0) row_key = again;
    }
    result.candidates = row_key.candidates;
    row = row_key.index;
  } else if (table.rows.size() == 1) {
    row = 0;
  }
  if (row >= 0) {
    const Row& target = table.rows[static_cast<std::size_t>(row)];
    const Axis& columns = table.blocks[static_cast<std::size_t>(target.block)].columns;
    const KeyResult column =
        resolve_column(columns, written.substr(last + 1), group_line(table, target));
    result.candidates = column.candidates;
    if (column.index >= 0) result.cell = cell_at(form, table_key.index, row, column.index);
  }
  if (result.cell == no_cell && result.candidates.empty()) {
    result.nearest = nearest_address(form, written);
  }
  return result;
}

}  // namespace gongkai
