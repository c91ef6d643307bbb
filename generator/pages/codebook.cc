#include "data/codebook.h"

#include "model/published_cell.h"
#include "pages/data_files.h"
#include "pages/frame.h"
#include "pages/pages.h"
#include "pages/phrases.h"

namespace gongkai {

namespace {

View make_cell(const Words& words, const Form& form, CellIndex cell) {
  const CellSpec& spec = form.cells[cell];
  View view;
  view.set("address", spec.address)
      .set("label", form.cell_label(cell))
      .set("type", words["type_" + std::string(data_word(spec.type))])
      .set("unit", text_or_false(spec.unit))
      .set("series", words["series_" + std::string(series_word(form, cell))]);
  return view;
}

View make_tables(const Words& words, const Form& form) {
  View::List tables;
  for (std::size_t table = 0; table < form.tables.size(); ++table) {
    View::List cells;
    for (CellIndex cell = 0; cell < form.cells.size(); ++cell) {
      if (form.cells[cell].table == table) cells.push_back(make_cell(words, form, cell));
    }
    View view;
    view.set("id", form.id + "-" + form.tables[table].id)
        .set("caption", form.tables[table].caption)
        .set("cells", std::move(cells));
    tables.push_back(std::move(view));
  }
  return tables;
}

}  // namespace

View make_codebook_page(const PageContext& context, const Route& route) {
  const Words& words = context.words;
  View view = make_frame(context, route, words["codebook"],
                         words.fill("codebook_description", {context.settings().title}),
                         {{words["menu_data"], std::string(data_home_address)}});
  View::List forms, files;
  for (const char* name : {"data/codebook.csv", "data/codebook.json"}) {
    View item = make_link(route, words["data_codebook"], name);
    item.set("name", std::string(name).substr(5)).set("kind", file_kind(name));
    files.push_back(std::move(item));
  }
  for (const CodebookForm& entry : codebook_forms(context.library)) {
    std::string years;
    for (const int year : entry.years) {
      if (!years.empty()) years += words["list_separator"];
      years += words.fill("year", {std::to_string(year)});
    }
    View form;
    form.set("id", entry.form->id)
        .set("name", entry.form->name)
        .set("basis", text_or_false(entry.form->basis))
        .set("years", std::move(years))
        .set("after", text_or_false(entry.form->series.after))
        .set("tables", make_tables(words, *entry.form));
    forms.push_back(std::move(form));
  }
  view.set("files", std::move(files)).set("forms", std::move(forms));
  return view;
}

}  // namespace gongkai
