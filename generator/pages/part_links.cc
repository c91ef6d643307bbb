#include "pages/part_links.h"

#include "pages/frame.h"

namespace gongkai {

const AgencyTree& tree_of(const PageContext& context, const Route& route) {
  return route.part != nullptr ? route.part->tree : context.routes.parts().top();
}

View make_parts(const PageContext& context, const Route& route) {
  if (route.part != nullptr) return false;
  View::List list;
  for (const AgencyPart& part : context.routes.parts().parts()) {
    const std::string address = route.kind == RouteKind::agencies
                                    ? below_address(part)
                                    : part_address(route.address, part);
    if (context.routes.find(address) == nullptr) continue;
    View item = make_link(route, part_label(context.settings(), part), address);
    item.set("count", context.words.fill("agency_count",
                                         {std::to_string(part.tree.agencies.size())}));
    list.push_back(std::move(item));
  }
  return list_or_false(std::move(list));
}

std::string part_title(const PageContext& context, const Route& route, const std::string& title) {
  if (route.part == nullptr) return title;
  return context.words.fill("part_title", {title, part_label(context.settings(), *route.part)});
}

}  // namespace gongkai
