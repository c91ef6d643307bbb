#pragma once

#include <string>

#include "diagnostics/diagnostic.h"
#include "model/catalog.h"

namespace gongkai {

/// The slip that goes back to whoever filed a report (退改单): what its figures and its text break,
/// in the printed words of the form and the language of the site, as plain text in Markdown. It
/// names no file, no id and no code, and orders no change: the original sheet decides. Failures
/// that one wrong figure can cause share a number. Empty where there is nothing to mend.
/// `diagnostics` are those of the whole run, for what is said of the narratives.
std::string make_slip(const Diagnostics& diagnostics, const Catalog& catalog,
                      const Report& report);

}  // namespace gongkai
