#pragma once

#include <cstddef>
#include <string>

#include "pages/context.h"

namespace gongkai {

/// Pages in one file: what search engines read at once.
inline constexpr std::size_t sitemap_length = 50000;

/// `sitemap-1.xml`.
std::string sitemap_part_address(std::size_t part);

/// Whether search engines should know a route: a page, and no notice, no former address.
bool is_in_sitemap(const Route& route);

/// The sitemap at a route as the Sitemaps protocol 0.9 has it, with the days on which reports were
/// published or corrected: all pages, the list of the parts, or a part.
std::string make_sitemap(const PageContext& context, const Route& route);

}  // namespace gongkai
