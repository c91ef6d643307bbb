#include "write/report_text.h"

#include <algorithm>

#include "diagnostics/printer.h"
#include "model/address.h"
#include "write/yaml_scalar.h"

namespace gongkai {
namespace {

std::size_t width(const std::string& text) { return display_column(text, text.size() + 1).cells; }

std::string spaces(std::size_t count) { return std::string(count, ' '); }

std::string figure_text(const Report& report, CellIndex cell) {
  const Figure& figure = report.figure(cell);
  const CellDetail* detail = report.detail(cell);
  std::string text = "~";
  switch (figure.state) {
    case State::figure:
      text = figure.value().str();
      break;
    case State::below_limit:
      text = "<1";
      break;
    case State::not_applicable:
      text = "N/A";
      break;
    case State::text:
      text = yaml_scalar(detail ? detail->text : std::string());
      break;
    case State::not_reported:
    case State::not_asked:
      break;
  }
  if (!detail || (detail->unit.empty() && detail->note.empty())) return text;
  text = "{value: " + text;
  if (!detail->unit.empty()) text += ", unit: " + yaml_scalar(detail->unit);
  if (!detail->note.empty()) text += ", note: " + yaml_scalar(detail->note);
  return text + "}";
}

/// One row as it is written.
struct WrittenRow {
  const Row* row;
  std::string key;
  std::vector<std::string> figures;
};

/// Writes the tables of one report.
class TableWriter {
 public:
  TableWriter(const Report& report, const Remarks& remarks) : report_(report), remarks_(remarks) {}

  std::string write(const Table& table) const {
    std::string out = "  " + table_key(table) + ":\n";
    const std::vector<WrittenRow> rows = rows_of(table);
    std::size_t key_width = 0;
    for (const WrittenRow& row : rows) key_width = std::max(key_width, width(row.key));
    for (const WrittenRow& row : rows) {
      out += remarks_of(*row.row);
      const std::string list = figures(rows, row);
      // A table of one row without a name is keyed by nothing.
      if (row.key.empty()) return out.substr(0, out.find('\n')) + " " + list + "\n";
      out += "    " + row.key + ":" + spaces(key_width - width(row.key) + 1) + list + "\n";
    }
    return out;
  }

 private:
  std::vector<WrittenRow> rows_of(const Table& table) const {
    std::vector<WrittenRow> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const Row& row = table.rows[i];
      if (row.cells.empty() || !stands(table, row)) continue;
      WrittenRow written{&row, row_key(table, static_cast<int>(i)), {}};
      for (CellIndex cell : row.cells) written.figures.push_back(figure_text(report_, cell));
      rows.push_back(std::move(written));
    }
    return rows;
  }

  bool is_unsplit(const Row& row) const {
    return std::find(report_.unsplit_heads.begin(), report_.unsplit_heads.end(),
                     row.cells.front()) != report_.unsplit_heads.end();
  }

  bool stands(const Table& table, const Row& row) const {
    if (row.kind == Row::Kind::head) return is_unsplit(row);
    for (int at = row.parent; at >= 0; at = table.rows[static_cast<std::size_t>(at)].parent) {
      const Row& head = table.rows[static_cast<std::size_t>(at)];
      if (!head.cells.empty() && is_unsplit(head)) return false;
    }
    return true;
  }

  // What people say on the telephone: the number, else the label; the id where neither tells the
  // row apart from another.
  static std::string row_key(const Table& table, int index) {
    const Row& row = table.rows[static_cast<std::size_t>(index)];
    for (const std::string* name : {&row.number, &row.label}) {
      const bool reserved = *name == "columns" || *name == "rest";
      if (!name->empty() && !reserved && resolve_row(table, *name).index == index) {
        return yaml_scalar(*name);
      }
    }
    return yaml_scalar(row.id);
  }

  std::string table_key(const Table& table) const {
    const auto index = static_cast<int>(&table - report_.form->tables.data());
    const bool by_number =
        !table.number.empty() && resolve_table(*report_.form, table.number).index == index;
    return yaml_scalar(by_number ? table.number : table.id);
  }

  std::string remarks_of(const Row& row) const {
    std::string out;
    for (CellIndex cell : row.cells) {
      const auto found = remarks_.cells.find(cell);
      if (found == remarks_.cells.end()) continue;
      for (const std::string& line : found->second) out += "    # " + line + "\n";
    }
    return out;
  }

  // Aligned to the right with the other rows of the block.
  static std::string figures(const std::vector<WrittenRow>& rows, const WrittenRow& row) {
    std::string out = "[";
    for (std::size_t i = 0; i < row.figures.size(); ++i) {
      std::size_t column = 0;
      for (const WrittenRow& other : rows) {
        if (other.row->block != row.row->block || i >= other.figures.size()) continue;
        column = std::max(column, width(other.figures[i]));
      }
      if (i > 0) out += ", ";
      out += spaces(column - width(row.figures[i])) + row.figures[i];
    }
    return out + "]";
  }

  const Report& report_;
  const Remarks& remarks_;
};

}  // namespace

std::string report_text(const Report& report, const Remarks& remarks) {
  std::string out;
  for (const std::string& line : remarks.top) out += "# " + line + "\n";
  out += "form: " + report.form->id + "\n";
  if (report.status == Status::draft) out += "status: draft\n";
  out += std::string("scope: ") + (report.scope == Scope::all ? "all" : "own") + "\n";
  if (report.form->tables.empty()) return out;
  out += "tables:\n";
  const TableWriter writer(report, remarks);
  for (const Table& table : report.form->tables) out += writer.write(table);
  return out;
}

}  // namespace gongkai
