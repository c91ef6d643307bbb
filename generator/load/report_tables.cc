#include "load/report_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "load/figure_reader.h"
#include "load/full_width.h"
#include "model/address.h"
#include "model/completion.h"

namespace gongkai {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Reads the rows of one table. Every row is taken once, whichever of its names a key uses.
class TableReader {
 public:
  TableReader(const FileContext& context, const Table& table, Report& report)
      : context_(context), table_(table), form_(*report.form), report_(report) {}

  void read(const YamlNode& node, Mark key_mark) {
    if (node.is_null() && node.mark == key_mark) {
      context_.error(codes::empty_table, context_.at(key_mark), {title(table_)});
      return;
    }
    if (const auto figure = uniform(node)) {
      for (const Row& row : table_.rows) {
        if (row.kind == Row::Kind::leaf) fill(row, *figure, node.mark);
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
  }

 private:
  static std::string title(const Table& table) {
    if (table.caption.empty()) return table.id;
    return table.number.empty() ? table.caption : table.number + "、" + table.caption;
  }
  static std::string title(const Row& row) {
    if (row.label.empty()) return row.id;
    return row.label;
  }

  // `0`, `~` and `不适用` may stand for a whole row or table.
  static std::optional<Figure> uniform(const YamlNode& node) {
    if (node.is_null()) return Figure::without_number(State::not_reported);
    if (!node.is_scalar()) return {};
    if (node.text == "0") return Figure::of(0);
    if (is_not_applicable(node.text)) return Figure::without_number(State::not_applicable);
    return {};
  }

  void fill(const Row& row, const Figure& figure, Mark mark) {
    for (CellIndex cell : row.cells) report_.cells[cell] = {figure, mark};
  }

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
                     {entry.key, fmt::format("{}", fmt::join(key.candidates, "、"))});
      return;
    }
    if (const auto wide = find_full_width(entry.key);
        wide && entry.value.is_null() && wide->written == "：") {
      Mark mark = entry.mark;
      mark.column += static_cast<std::uint32_t>(wide->offset);
      context_.error(codes::full_width, context_.at(mark, wide->written.size()),
                     {wide->written, wide->meant});
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
        if (column_line(cell) == column.index) {
          take(static_cast<int>(&row - table_.rows.data()), entry.mark, false);
          read_cell(entry.value, cell);
          return true;
        }
      }
    }
    return false;
  }

  int column_line(CellIndex cell) const {
    const CellSpec& spec = form_.cells[cell];
    return table_.blocks[spec.block].columns.slots[spec.column_slot];
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
    if (const auto figure = uniform(value); over_others && figure && !value.is_null()) {
      for (int below : leaves_below(index)) {
        if (take(below, entry.mark, true)) fill(table_.rows[at(below)], *figure, value.mark);
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
    read_row(row, value);
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
    return fmt::format("{}", fmt::join(labels, "；"));
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

  void read_row(const Row& row, const YamlNode& value) {
    if (row.cells.size() == 1 && !value.is_list() && !is_column_map(value, row)) {
      read_cell(value, row.cells[0]);
    } else if (const auto figure = uniform(value)) {
      fill(row, *figure, value.mark);
    } else if (value.is_list()) {
      read_list(row, value);
    } else if (value.is_map()) {
      read_columns(row, value, group_line(row));
    } else if (const auto wide = find_full_width(value.text); wide && !value.quoted) {
      report_full_width(value, *wide);
    } else {
      context_.error(codes::row_needs_figures, context_.at(value),
                     {title(row), std::to_string(row.cells.size()), value.text});
    }
  }

  static bool is_column_map(const YamlNode& value, const Row&) {
    return value.is_map() && !value.find("value");
  }

  void report_full_width(const YamlNode& node, const FullWidth& wide) {
    Mark mark = node.mark;
    mark.column += static_cast<std::uint32_t>(wide.offset);
    context_.error(codes::full_width, context_.at(mark, wide.written.size()),
                   {wide.written, wide.meant});
  }

  void read_list(const Row& row, const YamlNode& value) {
    if (value.items.size() == row.cells.size()) {
      for (std::size_t i = 0; i < row.cells.size(); ++i) read_cell(value.items[i], row.cells[i]);
      return;
    }
    // [0，0，0]: one item for YAML, because the commas are the wrong ones.
    for (const YamlNode& item : value.items) {
      const auto wide = find_full_width(item.text);
      if (wide && !item.quoted && wide->meant == ",") {
        report_full_width(item, *wide);
        return;
      }
    }
    Diagnostic& d = context_.error(codes::wrong_figure_count, context_.at(value.mark),
                                   {title(row), std::to_string(row.cells.size()),
                                    std::to_string(value.items.size())});
    std::vector<std::string> labels;
    for (CellIndex cell : row.cells) labels.push_back(form_.column(cell).label);
    d.notes.push_back({&notes::columns_due, {}, {fmt::format("{}", fmt::join(labels, "、"))}});
    if (value.items.size() > row.cells.size()) {
      d.notes.push_back({&notes::comma_ends_figure, {}, {}});
    }
  }

  // The line of the column group that is this row, in a one-row table.
  int group_line(const Row& row) const {
    if (!table_.one_row || row.id.empty()) return -1;
    const std::vector<Line>& lines = table_.blocks[0].columns.lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!lines[i].leaf && lines[i].id == row.id) return static_cast<int>(i);
    }
    return -1;
  }

  void read_columns(const Row& row, const YamlNode& value, int within) {
    const Axis& columns = table_.blocks[at(row.block)].columns;
    std::map<int, Mark> seen;
    for (std::size_t i = 0; i < value.entries.size(); ++i) {
      const YamlNode::Entry& entry = value.entries[i];
      const KeyResult key = resolve_column(columns, entry.key, within);
      const Position position = context_.at(entry.mark, entry.key.size());
      if (!key.candidates.empty()) {
        context_.error(codes::ambiguous_column, position,
                       {entry.key, fmt::format("{}", fmt::join(key.candidates, "、"))});
      } else if (key.index < 0) {
        report_unknown_column(value, i, key, row);
      } else if (!columns.lines[at(key.index)].leaf) {
        if (expect_map(context_, entry.value)) read_columns(row, entry.value, key.index);
      } else if (const auto [first, added] = seen.emplace(key.index, entry.mark); !added) {
        Diagnostic& d = context_.error(codes::repeated_column, position,
                                       {columns.lines[at(key.index)].label});
        d.notes.push_back({&notes::first_given_here, context_.at(first->second), {}});
      } else {
        for (CellIndex cell : row.cells) {
          if (column_line(cell) == key.index) read_cell(entry.value, cell);
        }
      }
    }
  }

  void report_unknown_column(const YamlNode& map, std::size_t i, const KeyResult& key,
                             const Row& row) {
    const YamlNode::Entry& entry = map.entries[i];
    const auto is_number = [](const std::string& text) {
      return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    };
    // {natural: 1,234}: YAML reads a key 234 without a value.
    if (i > 0 && is_number(entry.key) && entry.value.is_null() &&
        is_number(map.entries[i - 1].value.text)) {
      const YamlNode& number = map.entries[i - 1].value;
      context_.error(codes::comma_in_number, context_.at(number), {number.text + "," + entry.key});
      return;
    }
    Diagnostic& d = context_.error(codes::unknown_column,
                                   context_.at(entry.mark, entry.key.size()),
                                   {entry.key, title(row)});
    if (!key.nearest.empty()) {
      d.notes.push_back({&notes::did_you_mean, {}, {key.nearest}});
      return;
    }
    std::vector<std::string> labels;
    for (CellIndex cell : row.cells) labels.push_back(form_.column(cell).label);
    d.notes.push_back({&notes::columns_due, {}, {fmt::format("{}", fmt::join(labels, "、"))}});
  }

  void read_cell(const YamlNode& node, CellIndex cell) {
    const CellSpec& spec = form_.cells[cell];
    const YamlNode* value = &node;
    if (node.is_map()) {
      MapReader map(context_, node);
      CellDetail detail;
      detail.note = map.text_or("note", "");
      detail.unit = map.text_or("unit", "");
      map.get("value");
      value = node.find("value");
      map.finish();
      if (!value) {
        context_.error(codes::missing_key, context_.at(node.mark), {"value"});
        return;
      }
      if (!detail.unit.empty() && !spec.unit.empty() && detail.unit != spec.unit) {
        context_.error(codes::unit_differs, context_.at(*map.get("unit")),
                       {detail.unit, spec.unit});
      }
      report_.details[cell] = std::move(detail);
    }
    if (spec.type == FigureType::text) {
      read_text_cell(*value, cell);
      return;
    }
    if (const auto figure = read_figure(context_, *value, spec)) {
      report_.cells[cell] = {*figure, value->mark};
    }
  }

  void read_text_cell(const YamlNode& value, CellIndex cell) {
    if (value.is_null()) {
      report_.cells[cell] = {Figure::without_number(State::not_reported), value.mark};
    } else if (expect_text(context_, value)) {
      const State state = is_not_applicable(value.text) ? State::not_applicable : State::text;
      report_.cells[cell] = {Figure::without_number(state), value.mark};
      if (state == State::text) report_.details[cell].text = value.text;
    }
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
    d.notes.push_back({&notes::columns_due, {}, {fmt::format("{}", fmt::join(due, "、"))}});
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
    read_list(all, node);
  }

  bool is_taken(int row) const { return taken_.count(row) != 0; }

  // The head above a row that was filed unsplit, -1 where there is none.
  int unsplit_head_above(int row) const {
    for (int head = table_.rows[at(row)].parent; head >= 0; head = table_.rows[at(head)].parent) {
      if (table_.rows[at(head)].unsplit && is_taken(head)) return head;
    }
    return -1;
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
          fill(row, Figure::of(0), rest_);
        } else {
          missing.push_back(title(row));
        }
      }
    }
    // After an error a row may only seem to be missing.
    if (!missing.empty() && !context_.diagnostics.has_errors()) {
      context_.error(codes::rows_missing, {report_.file(), first_mark(), 0},
                     {std::to_string(missing.size()), title(table_),
                      fmt::format("{}", fmt::join(missing, "；"))});
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
  const Form& form_;
  Report& report_;
  std::map<int, Mark> taken_;
  Mark rest_;
};

std::vector<std::string> table_names(const Form& form) {
  std::vector<std::string> names;
  for (const Table& table : form.tables) {
    names.push_back(table.number.empty() ? table.id : table.number);
  }
  return names;
}

int read_table_key(const FileContext& context, const YamlNode::Entry& entry, const Form& form) {
  const KeyResult key = resolve_table(form, entry.key);
  if (key.index >= 0) return key.index;
  Diagnostic& d = context.error(codes::unknown_table, context.at(entry.mark, entry.key.size()),
                                {entry.key});
  if (!key.nearest.empty()) {
    d.notes.push_back({&notes::did_you_mean, {}, {key.nearest}});
  } else {
    suggest(d, entry.key, table_names(form));
  }
  return -1;
}

void read_blanks(const FileContext& context, MapReader& map, Report& report) {
  report.blanks_are_zero.assign(report.form->tables.size(), false);
  const YamlNode* node = map.get("blanks");
  if (!node || !expect_map(context, *node)) return;
  for (const YamlNode::Entry& entry : node->entries) {
    const int table = read_table_key(context, entry, *report.form);
    if (table < 0) continue;
    if (entry.value.text == "zero") {
      report.blanks_are_zero[at(table)] = true;
    } else {
      context.error(codes::invalid_value, context.at(entry.value), {entry.value.text, "zero"});
    }
  }
}

void declare_zeros(Report& report) {
  for (CellIndex i = 0; i < report.cells.size(); ++i) {
    Cell& cell = report.cells[i];
    const CellSpec& spec = report.form->cells[i];
    const bool printed_blank = cell.figure.state == State::not_reported && cell.mark.known();
    if (printed_blank && report.blanks_are_zero[spec.table] && spec.type != FigureType::text) {
      cell.figure = Figure::of(0, Origin::declared_zero);
    }
  }
}

}  // namespace

void read_report_tables(const FileContext& context, MapReader& map, Report& report) {
  const Form& form = *report.form;
  report.cells.assign(form.cells.size(), {});
  read_blanks(context, map, report);
  const YamlNode* node = form.tables.empty() ? map.get("tables") : map.require("tables");
  std::map<int, Mark> seen;
  if (node && expect_map(context, *node)) {
    for (const YamlNode::Entry& entry : node->entries) {
      const int index = read_table_key(context, entry, form);
      if (index < 0) continue;
      const Table& table = form.tables[at(index)];
      const auto [first, added] = seen.emplace(index, entry.mark);
      if (!added) {
        Diagnostic& d = context.error(codes::repeated_row, context.at(entry.mark),
                                      {table.caption});
        d.notes.push_back({&notes::first_given_here, context.at(first->second), {}});
        continue;
      }
      TableReader(context, table, report).read(entry.value, entry.mark);
    }
    for (std::size_t i = 0; i < form.tables.size(); ++i) {
      if (seen.count(static_cast<int>(i))) continue;
      const std::string& number = form.tables[i].number;
      context.error(codes::table_missing, context.at(map.mark_of("tables")),
                    {(number.empty() ? "" : number + "、") + form.tables[i].caption});
    }
  }
  if (context.diagnostics.has_errors()) return;
  declare_zeros(report);
  complete(form, report.cells);
}

}  // namespace gongkai
