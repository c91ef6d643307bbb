#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/date.h"

namespace gongkai {

/// The calendar day of a moment (seconds since 1970 UTC) in a time zone: an offset `+08:00` or a
/// name such as `Asia/Shanghai`, looked up in the machine's time zone files (RFC 8536) without
/// touching the process's own time zone. Nothing where the zone is not known.
std::optional<Date> day_in_zone(std::int64_t moment, const std::string& zone);

}  // namespace gongkai
