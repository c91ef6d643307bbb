#include <functional>

#include "pages/frame.h"
#include "pages/pages.h"

namespace gongkai {

namespace {

View make_entry(const PageContext& context, const Route& route, const Agency& agency, int depth) {
  View::List years;
  const std::vector<const Report*>& reports = context.library.reports_of(agency);
  for (auto report = reports.rbegin(); report != reports.rend(); ++report) {
    years.push_back(make_link(route, std::to_string((*report)->year), report_address(**report)));
  }
  bool has_page = context.library.has_page(agency);
  View view;
  view.set("label", agency.name)
      .set("link",
           has_page ? View(relative_link(route.address, agency_address(agency))) : View(false))
      .set("missing", !has_page && agency.reports && context.settings().publish_coverage)
      .set("depth", std::to_string(depth))
      .set("years", std::move(years));
  return view;
}

View make_kinds(const PageContext& context, const Route& route) {
  const Catalog& catalog = context.library.catalog();
  View::List kinds;
  for (std::size_t kind = 0; kind < catalog.settings.kinds.size(); ++kind) {
    View::List agencies;
    for (const Agency& agency : catalog.agencies) {
      if (agency.kind == static_cast<int>(kind)) {
        agencies.push_back(make_entry(context, route, agency, 0));
      }
    }
    if (agencies.empty()) continue;
    View view;
    view.set("id", "kind-" + catalog.settings.kinds[kind].id)
        .set("label", catalog.settings.kinds[kind].label)
        .set("count", std::to_string(agencies.size()))
        .set("agencies", std::move(agencies));
    kinds.push_back(std::move(view));
  }
  return kinds;
}

/// Every agency below the one above it; empty where no agency has one above.
View make_hierarchy(const PageContext& context, const Route& route) {
  const Catalog& catalog = context.library.catalog();
  View::List list;
  bool nested = false;
  std::function<void(const Agency&, int)> add = [&](const Agency& agency, int depth) {
    nested = nested || depth > 0;
    list.push_back(make_entry(context, route, agency, depth));
    for (const Agency* child : catalog.children(agency)) add(*child, depth + 1);
  };
  for (const Agency& agency : catalog.agencies) {
    if (catalog.agency(agency.parent) == nullptr) add(agency, 0);
  }
  return nested ? list_or_false(std::move(list)) : View(false);
}

}  // namespace

View make_agencies_page(const PageContext& context, const Route& route) {
  View view =
      make_frame(context, route, context.words["agencies_title"],
                 context.words.fill("agencies_description", {context.settings().title}), {});
  view.set("kinds", make_kinds(context, route)).set("hierarchy", make_hierarchy(context, route));
  return view;
}

}  // namespace gongkai
