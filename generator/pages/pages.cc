#include "pages/pages.h"

#include <cassert>

namespace gongkai {

View make_page(const PageContext& context, const Route& route) {
  switch (route.kind) {
    case RouteKind::home:
      return make_home_page(context, route);
    case RouteKind::agencies:
      return make_agencies_page(context, route);
    case RouteKind::agency:
      return make_agency_page(context, route);
    case RouteKind::report:
      return make_report_page(context, route);
    case RouteKind::withdrawn:
      return make_withdrawn_page(context, route);
    case RouteKind::moved:
      return make_moved_page(context, route);
    case RouteKind::years:
      return make_years_page(context, route);
    case RouteKind::year:
      return make_year_page(context, route);
    case RouteKind::compare:
      return make_compare_page(context, route);
    case RouteKind::figure:
      return make_figure_page(context, route);
    case RouteKind::side_by_side:
      return make_side_by_side_page(context, route);
    case RouteKind::checks:
      return make_checks_page(context, route);
    case RouteKind::checks_year:
      return make_checks_year_page(context, route);
    case RouteKind::coverage:
      return make_coverage_page(context, route);
    case RouteKind::search:
      return make_search_page(context, route);
    case RouteKind::free_page:
      return make_free_page(context, route);
    case RouteKind::downloads:
      return make_downloads_page(context, route);
    case RouteKind::data:
      return make_data_page(context, route);
    case RouteKind::codebook:
      return make_codebook_page(context, route);
    case RouteKind::glossary:
      return make_glossary_page(context, route);
    case RouteKind::site_map:
      return make_site_map_page(context, route);
    case RouteKind::not_found:
      return make_not_found_page(context, route);
    case RouteKind::robots:
    case RouteKind::sitemap:
    case RouteKind::feed:
    case RouteKind::data_file:
    case RouteKind::report_file:
    case RouteKind::theme_file:
    case RouteKind::side_by_side_file:
      break;
  }
  assert(false);
  return {};
}

std::string_view page_kind(RouteKind kind) {
  switch (kind) {
    case RouteKind::home:
      return "home";
    case RouteKind::agencies:
      return "agencies";
    case RouteKind::agency:
      return "agency";
    case RouteKind::report:
      return "report";
    case RouteKind::withdrawn:
      return "withdrawn";
    case RouteKind::moved:
      return "moved";
    case RouteKind::years:
      return "years";
    case RouteKind::year:
      return "year";
    case RouteKind::compare:
      return "compare";
    case RouteKind::figure:
      return "figure";
    case RouteKind::side_by_side:
      return "side_by_side";
    case RouteKind::checks:
      return "checks";
    case RouteKind::checks_year:
      return "checks_year";
    case RouteKind::coverage:
      return "coverage";
    case RouteKind::search:
      return "search";
    case RouteKind::free_page:
      return "free_page";
    case RouteKind::downloads:
      return "downloads";
    case RouteKind::data:
      return "data";
    case RouteKind::codebook:
      return "codebook";
    case RouteKind::glossary:
      return "glossary";
    case RouteKind::site_map:
      return "site_map";
    case RouteKind::not_found:
      return "not_found";
    case RouteKind::robots:
    case RouteKind::sitemap:
    case RouteKind::feed:
    case RouteKind::data_file:
    case RouteKind::report_file:
    case RouteKind::theme_file:
    case RouteKind::side_by_side_file:
      return {};
  }
  return {};
}

}  // namespace gongkai
