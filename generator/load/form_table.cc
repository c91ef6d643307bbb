#include "load/form_table.h"

#include <map>

#include "load/axis_reader.h"

namespace gongkai {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

struct BlockTypes {
  std::vector<TypeWords> rows, columns;
};

Row row_of(const Line& line, int block, int parent) {
  Row row;
  row.kind = line.leaf ? Row::Kind::leaf : Row::Kind::head;
  row.id = line.id;
  row.label = line.label;
  row.number = line.number;
  row.own_number = line.own_number;
  row.aliases = line.aliases;
  row.help = line.help;
  row.parent = parent;
  row.block = block;
  row.total = line.total;
  row.unsplit = line.unsplit;
  return row;
}

/// Adds the cells of a block whose rows are printed rows.
class GridBuilder {
 public:
  GridBuilder(Form& form, Table& table, std::size_t block, const TypeWords& table_type,
              const BlockTypes& types)
      : form_(form), table_(table), block_(block), table_type_(table_type), types_(types) {}

  void build(int caption_row) {
    Block& block = table_.blocks[block_];
    block.first_cell = static_cast<CellIndex>(form_.cells.size());
    std::vector<int> row_of_line;
    for (const Line& line : block.rows.lines) {
      const int parent = line.parent >= 0 ? row_of_line[at(line.parent)] : caption_row;
      row_of_line.push_back(static_cast<int>(table_.rows.size()));
      table_.rows.push_back(row_of(line, static_cast<int>(block_), parent));
    }
    for (std::size_t r = 0; r < block.rows.slots.size(); ++r) {
      for (std::size_t c = 0; c < block.columns.slots.size(); ++c) {
        add_cell(block, r, c, row_of_line[at(block.rows.slots[r])]);
      }
    }
  }

 private:
  void add_cell(const Block& block, std::size_t r, std::size_t c, int row) {
    const int row_line = block.rows.slots[r], column_line = block.columns.slots[c];
    const Line& row_head = block.rows.lines[at(row_line)];
    const Line& column = block.columns.lines[at(column_line)];
    CellSpec cell;
    cell.row_id = row_head.id;
    cell.column_id = column.id;
    cell.address = table_.id + "." + cell.row_id + "." + cell.column_id;
    cell.table = static_cast<std::uint16_t>(form_.tables.size());
    cell.block = static_cast<std::uint16_t>(block_);
    cell.row = static_cast<std::uint16_t>(row);
    cell.row_slot = static_cast<std::uint16_t>(r);
    cell.column_slot = static_cast<std::uint16_t>(c);
    cell.head = !row_head.leaf || !column.leaf;
    cell.total = row_head.total || column.total;
    cell.additive = table_.additive;
    apply(table_type_, cell);
    apply(types_.rows[at(row_line)], cell);
    apply(types_.columns[at(column_line)], cell);
    if (row_head.total) cell.column_parts = down(block, summands(block.rows, row_line), c);
    if (column.total) cell.row_parts = along(block, r, summands(block.columns, column_line));
    if (!row_head.leaf) {
      cell.leaves = down(block, parts_of(block.rows, row_line), c);
    } else if (!column.leaf) {
      cell.leaves = along(block, r, parts_of(block.columns, column_line));
    }
    const auto index = static_cast<CellIndex>(form_.cells.size());
    form_.addresses.emplace(cell.address, index);
    form_.cells.push_back(std::move(cell));
    if (column.leaf) table_.rows[at(row)].cells.push_back(index);
  }

  static std::vector<CellIndex> down(const Block& block, const std::vector<int>& rows,
                                     std::size_t column_slot) {
    std::vector<CellIndex> cells;
    for (int line : rows) {
      cells.push_back(block.cell(block.rows.slot_of(line), static_cast<int>(column_slot)));
    }
    return cells;
  }

  static std::vector<CellIndex> along(const Block& block, std::size_t row_slot,
                                      const std::vector<int>& columns) {
    std::vector<CellIndex> cells;
    for (int line : columns) {
      cells.push_back(block.cell(static_cast<int>(row_slot), block.columns.slot_of(line)));
    }
    return cells;
  }

  Form& form_;
  Table& table_;
  std::size_t block_;
  const TypeWords& table_type_;
  const BlockTypes& types_;
};

// The innermost group with an id above a leaf column, -1 where there is none.
int group_of(const Axis& columns, int leaf) {
  int line = columns.lines[at(leaf)].parent;
  while (line >= 0 && columns.lines[at(line)].id.empty()) line = columns.lines[at(line)].parent;
  return line;
}

/// Adds the cells of a one-row table: its column groups are its rows.
void build_one_row(const FileContext& context, Form& form, Table& table,
                   const TypeWords& table_type, const BlockTypes& types) {
  Block& block = table.blocks[0];
  const Axis& columns = block.columns;
  block.first_cell = static_cast<CellIndex>(form.cells.size());
  // Heads and groups become rows in print order; leaves outside of any group share a nameless row.
  std::map<int, int> row_of_line;
  auto row_for = [&](int group, int leaf) {
    if (group < 0) {
      if (const auto found = row_of_line.find(-1); found != row_of_line.end()) return found->second;
      table.rows.push_back({});
      return row_of_line[-1] = static_cast<int>(table.rows.size()) - 1;
    }
    // All heads above the leaf down to its group.
    std::vector<int> chain;
    for (int line = columns.lines[at(leaf)].parent; line >= 0;
         line = columns.lines[at(line)].parent) {
      chain.insert(chain.begin(), line);
    }
    int parent = -1;
    for (int line : chain) {
      const auto [entry, added] = row_of_line.emplace(line, 0);
      if (added) {
        entry->second = static_cast<int>(table.rows.size());
        Row row = row_of(columns.lines[at(line)], 0, parent);
        row.kind = line == group ? Row::Kind::leaf : Row::Kind::head;
        if (line != group) row.id.clear();
        table.rows.push_back(std::move(row));
      }
      parent = entry->second;
      if (line == group) break;
    }
    return row_of_line[group];
  };
  for (std::size_t c = 0; c < columns.slots.size(); ++c) {
    const int leaf = columns.slots[c];
    const Line& column = columns.lines[at(leaf)];
    const int group = group_of(columns, leaf);
    CellSpec cell;
    cell.row_id = group >= 0 ? columns.lines[at(group)].id : "";
    cell.column_id = column.id;
    cell.address = table.id + "." + (group >= 0 ? cell.row_id + "." : "") + cell.column_id;
    cell.table = static_cast<std::uint16_t>(form.tables.size());
    cell.column_slot = static_cast<std::uint16_t>(c);
    cell.row = static_cast<std::uint16_t>(row_for(group, leaf));
    cell.total = column.total;
    cell.additive = table.additive;
    apply(table_type, cell);
    if (group >= 0) apply(types.columns[at(group)], cell);
    apply(types.columns[at(leaf)], cell);
    if (column.total) {
      for (int part : summands(columns, leaf)) {
        cell.row_parts.push_back(block.cell(0, columns.slot_of(part)));
      }
    }
    const auto index = static_cast<CellIndex>(form.cells.size());
    if (!form.addresses.emplace(cell.address, index).second) {
      context.error(codes::repeated_id, context.at(column.mark), {cell.address});
    }
    table.rows[cell.row].cells.push_back(index);
    form.cells.push_back(std::move(cell));
  }
}

// `cells: {licensing.decisions: {type: …}}`: what single cells say of their figures.
void read_cell_types(const FileContext& context, MapReader& map, const Table& table, Form& form) {
  const YamlNode* node = map.get("cells");
  if (!node || !expect_map(context, *node)) return;
  for (const YamlNode::Entry& entry : node->entries) {
    const CellIndex cell = form.cell(table.id + "." + entry.key);
    if (cell == no_cell) {
      context.error(codes::form_unknown_cell, context.at(entry.mark, entry.key.size()),
                    {entry.key});
      continue;
    }
    MapReader words(context, entry.value);
    apply(read_type(words), form.cells[cell]);
    words.finish();
  }
}

}  // namespace

void read_table(const FileContext& context, const YamlNode& node, const std::string& language,
                Form& form) {
  MapReader map(context, node);
  Table table;
  table.mark = node.mark;
  table.id = map.required_text("id");
  check_id(context, map, table.id);
  table.number = map.text_or("number", "");
  table.caption = map.localized_or("caption", language, "");
  table.aliases = map.texts("aliases");
  table.help = map.localized_or("help", language, "");
  const TypeWords table_type = read_type(map);
  table.additive = table_type.additive.value_or(true);
  const bool has_blocks = map.get("blocks") != nullptr;
  std::vector<const YamlNode*> block_nodes = map.items("blocks");
  if (!has_blocks) block_nodes = {&node};

  std::vector<BlockTypes> types;
  std::map<std::string, Mark> row_ids;
  for (const YamlNode* block_node : block_nodes) {
    std::optional<MapReader> own;
    if (has_blocks) own.emplace(context, *block_node);
    MapReader& from = own ? *own : map;
    Block block;
    if (own) block.caption = from.localized_or("caption", language, "");
    block.corner = from.localized_or("corner", language, "");
    from.require("columns");
    AxisReader columns(context, "columns", language);
    columns.read(from.items("columns"));
    AxisReader rows(context, "rows", language);
    rows.read(from.items("rows"));
    if (has_blocks) {
      from.require("rows");
      from.finish();
    }
    table.one_row = !has_blocks && rows.axis.lines.empty();
    columns.choose_slots(!table.one_row);
    rows.choose_slots(true);
    std::map<std::string, Mark> column_ids;
    if (!table.one_row) columns.check_unique(column_ids);
    rows.check_unique(row_ids);
    columns.check_totals();
    rows.check_totals();
    block.columns = std::move(columns.axis);
    block.rows = std::move(rows.axis);
    types.push_back({std::move(rows.types), std::move(columns.types)});
    table.blocks.push_back(std::move(block));
  }
  for (const Table& other : form.tables) {
    if (other.id != table.id || table.id.empty()) continue;
    Diagnostic& d = context.error(codes::repeated_id, context.at(table.mark), {table.id});
    d.notes.push_back({&notes::first_given_here, context.at(other.mark), {}});
  }
  if (table.one_row) {
    build_one_row(context, form, table, table_type, types[0]);
  } else {
    for (std::size_t i = 0; i < table.blocks.size(); ++i) {
      int caption_row = -1;
      if (!table.blocks[i].caption.empty()) {
        Row caption;
        caption.kind = Row::Kind::caption;
        caption.label = table.blocks[i].caption;
        caption.block = static_cast<int>(i);
        caption_row = static_cast<int>(table.rows.size());
        table.rows.push_back(std::move(caption));
      }
      GridBuilder(form, table, i, table_type, types[i]).build(caption_row);
    }
  }
  read_cell_types(context, map, table, form);
  map.finish();
  form.tables.push_back(std::move(table));
}

}  // namespace gongkai
