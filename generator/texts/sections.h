#pragma once

#include <string_view>

#include "diagnostics/diagnostic.h"
#include "model/catalog.h"

namespace gongkai {

/// Holds each section's text against what the form asks of it: the words of `contains:`, one of
/// which must occur, and the length that site.yaml (`section_length:`) or else the form
/// (`max_length:`) allows. What is found stands at the first line of the section's text, and is
/// answered by confirming that line. A section without a text is not looked at: whether it must have
/// one is asked when the report is read.
void check_sections(const Settings& settings, const Report& report, Diagnostics& diagnostics);

/// The characters of a text as people count them: blanks count nothing, a `{{…}}` counts as one.
int length_in_characters(std::string_view text);

}  // namespace gongkai
