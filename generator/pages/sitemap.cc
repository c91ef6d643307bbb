#include "pages/sitemap.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "narrative/markup.h"
#include "pages/link.h"

namespace gongkai {

namespace {

constexpr std::string_view xml_start = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view names = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

std::optional<Date> last_change(const std::vector<const Report*>& reports) {
  std::optional<Date> newest;
  auto see = [&](const Date& date) {
    if (!newest || *newest < date) newest = date;
  };
  for (const Report* report : reports) {
    if (report->published) see(report->published->date);
    for (const Correction& correction : report->corrections) see(correction.date);
  }
  return newest;
}

/// When what a page shows last changed: of a page of all reports the newest day there is.
std::optional<Date> last_change(const Library& library, const Route& route,
                                const std::optional<Date>& newest) {
  if (route.report != nullptr) return last_change(std::vector<const Report*>{route.report});
  if (route.agency != nullptr) return last_change(library.reports_of(*route.agency));
  if (route.year != 0) return last_change(library.reports_in(route.year));
  const bool is_fixed = route.kind == RouteKind::free_page || route.kind == RouteKind::glossary;
  return is_fixed ? std::nullopt : newest;
}

void add_entry(std::string& xml, std::string_view element, const std::string& url,
               const std::optional<Date>& changed) {
  xml += fmt::format("<{}><loc>", element);
  append_escaped(xml, url);
  xml += "</loc>";
  if (changed) xml += fmt::format("<lastmod>{}</lastmod>", changed->str());
  xml += fmt::format("</{}>\n", element);
}

}  // namespace

std::string sitemap_part_address(std::size_t part) { return fmt::format("sitemap-{}.xml", part); }

bool is_in_sitemap(const Route& route) {
  switch (route.kind) {
    case RouteKind::home:
    case RouteKind::agencies:
    case RouteKind::agency:
    case RouteKind::report:
    case RouteKind::years:
    case RouteKind::year:
    case RouteKind::compare:
    case RouteKind::figure:
    case RouteKind::side_by_side:
    case RouteKind::checks:
    case RouteKind::checks_year:
    case RouteKind::coverage:
    case RouteKind::free_page:
    case RouteKind::downloads:
    case RouteKind::data:
    case RouteKind::codebook:
    case RouteKind::glossary:
    case RouteKind::site_map:
      return true;
    default:
      return false;
  }
}

std::string make_sitemap(const PageContext& context, const Route& route) {
  const Routes& routes = context.routes;
  const std::string& base = context.settings().base_url;
  const std::optional<Date> newest = last_change(context.library.reports());
  std::string xml(xml_start);
  if (route.sitemap_part == 0 && routes.find(sitemap_part_address(1)) != nullptr) {
    xml += fmt::format("<sitemapindex {}>\n", names);
    for (std::size_t part = 1; routes.find(sitemap_part_address(part)) != nullptr; ++part) {
      add_entry(xml, "sitemap", base + sitemap_part_address(part), newest);
    }
    return xml + "</sitemapindex>\n";
  }
  const std::size_t first = route.sitemap_part == 0 ? 0 : (route.sitemap_part - 1) * sitemap_length;
  std::size_t at = 0;
  xml += fmt::format("<urlset {}>\n", names);
  for (const std::string& address : routes.addresses()) {
    const Route& page = *routes.find(address);
    if (!is_in_sitemap(page)) continue;
    if (at >= first && at < first + sitemap_length) {
      add_entry(xml, "url", base + percent_encoded(address),
                last_change(context.library, page, newest));
    }
    ++at;
  }
  return xml + "</urlset>\n";
}

}  // namespace gongkai
