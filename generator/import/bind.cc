#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "diagnostics/codes/import.h"
#include "import/bound_report.h"
#include "import/form_labels.h"
#include "import/label_key.h"
#include "import/label_match.h"
#include "import/sheet_items.h"
#include "model/folding.h"

namespace gongkai {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::string title(const Table& table) {
  return (table.number.empty() ? "" : table.number + "、") + table.caption;
}

std::string title(const Row& row) { return row.label.empty() ? row.id : row.label; }

class Binder {
 public:
  Binder(const Form& form, const Document& document, const std::string& file)
      : form_(form), file_(file), labels_(form), rows_(printed_rows(document)) {
    bound_.form = &form;
    bound_.tables.resize(form.tables.size());
    bound_.first_block.assign(form.tables.size(), SIZE_MAX);
    for (const PrintedRow& row : rows_) {
      for (const PrintedCell& cell : row.cells) {
        if (cell.look == CellLook::text) words_ += cell.key;
      }
    }
  }

  BoundReport bind() {
    SheetItem tail;
    items_ = sheet_items(rows_, labels_, tail);
    for (std::size_t i = 0; i < items_.size(); ++i) {
      bind_item(items_[i], i + 1 < items_.size() ? items_[i + 1] : tail);
    }
    settle_unsplit();
    for (const auto& [name, cells] : taken_) {
      for (const FiledCell& cell : cells) bound_.cells.push_back(cell);
    }
    std::ranges::sort(bound_.cells, {}, &FiledCell::cell);
    for (std::size_t t = 0; t < form_.tables.size(); ++t) sum_up(t);
    for (const auto& [place, state] : headers_) bound_.column_labels += state.found;
    report_left_over();
    return std::move(bound_);
  }

 private:
  struct HeaderState {
    TableHeader header;
    bool complete = false;
    std::size_t found = 0;
    std::vector<std::string> missing;
    bool order_unknown = false;
  };

  Diagnostic& add(const Wording& wording, const PrintedRow* row, std::vector<std::string> arguments) {
    const bool line = row != nullptr && row->line > 0;
    const Mark mark = line ? Mark{static_cast<std::uint32_t>(row->line), 1} : Mark{};
    Diagnostic& d = bound_.diagnostics.add(wording, {file_, mark, 0}, std::move(arguments));
    if (row != nullptr && !line && row->table != PrintedRow::line_of_text) {
      d.notes.push_back({&notes::place_in_original,
                         {},
                         {std::to_string(row->table + 1), std::to_string(row->number)}});
    }
    return d;
  }

  void bind_item(SheetItem& item, SheetItem& below) {
    if (!item.blank && bind_one_row(item)) return;
    std::set<RowName> taken;
    for (const auto& [name, cells] : taken_) taken.insert(name);
    const auto match = match_label(labels_, item, below, taken);
    if (!match) {
      if (!say_words_among_figures(item)) left_.push_back(&item);
      // The head above a row without a label is the head of the rows below it.
      below.above.insert(below.above.begin(), item.above.begin(), item.above.end());
      return;
    }
    if (!match->taken_below.empty()) take_from(below, match->taken_below);
    const Table& table = form_.tables[at(match->name.table)];
    const Row& row = table.rows[at(match->name.row)];
    HeaderState& state = headers_[{match->name.table, row.block}];
    if (!item.above.empty()) read_header(match->name.table, row.block, item.above, state);
    if (!state.complete) {
      left_.push_back(&item);
      unheaded_.insert(match->name);
      return;
    }
    auto cells = read_row(row, item, state.header);
    if (!cells) {
      if (!item.blank) left_.push_back(&item);
      return;
    }
    if (!match->printed.empty()) {
      add(codes::label_read_as, item.row, {match->printed, title(row)});
    }
    keep(match->name, std::move(*cells), item);
  }

  // A row whose label is known, but with words where its first figures should stand (见附件).
  bool say_words_among_figures(const SheetItem& item) {
    std::string label = item.label;
    const std::vector<std::string>& parts = item.label_parts;
    std::size_t words = 0;
    for (std::size_t i = parts.size(); i > 1 && words < 3; --i) {
      label.erase(label.size() - parts[i - 1].size());
      ++words;
      if (item.own_label.size() < parts[i - 1].size()) return false;
      std::size_t length = 0;
      const RowName name = labels_.row_at_end(label, length);
      if (name.row < 0 || !labels_.is_leaf(name) || length != parts[i - 2].size()) continue;
      const Row& row = form_.tables[at(name.table)].rows[at(name.row)];
      add(codes::row_not_taken, item.row,
          {title(row), std::to_string(row.cells.size()),
           std::to_string(item.figures.cells.size()), printed(item.row->cells)});
      return true;
    }
    return false;
  }

  // Words that belong to the label above are none of the next one's.
  static void take_from(SheetItem& below, const std::string& words) {
    if (!below.label.starts_with(words)) return;
    below.label.erase(0, words.size());
    std::size_t left = words.size();
    while (left > 0 && !below.label_parts.empty()) {
      std::string& part = below.label_parts.front();
      const std::size_t count = std::min(left, part.size());
      part.erase(0, count);
      left -= count;
      if (part.empty()) below.label_parts.erase(below.label_parts.begin());
    }
  }

  void read_header(int table, int block, const std::vector<const PrintedRow*>& above,
                   HeaderState& state) const {
    HeaderMatch match = match_header(form_, labels_, table, block, above);
    if (match.complete()) {
      state.complete = true;
      state.header = std::move(match.header);
    } else if (!state.complete && match.found >= state.found) {
      state.missing = std::move(match.missing);
      state.order_unknown = match.order_unknown;
    }
    state.found = std::max(state.found, match.found);
  }

  // A table that is one row: its head says what it is.
  bool bind_one_row(SheetItem& item) {
    if (item.above.empty()) return false;
    for (std::size_t t = 0; t < form_.tables.size(); ++t) {
      const Table& table = form_.tables[t];
      if (!table.one_row) continue;
      HeaderState& state = headers_[{static_cast<int>(t), 0}];
      HeaderState here;
      read_header(static_cast<int>(t), 0, item.above, here);
      if (here.found > state.found || here.complete) state = here;
      if (!here.complete) {
        // Most of a head is no head of another table.
        if (here.found * 2 > table.blocks[0].columns.leaves.size()) {
          left_.push_back(&item);
          return true;
        }
        continue;
      }
      Row all;
      all.label = title(table);
      for (const Row& row : table.rows) {
        all.cells.insert(all.cells.end(), row.cells.begin(), row.cells.end());
      }
      auto cells = read_row(all, item, here.header);
      if (cells) {
        keep({static_cast<int>(t), -1}, std::move(*cells), item);
      } else {
        left_.push_back(&item);
      }
      return true;
    }
    return false;
  }

  std::optional<std::vector<FiledCell>> read_row(const Row& row, SheetItem& item,
                                                 const TableHeader& header) {
    std::optional<std::vector<const PrintedCell*>> aligned;
    if (item.figures.cells.size() > item.figures.first && item.figures.first > 0) {
      // Where the row is whole, what stands alone in the lines below is none of its figures: the
      // number of a page, or of a label whose words stand one line further down.
      RowFigures first = item.figures;
      std::vector<PrintedCell> rest(first.cells.begin() + static_cast<std::ptrdiff_t>(first.first),
                                  first.cells.end());
      first.cells.resize(first.first);
      if (align(header, first)) {
        item.figures = std::move(first);
        aligned = align(header, item.figures);
        for (const PrintedCell& cell : rest) {
          if (has_digits(cell.text)) add_left_over(item.row, cell.text);
        }
      }
    }
    if (!aligned) aligned = align(header, item.figures);
    const auto filled = static_cast<std::size_t>(
        std::ranges::count_if(item.figures.cells, [](const PrintedCell& cell) {
          return cell.look != CellLook::blank;
        }));
    if (!aligned) {
      if (filled == 0) return {};  // said with the rows that have no figures
      add(codes::row_not_taken, item.row,
          {title(row), std::to_string(header.columns.size()), std::to_string(filled),
           printed(item.figures.cells)});
      return {};
    }
    std::vector<FiledCell> cells;
    bool all_read = true;
    for (std::size_t i = 0; i < aligned->size(); ++i) {
      const PrintedCell& printed_cell = *(*aligned)[i];
      const int line = header.columns[i].line;
      if (line < 0) {
        if (has_digits(printed_cell.text)) add_left_over(item.row, printed_cell.text);
        continue;
      }
      const CellIndex cell = cell_at(row, line);
      auto filed = read_cell(form_, cell, printed_cell.text);
      if (!filed) {
        add(codes::cell_not_read, item.row, {form_.cell_label(cell), printed_cell.text});
        all_read = false;
        continue;
      }
      if (filed->figure.is_number() && filed->detail.note.empty()) {
        filed->detail.note = one_line(printed_cell.note);
      }
      cells.push_back(std::move(*filed));
    }
    if (!all_read) return {};
    return cells;
  }

  CellIndex cell_at(const Row& row, int line) const {
    for (const CellIndex cell : row.cells) {
      const CellSpec& spec = form_.cells[cell];
      const Axis& columns = form_.tables[spec.table].blocks[spec.block].columns;
      if (columns.slots[spec.column_slot] == line) return cell;
    }
    return no_cell;
  }

  void keep(const RowName& name, std::vector<FiledCell> cells, const SheetItem& item) {
    const std::size_t block = item.row->block;
    bound_.blocks.insert(item.blocks.begin(), item.blocks.end());
    for (const PrintedRow* row : item.above) {
      if (row->table != PrintedRow::line_of_text || is_label_line(*row)) {
        bound_.blocks.insert(row->block);
      }
    }
    lines_from_ = std::min(lines_from_, block);
    lines_to_ = std::max(lines_to_, block);
    std::size_t& first = bound_.first_block[at(name.table)];
    first = std::min(first, item.above.empty() ? block : item.above.back()->block);
    const auto [found, is_new] = taken_.emplace(name, cells);
    if (is_new || same(found->second, cells)) return;
    const Table& table = form_.tables[at(name.table)];
    add(codes::row_found_twice, item.row,
        {name.row < 0 ? title(table) : title(table.rows[at(name.row)]),
         printed(item.figures.cells)});
    doubtful_.insert(name);
  }

  // A line of labels, or of pieces of them. The heading of the section is needed as one.
  bool is_label_line(const PrintedRow& row) const {
    std::string whole;
    for (const PrintedCell& cell : row.cells) whole += cell.text;
    if (!form_.section_keys.own(fold(whole)).empty()) return false;
    return std::ranges::all_of(row.cells, [&](const PrintedCell& cell) {
      return cell.key.empty() || labels_.is_part_of_a_label(cell.key);
    });
  }

  static bool same(const std::vector<FiledCell>& a, const std::vector<FiledCell>& b) {
    return std::ranges::equal(a, b, [](const FiledCell& one, const FiledCell& other) {
      return one.cell == other.cell && one.figure == other.figure;
    });
  }

  // A head that has figures of its own and rows with figures below it: one of them is misread.
  void settle_unsplit() {
    for (const RowName& name : doubtful_) taken_.erase(name);
    for (auto it = taken_.begin(); it != taken_.end();) {
      const RowName name = it->first;
      const bool head = name.row >= 0 && !labels_.is_leaf(name);
      bool split = false;
      for (const auto& [other, cells] : taken_) {
        split = split || (head && other.table == name.table && stands_under(other, name));
      }
      if (split) {
        const Table& table = form_.tables[at(name.table)];
        add(codes::head_with_figures, nullptr, {title(table.rows[at(name.row)])});
        split_heads_.insert(name);
        it = taken_.erase(it);
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
      return taken_.count({t, index}) || split_heads_.count({t, index});
    }
    for (const auto& [name, cells] : taken_) {
      if (name.table == t && name.row >= 0 && !labels_.is_leaf(name) &&
          stands_under({t, index}, name)) {
        return false;
      }
    }
    return true;
  }

  void sum_up(std::size_t t) {
    const Table& table = form_.tables[t];
    const int index = static_cast<int>(t);
    BoundTable& bound = bound_.tables[t];
    std::vector<std::string> missing, without_figures, blank;
    if (table.one_row) {
      const auto found = taken_.find({index, -1});
      bound.rows_due = 1;
      bound.cells_due = table.blocks[0].columns.leaves.size();
      bound.rows = found == taken_.end() ? 0 : 1;
      if (found != taken_.end()) count(found->second, bound);
    }
    for (std::size_t r = 0; r < table.rows.size() && !table.one_row; ++r) {
      const RowName name{index, static_cast<int>(r)};
      if (!is_due(table, name.row)) continue;
      ++bound.rows_due;
      bound.cells_due += table.rows[r].cells.size();
      if (const auto found = taken_.find(name); found != taken_.end()) {
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
      add(codes::rows_blank, nullptr, {title(table), fmt::format("{}", fmt::join(blank, ", "))});
    }
  }

  static void count(const std::vector<FiledCell>& cells, BoundTable& bound) {
    bound.cells += cells.size();
    bound.blank += static_cast<std::size_t>(std::ranges::count_if(
        cells,
        [](const FiledCell& cell) { return cell.figure.state == State::not_reported; }));
  }

  // Whether any of the row's names of some length stands anywhere among the words.
  bool is_printed(const RowName& name) const {
    return std::ranges::any_of(labels_.rows(), [&](const auto& entry) {
      return entry.second == name && characters(entry.first) > 3 &&
             words_.find(entry.first) != std::string::npos;
    });
  }

  void report_table(int index, const std::vector<std::string>& missing,
                    const std::vector<std::string>& without_figures) {
    const Table& table = form_.tables[at(index)];
    const BoundTable& bound = bound_.tables[at(index)];
    std::vector<std::string> columns;
    bool order_unknown = false, any_header = false;
    for (std::size_t b = 0; b < table.blocks.size(); ++b) {
      const auto state = headers_.find({index, static_cast<int>(b)});
      if (state == headers_.end()) continue;
      any_header = any_header || state->second.found > 0;
      const bool unheaded = std::ranges::any_of(unheaded_, [&](const RowName& name) {
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
      add(codes::table_not_found, nullptr, {title(table)});
      return;
    }
    std::vector<std::string> all = columns;
    all.insert(all.end(), missing.begin(), missing.end());
    if (!all.empty()) {
      add(codes::labels_missing, nullptr, {title(table), fmt::format("{}", fmt::join(all, "; "))});
    }
    if (order_unknown) add(codes::columns_in_other_order, nullptr, {title(table)});
    std::vector<std::string> rows;
    for (const std::string& row : without_figures) {
      // A row that was refused, or whose columns are not known, has been spoken of.
      if (columns.empty() && !order_unknown && !is_said(row)) rows.push_back(row);
    }
    if (!rows.empty()) {
      add(codes::rows_without_figures, nullptr,
          {title(table), fmt::format("{}", fmt::join(rows, "; "))});
    }
    if (table.one_row && all.empty() && !order_unknown && !is_said(title(table))) {
      add(codes::rows_without_figures, nullptr, {title(table), title(table)});
    }
  }

  bool is_said(const std::string& row) const {
    return std::ranges::any_of(bound_.diagnostics.items(), [&](const Diagnostic& d) {
      const bool of_row = d.wording == &codes::row_not_taken ||
                          d.wording == &codes::row_found_twice ||
                          d.wording == &codes::head_with_figures;
      if (of_row) return d.arguments.front() == row;
      return d.wording == &codes::cell_not_read && d.arguments.front().find(row) != std::string::npos;
    });
  }

  // Numbers beside the form's: in tables that hold some of its figures, between its lines, or in
  // tables without a word between its tables.
  void report_left_over() {
    for (const SheetItem* item : left_) {
      const std::size_t block = item->row->block;
      const bool in_table = item->figures.table == PrintedRow::line_of_text
                                ? block >= lines_from_ && block <= lines_to_
                                : bound_.blocks.count(block) != 0 || is_of_form(*item) ||
                                      (item->label.empty() && block >= lines_from_ &&
                                       block <= lines_to_);
      if (!in_table) continue;
      if (item->figures.table != PrintedRow::line_of_text) bound_.blocks.insert(block);
      std::vector<PrintedCell> numbers;
      for (const PrintedCell& cell : item->figures.cells) {
        if (has_digits(cell.text)) numbers.push_back(cell);
      }
      if (numbers.empty()) continue;
      bound_.left_over += numbers.size();
      add(codes::numbers_left_over, item->row, {printed(numbers)});
    }
    for (const auto& [row, text] : single_left_) {
      ++bound_.left_over;
      add(codes::numbers_left_over, row, {text});
    }
  }

  // Whether words of the form stand above these figures or beside them.
  bool is_of_form(const SheetItem& item) const {
    return std::ranges::any_of(item.label_parts, [&](const std::string& part) {
      return characters(part) > 3 &&
             (labels_.is_printed(part) || labels_.rows().count(part) != 0);
    });
  }

  void add_left_over(const PrintedRow* row, const std::string& text) {
    single_left_.emplace_back(row, one_line(text));
  }

  static std::string one_line(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '\n' || c == '\t' ? ' ' : c;
    return out;
  }

  static std::string printed(const std::vector<PrintedCell>& cells) {
    std::vector<std::string> texts;
    for (const PrintedCell& cell : cells) texts.push_back(is_blank(cell.text) ? "␣" : one_line(cell.text));
    return fmt::format("{}", fmt::join(texts, " | "));
  }

  const Form& form_;
  const std::string& file_;
  FormLabels labels_;
  std::vector<PrintedRow> rows_;
  std::vector<SheetItem> items_;
  std::string words_;
  std::map<std::pair<int, int>, HeaderState> headers_;  ///< by table and block
  std::map<RowName, std::vector<FiledCell>> taken_;
  std::set<RowName> unheaded_, doubtful_, split_heads_;
  std::vector<const SheetItem*> left_;
  std::vector<std::pair<const PrintedRow*, std::string>> single_left_;
  std::size_t lines_from_ = SIZE_MAX, lines_to_ = 0;
  BoundReport bound_;
};

}  // namespace

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

BoundReport bind_to_form(const Form& form, const Document& document, const std::string& file) {
  return Binder(form, document, file).bind();
}

}  // namespace gongkai
