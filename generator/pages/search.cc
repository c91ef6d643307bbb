#include "pages/frame.h"
#include "pages/pages.h"

namespace gongkai {

View make_search_page(const PageContext& context, const Route& route) {
  const Words& words = context.words;
  View view = make_frame(context, route, words["search_title"],
                         words.fill("search_description", {context.settings().title}), {});
  View::List indexes;
  indexes.push_back(make_link(route, words["menu_agencies"], agencies_address));
  indexes.push_back(make_link(route, words["menu_years"], years_address));
  indexes.push_back(make_link(route, words["menu_compare"], compare_address));
  view.set("script", relative_link(route.address, search_script_address))
      .set("indexes", std::move(indexes));
  return view;
}

}  // namespace gongkai
