#include "load/table_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "load/full_width.h"
#include "load/row_reader.h"
#include "model/address.h"

namespace gongkai {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Reads the rows of one table. Every row is taken once, whichever of its names a key uses.
class TableReader {
 public:
  TableReader(const FileContext& context, const Table& table, Report& report)
      : context_(context), table_(table), report_(report), rows_(context, table, report) {}

  void read(const YamlNode& node, Mark key_mark) {
    if (node.is_null() && node.mark == key_mark) {
      context_.error(codes::empty_table, context_.at(key_mark), {title(table_)});
      return;
    }
    if (const auto figure = uniform_figure(node)) {
      for (const Row& row : table_.rows) {
        if (row.kind == Row::Kind::leaf) rows_.fill(row, *figure, node.mark);
      }
      return;
    }
    if (node.is_list() && table_.one_row) {
      read_one_row_list(node);
      return;
    }
    if (!expect_map(context_, node)) return;
    read_rows(node, -1);
    finish_rows();
    check_units();
  }

 private:
  void read_rows(const YamlNode& node, int within) {
    for (const YamlNode::Entry& entry : node.entries) {
      if (entry.key == "columns") {
        check_columns(entry);
      } else if (entry.key == "rest" && within < 0) {
        read_rest(entry);
      } else {
        read_entry(entry, within);
      }
    }
  }

  void read_entry(const YamlNode::Entry& entry, int within) {
    const KeyResult key = resolve_row(table_, entry.key, within);
    if (key.index >= 0) {
      read_row_entry(entry, key.index);
      return;
    }
    if (key.candidates.empty() && read_loose_column(entry)) return;
    const Position position = context_.at(entry.mark, entry.key.size());
    if (!key.candidates.empty()) {
      context_.error(codes::ambiguous_row, position,
                     {entry.key, fmt::format("{}", fmt::join(key.candidates, ", "))});
      return;
    }
    if (const auto wide = find_full_width(entry.key);
        wide && entry.value.is_null() && wide->written == "：") {
      context_.diagnostics.add(full_width_error(context_.file, entry.mark, *wide));
      return;
    }
    Diagnostic& d = context_.error(codes::unknown_row, position, {entry.key, title(table_)});
    if (!key.nearest.empty()) d.notes.push_back({&notes::did_you_mean, {}, {key.nearest}});
  }

  // In a one-row table without groups the keys are columns.
  bool read_loose_column(const YamlNode::Entry& entry) {
    if (!table_.one_row) return false;
    for (const Row& row : table_.rows) {
      if (row.kind != Row::Kind::leaf || !row.id.empty()) continue;
      const KeyResult column = resolve_column(table_.blocks[0].columns, entry.key);
      if (column.index < 0) continue;
      for (CellIndex cell : row.cells) {
        if (rows_.column_line(cell) == column.index) {
          take(static_cast<int>(&row - table_.rows.data()), entry.mark, false);
          rows_.read_cell(entry.value, cell);
          return true;
        }
      }
    }
    return false;
  }

  void read_row_entry(const YamlNode::Entry& entry, int index) {
    const Row& row = table_.rows[at(index)];
    const YamlNode& value = entry.value;
    const bool over_others = row.kind != Row::Kind::leaf;
    if (over_others && value.is_map() && names_rows_below(value, index) &&
        !(row.unsplit && names_columns(value, row))) {
      read_rows(value, index);
      return;
    }
    // `（三）: 0`: every row below is printed 0. A zero needs no splitting.
    if (const auto figure = uniform_figure(value); over_others && figure && !value.is_null()) {
      for (int below : leaves_below(index)) {
        if (take(below, entry.mark, true)) rows_.fill(table_.rows[at(below)], *figure, value.mark);
      }
      return;
    }
    if (over_others && !row.unsplit) {
      context_.error(codes::head_has_no_figures, context_.at(entry.mark, entry.key.size()),
                     {title(row), labels_below(index)});
      return;
    }
    if (!take(index, entry.mark, true)) return;
    if (over_others) report_.unsplit_heads.push_back(row.cells.front());
    rows_.read(row, value);
  }

  bool names_rows_below(const YamlNode& map, int head) const {
    return std::any_of(map.entries.begin(), map.entries.end(), [&](const YamlNode::Entry& entry) {
      const KeyResult key = resolve_row(table_, entry.key, head);
      return key.index >= 0 || !key.candidates.empty();
    });
  }

  // 其他 is a column and, under （六）, a row: a list of figures cannot belong to a column.
  bool names_columns(const YamlNode& map, const Row& row) const {
    const Axis& columns = table_.blocks[at(row.block)].columns;
    return std::all_of(map.entries.begin(), map.entries.end(), [&](const YamlNode::Entry& entry) {
      return !entry.value.is_list() && resolve_column(columns, entry.key).index >= 0;
    });
  }

  std::vector<int> leaves_below(int head) const {
    std::vector<int> leaves;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      if (table_.rows[i].kind != Row::Kind::leaf) continue;
      for (int parent = table_.rows[i].parent; parent >= 0; parent = table_.rows[at(parent)].parent) {
        if (parent == head) leaves.push_back(static_cast<int>(i));
      }
    }
    return leaves;
  }

  std::string labels_below(int head) const {
    std::vector<std::string> labels;
    for (const Row& row : table_.rows) {
      if (row.parent == head) labels.push_back(row.label);
    }
    return fmt::format("{}", fmt::join(labels, ", "));
  }

  // Notes that a row was written; false (and an error) when it was written before.
  bool take(int row, Mark mark, bool whole) {
    const auto [first, added] = taken_.emplace(row, mark);
    if (added || !whole) return true;
    Diagnostic& d = context_.error(codes::repeated_row, context_.at(mark),
                                   {title(table_.rows[at(row)])});
    d.notes.push_back({&notes::first_given_here, context_.at(first->second), {}});
    return false;
  }

  // `columns: [自然人, …]` repeats the head of the sheet; it must be the form's own.
  void check_columns(const YamlNode::Entry& entry) {
    if (table_.blocks.size() > 1) {
      context_.error(codes::columns_of_blocks, context_.at(entry.mark), {title(table_)});
      return;
    }
    const Axis& columns = table_.blocks[0].columns;
    std::vector<std::string> due;
    for (int leaf : columns.leaves) due.push_back(columns.lines[at(leaf)].label);
    bool same = entry.value.is_list() && entry.value.items.size() == due.size();
    for (std::size_t i = 0; same && i < due.size(); ++i) {
      const int leaf = columns.leaves[i];
      const int parent = columns.lines[at(leaf)].parent;
      same = resolve_column(columns, entry.value.items[i].text, parent).index == leaf ||
             resolve_column(columns, entry.value.items[i].text).index == leaf;
    }
    if (same) return;
    Diagnostic& d =
        context_.error(codes::columns_differ, context_.at(entry.mark), {title(table_)});
    d.notes.push_back({&notes::columns_due, {}, {fmt::format("{}", fmt::join(due, ", "))}});
  }

  void read_rest(const YamlNode::Entry& entry) {
    if (entry.value.is_scalar() && entry.value.text == "0") {
      rest_ = entry.value.mark;
      return;
    }
    context_.error(codes::rest_is_zero, context_.at(entry.mark, entry.key.size()),
                   {entry.value.text});
  }

  void read_one_row_list(const YamlNode& node) {
    std::vector<CellIndex> cells;
    for (const Row& row : table_.rows) cells.insert(cells.end(), row.cells.begin(), row.cells.end());
    std::sort(cells.begin(), cells.end());
    Row all;
    all.label = title(table_);
    all.cells = std::move(cells);
    rows_.read_list(all, node);
  }

  bool is_taken(int row) const { return taken_.count(row) != 0; }

  // The head above a row that was filed unsplit, -1 where there is none.
  int unsplit_head_above(int row) const {
    for (int head = table_.rows[at(row)].parent; head >= 0; head = table_.rows[at(head)].parent) {
      if (table_.rows[at(head)].unsplit && is_taken(head)) return head;
    }
    return -1;
  }

  // Figures of different units would be added up as if they were of one.
  void check_units() {
    std::string first;
    for (const auto& [cell, detail] : report_.details) {
      if (&report_.form->table_of(cell) != &table_ || detail.unit.empty()) continue;
      if (first.empty()) first = detail.unit;
      if (detail.unit == first) continue;
      context_.error(codes::units_mixed, context_.at(report_.cells[cell].mark),
                     {first, detail.unit});
      return;
    }
  }

  // What the keys that were written say of those that were not.
  void finish_rows() {
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const int index = static_cast<int>(i);
      const Row& row = table_.rows[i];
      const int head = unsplit_head_above(index);
      if (head >= 0 && is_taken(index)) {
        Diagnostic& d = context_.error(codes::head_and_children,
                                       context_.at(taken_.at(index)),
                                       {title(table_.rows[at(head)]), title(row)});
        d.notes.push_back({&notes::head_filed_here, context_.at(taken_.at(head)), {}});
      } else if (row.kind == Row::Kind::head && row.unsplit && is_taken(index)) {
        context_.error(codes::unsplit_head, context_.at(taken_.at(index)),
                       {title(row), labels_below(index)});
      } else if (row.kind == Row::Kind::leaf && !is_taken(index) && head < 0 && !row.total) {
        if (rest_.known()) {
          rows_.fill(row, Figure::of(0), rest_);
        } else {
          missing.push_back(title(row));
        }
      }
    }
    // After an error a row may only seem to be missing.
    if (!missing.empty() && !context_.diagnostics.has_errors()) {
      context_.error(codes::rows_missing, {report_.file(), first_mark(), 0},
                     {std::to_string(missing.size()), title(table_),
                      fmt::format("{}", fmt::join(missing, ", "))});
    }
  }

  Mark first_mark() const {
    Mark first;
    for (const auto& [row, mark] : taken_) {
      if (!first.known() || mark < first) first = mark;
    }
    return first;
  }

  const FileContext& context_;
  const Table& table_;
  Report& report_;
  RowReader rows_;
  std::map<int, Mark> taken_;
  Mark rest_;
};

}  // namespace

void read_table_figures(const FileContext& context, const YamlNode& node, Mark key_mark,
                        const Table& table, Report& report) {
  TableReader(context, table, report).read(node, key_mark);
}

}  // namespace gongkai
