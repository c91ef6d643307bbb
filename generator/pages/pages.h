#pragma once

#include <string_view>

#include "pages/context.h"
#include "pages/view.h"

namespace gongkai {

/// What the template of a route's page kind is given. The route must lead to a page (page_kind()
/// is not empty); the view has every name of that kind's contract.
View make_page(const PageContext& context, const Route& route);

/// The kind of page, and so the template, of a route; empty for what is no page.
std::string_view page_kind(RouteKind kind);

View make_home_page(const PageContext& context, const Route& route);
View make_agencies_page(const PageContext& context, const Route& route);
View make_agency_page(const PageContext& context, const Route& route);
View make_report_page(const PageContext& context, const Route& route);
View make_withdrawn_page(const PageContext& context, const Route& route);
View make_moved_page(const PageContext& context, const Route& route);
View make_years_page(const PageContext& context, const Route& route);
View make_year_page(const PageContext& context, const Route& route);
View make_compare_page(const PageContext& context, const Route& route);
View make_figure_page(const PageContext& context, const Route& route);
View make_side_by_side_page(const PageContext& context, const Route& route);
View make_checks_page(const PageContext& context, const Route& route);
View make_checks_year_page(const PageContext& context, const Route& route);
View make_coverage_page(const PageContext& context, const Route& route);
View make_search_page(const PageContext& context, const Route& route);
View make_free_page(const PageContext& context, const Route& route);
View make_downloads_page(const PageContext& context, const Route& route);
View make_data_page(const PageContext& context, const Route& route);
View make_codebook_page(const PageContext& context, const Route& route);
View make_glossary_page(const PageContext& context, const Route& route);
View make_site_map_page(const PageContext& context, const Route& route);
View make_not_found_page(const PageContext& context, const Route& route);

}  // namespace gongkai
