#include "data/table_sheet.h"

#include <algorithm>

#include "data/data_column.h"

namespace gongkai {
namespace {

constexpr double label_width = 24, figure_width = 12;

/// Writes the blocks of a table under one another.
class SheetWriter {
 public:
  SheetWriter(Workbook& book, const Words& words, const Report& report, const Table& table,
              SheetPlaces& places)
      : book_(book),
        words_(words),
        report_(report),
        table_(table),
        places_(places),
        sheet_(book.add_sheet(table.caption.empty() ? table.id : table.caption)) {}

  TableSheet write() {
    int heads = 0;
    for (const Block& block : table_.blocks) {
      if (at_ > 0) ++at_;
      if (!block.caption.empty()) {
        Workbook::write(sheet_, at_++, 0, block.caption, book_.text());
      }
      head_columns_ = table_.one_row ? 0 : block.rows.depth;
      heads = std::max(heads, head_columns_);
      write_head(block);
      if (table_.one_row) {
        write_figures(block, 0);
      } else {
        write_rows(block, -1);
      }
    }
    if (heads > 0) worksheet_set_column(sheet_, 0, column(heads - 1), label_width, nullptr);
    worksheet_set_column(sheet_, column(heads), column(columns_ - 1), figure_width, nullptr);
    return {sheet_, at_, columns_};
  }

 private:
  static lxw_col_t column(int index) { return static_cast<lxw_col_t>(index); }

  void write_head(const Block& block) {
    const Axis& axis = block.columns;
    if (head_columns_ > 0) {
      Workbook::merge(sheet_, at_, 0, axis.depth, head_columns_, block.corner, book_.heading());
    }
    for (const Line& line : axis.lines) {
      const int rows = line.leaf ? axis.depth - line.depth : 1;
      Workbook::merge(sheet_, at_ + line.depth, head_columns_ + line.first_leaf, rows,
                      line.leaf ? 1 : line.leaf_count, line.label, book_.heading());
    }
    at_ += axis.depth;
    columns_ = std::max(columns_, head_columns_ + static_cast<int>(axis.leaves.size()));
    // Several blocks have heads of their own, none of which may stand still over the others.
    if (table_.blocks.size() == 1) {
      worksheet_freeze_panes(sheet_, static_cast<lxw_row_t>(at_), column(head_columns_));
    }
  }

  /// The rows under a head, heads merged beside their rows.
  void write_rows(const Block& block, int parent) {
    const Axis& rows = block.rows;
    for (std::size_t i = 0; i < rows.lines.size(); ++i) {
      const Line& line = rows.lines[i];
      if (line.parent != parent) continue;
      const int index = static_cast<int>(i);
      if (line.leaf) {
        write_row(block, index, line.depth, line.label);
        continue;
      }
      const int first = at_;
      if (is_unsplit(block, rows.slot_of(index))) {
        write_row(block, index, line.depth + 1, words_["unsplit_head"]);
      }
      write_rows(block, index);
      Workbook::merge(sheet_, first, line.depth, at_ - first, 1, line.label, book_.label());
    }
  }

  void write_row(const Block& block, int line, int depth, const std::string& label) {
    Workbook::merge(sheet_, at_, depth, 1, head_columns_ - depth, label, book_.label());
    write_figures(block, block.rows.slot_of(line));
  }

  bool is_unsplit(const Block& block, int slot) const {
    if (slot < 0) return false;
    const CellIndex first = block.cell(slot, block.columns.slot_of(block.columns.leaves.front()));
    return std::ranges::find(report_.unsplit_heads, first) != report_.unsplit_heads.end();
  }

  void write_figures(const Block& block, int slot) {
    for (std::size_t i = 0; i < block.columns.leaves.size(); ++i) {
      const CellIndex cell = block.cell(slot, block.columns.slot_of(block.columns.leaves[i]));
      const int at_column = head_columns_ + static_cast<int>(i);
      places_[cell] = {sheet_, at_, at_column};
      const Figure& figure = report_.figure(cell);
      if (figure.is_number()) {
        book_.write(sheet_, at_, at_column, figure.value(), true);
      } else {
        Workbook::write(sheet_, at_, at_column, mark_of(cell), book_.label());
      }
    }
    ++at_;
  }

  /// What stands in a cell without a number. A blank says that nothing was reported.
  std::string_view mark_of(CellIndex cell) const {
    switch (report_.figure(cell).state) {
      case State::text: return report_.detail(cell)->text;
      case State::below_limit: return below_limit_mark;
      case State::not_applicable: return words_["not_applicable"];
      case State::figure:
      case State::not_reported:
      case State::not_asked: break;
    }
    return {};
  }

  Workbook& book_;
  const Words& words_;
  const Report& report_;
  const Table& table_;
  SheetPlaces& places_;
  lxw_worksheet* sheet_;
  int at_ = 0;       ///< the next row
  int columns_ = 0;  ///< of the widest block
  int head_columns_ = 0;
};

}  // namespace

TableSheet write_table_sheet(Workbook& book, const Words& words, const Report& report,
                             std::size_t table, SheetPlaces& places) {
  return SheetWriter(book, words, report, report.form->tables[table], places).write();
}

}  // namespace gongkai
