#pragma once

#include <string>
#include <vector>

#include "pages/frame.h"

namespace gongkai {

/// What a page is, in the words of schema.org, as JSON-LD for a script element: the site, the levels of
/// the breadcrumb with the page as the last of them, and the agency or the report that it shows.
/// Addresses are given only where site.yaml has a base_url.
std::string page_linked_data(const PageContext& context, const Route& route,
                             const std::string& title, const std::vector<Crumb>& crumbs);

}  // namespace gongkai
