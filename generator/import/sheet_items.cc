#include "import/sheet_items.h"

#include <algorithm>
#include <map>

#include "import/label_key.h"

namespace gongkai {
namespace {

// Words that stand between figures for longer than this are text and no labels.
constexpr std::size_t longest_label = 3000;

/// How a row falls apart into words and figures.
struct Cut {
  std::size_t label_end = 0;  ///< cells before it are label
  std::size_t values = 0;
};

// `3.` alone in a line is the beginning of a label; `22¹` is a figure that cannot be read.
bool is_odd_figure(const PrintedCell& cell) {
  std::string text = cell.text;
  while (text.ends_with(' ')) text.pop_back();
  for (const std::string_view mark : {".", "．", "、", "，", "）", ")"}) {
    if (text.ends_with(mark)) return false;
  }
  return std::ranges::all_of(cell.key, [](char c) { return c >= '0' && c <= '9'; });
}

Cut cut(const PrintedRow& row) {
  Cut cut;
  // Digits that are no figure (22¹, two numbers in a cell) are no label either.
  const auto is_value = [](const PrintedCell& cell) {
    return cell.look == CellLook::value ||
           (cell.look == CellLook::text && is_odd_figure(cell));
  };
  cut.values = static_cast<std::size_t>(std::ranges::count_if(row.cells, is_value));
  std::size_t before = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (is_value(row.cells[i])) ++before;
    // Words with most figures behind them are label, a running number before them included; words
    // among the figures stand in the place of one.
    const std::size_t after = cut.values - before;
    const bool words = row.cells[i].look == CellLook::text && !is_value(row.cells[i]);
    if (words && (after > before || cut.values == 0)) {
      cut.label_end = i + 1;
    }
  }
  return cut;
}

class ItemMaker {
 public:
  ItemMaker(const std::vector<PrintedRow>& rows, const FormLabels& labels) : labels_(labels) {
    std::map<std::pair<int, std::size_t>, std::size_t> counts;
    for (const PrintedRow& row : rows) {
      if (cut(row).values > 0) ++counts[{row.table, row.cells.size()}];
    }
    std::map<int, std::size_t> most;
    for (const auto& [key, count] : counts) {
      if (count > most[key.first]) {
        most[key.first] = count;
        usual_[key.first] = key.second;
      }
    }
  }

  void add(const PrintedRow& row) {
    const Cut parts = cut(row);
    for (std::size_t i = 0; i < parts.label_end; ++i) {
      const PrintedCell& cell = row.cells[i];
      if (cell.look != CellLook::text) continue;
      next_.label_parts.push_back(cell.key);
      next_.label += cell.key;
      next_.own_label += cell.key;
    }
    if (parts.values == 0) {
      if (is_blank_row(row, parts.label_end)) {
        finish(row, parts.label_end, true);
        return;
      }
      next_.above.push_back(&row);
      next_.own_label.clear();
      trim();
      return;
    }
    if (goes_on(row)) {
      RowFigures& figures = items_.back().figures;
      if (items_.back().blank) {
        figures.cells.clear();
        items_.back().blank = false;
        items_.back().row = &row;
        figures.table = row.table;
        figures.first = row.cells.size();
      }
      append(figures, row, 0);
      items_.back().blocks.push_back(row.block);
      next_.own_label.clear();
      return;
    }
    finish(row, parts.label_end, false);
  }

  std::vector<SheetItem> finish(SheetItem& tail) {
    tail = std::move(next_);
    return std::move(items_);
  }

 private:
  // Figures without words before them continue those above: in the next line of text, or in the
  // row below a label that had only blanks beside it.
  bool goes_on(const PrintedRow& row) const {
    if (items_.empty() || !next_.label.empty() || !next_.above.empty()) return false;
    const SheetItem& last = items_.back();
    // Each row may be a table of its own.
    if (last.blank && row.table == last.figures.table + 1) return true;
    if (last.figures.table != row.table) return false;
    return last.blank || row.table == PrintedRow::line_of_text;
  }

  static void append(RowFigures& figures, const PrintedRow& row, std::size_t from) {
    for (std::size_t i = from; i < row.cells.size(); ++i) figures.cells.push_back(row.cells[i]);
  }

  void finish(const PrintedRow& row, std::size_t label_end, bool blank) {
    next_.row = &row;
    next_.blocks.push_back(row.block);
    next_.blank = blank;
    next_.figures.table = row.table;
    next_.figures.width = row.cells.size();
    const auto usual = usual_.find(row.table);
    next_.figures.usual_width = usual == usual_.end() ? 0 : usual->second;
    append(next_.figures, row, label_end);
    next_.figures.first = next_.figures.cells.size();
    items_.push_back(std::move(next_));
    next_ = {};
  }

  // A label of a row with nothing but blanks behind it: a row of blanks, or the upper half of one
  // whose figures stand below. Heads look the same, but hold no figures.
  bool is_blank_row(const PrintedRow& row, std::size_t label_end) const {
    if (label_end == 0 || label_end == row.cells.size()) return false;
    std::size_t length = 0;
    const RowName name = labels_.row_at_end(next_.label, length);
    if (name.row < 0 || !labels_.is_leaf(name)) return false;
    const auto words = std::ranges::count_if(
        row.cells, [](const PrintedCell& cell) { return cell.look == CellLook::text; });
    // 其他 and 总计 end the heads of tables too.
    return words == 1 || characters(std::string_view(next_.label).substr(next_.label.size() - length)) > 2;
  }

  void trim() {
    while (next_.label.size() > longest_label && !next_.label_parts.empty()) {
      next_.label.erase(0, next_.label_parts.front().size());
      next_.label_parts.erase(next_.label_parts.begin());
    }
  }

  std::map<int, std::size_t> usual_;
  std::vector<SheetItem> items_;
  const FormLabels& labels_;
  SheetItem next_;
};

}  // namespace

std::vector<SheetItem> sheet_items(const std::vector<PrintedRow>& rows, const FormLabels& labels,
                                   SheetItem& tail) {
  ItemMaker maker(rows, labels);
  for (const PrintedRow& row : rows) maker.add(row);
  return maker.finish(tail);
}

}  // namespace gongkai
