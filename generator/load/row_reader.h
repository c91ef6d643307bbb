#pragma once

#include <optional>
#include <string>

#include "load/full_width.h"
#include "load/reader.h"
#include "model/report.h"

namespace gongkai {

/// Reads the figures of single rows into a report: a list in the order of the columns, a map by
/// column, one value for a row of one cell, or one value that stands for all of them.
class RowReader {
 public:
  RowReader(const FileContext& context, const Table& table, Report& report)
      : context_(context), table_(table), form_(*report.form), report_(report) {}

  void read(const Row& row, const YamlNode& value);
  void read_list(const Row& row, const YamlNode& value);
  void read_cell(const YamlNode& node, CellIndex cell);

  /// Writes one figure into every cell of a row.
  void fill(const Row& row, const Figure& figure, Mark mark);

  /// The column's line in the axis of the cell's block.
  int column_line(CellIndex cell) const;

 private:
  void read_columns(const Row& row, const YamlNode& value, int within);
  void read_text_cell(const YamlNode& value, CellIndex cell);
  bool report_commas_in_numbers(const YamlNode& list);
  void report_full_width(const YamlNode& node, const FullWidth& wide);
  void report_unknown_column(const YamlNode& map, std::size_t i, const std::string& nearest_name,
                             const Row& row);
  std::string column_labels(const Row& row) const;

  const FileContext& context_;
  const Table& table_;
  const Form& form_;
  Report& report_;
};

/// `0`, `~` and `不适用` may stand for a whole row or table; nothing for any other value.
std::optional<Figure> uniform_figure(const YamlNode& node);

}  // namespace gongkai
