#include "import/bind_summary.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "diagnostics/codes/import.h"
#include "import/label_key.h"

namespace gongkai {
namespace {

class Summary {
 public:
  explicit Summary(Binding& binding)
      : binding_(binding), form_(binding.form), labels_(binding.labels) {}

  void sum_up() {
    settle_unsplit();
    std::vector<FiledCell>& all = binding_.bound.cells;
    for (const auto& [name, cells] : binding_.taken)
      all.insert(all.end(), cells.begin(), cells.end());
    std::ranges::sort(all, {}, &FiledCell::cell);
    for (std::size_t t = 0; t < form_.tables.size(); ++t) sum_up_table(t);
    for (const auto& [place, state] : binding_.headers) {
      binding_.bound.column_labels += state.found;
    }
    report_left_over();
  }

 private:
  // A head that has figures of its own and rows with figures below it: one of them is misread.
  void settle_unsplit() {
    for (const RowName& name : binding_.doubtful) binding_.taken.erase(name);
    for (auto it = binding_.taken.begin(); it != binding_.taken.end();) {
      const RowName name = it->first;
      const bool head = name.row >= 0 && !labels_.is_leaf(name);
      bool split = false;
      for (const auto& [other, cells] : binding_.taken) {
        split = split || (head && other.table == name.table && stands_under(other, name));
      }
      if (split) {
        const Table& table = form_.tables[at(name.table)];
        binding_.add(codes::head_with_figures, nullptr, {title(table.rows[at(name.row)])});
        binding_.split_heads.insert(name);
        it = binding_.taken.erase(it);
      } else {
        ++it;
      }
    }
  }

  bool stands_under(const RowName& row, const RowName& head) const {
    const Table& table = form_.tables[at(row.table)];
    if (row.row < 0) return false;
    for (int up = table.rows[at(row.row)].parent; up >= 0; up = table.rows[at(up)].parent) {
      if (up == head.row) return true;
    }
    return false;
  }

  bool is_due(const Table& table, int index) const {
    const Row& row = table.rows[at(index)];
    const int t = static_cast<int>(&table - form_.tables.data());
    if (row.kind != Row::Kind::leaf) {
      return binding_.taken.count({t, index}) || binding_.split_heads.count({t, index});
    }
    for (const auto& [name, cells] : binding_.taken) {
      if (name.table == t && name.row >= 0 && !labels_.is_leaf(name) &&
          stands_under({t, index}, name)) {
        return false;
      }
    }
    return true;
  }

  void sum_up_table(std::size_t t) {
    const Table& table = form_.tables[t];
    const int index = static_cast<int>(t);
    BoundTable& bound = binding_.bound.tables[t];
    std::vector<std::string> missing, without_figures, blank;
    if (table.one_row) {
      const auto found = binding_.taken.find({index, -1});
      bound.rows_due = 1;
      bound.cells_due = table.blocks[0].columns.leaves.size();
      bound.rows = found == binding_.taken.end() ? 0 : 1;
      if (found != binding_.taken.end()) count(found->second, bound);
    }
    for (std::size_t r = 0; r < table.rows.size() && !table.one_row; ++r) {
      const RowName name{index, static_cast<int>(r)};
      if (!is_due(table, name.row)) continue;
      ++bound.rows_due;
      bound.cells_due += table.rows[r].cells.size();
      if (const auto found = binding_.taken.find(name); found != binding_.taken.end()) {
        ++bound.rows;
        count(found->second, bound);
        const bool all_blank = std::ranges::all_of(found->second, [](const FiledCell& cell) {
          return cell.figure.state == State::not_reported;
        });
        if (all_blank) blank.push_back(title(table.rows[r]));
      } else if (is_printed(name)) {
        without_figures.push_back(title(table.rows[r]));
      } else {
        missing.push_back(title(table.rows[r]));
      }
    }
    report_table(index, missing, without_figures);
    if (!blank.empty()) {
      binding_.add(codes::rows_blank, nullptr,
                   {title(table), fmt::format("{}", fmt::join(blank, ", "))});
    }
  }

  static void count(const std::vector<FiledCell>& cells, BoundTable& bound) {
    bound.cells += cells.size();
    bound.blank += static_cast<std::size_t>(std::ranges::count_if(
        cells, [](const FiledCell& cell) { return cell.figure.state == State::not_reported; }));
  }

  // Whether any of the row's names of some length stands anywhere among the words.
  bool is_printed(const RowName& name) const {
    return std::ranges::any_of(labels_.rows(), [&](const auto& entry) {
      return entry.second == name && characters(entry.first) > 3 &&
             binding_.words.find(entry.first) != std::string::npos;
    });
  }

  void report_table(int index, const std::vector<std::string>& missing,
                    const std::vector<std::string>& without_figures) {
    const Table& table = form_.tables[at(index)];
    const BoundTable& bound = binding_.bound.tables[at(index)];
    std::vector<std::string> columns;
    bool order_unknown = false, any_header = false;
    for (std::size_t b = 0; b < table.blocks.size(); ++b) {
      const auto state = binding_.headers.find({index, static_cast<int>(b)});
      if (state == binding_.headers.end()) continue;
      any_header = any_header || state->second.found > 0;
      const bool unheaded = std::ranges::any_of(binding_.unheaded, [&](const RowName& name) {
        return name.table == index && table.rows[at(name.row)].block == static_cast<int>(b);
      });
      // A head that is whole where it comes again does not help the rows above it.
      if (state->second.complete && !unheaded) continue;
      order_unknown = order_unknown || state->second.order_unknown;
      std::vector<std::string> labels = state->second.missing;
      if (labels.empty() && unheaded && !state->second.order_unknown) {
        for (const int leaf : table.blocks[b].columns.leaves) {
          labels.push_back(table.blocks[b].columns.lines[at(leaf)].label);
        }
      }
      for (std::string& label : labels) {
        const std::string& caption = table.blocks[b].caption;
        columns.push_back(caption.empty() ? label : caption + " " + label);
      }
    }
    if (bound.complete()) return;
    if (bound.rows == 0 && !any_header) {
      binding_.add(codes::table_not_found, nullptr, {title(table)});
      return;
    }
    std::vector<std::string> all = columns;
    all.insert(all.end(), missing.begin(), missing.end());
    if (!all.empty()) {
      binding_.add(codes::labels_missing, nullptr,
                   {title(table), fmt::format("{}", fmt::join(all, "; "))});
    }
    if (order_unknown) binding_.add(codes::columns_in_other_order, nullptr, {title(table)});
    std::vector<std::string> rows;
    for (const std::string& row : without_figures) {
      // A row that was refused, or whose columns are not known, has been spoken of.
      if (columns.empty() && !order_unknown && !is_said(row)) rows.push_back(row);
    }
    if (!rows.empty()) {
      binding_.add(codes::rows_without_figures, nullptr,
                   {title(table), fmt::format("{}", fmt::join(rows, "; "))});
    }
    if (table.one_row && all.empty() && !order_unknown && !is_said(title(table))) {
      binding_.add(codes::rows_without_figures, nullptr, {title(table), title(table)});
    }
  }

  bool is_said(const std::string& row) const {
    return std::ranges::any_of(binding_.bound.diagnostics.items(), [&](const Diagnostic& d) {
      const bool of_row = d.wording == &codes::row_not_taken ||
                          d.wording == &codes::row_found_twice ||
                          d.wording == &codes::head_with_figures;
      if (of_row) return d.arguments.front() == row;
      return d.wording == &codes::cell_not_read &&
             d.arguments.front().find(row) != std::string::npos;
    });
  }

  // Numbers beside the form's: in tables that hold some of its figures, between its lines, or in
  // tables without a word between its tables.
  void report_left_over() {
    for (const SheetItem* item : binding_.left) {
      const std::size_t block = item->row->block;
      const bool in_table = item->figures.table == PrintedRow::line_of_text
                                ? block >= binding_.lines_from && block <= binding_.lines_to
                                : binding_.bound.blocks.count(block) != 0 || is_of_form(*item) ||
                                      (item->label.empty() && block >= binding_.lines_from &&
                                       block <= binding_.lines_to);
      if (!in_table) continue;
      if (item->figures.table != PrintedRow::line_of_text) binding_.bound.blocks.insert(block);
      std::vector<PrintedCell> numbers;
      for (const PrintedCell& cell : item->figures.cells) {
        if (has_digits(cell.text)) numbers.push_back(cell);
      }
      if (numbers.empty()) continue;
      binding_.bound.left_over += numbers.size();
      binding_.add(codes::numbers_left_over, item->row, {printed(numbers)});
    }
    for (const auto& [row, text] : binding_.single_left) {
      ++binding_.bound.left_over;
      binding_.add(codes::numbers_left_over, row, {text});
    }
  }

  // Whether words of the form stand above these figures or beside them.
  bool is_of_form(const SheetItem& item) const {
    return std::ranges::any_of(item.label_parts, [&](const std::string& part) {
      return characters(part) > 3 && (labels_.is_printed(part) || labels_.rows().count(part) != 0);
    });
  }

  Binding& binding_;
  const Form& form_;
  const FormLabels& labels_;
};

}  // namespace

void sum_up(Binding& binding) { Summary(binding).sum_up(); }

std::size_t BoundReport::found_cells() const {
  std::size_t count = 0;
  for (const BoundTable& table : tables) count += table.cells;
  return count;
}

std::size_t BoundReport::due_cells() const {
  std::size_t count = 0;
  for (const BoundTable& table : tables) count += table.cells_due;
  return count;
}

bool BoundReport::complete() const {
  return std::ranges::all_of(tables, [](const BoundTable& table) { return table.complete(); });
}

}  // namespace gongkai
