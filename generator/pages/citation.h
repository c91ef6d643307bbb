#pragma once

#include <string>

#include "pages/context.h"
#include "pages/view.h"

namespace gongkai {

/// How to cite a report: who, what, where, since when, and its address where the site has one.
std::string report_citation(const PageContext& context, const Report& report);

/// The digests of a report's tables, {items: {label, digest}}, or false where it has no table.
View make_digests(const Report& report);

}  // namespace gongkai
