#include "import/tables_text.h"

#include <algorithm>

#include "write/row_key.h"

namespace gongkai {
namespace {

/// One row as it is written: `figures` where all its cells are given, else `map`.
struct WrittenRow {
  std::string key;
  int block = 0;
  std::vector<std::string> figures;
  std::string map;
};

/// Writes the tables of one report.
class TablesWriter {
 public:
  TablesWriter(const Form& form, const std::vector<FiledCell>& cells)
      : form_(form), cells_(cells) {}

  std::string write(const Table& table) const {
    std::vector<WrittenRow> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const Row& row = table.rows[i];
      if (!row.cells.empty() && find(row)) rows.push_back(written(table, static_cast<int>(i)));
    }
    if (rows.empty()) return {};
    std::size_t key_width = 0;
    for (const WrittenRow& row : rows) key_width = std::max(key_width, shown_width(row.key));
    std::string out = "  " + table_key(form_, table) + ":";
    // A table of one row without a name is keyed by nothing.
    if (rows.front().key.empty()) return out + " " + value(rows, rows.front()) + "\n";
    out += "\n";
    for (const WrittenRow& row : rows) {
      out += "    " + row.key + ":" + std::string(key_width - shown_width(row.key) + 1, ' ') +
             value(rows, row) + "\n";
    }
    return out;
  }

 private:
  const FiledCell* find(CellIndex cell) const {
    const auto found = std::lower_bound(
        cells_.begin(), cells_.end(), cell,
        [](const FiledCell& filed, CellIndex index) { return filed.cell < index; });
    return found != cells_.end() && found->cell == cell ? &*found : nullptr;
  }

  bool find(const Row& row) const {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [&](CellIndex cell) { return find(cell) != nullptr; });
  }

  WrittenRow written(const Table& table, int index) const {
    const Row& row = table.rows[static_cast<std::size_t>(index)];
    WrittenRow out{row_key(table, index), row.block, {}, {}};
    for (CellIndex cell : row.cells) {
      const FiledCell* filed = find(cell);
      if (!filed) continue;
      const std::string text = cell_text(filed->figure, &filed->detail);
      out.figures.push_back(text);
      out.map += (out.map.empty() ? "{" : ", ") + form_.cells[cell].column_id + ": " + text;
    }
    out.map += "}";
    if (out.figures.size() != row.cells.size()) out.figures.clear();
    return out;
  }

  // Figures are aligned to the right with the other rows of the block.
  static std::string value(const std::vector<WrittenRow>& rows, const WrittenRow& row) {
    if (row.figures.empty()) return row.map;
    std::vector<std::size_t> widths(row.figures.size());
    for (const WrittenRow& other : rows) {
      if (other.block != row.block || other.figures.size() != row.figures.size()) continue;
      for (std::size_t i = 0; i < widths.size(); ++i) {
        widths[i] = std::max(widths[i], shown_width(other.figures[i]));
      }
    }
    if (row.figures.size() > 1) return row_list(row.figures, widths);
    return std::string(widths[0] - shown_width(row.figures[0]), ' ') + row.figures[0];
  }

  const Form& form_;
  const std::vector<FiledCell>& cells_;
};

}  // namespace

std::string tables_text(const Form& form, const std::vector<FiledCell>& cells) {
  std::string out = "tables:\n";
  const TablesWriter writer(form, cells);
  for (const Table& table : form.tables) out += writer.write(table);
  return out;
}

}  // namespace gongkai
