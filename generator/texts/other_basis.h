#pragma once

#include "diagnostics/diagnostic.h"
#include "model/catalog.h"

namespace gongkai {

/// Warns where a narrative names as its basis the notice of another form that the site knows, and
/// not that of its own: 依据国办公开办函〔2019〕60号 in a report that uses the form of 2021. The
/// brackets around the year may be any. A sentence that tells both apart, or speaks of what was
/// before, is none.
void check_other_basis(const Catalog& catalog, const Report& report, Diagnostics& diagnostics);

}  // namespace gongkai
