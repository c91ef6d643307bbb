#pragma once

#include "pages/context.h"
#include "pages/view.h"

namespace gongkai {

/// The agencies that the page itself shows: those of its part, or the top of the hierarchy, which are
/// all where pages are not divided.
const AgencyTree& tree_of(const PageContext& context, const Route& route);

/// The pages of the parts of a divided page, {label, link, count} each, where `route` is that page;
/// false on a part and where nothing is divided.
View make_parts(const PageContext& context, const Route& route);

/// The title of a page: on a part with the name of the part.
std::string part_title(const PageContext& context, const Route& route, const std::string& title);

}  // namespace gongkai
