#include "write/report_text.h"

#include <algorithm>

#include "write/filed_cell.h"
#include "write/row_key.h"
#include "write/yaml_scalar.h"

namespace gongkai {
namespace {

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
    std::string out = "  " + table_key(*report_.form, table) + ":\n";
    const std::vector<WrittenRow> rows = rows_of(table);
    std::size_t key_width = 0;
    for (const WrittenRow& row : rows) key_width = std::max(key_width, shown_width(row.key));
    for (const WrittenRow& row : rows) {
      out += remarks_of(*row.row);
      const std::string list = figures(rows, row);
      // A table of one row without a name is keyed by nothing.
      if (row.key.empty()) return out.substr(0, out.find('\n')) + " " + list + "\n";
      out += "    " + row.key + ":" + std::string(key_width - shown_width(row.key) + 1, ' ') + list + "\n";
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
      for (CellIndex cell : row.cells) written.figures.push_back(cell_text(report_.figure(cell), report_.detail(cell)));
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
    std::vector<std::size_t> widths(row.figures.size());
    for (std::size_t i = 0; i < row.figures.size(); ++i) {
      for (const WrittenRow& other : rows) {
        if (other.row->block != row.row->block || i >= other.figures.size()) continue;
        widths[i] = std::max(widths[i], shown_width(other.figures[i]));
      }
    }
    return row_list(row.figures, widths);
  }

  const Report& report_;
  const Remarks& remarks_;
};

}  // namespace

std::string report_text(const Report& report, const Remarks& remarks) {
  std::string out;
  for (const std::string& line : remarks.top) out += "# " + line + "\n";
  out += "form: " + report.form->id + "\n";
  if (report.published) out += "published: " + report.published->str() + "\n";
  if (report.status == Status::draft) out += "status: draft\n";
  out += std::string("scope: ") + (report.scope == Scope::all ? "all" : "own") + "\n";
  if (report.source) {
    out += "source: {title: " + yaml_scalar(report.source->title);
    if (!report.source->url.empty()) out += ", url: " + yaml_scalar(report.source->url);
    out += "}\n";
  }
  if (!report.attachments.empty()) out += "attachments:\n";
  for (const Attachment& attachment : report.attachments) {
    out += "  - {file: " + yaml_scalar(attachment.file) +
           ", title: " + yaml_scalar(attachment.title) + "}\n";
  }
  if (report.form->tables.empty()) return out;
  out += "tables:\n";
  const TableWriter writer(report, remarks);
  for (const Table& table : report.form->tables) out += writer.write(table);
  return out;
}

}  // namespace gongkai
