#include "pages/frame.h"
#include "pages/pages.h"
#include "pages/part_links.h"

namespace gongkai {

namespace {

/// For readers without JavaScript: every agency, or where there are many every list of them.
View make_links(const PageContext& context, const Route& route) {
  View::List list;
  const AgencyParts& parts = context.routes.parts();
  for (const Agency* agency : parts.top().agencies) {
    if (context.library.reports_of(*agency).empty()) continue;
    list.push_back(make_link(route, agency_label(*agency), agency_address(*agency)));
  }
  for (const AgencyPart& part : parts.parts()) {
    list.push_back(
        make_link(route, part_label(context.settings(), part), below_address(part)));
  }
  return list;
}

}  // namespace

View make_side_by_side_page(const PageContext& context, const Route& route) {
  const Words& words = context.words;
  View view = make_frame(context, route, words["side_by_side"],
                         words.fill("side_by_side_description", {context.settings().title}),
                         {{words["menu_compare"], std::string(compare_address)}});
  View::List years;
  for (int year : context.library.years()) {
    years.push_back(make_link(route, words.fill("year_title", {std::to_string(year)}),
                              year_address(year)));
  }
  view.set("years", std::move(years)).set("agencies", make_links(context, route));
  return view;
}

}  // namespace gongkai
