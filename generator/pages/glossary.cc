#include "pages/glossary.h"

#include <set>

#include "pages/frame.h"
#include "pages/pages.h"

namespace gongkai {

namespace {

/// The entries of one table: its rows, or its columns.
class EntryMaker {
 public:
  EntryMaker(const PageContext& context, const Route& route, const Table& table)
      : context_(context), route_(route), form_(*route.form), table_(table) {}

  View rows() {
    View::List entries;
    if (table_.one_row) return false;
    for (const Block& block : table_.blocks) {
      for (std::size_t line = 0; line < block.rows.lines.size(); ++line) {
        add(entries, block.rows, static_cast<int>(line), false, row_link(block, line));
      }
    }
    return list_or_false(std::move(entries));
  }

  /// Columns that several blocks share are explained once.
  View columns() {
    View::List entries;
    for (const Block& block : table_.blocks) {
      for (std::size_t line = 0; line < block.columns.lines.size(); ++line) {
        add(entries, block.columns, static_cast<int>(line), true, column_link(block, line));
      }
    }
    return list_or_false(std::move(entries));
  }

 private:
  void add(View::List& entries, const Axis& axis, int index, bool is_column, std::string link) {
    const Line& line = axis.lines[static_cast<std::size_t>(index)];
    std::string anchor = glossary_anchor(table_, axis, index, is_column);
    if (!met_.insert(anchor).second) return;
    View entry;
    entry.set("id", std::move(anchor))
        .set("label", line.label)
        .set("depth", std::to_string(line.depth))
        .set("help", text_or_false(line.help))
        .set("link", text_or_false(std::move(link)));
    entries.push_back(std::move(entry));
  }

  std::string link_to(CellIndex cell) const {
    const std::string& address = context_.routes.figure_address(form_, cell);
    return address.empty() ? std::string() : relative_link(route_.address, address);
  }

  /// The comparison of a row: of its total, or of its first column.
  std::string row_link(const Block& block, std::size_t line) const {
    const int slot = block.rows.slot_of(static_cast<int>(line));
    if (slot < 0 || block.columns.leaves.empty()) return {};
    const int column = table_total(block);
    return link_to(block.cell(slot, column));
  }

  static int table_total(const Block& block) {
    for (int leaf : block.columns.leaves) {
      const Line& line = block.columns.lines[static_cast<std::size_t>(leaf)];
      if (line.total && line.parent < 0) return block.columns.slot_of(leaf);
    }
    for (int leaf : block.columns.leaves) {
      if (block.columns.lines[static_cast<std::size_t>(leaf)].total) {
        return block.columns.slot_of(leaf);
      }
    }
    return block.columns.slot_of(block.columns.leaves.front());
  }

  /// Columns of a table with many rows are compared row by row; those of its only row by themselves.
  std::string column_link(const Block& block, std::size_t line) const {
    const int slot = block.columns.slot_of(static_cast<int>(line));
    return table_.one_row && slot >= 0 ? link_to(block.cell(0, slot)) : std::string();
  }

  const PageContext& context_;
  const Route& route_;
  const Form& form_;
  const Table& table_;
  std::set<std::string> met_;
};

View make_index(const PageContext& context, const Route& route) {
  View::List forms;
  for (const Form* form : context.library.forms()) {
    if (form->tables.empty() || form == route.form) continue;
    View item = make_link(route, form->name, glossary_address_of(*form));
    item.set("basis", text_or_false(form->basis));
    forms.push_back(std::move(item));
  }
  return list_or_false(std::move(forms));
}

View make_tables(const PageContext& context, const Route& route) {
  View::List tables;
  for (const Table& table : route.form->tables) {
    EntryMaker maker(context, route, table);
    View view;
    view.set("id", table.id)
        .set("caption", table.caption)
        .set("help", text_or_false(table.help))
        .set("rows", maker.rows())
        .set("columns", maker.columns());
    tables.push_back(std::move(view));
  }
  return list_or_false(std::move(tables));
}

}  // namespace

std::string glossary_anchor(const Table& table, const Axis& axis, int line, bool is_column) {
  const Line& it = axis.lines[static_cast<std::size_t>(line)];
  const std::string start = table.id + (is_column && !table.one_row ? ".." : ".");
  if (it.id.empty()) return start + (is_column ? "c" : "r") + std::to_string(line);
  std::string path = it.id;
  // Leaves of a one-row table bear the same ids under every group.
  if (table.one_row && it.leaf) {
    for (int head = it.parent; head >= 0; head = axis.lines[static_cast<std::size_t>(head)].parent) {
      const std::string& id = axis.lines[static_cast<std::size_t>(head)].id;
      if (!id.empty()) return start + id + "." + path;
    }
  }
  return start + path;
}

View make_glossary_page(const PageContext& context, const Route& route) {
  const Words& words = context.words;
  const std::string& site = context.settings().title;
  const std::string& index_title = words["glossary"];
  const Form* form = route.form;
  const std::string title =
      form == nullptr ? index_title : words.fill("glossary_of", {form->name, form->basis});
  std::vector<Crumb> crumbs;
  if (form != nullptr) crumbs.push_back({index_title, std::string(glossary_address)});
  View view = make_frame(context, route, title, words.fill("glossary_description", {site, title}),
                         crumbs);
  view.set("forms", make_index(context, route))
      .set("tables", form == nullptr ? View(false) : make_tables(context, route));
  return view;
}

}  // namespace gongkai
