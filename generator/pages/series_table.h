#pragma once

#include "compare/year_over_year.h"
#include "pages/context.h"
#include "pages/view.h"

namespace gongkai {

/// One table of an agency through the years, as contract.cc's series_table_names.
View make_series_table(const PageContext& context, const Route& route,
                       const YearOverYear& comparison);

/// Under how many heads a row stands.
int row_depth(const Table& table, const Row& row);

/// One year of a series: {class, text, spoken, note, breaks}. A year without a report is a gap,
/// a figure that the form does not ask for is marked as such; neither is ever a zero.
View make_point(const PageContext& context, const SeriesPoint& point);

/// The id of the column that is the total of all others in a table of one block; empty where there
/// is none.
std::string total_column(const Table& table);

/// A wide table is compared by its total column, for which the others add up; another by all.
std::string compared_column(const std::vector<const Report*>& reports, std::string_view id);

}  // namespace gongkai
