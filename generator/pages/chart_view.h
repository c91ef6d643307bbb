#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/chart_values.h"
#include "pages/context.h"
#include "pages/view.h"

namespace gongkai {

/// The charts of one agency's reports through the years; false where there is nothing to draw.
/// Names: contract_parts.h, chart_names.
View make_agency_charts(const PageContext& context, const Agency& agency);

/// The first trend of the newest form, as columns, and its first composition, of all agencies
/// together through the years: for the home page. False where there is nothing to draw.
View make_total_charts(const PageContext& context);

/// The composition of each of the agencies with the largest wholes, of those that filed these
/// reports; false where there are not two to compare.
View make_compositions(const PageContext& context, const std::vector<const Report*>& reports);

/// Small multiples: the first series of the form's first trend, through the last years, of the
/// agencies where it is largest in `year`. Names: contract.cc, multiples_names. False where there
/// are not two years to draw.
View make_multiples(const PageContext& context, const Route& route, int year,
                    const std::vector<const Report*>& reports);

/// One number a year as columns: totals, each of so many reports. False where there are not two.
View make_total_columns(const PageContext& context, std::string label,
                        const std::vector<int>& years,
                        const std::vector<std::optional<Decimal>>& totals,
                        const std::vector<bool>& breaks, const std::vector<std::size_t>& counts);

}  // namespace gongkai
