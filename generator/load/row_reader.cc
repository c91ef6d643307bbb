#include "load/row_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <vector>

#include "load/figure_reader.h"
#include "model/address.h"

namespace gongkai {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool is_digits(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

void RowReader::read(const Row& row, const YamlNode& value) {
  const bool by_column = value.is_map() && !value.find("value");
  if (row.cells.size() == 1 && !value.is_list() && !by_column) {
    read_cell(value, row.cells[0]);
  } else if (const auto figure = uniform_figure(value)) {
    fill(row, *figure, value.mark);
  } else if (value.is_list()) {
    read_list(row, value);
  } else if (value.is_map()) {
    read_columns(row, value, group_line(table_, row));
  } else if (is_blank_mark(value.text)) {
    context_.error(codes::blank_mark, context_.at(value), {value.text});
  } else if (auto wide = find_full_width(value.text); wide && !value.quoted) {
    if (wide->offset == 0 && wide->meant == "(") wide->meant = "[";  // （0, 0, 0）
    report_full_width(value, *wide);
  } else {
    context_.error(codes::row_needs_figures, context_.at(value),
                   {title(row), std::to_string(row.cells.size()), value.text});
  }
}

void RowReader::read_list(const Row& row, const YamlNode& value) {
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
  if (report_commas_in_numbers(value)) return;
  Diagnostic& d = context_.error(codes::wrong_figure_count, context_.at(value.mark),
                                 {title(row), std::to_string(row.cells.size()),
                                  std::to_string(value.items.size())});
  d.notes.push_back({&notes::columns_due, {}, {column_labels(row)}});
  if (value.items.size() > row.cells.size()) {
    d.notes.push_back({&notes::comma_ends_figure, {}, {}});
  }
}

// [3,001, 53]: where no blank follows the comma, three digits belong to the number before it.
bool RowReader::report_commas_in_numbers(const YamlNode& list) {
  bool found = false;
  for (std::size_t i = 0; i + 1 < list.items.size(); ++i) {
    const YamlNode &head = list.items[i], &tail = list.items[i + 1];
    const bool touching = head.mark.line == tail.mark.line &&
                          head.mark.column + head.text.size() + 1 == tail.mark.column;
    if (!touching || !is_digits(head.text) || !is_digits(tail.text) || head.text.size() > 3 ||
        tail.text.size() != 3) {
      continue;
    }
    found = true;
    context_.error(codes::comma_in_number, context_.at(head.mark, head.text.size() + 4),
                   {head.text + "," + tail.text});
  }
  return found;
}

void RowReader::read_columns(const Row& row, const YamlNode& value, int within) {
  const Axis& columns = table_.blocks[at(row.block)].columns;
  std::map<int, Mark> seen;
  for (std::size_t i = 0; i < value.entries.size(); ++i) {
    const YamlNode::Entry& entry = value.entries[i];
    const KeyResult key = resolve_column(columns, entry.key, within);
    const Position position = context_.at(entry.mark, entry.key.size());
    if (!key.candidates.empty()) {
      context_.error(codes::ambiguous_column, position,
                     {entry.key, fmt::format("{}", fmt::join(key.candidates, ", "))});
    } else if (key.index < 0) {
      report_unknown_column(value, i, key.nearest, row);
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

void RowReader::report_unknown_column(const YamlNode& map, std::size_t i,
                                      const std::string& nearest_name, const Row& row) {
  const YamlNode::Entry& entry = map.entries[i];
  // {natural: 1,234}: YAML reads a key 234 without a value.
  if (i > 0 && is_digits(entry.key) && entry.value.is_null() &&
      is_digits(map.entries[i - 1].value.text)) {
    const YamlNode& number = map.entries[i - 1].value;
    context_.error(codes::comma_in_number, context_.at(number), {number.text + "," + entry.key});
    return;
  }
  if (report_missing_space(context_, entry)) return;
  // {结果维持：0}: one key for YAML, because the colon is the wrong one.
  if (const auto wide = find_full_width(entry.key); wide && entry.value.is_null()) {
    context_.diagnostics.add(full_width_error(context_.file, entry.mark, *wide));
    return;
  }
  Diagnostic& d = context_.error(codes::unknown_column,
                                 context_.at(entry.mark, entry.key.size()),
                                 {entry.key, title(row)});
  if (!nearest_name.empty()) {
    d.notes.push_back({&notes::did_you_mean, {}, {nearest_name}});
    return;
  }
  d.notes.push_back({&notes::columns_due, {}, {column_labels(row)}});
}

void RowReader::read_cell(const YamlNode& node, CellIndex cell) {
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

void RowReader::read_text_cell(const YamlNode& value, CellIndex cell) {
  if (value.is_null()) {
    report_.cells[cell] = {Figure::without_number(State::not_reported), value.mark};
  } else if (expect_text(context_, value)) {
    const State state = is_not_applicable(value.text) ? State::not_applicable : State::text;
    report_.cells[cell] = {Figure::without_number(state), value.mark};
    if (state == State::text) report_.details[cell].text = value.text;
  }
}

void RowReader::report_full_width(const YamlNode& node, const FullWidth& wide) {
  context_.diagnostics.add(full_width_error(context_.file, node.mark, wide));
}

int RowReader::column_line(CellIndex cell) const {
  const CellSpec& spec = form_.cells[cell];
  return table_.blocks[spec.block].columns.slots[spec.column_slot];
}

void RowReader::fill(const Row& row, const Figure& figure, Mark mark) {
  for (CellIndex cell : row.cells) {
    // A printed 0 for a whole row says nothing of a cell that is asked in words.
    if (form_.cells[cell].type == FigureType::text && figure.is_number()) continue;
    report_.cells[cell] = {figure, mark};
  }
}

std::string RowReader::column_labels(const Row& row) const {
  std::vector<std::string> labels;
  for (CellIndex cell : row.cells) labels.push_back(form_.column(cell).label);
  return fmt::format("{}", fmt::join(labels, ", "));
}

std::optional<Figure> uniform_figure(const YamlNode& node) {
  if (node.is_null()) return Figure::without_number(State::not_reported);
  if (!node.is_scalar()) return {};
  if (node.text == "0") return Figure::of(0);
  if (is_not_applicable(node.text)) return Figure::without_number(State::not_applicable);
  return {};
}

}  // namespace gongkai
