#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/form.h"
#include "model/report.h"

namespace gongkai {

/// Cuts a report.md into the sections of its form. A section begins at a line that equals its
/// title or an alias after folding, with or without `#`, and its text runs to the next such line.
/// Sections without text are left out of the result; whether one is required is not asked here.
/// Said in `diagnostics`: text before the first heading, a heading that comes twice or out of the
/// form's order, text under a heading that takes none, and a `#` heading that is nearly a title.
std::vector<Narrative> split_sections(const Form& form, const std::string& file,
                                      std::string_view text, Diagnostics& diagnostics);

}  // namespace gongkai
