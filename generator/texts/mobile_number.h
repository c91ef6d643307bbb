#pragma once

#include "diagnostics/diagnostic.h"
#include "model/catalog.h"

namespace gongkai {

/// Says where a mobile telephone number of mainland China stands in a report's narratives: 11
/// digits from 13 to 19, together or as 3, 4 and 4, with or without +86, full-width ones too. Not
/// those of amounts and counts (a unit follows), of addresses and file names, and not the
/// publisher's own telephone. The message hides four digits.
void check_mobile_numbers(const Settings& settings, const Report& report,
                          Diagnostics& diagnostics);

}  // namespace gongkai
