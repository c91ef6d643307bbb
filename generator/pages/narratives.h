#pragma once

#include <map>
#include <string>

#include "narrative/narrative.h"
#include "pages/context.h"

namespace gongkai {

/// A section's text of a report as HTML, headings from h3 down.
std::string report_narrative_html(const PageContext& context, const Report& report,
                                  const Narrative& narrative);

/// A free page or the introduction as HTML, headings from h2 down.
std::string free_text_html(const PageContext& context, const FreePage& page);

/// The addresses of the portal that the links of a text ask for, and whether there are such.
using AskedAddresses = std::map<std::string, bool, std::less<>>;

/// Whether a link of a text may lead to an address of the portal, written without its slash; the
/// index page of a folder need not be named.
bool is_linked_address(const Routes& routes, std::string_view address);

/// What is wrong in the texts of a report: links that lead nowhere, figures that do not exist. They
/// are rendered as pages would render them.
Diagnostics check_narratives(const Catalog& catalog, const Routes& routes, const Report& report,
                             AskedAddresses& asked);
/// The same for the free pages and the introduction.
Diagnostics check_free_texts(const Catalog& catalog, const Routes& routes);

}  // namespace gongkai
