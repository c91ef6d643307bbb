#include "pages/frame.h"
#include "pages/pages.h"
#include "pages/part_links.h"

namespace gongkai {

namespace {

/// Its reports, newest first, and the notices of withdrawn ones.
View::List make_years(const PageContext& context, const Route& route, const Agency& agency) {
  View::List years;
  for (int year : context.library.years()) {
    if (const Report* report = context.library.report(agency, year)) {
      years.push_back(make_link(route, std::to_string(year), report_address(*report)));
    }
  }
  for (const Report* report : context.library.catalog().reports_of(agency)) {
    if (report->status != Status::withdrawn) continue;
    years.push_back(make_link(
        route, context.words.fill("withdrawn_year", {std::to_string(report->year)}),
        report_address(*report)));
  }
  return years;
}

View make_entry(const PageContext& context, const Route& route, const Agency& agency, int depth) {
  const bool has_page = context.library.has_page(agency);
  // On a part its own page is the third from home, so that what hangs on that is offered here.
  const Route* data =
      route.part == nullptr ? nullptr : context.routes.find(data_address(agency));
  View view;
  view.set("label", agency.name)
      .set("link",
           has_page ? View(relative_link(route.address, agency_address(agency))) : View(false))
      .set("missing", !has_page && agency.reports && context.settings().publish_coverage)
      .set("depth", std::to_string(depth))
      .set("years", make_years(context, route, agency))
      .set("data", data == nullptr ? View(false)
                                   : View(relative_link(route.address, data->address)));
  return view;
}

View make_kinds(const PageContext& context, const Route& route, const AgencyTree& tree) {
  const std::vector<AgencyKind>& all = context.settings().kinds;
  View::List kinds;
  for (std::size_t kind = 0; kind < all.size(); ++kind) {
    View::List agencies;
    for (const Agency* agency : tree.agencies) {
      if (agency->kind == static_cast<int>(kind)) {
        agencies.push_back(make_entry(context, route, *agency, 0));
      }
    }
    if (agencies.empty()) continue;
    View view;
    view.set("id", "kind-" + all[kind].id)
        .set("label", all[kind].label)
        .set("count", std::to_string(agencies.size()))
        .set("agencies", std::move(agencies));
    kinds.push_back(std::move(view));
  }
  return kinds;
}

/// Every agency below the one above it; false where no agency has one above.
View make_hierarchy(const PageContext& context, const Route& route, const AgencyTree& tree) {
  View::List list;
  bool nested = false;
  for (std::size_t i = 0; i < tree.agencies.size(); ++i) {
    nested = nested || tree.depths[i] > 0;
    list.push_back(make_entry(context, route, *tree.agencies[i], tree.depths[i]));
  }
  return nested ? list_or_false(std::move(list)) : View(false);
}

}  // namespace

View make_agencies_page(const PageContext& context, const Route& route) {
  const Words& words = context.words;
  std::vector<Crumb> crumbs;
  if (route.part != nullptr) {
    crumbs.push_back({words["menu_agencies"], std::string(agencies_address)});
  }
  const std::string title = part_title(context, route, words["agencies_title"]);
  View view = make_frame(
      context, route, title,
      words.fill("agencies_description", {part_title(context, route, context.settings().title)}),
      crumbs);
  const AgencyTree& tree = tree_of(context, route);
  view.set("kinds", make_kinds(context, route, tree))
      .set("hierarchy", make_hierarchy(context, route, tree))
      .set("parts", make_parts(context, route));
  return view;
}

}  // namespace gongkai
