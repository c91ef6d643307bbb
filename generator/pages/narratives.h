#pragma once

#include <string>

#include "narrative/narrative.h"
#include "pages/context.h"

namespace gongkai {

/// A section's text of a report as HTML, headings from h3 down.
std::string report_narrative_html(const PageContext& context, const Report& report,
                                  const Narrative& narrative);

/// A free page or the introduction as HTML, headings from h2 down.
std::string free_text_html(const PageContext& context, const FreePage& page);

/// What is wrong in any text of the catalog, drafts included: links that lead nowhere, figures that
/// do not exist. The texts are rendered as pages would render them, with `jobs` threads.
void check_narratives(const Library& library, const Routes& routes, int jobs,
                      Diagnostics& diagnostics);

}  // namespace gongkai
