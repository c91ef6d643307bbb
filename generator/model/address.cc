#include "model/address.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "diagnostics/suggestion.h"
#include "model/folding.h"

namespace gongkai {
namespace {

// For a message: `三（三）5（5.属于三类内部事务信息）`.
template <typename Named>
std::string describe(const Named& line) {
  const std::string& key = line.number.empty() ? line.id : line.number;
  return key.empty() ? line.label : key + " (" + line.label + ")";
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

// Those of the lines that stand under a head.
template <typename Named>
std::vector<int> under(const KeyIndex::Lines& found, const std::vector<Named>& lines, int head) {
  std::vector<int> kept;
  std::copy_if(found.begin(), found.end(), std::back_inserter(kept),
               [&](int line) { return stands_under(lines, line, head); });
  return kept;
}

template <typename Named>
KeyResult resolve(const std::vector<Named>& lines, const KeyIndex& keys, std::string_view written,
                  int within) {
  // Programs write ids: an exact one wins over any label that folds to it.
  const std::vector<int> exact = under(keys.with_id(written), lines, within);
  if (exact.size() == 1) return {exact[0], {}, {}};

  const std::string name = fold(written);
  std::vector<int> found = under(keys.own(name), lines, within);
  if (found.empty()) found = under(keys.shared(name), lines, within);
  // Directly under the head, a relative number is no riddle: 5 under （三）.
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
    std::vector<std::string> known;
    for (const auto& [folded, word] : spelling) known.push_back(folded);
    if (const auto near = nearest(name, known)) result.nearest = spelling[*near];
  }
  return result;
}

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

void index_keys(Form& form) {
  form.section_keys = form.table_keys = {};
  int section_number = 0;
  for (const Section& section : form.sections) {
    form.section_keys.add(section_number++, "", "", "", section.title, section.aliases);
  }
  for (std::size_t i = 0; i < form.tables.size(); ++i) {
    Table& table = form.tables[i];
    // The heading under which a table stands names it too: 三、收到和处理政府信息公开申请情况.
    std::vector<std::string> aliases = table.aliases;
    for (const Section& section : form.sections) {
      if (section.table != static_cast<int>(i)) continue;
      aliases.push_back(section.title);
      aliases.insert(aliases.end(), section.aliases.begin(), section.aliases.end());
    }
    form.table_keys.add(static_cast<int>(i), table.id, table.number, "", table.caption, aliases);
    table.row_keys = {};
    int number = 0;
    for (const Row& row : table.rows) {
      table.row_keys.add(number++, row.id, row.number, row.own_number, row.label, row.aliases);
    }
    for (Block& block : table.blocks) {
      block.columns.keys = {};
      number = 0;
      for (const Line& line : block.columns.lines) {
        block.columns.keys.add(number++, line.id, line.number, line.own_number, line.label,
                               line.aliases);
      }
    }
  }
}

KeyResult resolve_table(const Form& form, std::string_view written) {
  // Tables stand under no head.
  struct TableLine {
    std::string id, number, label;
    int parent = -1;
  };
  std::vector<TableLine> lines;
  for (const Table& table : form.tables) lines.push_back({table.id, table.number, table.caption});
  return resolve(lines, form.table_keys, written, -1);
}

KeyResult resolve_row(const Table& table, std::string_view written, int within) {
  return resolve(table.rows, table.row_keys, written, within);
}

KeyResult resolve_column(const Axis& columns, std::string_view written, int within) {
  return resolve(columns.lines, columns.keys, written, within);
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
