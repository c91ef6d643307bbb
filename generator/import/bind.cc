#include <algorithm>

#include "diagnostics/codes/import.h"
#include "import/bind_summary.h"
#include "import/binding.h"
#include "import/label_key.h"
#include "import/label_match.h"
#include "model/folding.h"

namespace gongkai {
namespace {

/// Takes the rows of an original one by one.
class Binder {
 public:
  explicit Binder(Binding& binding)
      : binding_(binding), form_(binding.form), labels_(binding.labels) {}

  void bind() {
    SheetItem tail;
    std::vector<SheetItem>& items = binding_.items;
    items = sheet_items(binding_.rows, labels_, tail);
    for (std::size_t i = 0; i < items.size(); ++i) {
      bind_item(items[i], i + 1 < items.size() ? items[i + 1] : tail);
    }
  }

 private:
  void bind_item(SheetItem& item, SheetItem& below) {
    if (!item.blank && bind_one_row(item)) return;
    std::set<RowName> taken;
    for (const auto& [name, cells] : binding_.taken) taken.insert(name);
    const auto match = match_label(labels_, item, below, taken);
    if (!match) {
      if (!say_words_among_figures(item)) binding_.left.push_back(&item);
      // The head above a row without a label is the head of the rows below it.
      below.above.insert(below.above.begin(), item.above.begin(), item.above.end());
      return;
    }
    if (!match->taken_below.empty()) take_from(below, match->taken_below);
    const Table& table = form_.tables[at(match->name.table)];
    const Row& row = table.rows[at(match->name.row)];
    HeaderState& state = binding_.headers[{match->name.table, row.block}];
    if (!item.above.empty()) read_header(match->name.table, row.block, item.above, state);
    if (!state.complete) {
      binding_.left.push_back(&item);
      binding_.unheaded.insert(match->name);
      return;
    }
    auto cells = read_row(row, item, state.header);
    if (!cells) {
      if (!item.blank) binding_.left.push_back(&item);
      return;
    }
    if (!match->printed.empty()) {
      binding_.add(codes::label_read_as, item.row, {match->printed, title(row)});
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
      binding_.add(codes::row_not_taken, item.row,
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
      HeaderState& state = binding_.headers[{static_cast<int>(t), 0}];
      HeaderState here;
      read_header(static_cast<int>(t), 0, item.above, here);
      if (here.found > state.found || here.complete) state = here;
      if (!here.complete) {
        // Most of a head is no head of another table.
        if (here.found * 2 > table.blocks[0].columns.leaves.size()) {
          binding_.left.push_back(&item);
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
        binding_.left.push_back(&item);
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
          if (has_digits(cell.text)) binding_.add_left_over(item.row, cell.text);
        }
      }
    }
    if (!aligned) aligned = align(header, item.figures);
    const auto filled = static_cast<std::size_t>(std::ranges::count_if(
        item.figures.cells, [](const PrintedCell& cell) { return cell.look != CellLook::blank; }));
    if (!aligned) {
      if (filled == 0) return {};  // said with the rows that have no figures
      binding_.add(codes::row_not_taken, item.row,
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
        if (has_digits(printed_cell.text)) binding_.add_left_over(item.row, printed_cell.text);
        continue;
      }
      const CellIndex cell = cell_at(row, line);
      auto filed = read_cell(form_, cell, printed_cell.text);
      if (!filed) {
        binding_.add(codes::cell_not_read, item.row, {form_.cell_label(cell), printed_cell.text});
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
    binding_.bound.blocks.insert(item.blocks.begin(), item.blocks.end());
    for (const PrintedRow* row : item.above) {
      if (row->table != PrintedRow::line_of_text || is_label_line(*row)) {
        binding_.bound.blocks.insert(row->block);
      }
    }
    binding_.lines_from = std::min(binding_.lines_from, block);
    binding_.lines_to = std::max(binding_.lines_to, block);
    std::size_t& first = binding_.bound.first_block[at(name.table)];
    first = std::min(first, item.above.empty() ? block : item.above.back()->block);
    const auto [found, is_new] = binding_.taken.emplace(name, cells);
    if (is_new || same(found->second, cells)) return;
    const Table& table = form_.tables[at(name.table)];
    binding_.add(codes::row_found_twice, item.row,
                 {name.row < 0 ? title(table) : title(table.rows[at(name.row)]),
                  printed(item.figures.cells)});
    binding_.doubtful.insert(name);
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

  Binding& binding_;
  const Form& form_;
  const FormLabels& labels_;
};

}  // namespace

BoundReport bind_to_form(const Form& form, const Document& document, const std::string& file) {
  Binding binding(form, document, file);
  Binder(binding).bind();
  sum_up(binding);
  return std::move(binding.bound);
}

}  // namespace gongkai
