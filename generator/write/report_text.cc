#include "write/report_text.h"

#include <algorithm>

#include "model/address.h"
#include "write/filed_cell.h"
#include "write/row_key.h"
#include "write/yaml_scalar.h"

namespace gongkai {
namespace {

constexpr std::size_t longest_line = 120;  ///< characters that fit the window of an editor

/// One row as it is written.
struct WrittenRow {
  const Row* row;
  std::string key;
  std::vector<std::string> figures;
  std::string remark;  ///< behind the figures
};

std::string spaces(std::size_t count) { return std::string(count, ' '); }

/// Writes the tables of one report.
class TableWriter {
 public:
  TableWriter(const Report& report, const Remarks& remarks) : report_(report), remarks_(remarks) {}

  std::string write(const Table& table) const {
    const std::string key = "  " + table_key(*report_.form, table) + ":";
    const std::vector<WrittenRow> rows = rows_of(table);
    std::size_t key_width = remarks_.labels && checks_columns(table) ? shown_width("columns") : 0;
    for (const WrittenRow& row : rows) key_width = std::max(key_width, shown_width(row.key));
    std::string out;
    const WrittenRow* above = nullptr;
    for (const WrittenRow& row : rows) {
      std::vector<std::size_t> widths = widths_of(rows, row);
      if (remarks_.labels) {
        const std::vector<std::string> labels = labels_of(table, row);
        widths = below_labels(std::move(widths), labels, key_width);
        const bool same_columns =
            above && above->row->block == row.row->block && labels_of(table, *above) == labels;
        if (!same_columns) out += heads(table, labels, widths, key_width);
      }
      above = &row;
      out += remarks_of(*row.row);
      const std::string list = row_list(row.figures, widths);
      // A table of one row without a name is keyed by nothing.
      if (row.key.empty()) return out + key + " " + list + "\n";
      out += "    " + row.key + ":" + spaces(key_width - shown_width(row.key) + 1) + list +
             row.remark + "\n";
    }
    return key + "\n" + out;
  }

 private:
  std::vector<WrittenRow> rows_of(const Table& table) const {
    std::vector<WrittenRow> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const Row& row = table.rows[i];
      if (row.cells.empty() || !stands(table, row)) continue;
      WrittenRow written{&row, row_key(table, static_cast<int>(i)), {}, {}};
      for (CellIndex cell : row.cells) {
        written.figures.push_back(cell_text(report_.figure(cell), report_.detail(cell)));
      }
      if (remarks_.labels && !row.label.empty() && written.key != yaml_scalar(row.label)) {
        written.remark = "  # " + row.label;
      }
      rows.push_back(std::move(written));
    }
    return rows;
  }

  std::vector<std::string> labels_of(const Table& table, const WrittenRow& row) const {
    std::vector<std::string> labels;
    for (const CellIndex cell : row.row->cells) {
      const std::string& label = report_.form->column(cell).label;
      labels.push_back(checks_columns(table) ? yaml_scalar(label) : label);
    }
    return labels;
  }

  // Figures stand under their labels where that leaves lines that fit a window.
  static std::vector<std::size_t> below_labels(std::vector<std::size_t> widths,
                                               const std::vector<std::string>& labels,
                                               std::size_t key_width) {
    std::vector<std::size_t> wide = widths;
    std::size_t line = key_width;
    for (std::size_t i = 0; i < wide.size(); ++i) {
      wide[i] = std::max(wide[i], shown_width(labels[i]));
      line += wide[i] + 2;
    }
    return line <= longest_line ? wide : widths;
  }

  // The line above the figures: `columns:` where the table is one grid and reading checks the
  // labels, else a comment.
  static std::string heads(const Table& table, const std::vector<std::string>& labels,
                           const std::vector<std::size_t>& widths, std::size_t key_width) {
    const std::string list = row_list(labels, widths);
    if (checks_columns(table)) {
      return "    columns:" + spaces(key_width - shown_width("columns") + 1) + list + "\n";
    }
    return "    #" + spaces(key_width + 2) + list.substr(1, list.size() - 2) + "\n";
  }

  // Labels that stand twice among the columns could be taken for one another.
  static bool checks_columns(const Table& table) {
    if (table.one_row || table.blocks.size() != 1) return false;
    const Axis& columns = table.blocks[0].columns;
    return std::all_of(columns.leaves.begin(), columns.leaves.end(), [&](int leaf) {
      const Line& line = columns.lines[static_cast<std::size_t>(leaf)];
      return resolve_column(columns, line.label, line.parent).index == leaf;
    });
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

  // Figures are aligned to the right with the other rows of the block.
  static std::vector<std::size_t> widths_of(const std::vector<WrittenRow>& rows,
                                            const WrittenRow& row) {
    std::vector<std::size_t> widths(row.figures.size());
    for (const WrittenRow& other : rows) {
      if (other.row->block != row.row->block) continue;
      for (std::size_t i = 0; i < std::min(widths.size(), other.figures.size()); ++i) {
        widths[i] = std::max(widths[i], shown_width(other.figures[i]));
      }
    }
    return widths;
  }

  const Report& report_;
  const Remarks& remarks_;
};

}  // namespace

std::string report_head(const Report& report) {
  std::string out = "form: " + report.form->id + "\n";
  if (report.published) out += "published: " + report.published->str() + "\n";
  if (report.status == Status::draft) out += "status: draft\n";
  if (report.scope_written) {
    out += std::string("scope: ") + (report.scope == Scope::all ? "all" : "own") + "\n";
  }
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
  return out;
}

std::string report_text(const Report& report, const Remarks& remarks) {
  std::string out;
  for (const std::string& line : remarks.top) out += "# " + line + "\n";
  out += report_head(report);
  if (report.form->tables.empty()) return out;
  out += "tables:\n";
  const TableWriter writer(report, remarks);
  for (const Table& table : report.form->tables) out += writer.write(table);
  return out;
}

}  // namespace gongkai
