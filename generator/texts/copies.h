#pragma once

#include "diagnostics/diagnostic.h"
#include "model/catalog.h"

namespace gongkai {

/// Hints at what was copied: the text of a section that is nearly that of the agency's report of the
/// year before, or of other agencies' reports of the same year, with the passages. For the office, never published. Drafts are looked at, withdrawn reports
/// are not. Texts of fewer than 80 characters, common phrases left out, are not compared.
///
/// Reports that share one text are named together in one hint. The cost grows with the number of
/// reports, not with its square. Same result with any number of threads.
void check_copies(const Catalog& catalog, int jobs, Diagnostics& diagnostics);

}  // namespace gongkai
