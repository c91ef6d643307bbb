#pragma once

#include <string>

#include "pages/context.h"

namespace gongkai {

/// The link from a page to a figure in the table of its report's page: `#requests.new.total` on
/// that page itself. Empty where the portal does not show the report.
std::string cell_link(const PageContext& context, const Route& route, const Report& report,
                      CellIndex cell);

/// The relation of a finding in numbers as HTML, each operand a link to its figure.
std::string relation_html(const PageContext& context, const Route& route, const Finding& finding);

}  // namespace gongkai
