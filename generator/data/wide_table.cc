#include "data/wide_table.h"

#include <algorithm>

#include "data/csv.h"

namespace gongkai {
namespace {

/// A label with those of its heads: 申请人情况 / 自然人.
std::string path_of(const Axis& axis, int line) {
  std::string path;
  for (; line >= 0; line = axis.lines[static_cast<std::size_t>(line)].parent) {
    const std::string& label = axis.lines[static_cast<std::size_t>(line)].label;
    path = path.empty() ? label : label + " / " + path;
  }
  return path;
}

class WideTableMaker {
 public:
  WideTableMaker(const Form& form, std::size_t table) : form_(form), table_(form.tables[table]) {}

  WideTable make() {
    wide_.has_blocks = table_.blocks.size() > 1;
    wide_.has_rows = !table_.one_row;
    if (table_.one_row) wide_.rows.emplace_back();
    for (const Row& row : table_.rows) {
      if (row.cells.empty()) continue;
      if (!table_.one_row) add_row(row);
      for (const CellIndex cell : row.cells) place(cell);
    }
    for (WideTable::WideRow& row : wide_.rows) row.cells.resize(wide_.columns.size(), no_cell);
    name_columns();
    return std::move(wide_);
  }

 private:
  void add_row(const Row& row) {
    WideTable::WideRow& wide = wide_.rows.emplace_back();
    wide.block = table_.blocks[static_cast<std::size_t>(row.block)].caption;
    wide.number = row.number;
    wide.label = row.label;
    wide.head = row.kind == Row::Kind::head;
  }

  /// Puts a cell of the last row into its column, which is made where it is new.
  void place(CellIndex cell) {
    const CellSpec& spec = form_.cells[cell];
    const Axis& columns = table_.blocks[spec.block].columns;
    const int line = columns.slots[spec.column_slot];
    std::string name = spec.column_id;
    if (table_.one_row && !spec.row_id.empty()) name = spec.row_id + "." + spec.column_id;
    auto found = std::ranges::find(wide_.columns, name, &DataColumn::name);
    if (found == wide_.columns.end()) {
      labels_.push_back(columns.lines[static_cast<std::size_t>(line)].label);
      paths_.push_back(path_of(columns, line));
      wide_.columns.push_back({std::move(name), {}, "decimal", {}, true});
      found = wide_.columns.end() - 1;
    }
    if (spec.type == FigureType::text) found->type = "string";
    const auto column = static_cast<std::size_t>(found - wide_.columns.begin());
    std::vector<CellIndex>& cells = wide_.rows.back().cells;
    if (cells.size() <= column) cells.resize(column + 1, no_cell);
    cells[column] = cell;
  }

  void name_columns() {
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const bool alone = std::ranges::count(labels_, labels_[i]) == 1;
      wide_.columns[i].title = alone ? labels_[i] : paths_[i];
    }
  }

  const Form& form_;
  const Table& table_;
  WideTable wide_;
  std::vector<std::string> labels_, paths_;  ///< by column
};

/// The notes of a row, each after the column that it belongs to.
std::string notes_of(const Report& report, const WideTable& table, const WideTable::WideRow& row) {
  std::string notes;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (row.cells[i] == no_cell) continue;
    const CellDetail* detail = report.detail(row.cells[i]);
    if (detail == nullptr || detail->note.empty()) continue;
    if (!notes.empty()) notes += "; ";
    notes += table.columns[i].title + ": " + detail->note;
  }
  return notes;
}

void write_figure(const Report& report, CellIndex cell, CsvWriter& csv) {
  const Figure& figure = report.figure(cell);
  switch (figure.state) {
    case State::figure: return csv.plain(figure.value().str());
    case State::text: return csv.text(report.detail(cell)->text);
    case State::below_limit: return csv.plain(below_limit_mark);
    case State::not_applicable: return csv.plain(not_applicable_mark);
    case State::not_reported:
    case State::not_asked: return csv.plain({});
  }
}

}  // namespace

WideTable wide_table(const Form& form, std::size_t table) {
  return WideTableMaker(form, table).make();
}

std::vector<DataColumn> wide_csv_columns(const WideTable& table) {
  std::vector<DataColumn> columns;
  if (table.has_blocks) columns.push_back({"printed_block", "block", "string"});
  if (table.has_rows) {
    columns.push_back({"printed_number", "number", "string"});
    columns.push_back({"printed_label", "label", "string"});
  }
  columns.insert(columns.end(), table.columns.begin(), table.columns.end());
  columns.push_back({"note", "note", "string"});
  return columns;
}

bool is_in_report(const WideTable::WideRow& row, const Report& report) {
  if (!row.head) return true;
  const auto cell = std::ranges::find_if(row.cells, [](CellIndex c) { return c != no_cell; });
  return cell != row.cells.end() && std::ranges::find(report.unsplit_heads, *cell) !=
                                        report.unsplit_heads.end();
}

void write_wide_csv(const Report& report, const WideTable& table, std::string& out) {
  CsvWriter csv(out);
  for (const DataColumn& column : wide_csv_columns(table)) csv.text(column.title);
  csv.end_line();
  for (const WideTable::WideRow& row : table.rows) {
    if (!is_in_report(row, report)) continue;
    if (table.has_blocks) csv.text(row.block);
    if (table.has_rows) {
      csv.text(row.number);
      csv.text(row.label);
    }
    for (const CellIndex cell : row.cells) {
      if (cell == no_cell) {
        csv.plain({});
      } else {
        write_figure(report, cell, csv);
      }
    }
    csv.text(notes_of(report, table, row));
    csv.end_line();
  }
}

}  // namespace gongkai
