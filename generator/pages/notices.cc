#include "pages/frame.h"
#include "pages/narratives.h"
#include "pages/pages.h"
#include "pages/phrases.h"

namespace gongkai {

View make_free_page(const PageContext& context, const Route& route) {
  const FreePage& page = *route.page;
  View view = make_frame(
      context, route, page.title,
      context.words.fill("page_description", {context.settings().title, page.title}), {});
  view.set("text", free_text_html(context, page));
  return view;
}

View make_withdrawn_page(const PageContext& context, const Route& route) {
  const Report& report = *route.report;
  std::string title = report_title(report);
  View view =
      make_frame(context, route, title, context.words.fill("withdrawn_description", {title}),
                 {{context.words["menu_agencies"], std::string(agencies_address)},
                  {agency_label(*report.agency), agency_address(*report.agency)}});
  view.set("date",
           report.withdrawn_on ? View(date_text(context.words, *report.withdrawn_on)) : View(false))
      .set("text", text_or_false(report.withdrawn_text))
      .set("agency_link", relative_link(route.address, agency_address(*report.agency)));
  return view;
}

View make_moved_page(const PageContext& context, const Route& route) {
  View view = make_frame(context, route, context.words["moved_title"],
                         context.words.fill("moved_description", {route.agency->name}), {});
  const std::string& base = context.settings().base_url;
  if (!base.empty()) view.set("canonical", base + percent_encoded(route.target));
  view.set("agency", route.agency->name).set("target", relative_link(route.address, route.target));
  return view;
}

/// The page that a server gives for any unknown address, so no relative link holds in it.
View make_not_found_page(const PageContext& context, const Route& route) {
  View view = make_frame(context, route, context.words["not_found_title"],
                         context.words["not_found_text"], {});
  view.set("base_url", text_or_false(context.settings().base_url));
  return view;
}

}  // namespace gongkai
