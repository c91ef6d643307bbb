#include "data/table_sheet.h"

#include <algorithm>

#include "data/data_column.h"
#include "diagnostics/printer.h"

namespace gongkai {
namespace {

constexpr int label_width = 24, figure_width = 12;  ///< in characters
constexpr double line_height = 15;

/// Lines that a text takes in cells so wide together; spreadsheets do not find out for merged ones.
int lines_of(const std::string& text, int width) {
  const int characters = static_cast<int>(display_column(text, text.size() + 1).cells);
  // A wide character that does not fit goes to the next line whole.
  const int lines = std::max(1, (characters + width - 2) / (width - 1));
  // Words are not cut, so that lines between them end early.
  return lines > 1 && text.find(' ') != std::string::npos ? lines + 1 : lines;
}

/// What stands in a cell without a number. A blank says that nothing was reported.
std::string_view mark_of(const Report& report, CellIndex cell, const Words& words) {
  switch (report.figure(cell).state) {
    case State::text:
      return report.detail(cell)->text;
    case State::below_limit:
      return below_limit_mark;
    case State::not_applicable:
      return words["not_applicable"];
    case State::figure:
    case State::not_reported:
    case State::not_asked:
      break;
  }
  return {};
}

/// Writes the blocks of a table under one another.
class SheetWriter {
 public:
  SheetWriter(Workbook& book, lxw_worksheet* sheet, int first_row, const Words& words,
              const Report& report, const Table& table, const CellWriter& write_cell,
              SheetPlaces& places)
      : book_(book),
        words_(words),
        report_(report),
        table_(table),
        write_cell_(write_cell),
        places_(places),
        sheet_(sheet),
        at_(first_row) {}

  TableSheet write() {
    int heads = 0;
    for (const Block& block : table_.blocks) {
      if (&block != &table_.blocks.front()) ++at_;
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
    std::vector<int> lines(static_cast<std::size_t>(axis.depth), 1);
    for (const Line& line : axis.lines) {
      const int rows = line.leaf ? axis.depth - line.depth : 1;
      const int columns = line.leaf ? 1 : line.leaf_count;
      Workbook::merge(sheet_, at_ + line.depth, head_columns_ + line.first_leaf, rows, columns,
                      line.label, book_.heading());
      int& wanted = lines[static_cast<std::size_t>(line.depth + rows - 1)];
      wanted = std::max(wanted, lines_of(line.label, figure_width * columns) - rows + 1);
    }
    for (const int wanted : lines) set_height(at_++, wanted);
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
    const int columns = head_columns_ - depth;
    Workbook::merge(sheet_, at_, depth, 1, columns, label, book_.label());
    set_height(at_, lines_of(label, label_width * columns));
    write_figures(block, block.rows.slot_of(line));
  }

  void set_height(int row, int lines) {
    if (lines < 2) return;
    worksheet_set_row(sheet_, static_cast<lxw_row_t>(row), lines * line_height, nullptr);
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
      write_cell_(places_[cell], cell);
    }
    ++at_;
  }

  Workbook& book_;
  const Words& words_;
  const Report& report_;
  const Table& table_;
  const CellWriter& write_cell_;
  SheetPlaces& places_;
  lxw_worksheet* sheet_;
  int at_;           ///< the next row
  int columns_ = 0;  ///< of the widest block
  int head_columns_ = 0;
};

}  // namespace

TableSheet write_table(Workbook& book, lxw_worksheet* sheet, int first_row, const Words& words,
                       const Report& report, std::size_t table, const CellWriter& write_cell,
                       SheetPlaces& places) {
  return SheetWriter(book, sheet, first_row, words, report, report.form->tables[table], write_cell,
                     places)
      .write();
}

TableSheet write_table_sheet(Workbook& book, const Words& words, const Report& report,
                             std::size_t table, SheetPlaces& places) {
  const Table& of_form = report.form->tables[table];
  lxw_worksheet* sheet = book.add_sheet(of_form.caption.empty() ? of_form.id : of_form.caption);
  const auto write_figure = [&](const SheetPlace& place, CellIndex cell) {
    const Figure& figure = report.figure(cell);
    if (figure.is_number()) {
      book.write(sheet, place.row, place.column, figure.value(), true);
    } else {
      Workbook::write(sheet, place.row, place.column, mark_of(report, cell, words), book.label());
    }
  };
  return write_table(book, sheet, 0, words, report, table, write_figure, places);
}

}  // namespace gongkai
