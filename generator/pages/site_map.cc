#include "pages/frame.h"
#include "pages/pages.h"

namespace gongkai {

/// Every page that is not one of many alike, and of those their indexes.
View make_site_map_page(const PageContext& context, const Route& route) {
  const Words& words = context.words;
  View view = make_frame(context, route, words["site_map"],
                         words.fill("site_map_description", {context.settings().title}), {});
  View::List years, forms, pages, others;
  for (int year : context.library.years()) {
    years.push_back(
        make_link(route, words.fill("year", {std::to_string(year)}), year_address(year)));
  }
  for (const Form* form : context.library.forms()) {
    if (form->tables.empty()) continue;
    forms.push_back(make_link(route, words.fill("glossary_of", {form->name, form->basis}),
                              glossary_address_of(*form)));
  }
  for (const FreePage& page : context.library.catalog().pages) {
    pages.push_back(make_link(route, page.title, free_page_address(page)));
  }
  auto add = [&](std::string_view word, std::string_view address) {
    if (context.routes.find(address) != nullptr) {
      others.push_back(make_link(route, words[word], address));
    }
  };
  add("search_title", search_address);
  add("codebook", codebook_address);
  add("glossary", glossary_address);
  view.set("years", list_or_false(std::move(years)))
      .set("forms", list_or_false(std::move(forms)))
      .set("pages", list_or_false(std::move(pages)))
      .set("others", std::move(others));
  return view;
}

}  // namespace gongkai
