#include <set>

#include "model/only_column.h"
#include "pages/figures.h"
#include "pages/frame.h"
#include "pages/pages.h"
#include "pages/series_table.h"

namespace gongkai {

namespace {

/// The rows of a table with a link for each column that has a page not offered before.
View make_table(const PageContext& context, const Route& route, const Form& form,
                const Table& table, std::set<std::string>& offered) {
  const bool only = only_column(table) != nullptr;
  View::List rows;
  for (const Row& row : table.rows) {
    View::List columns;
    for (CellIndex cell : row.cells) {
      const std::string& address = context.routes.figure_address(form, cell);
      if (address.empty() || !offered.insert(address).second) continue;
      columns.push_back(make_link(route, only ? row.label : form.column(cell).label, address));
    }
    if (columns.empty()) continue;
    View view;
    std::string css_class = row.total ? "total" : row.kind == Row::Kind::head ? "sum" : "leaf";
    view.set("label", only ? std::string() : row.label.empty() ? table.caption : row.label)
        .set("class", css_class + " depth-" + std::to_string(row_depth(table, row)))
        .set("columns", std::move(columns));
    rows.push_back(std::move(view));
  }
  if (rows.empty()) return false;
  View view;
  view.set("id", form.id + "-" + table.id)
      .set("caption", table.caption)
      .set("rows", std::move(rows));
  return view;
}

}  // namespace

View make_compare_page(const PageContext& context, const Route& route) {
  View view = make_frame(context, route, context.words["compare_title"],
                         context.words.fill("compare_description", {context.settings().title}), {});
  View::List years, forms;
  for (int year : context.library.years()) {
    years.push_back(make_link(route, context.words.fill("year_title", {std::to_string(year)}),
                              year_address(year)));
  }
  std::set<std::string> offered;
  for (const Form* form : context.library.forms()) {
    View::List tables;
    for (const Table& table : form->tables) {
      View it = make_table(context, route, *form, table, offered);
      if (it.object() != nullptr) tables.push_back(std::move(it));
    }
    if (tables.empty()) continue;
    View entry;
    entry.set("name", form->name)
        .set("basis", text_or_false(form->basis))
        .set("tables", std::move(tables));
    forms.push_back(std::move(entry));
  }
  view.set("side_by_side", context.routes.find(side_by_side_address) == nullptr
                               ? View(false)
                               : make_link(route, context.words["side_by_side"],
                                           side_by_side_address))
      .set("years", std::move(years))
      .set("forms", std::move(forms));
  return view;
}

}  // namespace gongkai
