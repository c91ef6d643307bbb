#pragma once

#include <string_view>

#include "diagnostics/diagnostic.h"
#include "model/catalog.h"

namespace gongkai {

/// Whether 17 digits and a check character (`0`–`9`, `X`) are the number of an identity card by
/// GB 11643: a known province, a day of birth from 1900 to the end of `last_year`, the checksum of
/// ISO 7064 MOD 11-2.
bool is_identity_number(std::string_view number, int last_year);

/// Says where the number of an identity card stands in a report's narratives, written together or as
/// 6, 8 and 4 characters, full-width ones too. The message hides the day of birth, for it goes into
/// logs and reports of other programs.
void check_identity_numbers(const Settings& settings, const Report& report,
                            Diagnostics& diagnostics);

}  // namespace gongkai
