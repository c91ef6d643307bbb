#pragma once

#include <string>

#include "check/check.h"

namespace gongkai {

/// The slip that goes back to whoever filed a report (退改单): what its figures and its text break,
/// in the printed words of the form and the language of the site, as plain text in Markdown. It
/// names no file, no id and no code, and orders no change: the original sheet decides. Failures
/// that one wrong figure can cause share a number. Empty where there is nothing to mend.
/// `diagnostics` are those of the whole run; `report` must have been checked in it.
std::string make_slip(const CheckResult& checks, const Diagnostics& diagnostics,
                      const Catalog& catalog, const Report& report);

}  // namespace gongkai
